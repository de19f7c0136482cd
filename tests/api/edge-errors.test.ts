/** Every error the edge can answer with, each provoked once over HTTP: the table is exhaustive by type. */

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { bucketStore } from '../../api/materials.ts';
import { type EdgeCode, edgeErrors } from '../../contract/errors.ts';
import { signCallback } from '../../security/callback-signature.ts';
import { openSample } from '../../stack/sample-application.ts';
import { sampleFile, withMaterials } from '../../stack/sample-material.ts';
import { endingForm } from '../matters/organization-deregistration/desk.ts';
import { freshField, registrationDeskOf, societyForm } from '../matters/organization-establishment/desk.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

type Seen = { readonly status: number; readonly body: Record<string, unknown>; readonly headers: Headers };
const asked = async (path: string, init: RequestInit = {}): Promise<Seen> => {
  const answer = await stack.http(path, init);
  return {
    status: answer.status,
    body: (await answer.json()) as Record<string, unknown>,
    headers: answer.headers,
  };
};
const json = { 'content-type': 'application/json' };
const signIn = (username: string, password: string): Promise<Seen> =>
  asked('/api/v1/sessions', { method: 'POST', headers: json, body: JSON.stringify({ username, password }) });
const seen = async (work: Promise<{ status: number; body: unknown; headers: Headers }>): Promise<Seen> =>
  (await work) as Seen;
const callback = (headers: Record<string, string>, body: string): Promise<Seen> =>
  asked('/api/v1/callbacks/verification', { method: 'POST', headers: { ...json, ...headers }, body });
const [callbackKey] = [
  () => stack.context.settings.YIMEN_CALLBACK_KEYS[0] as { id: string; key: Uint8Array<ArrayBuffer> },
];
const dataRow = {
  name: 'minimum-living.standards',
  version: '9',
  row: { value: { RURAL: 1, URBAN: 1 }, from: '2030-01-01', basis: '样例', standing: 'county' },
  why: '样例',
};
const notice = {
  version: '样例-1',
  entries: [
    { from: '2030-01-01', to: '2030-01-01', kind: 'off', name: '元旦', basis: '样例', confirmed: true },
  ],
  why: '样例',
};

async function askedInProduction(path: string, init: RequestInit): Promise<Seen> {
  const production = createApp({
    ...stack.context,
    settings: { ...stack.context.settings, YIMEN_PROFILE: 'production' },
  });
  const answer = await production.request(path, init);
  return {
    status: answer.status,
    body: (await answer.json()) as Record<string, unknown>,
    headers: answer.headers,
  };
}

