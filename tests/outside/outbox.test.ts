/** What waits to leave: each once, in order, by one hand at a time; lost by nothing that dies. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { caseActivities } from '../../activities/case-activities.ts';
import type { OutsideSystems, Sender } from '../../activities/outside/connectors.ts';
import { OutsideIncident } from '../../activities/outside/incident.ts';
import { OutsideRefusal } from '../../activities/outside/refusal.ts';
import { sendQueued } from '../../activities/sending.ts';
import { outsideSystems } from '../../activities/systems.ts';
import { thisSystem } from '../../contract/names.ts';
import { journal } from '../../db/commands.ts';
import { holdOutbox, queued, requeue } from '../../db/outbox.ts';
import { reviveCase } from '../../delivery/revive-case.ts';
import { startOutbox } from '../../worker/outbox.ts';
import { type Desk, deskOf } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
let cases: readonly string[];
const matter = 'minimum-living';
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
  cases = [await desk.accepted(), await desk.accepted(), await desk.accepted()];
  for (const caseNo of cases)
    await until(
      () => taken(caseNo),
      (keys) => keys.length > 0,
    );
  await stack.stopWorker();
});
afterAll(async () => await stack.close());

const rows = async (query: Promise<readonly { key: string }[]>): Promise<readonly string[]> =>
  (await query).map(({ key }) => key);
const taken = (caseNo: string) =>
  rows(stack.context.sql`select key from delivery where case_no = ${caseNo} order by key`);
const waiting = (caseNo: string) =>
  rows(stack.context.sql`select key from outbox where case_no = ${caseNo} order by place`);

/** As if nothing had left yet. */
beforeEach(async () => {
  const { sql } = stack.context;
  await sql`delete from outbox`;
  await sql`delete from delivery`;
  for (const caseNo of cases) await requeue(sql, caseNo);
});

/** The outside systems, with every call that reaches them seen first. */
function seen(onCall: (effect: Parameters<Sender>[0]) => Promise<void>): OutsideSystems {
  const { settings, sql, vault } = stack.context;
  const outside = outsideSystems(settings, sql, vault);
  const send = Object.entries(outside.send).map(([system, sender]): [string, Sender] => [
    system,
    async (effect) => {
      await onCall(effect);
      return await sender(effect);
    },
  ]);
  return { ...outside, send: Object.fromEntries(send) };
}
const sendFor = async (caseNo: string, outside: OutsideSystems) =>
  await stack.context.sql.begin(
    async (tx) => await sendQueued(tx, outside, caseNo, await queued(tx, caseNo)),
  );

test('两个 worker 同时送：每件事项的每一条只送一次', async () => {
  const calls: string[] = [];
  const outside = seen(async ({ idempotencyKey }) => void calls.push(idempotencyKey));
  const errors: unknown[] = [];
  const options = { everyMs: 50, onError: (error: unknown) => void errors.push(error) };
  const expected = (
    await Promise.all(cases.map(async (caseNo) => (await waiting(caseNo)).map((key) => `${caseNo}/${key}`)))
  ).flat();
  const { dispatcher } = stack.context;
  const hands = await Promise.all([
    startOutbox(dispatcher, outside, options),
    startOutbox(dispatcher, outside, options),
  ]);
  await until(
    async () => (await Promise.all(cases.map(waiting))).flat(),
    (left) => left.length === 0,
  );
  for (const hand of hands) await hand.stop();
  expect([...calls].sort()).toEqual([...expected].sort());
  expect(errors).toEqual([]);
});

test('积压的比一次办的多：办完一件接着办下一件，不等下一次查看', async () => {
  const { dispatcher } = stack.context;
  const hour = 3_600_000;
  const hand = await startOutbox(
    dispatcher,
    seen(async () => {}),
    { everyMs: hour, onError: () => {}, atOnce: 1 },
  );
  await until(
    async () => (await Promise.all(cases.map(waiting))).flat(),
    (left) => left.length === 0,
  );
  await hand.stop();
});

