/** 群众: into their own case by a code sent to their telephone, and into no other. */
import { afterAll, beforeAll, expect, test } from 'vitest';
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

type Body = Record<string, unknown>;
const send = async (
  method: string,
  path: string,
  body?: Body | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) => {
  const answer = await stack.http(`/api/v1/my/${path}`, {
    method,
    headers: { ...(body instanceof Uint8Array ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
  });
  const isJson = answer.headers.get('content-type')?.includes('json');
  return {
    status: answer.status,
    body: (isJson ? await answer.json() : await answer.text()) as Body,
    cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
    setCookie: answer.headers.get('set-cookie') ?? '',
  };
};

const codes = async (): Promise<readonly string[]> =>
  (await stack.taken('sms')).flatMap(({ body }) =>
    body['template'] === '验证码' ? [(body['params'] as { code: string }).code] : [],
  );
/** The code that comes after those there were. */
const nextCode = async (ask: () => Promise<unknown>): Promise<string> => {
  const before = (await codes()).length;
  await ask();
  return (await until(codes, (all) => all.length > before)).at(-1) ?? '';
};

let n = 600;
const applied = async (): Promise<{ readonly caseNo: string; readonly last: string }> => {
  n += 1;
  const caseNo = await desk.opened(desk.application({ n }));
  return { caseNo, last: sampleIdentity(n).slice(-4) };
};
const entered = async ({ caseNo, last }: { caseNo: string; last: string }): Promise<string> => {
  const code = await nextCode(() => send('POST', 'codes', { caseNo, last }));
  const { status, cookie } = await send('POST', 'sessions', { caseNo, last, code });
  expect(status).toBe(201);
  return cookie;
};

test('办件号怎么写都认；验证码发到办件上的电话，凭它进入，只看得到自己的、给自己的', async () => {
  const { caseNo, last } = await applied();
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
  const written = `平低保〔2026〕 ${caseNo.slice(6)}`;
  const code = await nextCode(() => send('POST', 'codes', { caseNo: written, last }));
  const { status, body, cookie, setCookie } = await send('POST', 'sessions', { caseNo: written, last, code });
  expect({ status, title: body['title'], state: body['state'] }).toEqual({
    status: 201,
    title: '最低生活保障审核确认',
    state: 'open',
  });
  expect(setCookie).toMatch(/HttpOnly.*SameSite=Strict/);
  expect(JSON.stringify(body)).not.toMatch(/64022\d|1390000/);
  expect(body['steps']).toMatchObject([{ name: '材料审查' }]);
  expect(body['ahead']).toEqual(expect.arrayContaining(['初审', '公示', '审核确认']));
  expect((body['underway'] as readonly Body[]).map(({ name }) => name)).toEqual(['提请信息核对', '入户调查']);
  const [notice] = body['notices'] as readonly { code: string; text: { title: string } }[];
  expect(notice?.text.title).toBe('受理通知书');
  const printed = await send('GET', `documents/${notice?.code}/print`, undefined, { cookie });
  expect(printed.status).toBe(200);
  expect((await send('GET', 'case')).status).toBe(401);
  expect((await send('GET', 'case', undefined, { cookie: 'yimen_my=made-up' })).status).toBe(401);
  expect((await send('DELETE', 'session', undefined, { cookie })).status).toBe(204);
  expect((await send('GET', 'case', undefined, { cookie })).status).toBe(401);
});

test('号码不对的答复一样，不发短信；验证码错五次作废，用过一次作废；取得太勤的请稍候', async () => {
  const { caseNo, last } = await applied();
  const before = (await codes()).length;
  const wrong = await send('POST', 'codes', { caseNo, last: '0000' });
  const none = await send('POST', 'codes', { caseNo: 'DB202699998', last });
  const right = await send('POST', 'codes', { caseNo, last });
  expect([wrong, none, right].map(({ status, body }) => [status, body])).toEqual(
    Array.from({ length: 3 }, () => [202, { minutes: 10 }]),
  );
  const [code = ''] = (await until(codes, (all) => all.length > before)).slice(before);
  expect((await codes()).length).toBe(before + 1);
  const other = code === '000000' ? '000001' : '000000';
  for (let tries = 0; tries < 4; tries++)
    expect((await send('POST', 'sessions', { caseNo, last, code: other })).body['code']).toBe('CODE_WRONG');
  expect((await send('POST', 'sessions', { caseNo, last, code })).status).toBe(201);
  // The purse of five tries is empty, whatever is right.
  expect((await send('POST', 'sessions', { caseNo, last, code })).body['code']).toBe('TOO_MANY_ATTEMPTS');
  const second = await applied();
  const spent = await nextCode(() => send('POST', 'codes', second));
  expect((await send('POST', 'sessions', { ...second, code: spent })).status).toBe(201);
  expect((await send('POST', 'sessions', { ...second, code: spent })).body['code']).toBe('CODE_WRONG');
});

test('补正：上传、提交由本人，编号重发只一次；别的环节不由本人办；撤回之后办件结束', async () => {
  const { caseNo, last } = await applied();
  done(
    await desk.window.decide(caseNo, '材料审查', '材料不齐', {
      gaps: [{ item: '病历', reason: '申请书写明患重病' }],
    }),
  );
  const cookie = await entered({ caseNo, last });
  const { body: view } = await send('GET', 'case', undefined, { cookie });
  const [asked] = view['asks'] as readonly { key: string; outcomes: readonly { name: string }[] }[];
  expect(asked).toMatchObject({ key: '补正材料' });
  const uploaded = await send('POST', 'materials', sampleFile('病历'), { cookie });
  expect(uploaded.status).toBe(201);
  const file = String(uploaded.body['sha256']);
  const command = {
    type: 'decide',
    act: asked?.key,
    outcome: asked?.outcomes[0]?.name,
    form: { materials: [{ name: '申请书', file }] },
  };
  const headers = { cookie, 'idempotency-key': crypto.randomUUID() };
  const twice = [
    await send('POST', 'commands', command, headers),
    await send('POST', 'commands', command, headers),
  ];
  expect(twice.map(({ status, body }) => [status, body['seq']])).toEqual([
    [200, 3],
    [200, 3],
  ]);
  const { acts } = await desk.view(caseNo);
  expect(acts.map(({ key }) => key)).toEqual(['材料审查#2']);
  const other = { type: 'decide', act: '材料审查#2', outcome: '受理' };
  const refused = await send('POST', 'commands', other, { cookie, 'idempotency-key': crypto.randomUUID() });
  expect(refused.body['code']).toBe('NOT_YOURS');
  const rated = { score: 2, words: '跑了三趟' };
  const early = await send('POST', 'rating', rated, { cookie });
  expect(early).toMatchObject({ status: 403, body: { detail: expect.stringContaining('办结以后') } });
  const withdrawn = await send(
    'POST',
    'commands',
    { type: 'withdraw', opinion: '已经找到工作' },
    { cookie, 'idempotency-key': crypto.randomUUID() },
  );
  expect(withdrawn.status).toBe(200);
  expect((withdrawn.body['view'] as Body)['state']).toBe('closed');
  expect((withdrawn.body['view'] as Body)['rating']).toBeNull();
  expect((await send('POST', 'rating', { ...rated, score: 6 }, { cookie })).status).toBe(422);
  await send('POST', 'rating', { ...rated, score: 1 }, { cookie });
  const again = await send('POST', 'rating', rated, { cookie });
  expect(again.body['rating']).toMatchObject(rated);
  const seen = await desk.inspector.get('/supervision/ratings');
  expect(seen).toMatchObject({ scores: [{ score: 2, count: 1 }], worst: [{ caseNo, ...rated }] });
  const neighbour = await stack.as('yaofu-fuze');
  expect(await neighbour.get('/supervision/ratings')).toMatchObject({ scores: [], worst: [] });
});

test('对公示的异议由群众在网上提出：凭短信验证码，期满以后与窗口登记的一并处理，答复到电话；编造的、满期的不收', async () => {
  const caseNo = await desk.noticed(desk.application({ name: '司马秀兰' }));
  const post = async (path: string, body: object) => {
    const answer = await stack.http(`/api/v1/notices/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as { code?: string } };
  };
  const { items } = await desk.window.get<{ items: { id: string; text: { paragraphs: string[] } }[] }>(
    `/notices?q=${encodeURIComponent('司马*兰')}`,
  );
  const id = items[0]?.id ?? '';
  expect(id).not.toContain(caseNo);
  const phone = '13900000077';
  expect((await post('no-such-notice/codes', { phone })).status).toBe(404);
  expect((await post(`${id}/codes`, { phone: '电话' })).status).toBe(422);
  expect((await post(`${id}/codes`, { phone })).status).toBe(202);
  const sent = await until(
    async () => (await stack.taken('sms')).filter(({ body }) => body['to'] === phone),
    ({ length }) => length > 0,
  );
  const [message] = sent as unknown as { body: { params: { code: string } } }[];
  const code = message?.body.params.code ?? '';
  const said = { objector: '村民乙', phone, content: '有房出租' };
  const wrong = code === '000000' ? '000001' : '000000';
  expect((await post(`${id}/objections`, { ...said, code: wrong })).body.code).toBe('CODE_WRONG');
  expect((await post(`${id}/objections`, { ...said, code })).status).toBe(201);
  // Sent again after its answer was lost, it is the same objection.
  expect((await post(`${id}/objections`, { ...said, code })).status).toBe(201);
  await stack.advance('P12D');
  await desk.opensAct(caseNo, '异议处理');
  expect(await desk.reviewer.get<{ acts: object[] }>(`/cases/${caseNo}`)).toMatchObject({
    acts: [{ brief: { objections: ['村民乙：有房出租'] } }],
  });
  expect((await post(`${id}/codes`, { phone })).status).toBe(404);
});