const provoked: Record<EdgeCode, () => Promise<Seen>> = {
  NOT_SIGNED_IN: () => asked('/api/v1/inbox'),
  SIGN_IN_FAILED: () => signIn('nobody-here', 'wrong'),
  CODE_WRONG: () =>
    asked('/api/v1/my/sessions', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ caseNo: 'DB202699999', last: '0000', code: '000000' }),
    }),
  TOO_MANY_ATTEMPTS: async () => {
    for (let i = 0; i < 5; i++) await signIn('police', 'wrong');
    return await signIn('police', 'pingluo-2026');
  },
  FORBIDDEN: () => seen(openSample(desk.reviewer, 'chengguan', desk.application())),
  NOT_FOUND: () => seen(desk.window.call('GET', '/cases/DB202699999')),
  METHOD_NOT_ALLOWED: () => seen(desk.window.call('PUT', '/inbox')),
  BODY_INVALID: () =>
    seen(desk.window.call('POST', '/cases', { matter: 1 }, { 'idempotency-key': randomUUID() })),
  BODY_NOT_JSON: () => asked('/api/v1/sessions', { method: 'POST', headers: json, body: '{"username":' }),
  CURSOR_INVALID: () => seen(desk.window.call('GET', '/inbox?cursor=made-up')),
  BODY_TOO_LARGE: () => signIn('x'.repeat(65_536), 'x'),
  KEY_REQUIRED: () =>
    seen(desk.window.call('POST', '/cases', { matter: 'minimum-living', unit: 'chengguan', form: {} })),
  KEY_INVALID: () => seen(openSample(desk.window, 'chengguan', desk.application(), 'short')),
  FILE_TYPE_REFUSED: () => seen(desk.window.upload(new Uint8Array(Buffer.from('MZ not a picture')))),
  FILE_EMPTY: () => seen(desk.window.upload(new Uint8Array(0))),
  FILE_TOO_LARGE: () => seen(desk.window.upload(new Uint8Array(20 * 1024 * 1024 + 1))),
  VERSION_EXISTS: async () => {
    await desk.countyHead.call('POST', '/tables/calendars', notice);
    return await seen(desk.countyHead.call('POST', '/tables/calendars', notice));
  },
  RULE_UNKNOWN: () =>
    seen(desk.countyHead.call('POST', '/tables/rules', { ...dataRow, name: 'no-such-rule' })),
  RULE_SHAPE_CHANGED: () =>
    seen(
      desk.countyHead.call('POST', '/tables/rules', {
        ...dataRow,
        row: { ...dataRow.row, value: { RURAL: 1 } },
      }),
    ),
  TABLE_HURTS_CASES: async () => {
    await desk.opened();
    // A county whose data says less of its rules than their processes need.
    const county = { ...stack.context.county, ruleFaults: () => [] };
    const lenient = createApp({ ...stack.context, county });
    const row = { value: 'soon', from: stack.today(), basis: '样例', standing: 'county' };
    const name = 'minimum-living.total.township';
    const { token } = desk.countyHead;
    const answer = await lenient.request('/api/v1/tables/rules', {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${token}` },
      body: JSON.stringify({ name, version: 'wrong', row, why: '样例' }),
    });
    return {
      status: answer.status,
      body: (await answer.json()) as Record<string, unknown>,
      headers: answer.headers,
    };
  },
  DUPLICATE_CASE: async () => {
    const form = desk.application();
    await desk.opened(form);
    return await seen(openSample(desk.window, 'chengguan', form));
  },
  TAKEN: async () => {
    const form = societyForm(freshField());
    const registrar = await registrationDeskOf(stack);
    await registrar.opened(form);
    return await seen(registrar.asked(form));
  },
  SUBJECT_STATE: async () => {
    const registrar = await registrationDeskOf(stack);
    const form = endingForm('51640221MJX0000189', stack.today());
    return await seen(registrar.apply('organization-deregistration', form));
  },
  POOL_EMPTY: async () => {
    const registrar = await registrationDeskOf(stack);
    const caseNo = await registrar.concluded();
    await stack.context.sql`delete from pool_code where case_no is null`;
    return await seen(registrar.head.decide(caseNo, '登记决定', '准予登记'));
  },
  CALLBACK_UNSIGNED: () => callback({ 'x-yimen-signature': 'forged' }, '{}'),
  CALLBACK_REPLAYED: async () => {
    const caseNo = await desk.verified();
    const body = JSON.stringify({
      caseNo,
      act: '信息核对',
      round: 1,
      answers: { 银行: { status: 'no-data', findings: [] } },
    });
    const headers = signCallback(callbackKey(), 'n'.repeat(24), body, Date.now());
    expect((await callback(headers, body)).status).toBe(200);
    return await callback(headers, body);
  },
  CLOCK_IS_WALL: () =>
    askedInProduction('/api/v1/local/clock', { method: 'POST', headers: json, body: '{"advance":"P1D"}' }),
  COUNTY_UNCONFIRMED: async () => {
    await withMaterials(desk.window);
    return await askedInProduction('/api/v1/cases', {
      method: 'POST',
      headers: {
        ...json,
        authorization: `Bearer ${desk.window.token}`,
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({
        matter: 'minimum-living',
        unit: 'chengguan',
        form: desk.application(),
      }),
    });
  },
  NOT_READY: async () => {
    const store = bucketStore(
      `${stack.standIns.bank}/materials`,
      'id',
      'secret',
      stack.context.settings.YIMEN_MATERIALS,
    );
    const app = createApp({ ...stack.context, materials: store });
    const answer = await app.request('/api/v1/materials', {
      method: 'POST',
      headers: { authorization: `Bearer ${desk.window.token}` },
      body: sampleFile('材料'),
    });
    return {
      status: answer.status,
      body: (await answer.json()) as Record<string, unknown>,
      headers: answer.headers,
    };
  },
  INTERNAL: async () => {
    const { sql } = stack.context;
    await sql`alter table case_head rename to case_head_away`;
    try {
      return await seen(desk.window.call('GET', '/cases'));
    } finally {
      await sql`alter table case_head_away rename to case_head`;
    }
  },
};

test.each(Object.keys(edgeErrors) as EdgeCode[])('%s：状态、编码、标题和下一步', async (code) => {
  const { status, body, headers } = await provoked[code]();
  expect(body['code']).toBe(code);
  const { http, title, next } = edgeErrors[code];
  expect(status).toBe(http);
  expect(body).toMatchObject({ title, status: http, type: `/api/errors#${code}` });
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(body['requestId']).toBe(headers.get('x-request-id'));
  if (!['NOT_FOUND', 'FORBIDDEN', 'TABLE_HURTS_CASES'].includes(code)) expect(body['detail']).toContain(next);
  expect(String(body['detail'])).not.toBe('');
});

test('表单有误：逐项指出，什么也不登记', async () => {
  const before = (await desk.inspector.get<{ items: unknown[] }>('/cases')).items.length;
  const form = { ...desk.application(), applicant: { name: '', phone: 1 } };
  const { status, body } = await openSample(desk.window, 'chengguan', form);
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'FORM_INVALID' });
  const fields = (body as unknown as { fields: { field: string; text: string }[] }).fields;
  expect(fields.map(({ field }) => field)).toContain('applicant.name');
  expect(fields.every(({ text }) => /[\u4e00-\u9fff]/.test(text))).toBe(true);
  expect((await desk.inspector.get<{ items: unknown[] }>('/cases')).items.length).toBe(before);
});

