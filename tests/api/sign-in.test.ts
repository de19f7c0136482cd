/** Who gets in: how often a password may be guessed, and what is not for everybody. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samplePassword } from '../../stack/sample-people.ts';
import { startTestStack, type TestStack } from '../setup/test-stack.ts';

let stack: TestStack;
const metricsToken = 'metrics-for-the-operators';
beforeAll(async () => {
  stack = await startTestStack({
    withWorker: false,
    settings: { YIMEN_PROXIES: '1', YIMEN_METRICS_TOKEN: metricsToken },
  });
});
afterAll(async () => await stack.close());

type Tried = { readonly code: string; readonly cookies: string; readonly wait: number };
const tryIn = async (username: string, password: string, from: string, cookie = ''): Promise<Tried> => {
  const answer = await stack.http('/api/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `spoofed, ${from}`, cookie },
    body: JSON.stringify({ username, password }),
  });
  const body = (await answer.json()) as { code?: string };
  return {
    code: body.code ?? 'in',
    cookies: answer.headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; '),
    wait: Number(answer.headers.get('retry-after')),
  };
};
const codes = async (tries: readonly Promise<Tried>[]): Promise<Record<string, number>> => {
  const count: Record<string, number> = {};
  for (const { code } of await Promise.all(tries)) count[code] = (count[code] ?? 0) + 1;
  return count;
};

test('同时猜四十次和逐次猜一样：只看五次，正确的也等', async () => {
  const guesses = Array.from({ length: 39 }, (_, i) => tryIn('ducha', `guess-${i}`, '10.0.0.1'));
  expect(await codes(guesses)).toEqual({ SIGN_IN_FAILED: 5, TOO_MANY_ATTEMPTS: 34 });
  const { code, wait } = await tryIn('ducha', samplePassword, '10.0.0.1');
  expect(code).toBe('TOO_MANY_ATTEMPTS');
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(300);
});

test('陌生人锁不住别人：别的地址照常登录，用过的浏览器在同一地址也照常登录', async () => {
  const before = await tryIn('hedui', samplePassword, '10.0.0.2');
  expect(before.code).toBe('in');
  for (let i = 0; i < 6; i++) await tryIn('hedui', 'wrong', '10.0.0.2');
  expect((await tryIn('hedui', samplePassword, '10.0.0.2')).code).toBe('TOO_MANY_ATTEMPTS');
  expect((await tryIn('hedui', samplePassword, '10.0.0.3')).code).toBe('in');
  expect((await tryIn('hedui', samplePassword, '10.0.0.2', before.cookies)).code).toBe('in');
  // A browser is known for the person who signed in from it, and for nobody else.
  expect((await tryIn('juzhang', samplePassword, '10.0.0.2', before.cookies)).code).toBe('in');
  for (let i = 0; i < 5; i++) await tryIn('juzhang', 'wrong', '10.0.0.2', before.cookies);
  expect((await tryIn('juzhang', samplePassword, '10.0.0.2', before.cookies)).code).toBe('TOO_MANY_ATTEMPTS');
});

test('登录成功不抹掉此前猜错的次数', async () => {
  for (let i = 0; i < 4; i++) await tryIn('xianren', 'wrong', '10.0.0.4');
  expect((await tryIn('xianren', samplePassword, '10.0.0.4')).code).toBe('in');
  expect((await tryIn('xianren', 'wrong', '10.0.0.4')).code).toBe('SIGN_IN_FAILED');
  expect((await tryIn('xianren', samplePassword, '10.0.0.4')).code).toBe('TOO_MANY_ATTEMPTS');
});

test('系统自己的故障不算猜错', async () => {
  const { sql } = stack.context;
  await sql`alter table person rename to person_away`;
  for (let i = 0; i < 6; i++)
    expect((await tryIn('police', samplePassword, '10.0.0.6')).code).toBe('INTERNAL');
  await sql`alter table person_away rename to person`;
  expect((await tryIn('police', samplePassword, '10.0.0.6')).code).toBe('in');
});

test('一个地址换着名字猜，六十次为止；没有的名字也算', async () => {
  const tries = Array.from({ length: 70 }, (_, i) => tryIn(`name-${i}`, 'wrong', '10.0.0.5'));
  const count = await codes(tries);
  expect(count).toEqual({ SIGN_IN_FAILED: 60, TOO_MANY_ATTEMPTS: 10 });
});

test('许多地址猜一个名字，四十次为止；本人用过的浏览器照常登录', async () => {
  const own = await tryIn('xianfang', samplePassword, '10.0.1.1');
  const tries = Array.from({ length: 50 }, (_, i) => tryIn('xianfang', 'wrong', `10.0.2.${i}`));
  expect(await codes(tries)).toEqual({ SIGN_IN_FAILED: 40, TOO_MANY_ATTEMPTS: 10 });
  expect((await tryIn('xianfang', samplePassword, '10.0.3.1', own.cookies)).code).toBe('in');
});

test('指标凭令牌读取，没有设置令牌就没有指标', async () => {
  const read = (headers: Record<string, string>) => stack.http('/api/v1/metrics', { headers });
  expect((await read({})).status).toBe(401);
  expect((await read({ authorization: 'Bearer guess' })).status).toBe(401);
  const answer = await read({ authorization: `Bearer ${metricsToken}` });
  expect([answer.status, (await answer.text()).includes('yimen_commands_waiting')]).toEqual([200, true]);
});

test('县时钟只由县里指定的岗位调整', async () => {
  expect((await stack.http('/api/v1/local/clock', { method: 'POST', body: '{}' })).status).toBe(401);
  const window = await stack.as('chengguan-chuangkou');
  expect((await window.call('POST', '/local/clock', { advance: 'P1D' })).status).toBe(403);
  await stack.advance('P1D');
});
