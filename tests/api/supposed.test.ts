/** Whoever has been let in before presses without being asked for again: the journal finds whether all is as it was. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../../client/client.ts';
import { signInSample } from '../../stack/sample-people.ts';
import { deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Awaited<ReturnType<typeof deskOf>>;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

const journaled = async (caseNo: string) =>
  await stack.context.sql<{ type: string; name: string }[]>`
    select body ->> 'type' as type, actor ->> 'name' as name from command where case_no = ${caseNo} order by place`;

const claim = (by: ApiClient, caseNo: string) => by.submit(caseNo, { type: 'claim', act: '材料审查' });
const release = (by: ApiClient, caseNo: string) => by.submit(caseNo, { type: 'release', act: '材料审查' });

/** What is remembered of somebody, said otherwise than it was. */
function rememberedAs(username: string, otherwise: { readonly name?: string; readonly said?: string }): void {
  const { admitted } = stack.context;
  for (const [session, { me, said }] of admitted.entries())
    if (me.username === username)
      admitted.set(session, {
        me: { ...me, name: otherwise.name ?? me.name },
        said: otherwise.said ?? said,
      });
}

test('记得的人不再问一次：记下的就是记得的', async () => {
  const caseNo = await desk.opened();
  done(await claim(desk.window, caseNo));
  rememberedAs('chengguan-chuangkou', { name: '记得的名字' });
  done(await release(desk.window, caseNo));
  expect(await journaled(caseNo)).toMatchObject([
    { type: 'open' },
    { type: 'claim' },
    { name: '记得的名字' },
  ]);
  // Asked for anything else, one is read again.
  await desk.window.call('GET', `/cases/${caseNo}`);
  done(await claim(desk.window, caseNo));
  expect((await journaled(caseNo)).at(-1)?.name).not.toBe('记得的名字');
});

test('办件在别处又往前走了，听说过就先读到那里：记得的仍然算', async () => {
  const caseNo = await desk.opened();
  done(await claim(desk.window, caseNo));
  const { cases, changes } = stack.context;
  const before = cases.get(caseNo);
  const { seq } = done(await release(desk.window, caseNo));
  await until(
    async () => changes.newest(caseNo),
    (newest) => newest === seq,
  );
  if (before) cases.set(caseNo, before);
  rememberedAs('chengguan-chuangkou', { name: '记得的名字' });
  done(await claim(desk.window, caseNo));
  expect((await journaled(caseNo)).at(-1)?.name).toBe('记得的名字');
  await desk.window.call('GET', `/cases/${caseNo}`);
});

test('关于此人的说法变了：按现在的办，不按记得的', async () => {
  const caseNo = await desk.opened();
  done(await claim(desk.window, caseNo));
  rememberedAs('chengguan-chuangkou', { name: '从前的名字', said: '{}' });
  done(await release(desk.window, caseNo));
  const [, { name } = { name: '' }, after] = await journaled(caseNo);
  expect(after?.name).toBe(name);
  expect(name).not.toBe('从前的名字');
});

test('退出登录、会话到期以后，记得也不办，什么都不记', async () => {
  const caseNo = await desk.opened();
  const { sql } = stack.context;
  for (const end of [
    async (by: ApiClient) => void (await by.call('DELETE', '/sessions/current')),
    async () =>
      void (await sql`
        update session set expires_at = now()
        where token_hash = (select token_hash from session order by expires_at desc limit 1)`),
  ]) {
    const leaving = await signInSample(stack.http, 'chengguan-chuangkou');
    done(await claim(leaving, caseNo));
    const before = await journaled(caseNo);
    await end(leaving);
    const { status, body } = await release(leaving, caseNo);
    expect([status, body.code]).toEqual([401, 'NOT_SIGNED_IN']);
    // Refused before anything else is said of what was sent.
    expect((await leaving.submit(caseNo, { type: 'claim', act: '没有的环节' })).status).toBe(401);
    expect(await journaled(caseNo)).toEqual(before);
    done(await release(desk.window, caseNo));
  }
});

test('任职期满以后，记得的岗位不算', async () => {
  const { sql } = stack.context;
  const leaver = await stack.as('taole-chuangkou');
  const caseNo = await desk.opened();
  done(
    await desk.inspector.submit(caseNo, {
      type: 'transfer',
      act: '材料审查',
      to: { unit: 'taole' },
      opinion: '请办',
    }),
  );
  done(await claim(leaver, caseNo));
  await sql`update post set valid_to = '2026-03-01' where person = 'taole-chuangkou'`;
  const before = await journaled(caseNo);
  const { status } = await release(leaver, caseNo);
  expect(status).not.toBe(200);
  expect(await journaled(caseNo)).toEqual(before);
});

test('办件已由别处办过：按现在的办件办；同一编号再来，得到原来的答复', async () => {
  const caseNo = await desk.opened();
  done(await claim(desk.window, caseNo));
  const { cases } = stack.context;
  const held = cases.get(caseNo);
  done(await release(desk.window, caseNo));
  if (held) cases.set(caseNo, held);
  const key = 'press-twice-0001';
  const press = () => desk.window.submit(caseNo, { type: 'claim', act: '材料审查' }, key);
  const first = done(await press());
  expect(done(await press()).seq).toBe(first.seq);
  expect((await journaled(caseNo)).map(({ type }) => type)).toEqual(['open', 'claim', 'release', 'claim']);
});