test('不写 content-type 的请求同样校验', async () => {
  const answer = await asked('/api/v1/sessions', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'text/plain' },
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});

test('不说有多长的正文边读边数：太长的同样拒绝，不长的照常', async () => {
  const streamed = (username: string) => {
    const body = new Blob([JSON.stringify({ username, password: 'x' })]).stream();
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers: json, body, duplex: 'half' };
    return asked('/api/v1/sessions', init);
  };
  expect((await streamed('x'.repeat(65_536))).body).toMatchObject({ code: 'BODY_TOO_LARGE' });
  expect((await streamed('nobody-at-all')).body).toMatchObject({ code: 'SIGN_IN_FAILED' });
});

test('无效的身份证号码在受理窗口即被指出', async () => {
  const form = desk.application();
  const { body } = await openSample(desk.window, 'chengguan', {
    ...form,
    applicant: { ...form.applicant, identity: '640221198001010000' },
  });
  expect(body).toMatchObject({ code: 'FORM_INVALID', fields: [{ field: 'applicant.identity' }] });
});

test('错误目录可查', async () => {
  const catalogue = (await (await stack.http('/api/errors', {})).json()) as Record<string, unknown>;
  expect(Object.keys(catalogue)).toEqual(expect.arrayContaining(Object.keys(edgeErrors)));
});

test('预览与实办一致', async () => {
  const caseNo = await desk.opened();
  const command = { type: 'decide', act: '材料审查', outcome: '受理', form: {}, opinion: '材料齐全' };
  const { body: shown } = await desk.window.call<{
    opens: { key: string }[];
    starts: { key: string }[];
    sends: unknown[];
  }>('POST', `/cases/${caseNo}/preview`, command);
  expect((await desk.view(caseNo)).stage).toBe('材料审查');
  done(await desk.window.submit(caseNo, command));
  const view = await desk.view(caseNo);
  expect(shown.opens.map(({ key }) => key)).toEqual(view.acts.map(({ key }) => key));
  const running = (await desk.clocks(caseNo))
    .filter(({ stoppedAt, kind }) => stoppedAt === null && kind !== '环节')
    .map(({ key }) => key);
  expect(shown.starts.map(({ key }) => key)).toEqual(expect.arrayContaining(running));
});