test('最久的几件在别的 worker 手里：先送其余的，不在它们那里打转', async () => {
  const { dispatcher, sql } = stack.context;
  const [held = '', ...others] = cases;
  await sql.begin(async (tx) => {
    expect(await holdOutbox(tx, held)).toEqual({ matter, caseNo: held });
    const hand = await startOutbox(
      dispatcher,
      seen(async () => {}),
      { everyMs: 3_600_000, onError: () => {}, atOnce: 1 },
    );
    await until(
      async () => (await Promise.all(others.map(waiting))).flat(),
      (left) => left.length === 0,
    );
    await hand.stop();
    expect(await waiting(held)).not.toEqual([]);
  });
});

test('本系统自己做的排在最后、一次一件：后一件看得到前一件做成的', async () => {
  const { dispatcher, sql } = stack.context;
  const [caseNo = ''] = cases;
  for (const key of ['甲', '乙'])
    await sql`
      insert into effect (case_no, key, name, system, payload, seq, kind, held)
      select case_no, ${key}, ${key}, ${thisSystem}, '{}', 1, 'final', false from case_head where case_no = ${caseNo}`;
  await sql`insert into outbox (case_no, key) values (${caseNo}, '甲'), (${caseNo}, '乙')`;
  const done: (readonly string[])[] = [];
  const outside = seen(async () => {});
  const own: Sender = async ({ key }) => {
    done.push([key, ...(await taken(caseNo))]);
    return {};
  };
  const hand = await startOutbox(
    dispatcher,
    { ...outside, send: { ...outside.send, [thisSystem]: own } },
    { everyMs: 3_600_000, onError: () => {} },
  );
  await until(
    () => waiting(caseNo),
    (left) => left.length === 0,
  );
  await hand.stop();
  const [first = [], second = []] = done;
  expect([first[0], second[0]]).toEqual(['甲', '乙']);
  expect(first).not.toContain('乙');
  expect(second.slice(1)).toContain('甲');
  expect(second.length).toBeGreaterThan(2);
  await sql`delete from delivery where key in ('甲', '乙')`;
  await sql`delete from effect where key in ('甲', '乙')`;
});

test('送的时候自己出了错：这一条和它后面的都还排着，稍后按原来的先后再送', async () => {
  const [caseNo = ''] = cases;
  const keys = await waiting(caseNo);
  const broken = seen(async () => {
    throw new Error('自己的错');
  });
  const { fault, unsent } = await sendFor(caseNo, broken);
  expect([fault, unsent]).toEqual([new Error('自己的错'), []]);
  expect([await waiting(caseNo), await taken(caseNo)]).toEqual([keys, []]);
  const order: string[] = [];
  await sendFor(
    caseNo,
    seen(async ({ key }) => void order.push(key)),
  );
  expect([order, await waiting(caseNo)]).toEqual([keys, []]);
});

test('对方停着：告诉办件，不再排着；后面的照送', async () => {
  const [caseNo = ''] = cases;
  const [first, ...rest] = await waiting(caseNo);
  const away = seen(async ({ key, system }) => {
    if (key === first) throw new OutsideIncident(system, '没有答复');
  });
  const { unsent } = await sendFor(caseNo, away);
  expect(unsent).toEqual([{ type: 'trouble', system: 'sms', subject: first }]);
  expect([await waiting(caseNo), await taken(caseNo)]).toEqual([[], [...rest].sort()]);
});

