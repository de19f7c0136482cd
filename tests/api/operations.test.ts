/** What operators rely on: health, readiness, metrics, OpenAPI, headers, logs without personal data. */
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { type Desk, deskOf } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

const read = async (path: string): Promise<Response> => await stack.http(path, {});

test('存活与就绪：worker 停了就不就绪，但仍存活', async () => {
  expect((await read('/api/v1/health')).status).toBe(200);
  const ready = await until(
    async () => (await (await read('/api/v1/ready')).json()) as Record<string, unknown>,
    ({ status }) => status === 'ready',
  );
  expect(ready).toEqual({ status: 'ready', postgresql: true, temporal: true, worker: true, stuck: [] });
});

test('指标：请求、命令、待送达、待送出', async () => {
  const caseNo = await desk.opened();
  const { sql } = stack.context;
  await sql`insert into outbox (case_no, key, again_at) values (${caseNo}, '不到时候', now() + interval '1 day')`;
  expect(await stack.metrics()).toMatch(/yimen_effects_waiting 1/);
  await sql`delete from outbox where case_no = ${caseNo}`;
  const text = await stack.metrics();
  expect(text).toMatch(/yimen_commands_total\{type="open",result="accepted"\} [1-9]/);
  expect(text).toMatch(/yimen_commands_waiting 0/);
  expect(text).toMatch(/yimen_http_seconds_count\{[^}]*route="\/api\/v1\/cases"/);
});

test('OpenAPI 3.1：每个路由都在，每个都可能答错误，页面可打开', async () => {
  const answer = await read('/api/openapi.json');
  const document = (await answer.json()) as {
    openapi: string;
    paths: Record<string, Record<string, { summary?: string; responses: Record<string, unknown> }>>;
  };
  expect(document.openapi).toBe('3.1.0');
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.length).toBeGreaterThan(20);
  for (const { summary, responses } of operations) {
    expect(summary).toMatch(/\S/);
    expect(responses).toHaveProperty('default');
  }
  const page = await (await read('/api/docs')).text();
  expect(page).not.toMatch(/https?:/);
  for (const [, part] of page.matchAll(/(?:src|href)="([^"]+)"/g))
    expect([part, (await read(`/api/${part}`)).status]).toEqual([part, 200]);
  expect(await (await read('/api/docs/start.js')).text()).toContain('/api/openapi.json');
});

test('事项目录：依据、现行规则、申请表', async () => {
  const matter = await desk.window.get<{
    title: string;
    basis: string;
    form: { properties: Record<string, unknown> };
    rules: { row: { basis: string } | null }[];
  }>('/matters/minimum-living');
  expect(matter.title).toBe('最低生活保障审核确认');
  expect(Object.keys(matter.form.properties)).toContain('applicant');
  expect(matter.rules.every(({ row }) => row === null || row.basis.length > 0)).toBe(true);
});

test('安全响应头与请求编号', async () => {
  const answer = await stack.http('/api/v1/health', { headers: { 'x-request-id': 'test-request-1' } });
  expect(answer.headers.get('x-request-id')).toBe('test-request-1');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN');
});

test('日志有请求编号和路由，没有姓名、身份证号码、电话', async () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, next) {
      lines.push(chunk.toString());
      next();
    },
  });
  const app = createApp({ ...stack.context, log: pino({ level: 'debug' }, sink) });
  const form = desk.application({ name: '纳文静' });
  const headers = {
    authorization: `Bearer ${desk.window.token}`,
    'content-type': 'application/json',
    'idempotency-key': 'log-test-0001',
  };
  const body = JSON.stringify({ matter: 'minimum-living', unit: 'chengguan', form });
  expect((await app.request('/api/v1/cases', { method: 'POST', headers, body })).status).toBe(201);
  await app.request(`/api/v1/cases?identity=${form.applicant.identity}`, { headers });
  const log = lines.join('');
  expect(log).toContain('"route":"/api/v1/cases"');
  expect(log).toContain('requestId');
  for (const secret of ['纳文静', form.applicant.identity, form.applicant.phone])
    expect(log).not.toContain(secret);
});