test('列表有上限；公布的日历、标准可以比一条命令大', async () => {
  const member = { name: '某', relation: '子女' };
  const form = { ...desk.application(), members: Array.from({ length: 201 }, () => member) };
  const { body } = await openSample(desk.window, 'chengguan', form);
  expect(body).toMatchObject({ code: 'FORM_INVALID' });
  const { fields } = body as unknown as { fields: { field: string; text: string }[] };
  expect(fields).toContainEqual({ field: 'members', text: '共同生活家庭成员不能超过200项' });
  const large = await desk.countyHead.call('POST', '/tables/calendars', {
    ...notice,
    why: '字'.repeat(40_000),
  });
  expect(large.body).toMatchObject({ code: 'BODY_INVALID' });
});

test('录错的节假日通知和规则逐项指出：止日在前、跨年、重日、留下空档，什么也不登记', async () => {
  const entry = {
    from: '2030-01-01',
    to: '2030-01-01',
    kind: 'off',
    name: '元旦',
    basis: '样例',
    confirmed: true,
  };
  const calendar = (entries: object[]) =>
    desk.countyHead.call('POST', '/tables/calendars', { version: 'wrong', entries, why: '样例' });
  const said = (answer: { body: unknown }) =>
    (answer.body as { fields?: { text: string }[] }).fields?.[0]?.text;
  expect(said(await calendar([{ ...entry, to: '2029-12-31' }]))).toBe('止日不能早于起日');
  expect(said(await calendar([{ ...entry, to: '2031-01-01' }]))).toContain('请核对年份');
  expect(said(await calendar([entry, { ...entry, kind: 'work' }]))).toBe('同一通知里有的日期写了两次');
  const rule = (row: object) =>
    desk.countyHead.call('POST', '/tables/rules', {
      name: 'minimum-living.public-notice',
      version: 'wrong',
      row: { value: { amount: 7, unit: 'days' }, basis: '样例', standing: 'county', ...row },
      why: '样例',
    });
  expect(said(await rule({ from: '2030-01-02', to: '2030-01-01' }))).toBe('止日不能早于起日');
  expect(said(await rule({ from: '2030-01-01', value: { amount: 0, unit: 'days' } }))).not.toBeUndefined();
  expect(said(await rule({ from: '2030-01-01', value: { amount: 7, unit: 'weeks' } }))).not.toBeUndefined();
});

test('没有给出过的翻页位置，各列表一样回答；给出的照常翻页', async () => {
  const odd = Buffer.from(JSON.stringify([Number.MAX_SAFE_INTEGER, '\u0000', 'x'])).toString('base64url');
  for (const path of ['/inbox', '/cases', '/notices'])
    for (const cursor of ['x', odd, '1~DB202600001'])
      expect(
        (await desk.inspector.call('GET', `${path}?cursor=${encodeURIComponent(cursor)}`)).body,
      ).toMatchObject({
        code: 'CURSOR_INVALID',
      });
  await Promise.all([desk.noticed(), desk.noticed(), desk.noticed()]);
  type Page = { items: { at: number; text: unknown }[]; cursor: string | null };
  const whole = await desk.window.get<Page>('/notices');
  const paged: unknown[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const next: Page = await desk.window.get<Page>(`/notices?limit=1${cursor ? `&cursor=${cursor}` : ''}`);
    paged.push(...next.items);
    cursor = next.cursor;
  }
  expect(paged).toEqual(whole.items);
  expect(paged.length).toBeGreaterThanOrEqual(3);
});

