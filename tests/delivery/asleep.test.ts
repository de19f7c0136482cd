/** A case that was just opened has no run: a press, its time or a question begins it, once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command } from '../../contract/command.ts';
import { journal } from '../../db/commands.ts';
import { countyTables } from '../../db/tables.ts';
import { openingOf } from '../../delivery/open-journaled.ts';
import { reviveCase } from '../../delivery/revive-case.ts';
import { currentProcess } from '../../workflows/index.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

const matter = 'minimum-living-award';
const hasRun = async (caseNo: string, of?: string): Promise<boolean> =>
  await stack
    .runOf(caseNo, of)
    .describe()
    .then(
      () => true,
      () => false,
    );
const sleeps = async (caseNo: string): Promise<boolean> =>
  (await stack.context.sql`select from asleep where case_no = ${caseNo}`).length > 0;
const awake = async (caseNo: string, of?: string): Promise<void> => {
  await until(
    () => sleeps(caseNo),
    (still) => !still,
  );
  expect(await hasRun(caseNo, of)).toBe(true);
};
/** An award that a confirmation has founded. */
const founded = async (): Promise<string> => {
  const parent = await desk.confirming();
  done(await desk.head.decide(parent, '审核确认', '同意'));
  const [row] = await until(
    async () =>
      await stack.context.sql<{ caseNo: string }[]>`
      select case_no as "caseNo" from case_head where parent = ${parent}`,
    ({ length }) => length === 1,
  );
  return row?.caseNo ?? '';
};
const entered = async (caseNo: string): Promise<readonly string[]> =>
  (
    await stack.context.sql<{ type: string }[]>`
      select event ->> 'type' as type from entry where case_no = ${caseNo} order by seq`
  ).map(({ type }) => type);

test('登记的办件记下了，没有起跑；第一次操作由它起跑，只有一个任务', async () => {
  const caseNo = await desk.opened();
  expect([await hasRun(caseNo), await sleeps(caseNo)]).toEqual([false, true]);
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
  expect([await hasRun(caseNo), await sleeps(caseNo)]).toEqual([true, false]);
  expect(await entered(caseNo)).toEqual(['opened', 'decided']);
});

test('第一次操作被拒：办件照旧，改好再按就办成', async () => {
  const caseNo = await desk.opened();
  const refused = await desk.window.decide(caseNo, '材料审查', '没有这种结果');
  expect(refused.status).toBe(422);
  expect(await entered(caseNo)).toEqual(['opened']);
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
  expect(await entered(caseNo)).toEqual(['opened', 'decided']);
});

