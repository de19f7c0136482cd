/** New tables on their way to the cases: tried before they count, a correction overtakes, nobody is left out. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { ApiClient } from '../../client/client.ts';
import type { SystemCommand } from '../../contract/command.ts';
import type { Rule } from '../../contract/rule.ts';
import { journalForAll } from '../../db/commands.ts';
import { countyTables } from '../../db/tables.ts';
import { triedOnCases } from '../../delivery/publish.ts';
import { redate } from '../../delivery/read-model/redate.ts';
import { redeliverOnce } from '../../delivery/redelivery.ts';
import { openSample } from '../../stack/sample-application.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

const name = 'minimum-living.total.township';
let versions = 0;
const record = async (amount: number): Promise<void> => {
  const row = {
    value: { amount, unit: 'workingDays' },
    from: '2026-01-01',
    basis: '样例',
    standing: 'county',
  };
  done(
    await desk.countyHead.call('POST', '/tables/rules', {
      name,
      version: `样例${++versions}`,
      row,
      why: '样例',
    }),
  );
};
const total = async (caseNo: string): Promise<number | undefined> =>
  (await desk.clocks(caseNo)).find(({ name: of }) => of === '审核确认')?.limit.amount;
const adopting = (rule: Rule): SystemCommand => ({ type: 'adopt', rules: [rule] });
const broken = async (): Promise<Rule> => {
  const rule = (await countyTables(stack.context.sql, stack.context.county)).rules.get(name);
  if (!rule) throw new Error(`no rule ${name}`);
  return {
    ...rule,
    version: `broken-${randomUUID()}`,
    rows: rule.rows.map((row) => ({ ...row, value: 'soon' })),
  };
};

test('新表先在所有在办件上试：使办件无法继续的，指出是哪些件', async () => {
  const { sql } = stack.context;
  const caseNo = await desk.opened();
  const hurt = await triedOnCases(sql, { rule: await broken() }, stack.context.now());
  expect(hurt).toContain(caseNo);
  const { rules } = await countyTables(sql, stack.context.county);
  expect(await triedOnCases(sql, { rule: rules.get(name) as Rule }, stack.context.now())).toEqual([]);
});

test('送往办件途中的错表由更正的一份代替，办件采用更正的，不停在错表上', async () => {
  const { sql } = stack.context;
  const caseNo = await desk.opened();
  await stack.stopWorker();
  const body = adopting(await broken());
  const news = {
    hash: 'broken',
    at: stack.context.now(),
    wall: Date.now(),
    actor: { kind: 'system', name: '规则发布' } as const,
    body,
  };
  await journalForAll(sql, 'minimum-living', { ...news, id: 'broken-1' });
  await record(19);
  await stack.startWorker();
  await desk.publish(randomUUID());
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
  expect(await total(caseNo)).toBe(19);
  const entered = await desk.inspector.get<{ items: { event: { type: string } }[] }>(
    `/cases/${caseNo}/ledger`,
  );
  expect(entered.items.map(({ event }) => event.type)).toContain('adopted');
  const [waiting] = await sql`select count(*)::int as n from command where state = 'waiting'`;
  expect(waiting).toEqual({ n: 0 });
});

test('办件可能已经收下的一份不再被代替，送到底：台账没有缺口，随后采用更正的', async () => {
  const { sql, dispatcher } = stack.context;
  const caseNo = await desk.opened();
  await stack.stopWorker();
  const actor = { kind: 'system', name: '规则发布' } as const;
  const told = { hash: '', at: stack.context.now(), wall: Date.now(), actor };
  await journalForAll(sql, 'minimum-living', { ...told, id: 'tried-1', body: adopting(await broken()) });
  const errors: unknown[] = [];
  const options = { graceMs: 0, onError: (error: unknown) => errors.push(error) };
  expect(await redeliverOnce({ ...dispatcher, patienceMs: 200 }, options)).toBe(0);
  await record(17);
  done(await desk.countyHead.call('POST', '/tables/publish', {}, { 'idempotency-key': randomUUID() }));
  await stack.startWorker();
  await until(
    async () => await sql<{ n: number }[]>`select count(*)::int as n from command where state = 'waiting'`,
    ([row]) => row?.n === 0,
  );
  const entered = await sql<{ seq: number; type: string }[]>`
    select seq, event ->> 'type' as type from entry where case_no = ${caseNo} order by seq`;
  expect(entered).toEqual([
    { seq: 1, type: 'opened' },
    { seq: 2, type: 'adopted' },
    { seq: 3, type: 'adopted' },
  ]);
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
  expect(await total(caseNo)).toBe(17);
  expect(errors).toEqual([]);
});

test('发布以前登记、还没有起跑的办件也得到新表', async () => {
  const { sql } = stack.context;
  const key = randomUUID();
  const form = desk.application();
  const { context } = stack;
  const away = createApp({ ...context, dispatcher: { ...context.dispatcher, patienceMs: -1 } });
  const window = new ApiClient(async (path, init) => await away.request(path, init), desk.window.token);
  await stack.stopWorker();
  expect((await openSample(window, 'chengguan', form, key)).status).toBe(201);
  await record(18);
  done(await desk.countyHead.call('POST', '/tables/publish', {}, { 'idempotency-key': randomUUID() }));
  await stack.startWorker();
  await until(
    async () => await sql<{ n: number }[]>`select count(*)::int as n from command where state = 'waiting'`,
    ([row]) => row?.n === 0,
  );
  const caseNo = done(await openSample(desk.window, 'chengguan', form, key)).caseNo;
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
  expect(await total(caseNo)).toBe(18);
});

test('一件办件自身的毛病使它收不下一个操作时，更正的表先到，操作随后照常办理', async () => {
  const { sql } = stack.context;
  const caseNo = await desk.opened();
  const good = (await countyTables(sql, stack.context.county)).rules.get(name) as Rule;
  // As a fault of ours would leave it: adopted, and read only by the next decision.
  const act = '材料审查';
  const news = { hash: '', at: stack.context.now(), actor: { kind: 'system', name: '规则发布' } as const };
  const told = async (id: string, rule: Rule): Promise<void> => {
    await journalForAll(sql, 'minimum-living', { ...news, id, wall: Date.now(), body: adopting(rule) });
  };
  await told('broken-2', await broken());
  await until(
    async () => await sql`select from command where id = ${`broken-2/${caseNo}`} and state = 'accepted'`,
    ({ length }) => length === 1,
  );
  const key = randomUUID();
  const pressed = await desk.window.submit(
    caseNo,
    { type: 'decide', act, outcome: '受理', opinion: '齐全' },
    key,
  );
  expect(pressed.status).toBe(500);
  await until(
    async () => await sql<{ failures: number }[]>`select failures from command where id = ${key}`,
    ([row]) => (row?.failures ?? 0) > 0,
  );
  const fixed = { ...good, version: '更正' };
  await told('fixed-1', fixed);
  await until(
    async () => await sql<{ state: string }[]>`select state from command where id = ${key}`,
    ([row]) => row?.state === 'accepted',
  );
  expect((await desk.view(caseNo)).acts.map(({ key: open }) => open)).toContain('入户调查');
});

test('新表先写进读模型的不包括对外事项：由办件自己说的时候写入、排队', async () => {
  const { sql } = stack.context;
  const caseNo = await desk.accepted();
  await record(29);
  const rule = (await countyTables(sql, stack.context.county)).rules.get(name);
  if (!rule) throw new Error(`no rule ${name}`);
  const effects = async () => await sql`select key from effect where case_no = ${caseNo}`;
  const queued = async () => await sql`select key from outbox where case_no = ${caseNo}`;
  const said = await until(effects, (rows) => rows.length > 0);
  await until(queued, (rows) => rows.length === 0);
  // As if it were the adoption that says it.
  await sql`delete from effect where case_no = ${caseNo}`;
  await sql`delete from delivery where case_no = ${caseNo}`;
  await sql`update case_head set parts = parts - 'effects' where case_no = ${caseNo}`;
  const redated = await redate(sql, 'minimum-living', { type: 'adopt', rules: [rule] }, stack.context.now());
  expect(redated.cases).toBeGreaterThan(0);
  expect(await effects()).toEqual([]);
  done(await desk.visitor.submit(caseNo, { type: 'claim', act: '入户调查' }));
  expect(await effects()).toEqual(said);
  await until(
    async () => await sql`select key from delivery where case_no = ${caseNo}`,
    (rows) => rows.length === said.length,
  );
});
