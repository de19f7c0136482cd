/** 实时消息: told to whoever sees the case, resumed where a page left off, and said where something may have been missed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../../client/client.ts';
import { type Desk, deskOf } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

type Told = { readonly event: string; readonly data: { readonly caseNo?: string }; readonly id?: string };

const told = (block: string): Told => {
  const lines = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
  return {
    event: lines['event'],
    data: JSON.parse(lines['data']),
    ...(lines['id'] ? { id: lines['id'] } : {}),
  };
};

/** Listens until it is left; what has been heard so far. */
async function listen(client: ApiClient, after?: string) {
  const leaving = new AbortController();
  const heard: Told[] = [];
  const answer = await stack.http('/api/v1/events', {
    headers: { authorization: `Bearer ${client.token}`, ...(after ? { 'last-event-id': after } : {}) },
    signal: leaving.signal,
  });
  const reading = (async () => {
    let text = '';
    for await (const chunk of (answer.body as ReadableStream<BufferSource>).pipeThrough(
      new TextDecoderStream(),
    )) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      heard.push(...blocks.map(told));
    }
  })().catch(() => {});
  await until(
    async () => heard.length,
    (n) => n > 0,
  );
  return {
    about: (caseNo: string) => heard.filter(({ data }) => data.caseNo === caseNo),
    events: () => heard.map(({ event }) => event),
    lastId: () => heard.findLast(({ id }) => id !== undefined)?.id,
    async leave() {
      leaving.abort();
      await reading;
    },
  };
}
const some = (all: readonly unknown[]): boolean => all.length > 0;

test('看得到的人随即听到，看不到的听不到；断开后按最后的编号接着，只补漏了的', async () => {
  const window = await listen(desk.window);
  const neighbour = await listen(await stack.as('yaofu-chuangkou'));
  const first = await desk.opened();
  const [heard] = await until(async () => window.about(first), some);
  await window.leave();
  const second = await desk.opened();
  const later = await listen(desk.window, heard?.id);
  await until(async () => later.about(second), some);
  expect(later.about(first)).toEqual([]);
  expect(later.events()).not.toContain('missed');
  const third = await desk.opened(desk.application({ n: 811 }));
  await until(async () => later.about(third), some);
  expect([first, second, third].flatMap((caseNo) => neighbour.about(caseNo))).toEqual([]);
  await Promise.all([later.leave(), neighbour.leave()]);
});

test('被问到的部门听到问它的，不再问它之后仍听到这一次变化', async () => {
  const verifier = await listen(await stack.as('hedui'));
  const caseNo = await desk.accepted();
  await until(async () => verifier.about(caseNo), some);
  await verifier.leave();
});

test('接不上的（另一个进程的编号、编造的编号）说可能漏了，须全部重读', async () => {
  for (const after of ['1', '999999999999999', 'x']) {
    const line = await listen(desk.window, after);
    await until(
      async () => line.events(),
      (events) => events.includes('missed'),
    );
    await line.leave();
  }
});

test('与数据库的连线断了：开着的都说可能漏了，此后的照常听到；此前的编号也接不上', async () => {
  const window = await listen(desk.window);
  const before = await desk.opened();
  const [heard] = await until(async () => window.about(before), some);
  await stack.context.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query ilike 'listen %'`;
  await until(
    async () => window.events(),
    (events) => events.includes('missed'),
  );
  const resumed = await listen(desk.window, heard?.id);
  await until(
    async () => resumed.events(),
    (events) => events.includes('missed'),
  );
  const after = await desk.opened();
  await until(async () => window.about(after), some);
  await Promise.all([window.leave(), resumed.leave()]);
});

test('还没有听到什么就断了的，也接得上；接口重启过的，说可能漏了', async () => {
  const silent = await listen(desk.window);
  const last = silent.lastId();
  await silent.leave();
  const caseNo = await desk.opened();
  const again = await listen(desk.window, last);
  await until(async () => again.about(caseNo), some);
  expect(again.events()).not.toContain('missed');
  await again.leave();
  await stack.stopApi();
  await stack.startApi();
  const restarted = await listen(desk.window, last);
  await until(
    async () => restarted.events(),
    (events) => events.includes('missed'),
  );
  await restarted.leave();
});

test('没有登录的没有消息', async () => {
  expect((await stack.http('/api/v1/events', {})).status).toBe(401);
});