test('几个人同时第一次按：一个运行，各有答复', async () => {
  const caseNo = await desk.opened();
  const claim = { type: 'claim', act: '材料审查' } as const;
  const answers = await Promise.all([1, 2, 3, 4].map(() => desk.window.submit(caseNo, claim)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
  expect(await entered(caseNo)).toEqual(['opened', 'claimed']);
});

test('没有人按的，到时自己醒；按了而被办件拒绝的也一样', async () => {
  const { sql } = stack.context;
  const awards = [await founded(), await founded()];
  for (const award of awards)
    expect([await hasRun(award, matter), await sleeps(award)]).toEqual([false, true]);
  const [refused = ''] = awards;
  const early = await desk.reviewer.call(
    'POST',
    `/cases/${refused}/commands`,
    { type: 'withdraw', opinion: '不该在这里撤回' },
    { 'idempotency-key': randomUUID(), 'if-match': '"7"' },
  );
  expect(early.status).toBe(412);
  const [row] = await sql`select wakes_at from asleep where case_no = ${awards[1] ?? ''}`;
  expect(Number(row?.['wakes_at'])).toBeGreaterThan(stack.context.now());
  await stack.advance('P400D');
  for (const award of awards) {
    await until(
      () => entered(award),
      (types) => types.length > 1,
    );
    await awake(award, matter);
  }
});

test('起了跑而没有来得及写明的：再起一次还是那一个；办结了的不再办', async () => {
  const { sql } = stack.context;
  const running = await desk.accepted();
  const closed = await desk.opened();
  done(await desk.window.submit(closed, { type: 'withdraw', opinion: '申请人自愿撤回，已签字' }));
  await stack.runOf(closed).result();
  const { runId } = await stack.runOf(running).describe();
  for (const caseNo of [running, closed])
    await sql`insert into asleep (case_no, matter, wakes_at) values (${caseNo}, 'minimum-living', 0)`;
  await awake(running);
  await awake(closed);
  expect((await stack.runOf(running).describe()).runId).toBe(runId);
  await stack.runOf(closed).result();
  expect((await entered(closed)).at(-1)).toBe('ended');
  const again = await desk.window.submit(closed, { type: 'claim', act: '材料审查' });
  expect(again.status).toBe(409);
});

test('第一次操作就办结的，运行结束以后才记下：其间别人按的不另起一个运行，记下以后得知已办结', async () => {
  const { sql } = stack.context;
  const caseNo = await desk.opened();
  const held = await sql.reserve();
  await held`begin`;
  await held`select from case_head where case_no = ${caseNo} for update`;
  const pressed = desk.window.submit(caseNo, { type: 'withdraw', opinion: '申请人自愿撤回，已签字' });
  await until(
    () => hasRun(caseNo),
    (has) => has,
  );
  await stack.runOf(caseNo).result();
  const { runId } = await stack.runOf(caseNo).describe();
  expect(await sleeps(caseNo)).toBe(true);
  const other = desk.window.decide(caseNo, '材料审查', '受理');
  await until(
    () => sql`select from command where case_no = ${caseNo} and state = 'waiting'`,
    (rows) => rows.length === 2,
  );
  await held`commit`;
  held.release();
  done(await pressed);
  expect(await other).toMatchObject({ status: 409, body: { code: 'CASE_CLOSED' } });
  expect((await stack.runOf(caseNo).describe()).runId).toBe(runId);
  expect(await entered(caseNo)).toEqual(['opened', 'ended']);
});

test('第一次操作被拒、随后运行丢了的：不另起一个，等由台账恢复', async () => {
  const { dispatcher, sql } = stack.context;
  const caseNo = await desk.opened();
  await sql`update asleep set wakes_at = 0 where case_no = ${caseNo}`;
  await awake(caseNo);
  await stack.runOf(caseNo).terminate('lost');
  await sql`insert into asleep (case_no, matter) values (${caseNo}, 'minimum-living')`;
  expect((await desk.window.decide(caseNo, '材料审查', '受理')).status).toBe(202);
  expect(await reviveCase(dispatcher, caseNo)).toBe('revived');
  await until(
    () => entered(caseNo),
    (types) => types.length > 1,
  );
});

test('睡着的也可以由人叫醒', async () => {
  const caseNo = await desk.opened();
  expect(await reviveCase(stack.context.dispatcher, caseNo)).toBe('revived');
  expect(await reviveCase(stack.context.dispatcher, caseNo)).toBe('alive');
  expect(await sleeps(caseNo)).toBe(false);
});

test('以前的版本取了号、还没有登记的申请：补登记，照常办', async () => {
  const { sql, county, dispatcher } = stack.context;
  const before = await desk.opened();
  const [row] = await sql<
    { form: Record<string, string> }[]
  >`select event -> 'input' -> 'form' as form from entry where case_no = ${before}`;
  const process = currentProcess('minimum-living');
  if (!process || !row) throw new Error('nothing to open');
  const caseNo = 'DB202699998';
  const at = stack.context.now();
  const tables = await sql.begin((tx) => countyTables(tx, county));
  const opening = openingOf(county, tables, { process, unit: 'chengguan', form: row.form, caseNo, at });
  const actor = { kind: 'system', name: '导入' } as const;
  const command = { id: 'late', hash: 'late', at, wall: Date.now() - 60_000, actor };
  await journal(dispatcher.sql, { matter: process.code, caseNo }, {
    ...command,
    body: { type: 'open', opening },
  } as unknown as Command);
  await until(
    () => entered(caseNo),
    (types) => types.length === 1,
  );
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
});
