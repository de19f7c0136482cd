/** 网上申请: by telephone, with materials sent in, into one's own case; the window works it like any other. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '../../stack/sample-material.ts';
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
  { body, cookie = '', key }: { body?: Body | Uint8Array<ArrayBuffer>; cookie?: string; key?: string } = {},
) => {
  const answer = await stack.http(`/api/v1/my/${path}`, {
    method,
    headers: {
      ...(body instanceof Uint8Array ? {} : { 'content-type': 'application/json' }),
      ...(cookie ? { cookie } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    body: (await answer.json()) as Body & { fields?: { field: string; text: string }[] },
    cookies: answer.headers
      .getSetCookie()
      .map((set) => set.split(';')[0] ?? '')
      .filter((set) => !set.endsWith('=')),
  };
};
const codes = async (): Promise<readonly string[]> =>
  (await stack.taken('sms')).flatMap(({ body }) =>
    body['template'] === '验证码' ? [(body['params'] as { code: string }).code] : [],
  );
const reached = async (phone: string): Promise<string> => {
  const before = (await codes()).length;
  expect((await send('POST', 'applicants/codes', { body: { phone } })).status).toBe(202);
  const code = (await until(codes, (all) => all.length > before)).at(-1) ?? '';
  const { status, cookies } = await send('POST', 'applicants', { body: { phone, code } });
  expect(status).toBe(201);
  return cookies[0] ?? '';
};
const uploaded = async (cookie: string, name: string): Promise<string> => {
  const { status, body } = await send('POST', 'applications/materials', {
    body: new Uint8Array(sampleFile(name)) as Uint8Array<ArrayBuffer>,
    cookie,
  });
  expect(status).toBe(201);
  return String(body['sha256']);
};
let n = 4_000;
/** As a household of one writes it on a phone, each material sent in with it. */
const formOf = async (cookie: string, phone: string, names?: readonly string[]) => {
  const sample = desk.application({ n: n++ });
  const materials = [];
  for (const one of sample.materials.filter(({ name }) => !names || names.includes(name)))
    materials.push({ ...one, file: await uploaded(cookie, `${phone} ${one.name}`) });
  return { ...sample, applicant: { ...sample.applicant, phone }, materials };
};
const opening = (form: Body) => ({ matter: 'minimum-living', unit: 'chengguan', form });

test('可以网上申请的写明向哪里申请、填什么；不能的、别处的说明到哪里办', async () => {
  const { body } = await send('GET', 'matters');
  const items = body['items'] as { code: string; units: { id: string }[]; form: object }[];
  expect(items.map(({ code }) => code)).toEqual(['minimum-living', 'organization-establishment']);
  expect(items[0]?.units).toHaveLength(13);
  expect(items[1]?.units.map(({ id }) => id)).toEqual(['civil-affairs']);
  const phone = '13900004001';
  const cookie = await reached(phone);
  const form = await formOf(cookie, phone);
  for (const asked of [
    { ...opening(form), unit: 'civil-affairs' },
    { ...opening(form), matter: 'whistle' },
  ])
    expect(
      await send('POST', 'applications', { body: asked, cookie, key: crypto.randomUUID() }),
    ).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining('乡镇服务大厅') },
    });
});

test('凭电话和验证码申请：还缺什么先说；登记一次，随即进入自己的办件；窗口照常受理，看得到材料', async () => {
  const phone = '13900004002';
  const cookie = await reached(phone);
  const partial = await formOf(cookie, phone, ['申请书']);
  const tried = await send('POST', 'applications/trial', { body: opening(partial), cookie });
  expect(JSON.stringify(tried.body['gaps'])).toContain('诚信承诺书');
  const form = { ...(await formOf(cookie, phone)) };
  expect((await send('POST', 'applications/trial', { body: opening(form), cookie })).body).toMatchObject({
    fields: [],
    gaps: [],
    taken: null,
  });
  const key = crypto.randomUUID();
  const [one, two] = await Promise.all([
    send('POST', 'applications', { body: opening(form), cookie, key }),
    send('POST', 'applications', { body: opening(form), cookie, key }),
  ]);
  expect([one.status, two.status]).toEqual([201, 201]);
  expect(two.body['displayNo']).toBe(one.body['displayNo']);
  const mine = one.cookies.find((set) => set.startsWith('yimen_my='));
  expect((await send('GET', 'case', { cookie: mine ?? '' })).body).toMatchObject({
    displayNo: one.body['displayNo'],
    underway: [{ name: '材料审查' }],
  });
  const { items } = await desk.window.get<{ items: { caseNo: string; key: string }[] }>('/inbox');
  const caseNo = items.at(-1)?.caseNo ?? '';
  const [entry] = await stack.context.sql<{ actor: object }[]>`
    select actor from entry where case_no = ${caseNo} and seq = 1`;
  expect(entry?.actor).toMatchObject({ kind: 'applicant' });
  const [paper] = form.materials;
  expect((await desk.window.call('GET', `/materials/${paper?.file}`)).status).toBe(200);
  expect((await (await stack.as('baofeng-chuangkou')).call('GET', `/materials/${paper?.file}`)).status).toBe(
    404,
  );
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
  const again = await reached(phone);
  const other = { ...form, materials: (await formOf(again, phone)).materials };
  expect(
    await send('POST', 'applications', { body: opening(other), cookie: again, key: crypto.randomUUID() }),
  ).toMatchObject({
    status: 409,
    body: { code: 'DUPLICATE_CASE' },
  });
});

test('没有验证电话的不能申请；联系电话须是收到验证码的；别人上传的材料不能写；验证码用一次', async () => {
  const phone = '13900004003';
  expect((await send('POST', 'applications', { body: opening({}), key: crypto.randomUUID() })).status).toBe(
    401,
  );
  expect((await send('POST', 'applicants', { body: { phone, code: '000000' } })).body).toMatchObject({
    code: 'CODE_WRONG',
  });
  const cookie = await reached(phone);
  const form = await formOf(cookie, '13900009999');
  const wrong = await send('POST', 'applications', { body: opening(form), cookie, key: crypto.randomUUID() });
  expect(wrong).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'applicant.phone', text: expect.stringContaining(phone) }] },
  });
  const stranger = await reached('13900004004');
  const taken = { ...(await formOf(stranger, '13900004004')), materials: form.materials };
  expect(
    await send('POST', 'applications', { body: opening(taken), cookie: stranger, key: crypto.randomUUID() }),
  ).toMatchObject({
    status: 422,
    body: { fields: [{ text: expect.stringContaining('尚未上传') }, {}, {}, {}] },
  });
});
