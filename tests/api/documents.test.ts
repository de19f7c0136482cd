/** 文书：编号、代码、打印、核验；核验的人看不到文书以外的内容。 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inWords } from '../../engine/clock/time.ts';
import { documentCode, documentOf } from '../../security/document-code.ts';
import { sampleSha } from '../../stack/sample-material.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

type Read = {
  readonly title: string;
  readonly number: string;
  readonly organ: string;
  readonly verifyAt: string;
  readonly qr: string;
};
let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

const codesOf = async (caseNo: string): Promise<readonly { name: string; code: string }[]> =>
  (await desk.inspector.get<{ notices: readonly { name: string; code: string }[] }>(`/cases/${caseNo}`))
    .notices;
const verified = async (code: string) => {
  const answer = await stack.http(`/api/v1/documents/${code}`, {});
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const page = async (path: string, init: RequestInit = {}) => {
  const answer = await stack.http(path, init);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

test('受理通知书有编号、代码和二维码，能打印；任何人可以核验，只看到文书表面的内容', async () => {
  const caseNo = await desk.opened();
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
  const [notice] = await codesOf(caseNo);
  const code = notice?.code ?? '';
  const read = await desk.window.get<Read>(`/cases/${caseNo}/documents/${code}`);
  expect(read).toMatchObject({
    title: '受理通知书',
    number: expect.stringMatching(/^平低保〔\d{4}〕\d+-1$/),
    organ: '城关镇人民政府',
    verifyAt: expect.stringMatching(new RegExp(`/verify/${code}$`)),
    qr: expect.stringMatching(/^data:image\/png;base64,/),
  });
  const bearer = { authorization: `Bearer ${desk.window.token}` };
  const printed = await page(`/api/v1/cases/${caseNo}/documents/${code}/print`, { headers: bearer });
  expect(printed.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(printed.text).toContain('受理通知书');
  expect(printed.text).toContain(read.verifyAt);
  expect(await verified(code)).toEqual({
    status: 200,
    body: { title: '受理通知书', number: read.number, organ: read.organ, date: stack.today() },
  });
  const shown = await page(`/verify/${code}`);
  expect(shown.status).toBe(200);
  expect(shown.text).toContain(read.number);
  expect(shown.text).not.toContain('测试');
});

test('撤回的、改过的、编造的代码，核验都说没有；别的办件、看不到办件的人打不开', async () => {
  const caseNo = await desk.opened();
  done(await desk.window.decide(caseNo, '材料审查', '不予受理', { reason: '不属于受理范围' }));
  const [notice] = await codesOf(caseNo);
  const code = notice?.code ?? '';
  expect((await verified(code)).status).toBe(200);
  for (const wrong of [
    `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`,
    'DB202600001-2-AAAA',
    '<script>',
  ])
    expect((await verified(encodeURIComponent(wrong))).status).toBe(404);
  expect((await page('/verify/%3Cscript%3Ealert(1)%3C/script%3E')).text).not.toContain('<script>');
  const other = await desk.opened();
  expect((await desk.window.call('GET', `/cases/${other}/documents/${code}`)).status).toBe(404);
  const stranger = await stack.as('baofeng-chuangkou');
  expect((await stranger.call('GET', `/cases/${caseNo}/documents/${code}`)).status).toBe(404);
  expect((await page(`/api/v1/cases/${caseNo}/documents/${code}/print`)).status).toBe(401);
  const gone = await desk.opened();
  done(
    await desk.window.decide(gone, '材料审查', '材料不齐', {
      gaps: [{ item: '租房合同', reason: '核实住所' }],
    }),
  );
  const before = (await codesOf(gone))[0]?.code ?? '';
  const name = documentOf(stack.context.settings.YIMEN_MATCHING_KEY, before);
  expect(name).toEqual({ caseNo: gone, number: 1 });
  const none = documentCode(stack.context.settings.YIMEN_MATCHING_KEY, { caseNo: gone, number: 9 });
  expect((await verified(none)).status).toBe(404);
});

test('一件办件的文书从 1 起逐份编号，不跳号：补正之后的受理通知书是第二份', async () => {
  const { materials, ...form } = desk.application();
  const file = sampleSha('材料');
  const caseNo = await desk.opened({ ...form, materials: materials.filter(({ name }) => name !== '申请书') });
  const gaps = [{ item: '申请书', reason: '未提交' }];
  done(await desk.window.decide(caseNo, '材料审查', '材料不齐', { gaps }));
  const supplied = { materials: [{ name: '申请书', file }] };
  done(await desk.window.decide(caseNo, '补正材料', '已补正', supplied));
  done(await desk.window.decide(caseNo, '材料审查#2', '受理'));
  const numbers = await Promise.all(
    (await codesOf(caseNo)).map(async ({ name, code }) => [
      name,
      (await desk.window.get<Read>(`/cases/${caseNo}/documents/${code}`)).number.split('-').at(-1),
    ]),
  );
  expect(numbers).toEqual([
    ['一次性告知书', '1'],
    ['受理通知书', '2'],
  ]);
});

test('回执：编号、何时办好和依据、群众查看的地址；没有号码、电话和账户', async () => {
  const caseNo = await desk.accepted(desk.application({ name: '马小兰' }));
  const page = String((await desk.window.call('GET', `/cases/${caseNo}/receipt`)).body);
  expect(page).toContain('马小兰');
  expect(page).toContain('最迟 2026年3月31日 办好');
  expect(page).toMatch(/自受理之次日起.*个工作日，依据/);
  expect(page).toContain(`${stack.address}/my`);
  expect(page).not.toMatch(/64022|13900000000|622848/);
  expect(page).toContain('size: 80mm');
  const sheet = String((await desk.window.call('GET', `/cases/${caseNo}/receipt?paper=A4`)).body);
  expect(sheet).toContain('size: A4');
  expect(sheet).toContain('最迟 2026年3月31日 办好');
  expect((await desk.window.call('GET', `/cases/${caseNo}/receipt?paper=A3`)).status).toBe(422);
  expect((await (await stack.as('police')).call('GET', `/cases/${caseNo}/receipt`)).status).toBe(404);
});

test('送达记在文书上：怎样送达、哪一日；不利的文书写明复议机关、法院和期限，写明向谁咨询', async () => {
  const caseNo = await desk.confirming();
  done(await desk.head.decide(caseNo, '审核确认', '不同意', { reasons: ['家庭财产超过规定'] }));
  const code = (await codesOf(caseNo)).find(({ name }) => name === '不予确认同意告知书')?.code ?? '';
  const read = () => desk.window.get<Read & { served: unknown }>(`/cases/${caseNo}/documents/${code}`);
  expect(await read()).toMatchObject({
    served: null,
    effect: 'adverse',
    contact: expect.stringMatching(/^咨询：城关镇人民政府.*12349。$/),
    remedies: [expect.stringContaining('行政复议'), expect.stringContaining('行政诉讼')],
  });
  const form = { method: '留置送达', deliveredOn: stack.today() };
  done(await desk.window.decide(caseNo, '送达不予确认同意告知书', '已送达', form));
  expect((await read()).served).toEqual({ method: '留置送达', on: stack.today() });
  const headers = { authorization: `Bearer ${desk.window.token}` };
  const printed = await page(`/api/v1/cases/${caseNo}/documents/${code}/print`, { headers });
  expect(printed.text).toContain(`${inWords(stack.today())}，留置送达。`);
});

test('办件登记簿、近亲属备案能打印：当月的、看得到的；没有号码；别的乡镇的不在里面', async () => {
  const form = {
    ...desk.application({ name: '何秀英' }),
    nearRelatives: [{ member: '何秀英', official: '星海村会计', relation: '兄弟姐妹' }],
  };
  const caseNo = await desk.accepted(form);
  const other = { member: 'members.0', official: '星海村主任' };
  done(await desk.window.submit(caseNo, { type: 'supplement', fact: '近亲属披露', data: other }));
  const print = async (path: string, who: { token: string }) =>
    await page(`/api/v1/prints/${path}`, { headers: { authorization: `Bearer ${who.token}` } });
  const register = encodeURIComponent('近亲属备案');
  const filed = await until(
    () => print(`registers/${register}`, desk.window),
    ({ text }) => text.includes('星海村主任'),
  );
  expect(filed.text).toMatch(/何秀英<\/td><td>星海村会计<\/td><td>兄弟姐妹/);
  const cases = await print('cases', desk.window);
  expect(cases.text).toMatch(/平低保〔\d{4}〕\d+<\/td><td>最低生活保障审核确认<\/td><td>何秀英/);
  expect(cases.text + filed.text).not.toMatch(/\d{17}[\dX]/);
  const stranger = await stack.as('baofeng-chuangkou');
  expect((await print('cases', stranger)).text).not.toContain('何秀英');
  expect((await print(`registers/${register}`, stranger)).text).not.toContain('何秀英');
  expect((await print('registers/no', desk.window)).status).toBe(404);
  expect((await page('/api/v1/prints/cases')).status).toBe(401);
});