test('撤销：原来那条送到了才送；还在送的等着；从未送到的不送', async () => {
  const [caseNo = ''] = cases;
  const { sql } = stack.context;
  const [key = ''] = await waiting(caseNo);
  await sql`delete from outbox where case_no = ${caseNo} and key <> ${key}`;
  const undoing = `${key}/撤销`;
  await sql`insert into effect (case_no, key, name, system, payload, seq, kind, undoes)
    select case_no, ${undoing}, name, system, payload, seq, 'final', key from effect where case_no = ${caseNo} and key = ${key}`;
  const queue = () =>
    sql`insert into outbox (case_no, key) values (${caseNo}, ${undoing}) on conflict do nothing`;
  const calls: string[] = [];
  const outside = seen(async (effect) => void calls.push(effect.key));

  await queue();
  await sql`insert into command (id, case_no, matter, hash, actor, body, at, wall) values ('t', ${caseNo}, ${matter}, '', '{}',
    ${sql.json({ type: 'trouble', system: 'sms', subject: key })}, 0, 0)`;
  await sql`delete from outbox where case_no = ${caseNo} and key = ${key}`;
  await sendFor(caseNo, outside);
  expect([calls, await waiting(caseNo)]).toEqual([[], [undoing]]);

  await sql`delete from command where id = 't'`;
  await sendFor(caseNo, outside);
  expect([calls, await waiting(caseNo)]).toEqual([[], []]);

  await sql`insert into outbox (case_no, key) values (${caseNo}, ${key})`;
  await queue();
  await sendFor(caseNo, outside);
  expect(calls).toEqual([key, undoing]);
  await sql`delete from effect where case_no = ${caseNo} and key = ${undoing}`;
});

test('办件结束前：刚写给它、它还没有听到的故障也算在内，不会带着没送出的结束', async () => {
  const [caseNo = ''] = cases;
  const { sql } = stack.context;
  const [subject = ''] = await waiting(caseNo);
  await sql`delete from outbox where case_no = ${caseNo}`;
  const body = { type: 'trouble', system: 'sms', subject } as const;
  const actor = { kind: 'system', name: 'case' } as const;
  await journal(sql, { matter, caseNo }, { id: 'told', hash: '', actor, body, at: 0, wall: Date.now() });
  const { windUp } = caseActivities(
    sql,
    seen(async () => {}),
  );
  expect((await windUp({ caseNo, recorded: 1 })).unsent).toEqual([body]);
  await sql`delete from command where id = 'told'`;
});

test('办件结束时自己出了错：没有送出的照旧排着，再来一次；对方已经拒收的先告诉办件', async () => {
  const [caseNo = ''] = cases;
  const { sql } = stack.context;
  const [first = ''] = await waiting(caseNo);
  await sql`delete from outbox where case_no = ${caseNo} and key <> ${first}`;
  const windUp = async (onCall: Parameters<typeof seen>[0]) =>
    await caseActivities(sql, seen(onCall)).windUp({ caseNo, recorded: 1 });
  const broken = async (): Promise<void> => {
    throw new Error('自己的错');
  };
  await expect(windUp(broken)).rejects.toThrow('自己的错');
  expect([await waiting(caseNo), await taken(caseNo)]).toEqual([[first], []]);

  const second = `${first}/另`;
  await sql`insert into effect (case_no, key, name, system, payload, seq, kind)
    select case_no, ${second}, name, system, payload, seq, kind from effect where case_no = ${caseNo} and key = ${first}`;
  await sql`insert into outbox (case_no, key) values (${caseNo}, ${second})`;
  const { unsent } = await windUp(async ({ key, system }) => {
    if (key === first) throw new OutsideRefusal(system, '号码不对');
    await broken();
  });
  expect(unsent).toEqual([{ type: 'reject', system: 'sms', subject: first, reason: '号码不对' }]);
  expect(await waiting(caseNo)).toEqual([second]);
  await sql`delete from effect where case_no = ${caseNo} and key = ${second}`;
});

test('Temporal 丢了办件：由台账恢复时，没有人收下的再排队送出', async () => {
  const [caseNo = ''] = cases;
  const { dispatcher, sql } = stack.context;
  const keys = await waiting(caseNo);
  await sql`delete from outbox where case_no = ${caseNo}`;
  await stack.startWorker();
  await stack.runOf(caseNo, matter).terminate();
  expect(await reviveCase(dispatcher, caseNo)).toBe('revived');
  await until(
    () => taken(caseNo),
    (got) => got.length === keys.length,
  );
  await stack.stopWorker();
});