test('数据库存不下的字符、深不见底的嵌套、不成样子的 If-Match，都说明，不是 500', async () => {
  const caseNo = await desk.opened();
  const nul = await desk.window.submit(caseNo, { type: 'claim', act: '材料\u0000审查' });
  const lone = await desk.window.submit(caseNo, { type: 'urge', act: '材料审查', opinion: '快\ud800办' });
  for (const { status, body } of [nul, lone]) {
    expect([status, body.code]).toEqual([422, 'BODY_INVALID']);
    expect((body as unknown as { fields: object[] }).fields).toEqual([
      { field: expect.any(String), text: '含有不能保存的字符' },
    ]);
  }
  const deep = `{"matter":"minimum-living","unit":"chengguan","form":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`;
  const answer = await asked('/api/v1/cases', {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${desk.window.token}`, 'idempotency-key': randomUUID() },
    body: deep,
  });
  expect([answer.status, answer.body['code']]).toEqual([422, 'BODY_INVALID']);
  const command = { type: 'claim', act: '材料审查' };
  const pressed = async (seen: string) =>
    (
      await desk.window.call<{ code?: string }>('POST', `/cases/${caseNo}/commands`, command, {
        'idempotency-key': randomUUID(),
        'if-match': seen,
      })
    ).body.code ?? 'done';
  expect(await pressed('garbage')).toBe('BODY_INVALID');
  expect(await pressed('"1", "2"')).toBe('BODY_INVALID');
  expect(await pressed('W/"9"')).toBe('CASE_MOVED_ON');
  expect(await pressed('*')).toBe('done');
  for (const path of ['/cases?matter=%00', '/cases?unit=%00', '/commands/%00', '/inbox?cursor=%00'])
    expect((await desk.inspector.call('GET', path)).status).toBe(422);
});

test('不支持的方法：405，Allow 写明可用的方法；没有的地址仍是 404', async () => {
  const allowed = async (method: string, path: string): Promise<unknown> => {
    const answer = await stack.http(path, {
      method,
      headers: { authorization: `Bearer ${desk.window.token}` },
    });
    return [answer.status, answer.headers.get('allow')];
  };
  expect(await allowed('DELETE', '/api/v1/cases')).toEqual([405, 'GET, HEAD, POST']);
  expect(await allowed('GET', '/api/v1/cases/DB202600001/commands')).toEqual([405, 'POST']);
  expect(await allowed('POST', '/api/openapi.json')).toEqual([405, 'GET, HEAD']);
  expect(await allowed('OPTIONS', '/api/v1/me')).toEqual([405, 'GET, HEAD']);
  expect(await allowed('GET', '/api/v1/nowhere')).toEqual([404, null]);
});

test('县时钟只往后拨，一次不过十年，不出2099年', async () => {
  const before = await desk.window.get<{ now: number }>('/clock');
  for (const body of [
    { advance: 'P1000000000D' },
    { advance: 'P999999999D' },
    { advance: '-P1D' },
    { advance: 'P' },
    { advance: 'PT' },
    { speed: 1e-300 },
    { speed: -1 },
  ]) {
    const { status, body: answer } = await desk.countyHead.call<{ code: string; fields: { text: string }[] }>(
      'POST',
      '/local/clock',
      body,
    );
    expect([status, answer.code]).toEqual([422, 'BODY_INVALID']);
  }
  expect((await desk.window.get<{ now: number }>('/clock')).now - before.now).toBeLessThan(60_000);
});

test('头里不是 ASCII 的字节说明原因，不是 500', async () => {
  const caseNo = await desk.opened();
  const bytes = String.fromCharCode(0xe5, 0x8f, 0x97);
  const pressed = async (headers: Record<string, string>) =>
    (
      await desk.window.call<{ code: string }>(
        'POST',
        `/cases/${caseNo}/commands`,
        { type: 'claim', act: '材料审查' },
        { 'idempotency-key': randomUUID(), ...headers },
      )
    ).body.code;
  expect(await pressed({ 'x-post': bytes })).toBe('FORBIDDEN');
  expect(await pressed({ 'idempotency-key': bytes.repeat(4) })).toBe('KEY_INVALID');
  expect(await pressed({ 'if-match': bytes })).toBe('BODY_INVALID');
  expect(await pressed({ authorization: `Bearer ${bytes.repeat(10)}` })).toBe('NOT_SIGNED_IN');
  const me = await desk.window.get<{ posts: { id: string }[] }>('/me');
  for (const { id } of me.posts) expect(id).toMatch(/^[!-~]+$/);
});
