/** One way to call outside: deadline, quick retries, a breaker, one key, and only what was agreed comes back. */
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type OutsideSystem, outsideSystem } from '../../activities/outside/connection.ts';
import { OutsideIncident } from '../../activities/outside/incident.ts';
import { OutsideRefusal } from '../../activities/outside/refusal.ts';

type Answer = (attempt: number) => Response | Promise<Response>;
let answer: Answer;
let attempts: { readonly key: string; readonly authorization: string }[];
let server: ServerType;
let system: OutsideSystem;

beforeEach(async () => {
  attempts = [];
  const app = new Hono();
  app.post('/ask', async (c) => {
    attempts.push({
      key: c.req.header('idempotency-key') ?? '',
      authorization: c.req.header('authorization') ?? '',
    });
    return await answer(attempts.length);
  });
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (address) => resolve(address.port));
  });
  system = outsideSystem({
    system: '样例系统',
    url: `http://127.0.0.1:${port}`,
    token: 'a-token',
    timeoutMs: 300,
  });
});
afterEach(async () => {
  (server as unknown as { closeAllConnections: () => void }).closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const ok = (): Response => Response.json({ id: 'r1' });
const ask = () =>
  system({ path: '/ask', key: 'DB202600001/受理@2', body: { x: 1 }, answer: z.object({ id: z.string() }) });

test('一时的故障很快重试，编号不变', async () => {
  answer = (attempt) => (attempt < 3 ? new Response('', { status: 503 }) : ok());
  expect(await ask()).toEqual({ id: 'r1' });
  expect(attempts).toHaveLength(3);
  expect(new Set(attempts.map(({ key }) => key))).toEqual(
    new Set([encodeURIComponent('DB202600001/受理@2')]),
  );
  expect(attempts[0]?.authorization).toBe('Bearer a-token');
});

test('被拒绝的不重试', async () => {
  answer = () => new Response('姓名不符：张三', { status: 422 });
  await expect(ask()).rejects.toThrow('样例系统：拒收（422）');
  expect(attempts).toHaveLength(1);
  answer = () => Response.json({ reason: '账户6228480000000000000不存在' }, { status: 422 });
  await expect(ask()).rejects.toEqual(new OutsideRefusal('样例系统', '账户…不存在'));
  answer = () => new Response('', { status: 401 });
  await expect(ask()).rejects.toBeInstanceOf(OutsideIncident);
  expect(attempts).toHaveLength(3);
});

test('让到别处去的不跟着去：送的内容只给约定的地址，由运维改地址', async () => {
  for (const status of [301, 302, 307, 308]) {
    answer = () => new Response('', { status, headers: { location: '/elsewhere' } });
    await expect(ask()).rejects.toEqual(new OutsideIncident('样例系统', `样例系统不认可本系统（${status}）`));
  }
  expect(attempts).toHaveLength(4);
});

test('答复不合约定的，当作故障，不带出对方的原文', async () => {
  answer = () => Response.json({ name: '张三' });
  await expect(ask()).rejects.toThrow('样例系统的答复不符合约定');
});

test('不答复的到时即止', async () => {
  answer = async () => await new Promise<Response>((resolve) => setTimeout(() => resolve(ok()), 1_000));
  await expect(ask()).rejects.toThrow('样例系统没有答复');
});

test('连续失败后熔断，不再敲门；隔一会儿试一次，好了就恢复', async () => {
  answer = () => new Response('', { status: 500 });
  for (let i = 0; i < 2; i++) await expect(ask()).rejects.toThrow();
  const knocked = attempts.length;
  await expect(ask()).rejects.toThrow();
  expect(attempts.length).toBe(knocked);
  answer = ok;
  await expect
    .poll(async () => await ask().catch(() => undefined), { timeout: 10_000 })
    .toEqual({ id: 'r1' });
});
