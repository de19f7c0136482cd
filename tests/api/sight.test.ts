/** Who sees what: a township its own, a department what was asked of it, the bureau all, the public what is posted. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../../client/client.ts';
import { openSample, visitForm } from '../../stack/sample-application.ts';
import { sampleFile } from '../../stack/sample-material.ts';
import { sampleIdentity } from '../../stack/sample-people.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

type Task = {
  readonly caseNo: string;
  readonly key: string;
  readonly risk: string;
  readonly dueAt: number | null;
};
type Page<T> = { readonly items: readonly T[]; readonly cursor: string | null };

test('乡镇看不到别的乡镇的办件：404，不是403', async () => {
  const caseNo = await desk.opened();
  const neighbour = await stack.as('yaofu-chuangkou');
  for (const path of ['', '/ledger', '/clocks'])
    expect((await neighbour.call('GET', `/cases/${caseNo}${path}`)).status).toBe(404);
  const submitted = await neighbour.decide(caseNo, '材料审查', '受理');
  expect(submitted.status).toBe(404);
  expect(
    (await neighbour.get<Page<{ caseNo: string }>>('/cases')).items.map((item) => item.caseNo),
  ).not.toContain(caseNo);
  expect((await neighbour.get<Page<unknown>>('/cases?unit=chengguan')).items).toEqual([]);
  expect(
    (await desk.window.get<Page<{ caseNo: string }>>('/cases')).items.map((item) => item.caseNo),
  ).toContain(caseNo);
});

test('没有被征询的部门看不到办件', async () => {
  const caseNo = await desk.opened();
  const police = await stack.as('police');
  expect((await police.call('GET', `/cases/${caseNo}`)).status).toBe(404);
});

test('待办：只有自己岗位的环节，办结即消失，答复里带下一件', async () => {
  const caseNo = await desk.accepted();
  const inbox = await desk.visitor.get<Page<Task>>('/inbox');
  expect(
    inbox.items
      .filter((item) => item.caseNo === caseNo)
      .map(({ key }) => key)
      .sort(),
  ).toEqual(['入户调查', '提请信息核对']);
  expect(
    (await desk.reviewer.get<Page<Task>>('/inbox')).items.filter((item) => item.caseNo === caseNo),
  ).toEqual([]);
  const { body } = await desk.visitor.decide(caseNo, '提请信息核对', '已提请');
  expect((body as unknown as { next: Task }).next.caseNo).toBeDefined();
  const after = await desk.visitor.get<Page<Task>>('/inbox');
  expect(after.items.filter((item) => item.caseNo === caseNo).map(({ key }) => key)).toEqual(['入户调查']);
});

test('待办按时限风险排列，可逐页翻到底，不重不漏', async () => {
  for (let i = 0; i < 4; i++) await desk.accepted();
  const all = (await desk.visitor.get<Page<Task>>('/inbox?limit=100')).items;
  const due = all.map(({ dueAt }) => dueAt ?? Number.POSITIVE_INFINITY);
  expect(due).toEqual([...due].sort((a, b) => a - b));
  const paged: Task[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Page<Task> = await desk.visitor.get(`/inbox?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
    paged.push(...page.items);
    cursor = page.cursor;
  }
  expect(paged.map(({ caseNo, key }) => `${caseNo} ${key}`)).toEqual(
    all.map(({ caseNo, key }) => `${caseNo} ${key}`),
  );
});

test('读己所写：答复之后的任何读取都不早于它', async () => {
  const caseNo = await desk.opened();
  const { body } = await desk.window.decide(caseNo, '材料审查', '受理');
  const [view, ledger] = await Promise.all([
    desk.view(caseNo),
    desk.window.get<Page<{ seq: number }>>(`/cases/${caseNo}/ledger`),
  ]);
  expect(view.seq).toBeGreaterThanOrEqual(body.seq);
  expect(ledger.items.at(-1)?.seq).toBeGreaterThanOrEqual(body.seq);
});

test('按身份证号码查登记簿：完整匹配，只存散列', async () => {
  const form = desk.application();
  const caseNo = await desk.opened(form);
  const found = await desk.window.get<Page<{ caseNo: string }>>(`/cases?identity=${form.applicant.identity}`);
  expect(found.items.map((item) => item.caseNo)).toEqual([caseNo]);
  const dump =
    JSON.stringify(await stack.context.sql`select * from case_head`) +
    JSON.stringify(await stack.context.sql`select * from entry where case_no = ${caseNo}`) +
    JSON.stringify(await stack.context.sql`select * from command where case_no = ${caseNo}`);
  expect(dump).not.toContain(form.applicant.identity);
});

test('界面只显示遮掩后的身份证号码', async () => {
  const form = desk.application();
  const caseNo = await desk.opened(form);
  const shown = JSON.stringify((await desk.window.call('GET', `/cases/${caseNo}`)).body);
  expect(shown).not.toContain(form.applicant.identity);
  expect(shown).toContain(`640221********${form.applicant.identity.slice(14)}`);
  expect(shown).not.toContain('"sealed"');
});

test('公示栏无需登录，没有身份证号码、电话和账号', async () => {
  const form = desk.application();
  const caseNo = await desk.noticed(form);
  const board = await until(
    async () => await (await stack.http('/api/v1/notices', {})).text(),
    (text) => text.includes('公示'),
  );
  expect(caseNo).toMatch(/^DB2026/);
  for (const secret of [form.applicant.identity, form.applicant.phone, form.applicant.account, '赵小兰'])
    expect(board).not.toContain(secret);
});

const material = (bytes: Uint8Array<ArrayBuffer>, form: ReturnType<Desk['application']>) => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...form, materials: [...form.materials, { name: '其他', file: sha256 }] };
};
const seenBy = async (client: ApiClient, sha256: string): Promise<number> =>
  (await client.call('GET', `/materials/${sha256}`)).status;

test('材料：写进办件之前只有上传的人看得到；写进之后，看得到办件的都看得到，别人 404', async () => {
  const bytes = sampleFile('身份证复印件');
  const { status, body } = await desk.window.upload(bytes);
  expect(status).toBe(201);
  const { sha256 } = body;
  const neighbour = await stack.as('yaofu-chuangkou');
  const statuses = async () =>
    await Promise.all(
      [desk.window, desk.visitor, desk.inspector, neighbour].map((client) => seenBy(client, sha256)),
    );
  expect(await statuses()).toEqual([200, 404, 404, 404]);
  await desk.opened(material(bytes, desk.application()));
  expect(await statuses()).toEqual([200, 200, 200, 404]);
  expect((await desk.visitor.upload(bytes)).body.sha256).toBe(sha256);
});

test('表单只能写已经上传的材料：别的单位上传的、没有上传过的，逐项指出', async () => {
  const elsewhere = sampleFile('别的乡镇的材料');
  await (await stack.as('yaofu-chuangkou')).upload(elsewhere);
  for (const bytes of [elsewhere, sampleFile('没有上传过的')]) {
    const { status, body } = await openSample(desk.window, 'chengguan', material(bytes, desk.application()));
    expect([status, body]).toMatchObject([
      422,
      {
        code: 'FORM_INVALID',
        fields: [{ field: 'materials.4.file', text: expect.stringContaining('尚未上传') }],
      },
    ]);
  }
  const caseNo = await desk.accepted();
  done(await desk.visitor.decide(caseNo, '提请信息核对', '已提请'));
  const unknown = '0'.repeat(64);
  const visit = visitForm(stack.today(), { familySignature: unknown });
  expect((await desk.visitor.decide(caseNo, '入户调查', '已调查', visit)).body.code).toBe('FORM_INVALID');
});

test('离任的人不再看得到材料，包括自己上传的', async () => {
  const leaver = await stack.as('taole-chuangkou');
  const bytes = sampleFile('离任前上传');
  const { sha256 } = (await leaver.upload(bytes)).body;
  expect(await seenBy(leaver, sha256)).toBe(200);
  await stack.context.sql`update post set valid_to = '2026-03-01' where person = 'taole-chuangkou'`;
  expect(await seenBy(leaver, sha256)).toBe(404);
});

test('只看得到部分的人，看得到写在自己所办环节里的材料，看不到办件的其他材料', async () => {
  const other = sampleFile('申请人的其他材料');
  await desk.window.upload(other);
  const caseNo = await desk.opened(material(other, desk.application()));
  done(
    await desk.inspector.submit(caseNo, {
      type: 'transfer',
      act: '材料审查',
      to: { unit: 'yaofu', person: 'yaofu-chuangkou' },
      opinion: '请办',
    }),
  );
  const neighbour = await stack.as('yaofu-chuangkou');
  expect((await neighbour.call('GET', `/cases/${caseNo}`)).status).toBe(200);
  const sha256 = createHash('sha256').update(other).digest('hex');
  expect(await seenBy(neighbour, sha256)).toBe(404);
});

test('退出登录后令牌立即失效', async () => {
  const person = await stack.as('taoleg-x').catch(() => undefined);
  expect(person).toBeUndefined();
  const { signInSample } = await import('../../stack/sample-people.ts');
  const again = await signInSample(stack.http, 'xianren');
  expect((await again.call('GET', '/me')).status).toBe(200);
  expect((await again.call('DELETE', '/sessions/current')).status).toBeLessThan(300);
  expect((await again.call('GET', '/me')).status).toBe(401);
});

test('转办、认领、拿回、催办一路走 HTTP', async () => {
  const caseNo = await desk.accepted();
  done(await desk.visitor.submit(caseNo, { type: 'claim', act: '入户调查' }));
  done(await desk.inspector.submit(caseNo, { type: 'urge', act: '入户调查', opinion: '请尽快入户' }));
  const other = await desk.head.submit(caseNo, {
    type: 'transfer',
    act: '入户调查',
    to: { unit: 'chengguan', person: 'hedui' },
    opinion: '换人',
  });
  expect(other.body.code).toBe('TARGET_UNKNOWN');
  done(
    await desk.head.submit(caseNo, {
      type: 'transfer',
      act: '入户调查',
      to: { unit: 'chengguan', person: 'chengguan-chushen' },
      opinion: '换人',
    }),
  );
  expect((await desk.visitor.decide(caseNo, '入户调查', '已调查', {})).body.code).toBe('CLAIMED_BY_OTHER');
  done(await desk.visitor.decide(caseNo, '提请信息核对', '已提请'));
  const trail = await desk.window.get<Page<{ event: { type: string } }>>(`/cases/${caseNo}/ledger`);
  const types = trail.items.map(({ event }) => event.type);
  for (const type of ['claimed', 'urged', 'transferred', 'decided']) expect(types).toContain(type);
});

test('号码写明目的才给看，记下谁、为什么；只看得到一部分的、写不出目的的、不是号码的都不给', async () => {
  const caseNo = await desk.opened(desk.application({ n: 745 }));
  const path = `/cases/${caseNo}/identities`;
  const asked = { field: 'applicant.identity', purpose: '核对本人身份' };
  const shown = await desk.window.call('POST', path, asked);
  expect(shown).toMatchObject({ status: 200, body: { number: sampleIdentity(745) } });
  expect(await desk.inspector.get(path)).toMatchObject({
    items: [{ field: 'applicant.identity', name: '城关窗口员', purpose: '核对本人身份' }],
  });
  for (const wrong of [
    { ...asked, purpose: ' ' },
    { ...asked, field: 'applicant.name' },
    { ...asked, field: '__proto__.identity' },
    { ...asked, field: 'members.9.identity' },
  ])
    expect((await desk.window.call('POST', path, wrong)).status).toBe(422);
  const neighbour = await stack.as('yaofu-chuangkou');
  expect((await neighbour.call('POST', path, asked)).status).toBe(404);
  expect((await neighbour.call('GET', path)).status).toBe(404);
});
