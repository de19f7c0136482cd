/** A case with a very long ledger, and one whose run is stuck: both go on. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workflowIdOf } from '../../contract/names.ts';
import { stuckCases } from '../../db/cases.ts';
import { readLedger } from '../../db/ledger.ts';
import { reviveCase } from '../../delivery/revive-case.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack({ settings: { YIMEN_CONTINUE_AFTER_EVENTS: '30' } });
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

/** `npm run test:long` takes twenty thousand. */
const entries = Number(process.env['YIMEN_LONG_LEDGER'] ?? 4_000);

test(`${entries}条台账、每条两千字的办件：由台账恢复，照常办理，照常续办`, { timeout: 240_000 }, async () => {
  const { sql, dispatcher } = stack.context;
  const caseNo = await desk.accepted();
  await stack.runOf(caseNo).terminate('lost');
  const act = '入户调查';
  const last = (await readLedger(sql, caseNo)).at(-1)?.seq ?? 0;
  await sql`
    insert into entry (case_no, seq, at, wall, command_id, command_hash, actor, process_version, calendar_version, rule_versions, event, derived)
    select case_no, seq + n, at, wall, 'urge-' || n, '', actor, process_version, calendar_version, rule_versions,
      jsonb_build_object('type', 'urged', 'act', ${act}::text, 'opinion', repeat('请尽快', 666)), '{}'
    from entry cross join generate_series(1, ${entries}::int) n where case_no = ${caseNo} and seq = ${last}`;
  await sql`update case_head set seq = ${last + entries} where case_no = ${caseNo}`;
  expect(await reviveCase(dispatcher, caseNo)).toBe('revived');
  for (let i = 0; i < 14; i++)
    done(await desk.visitor.submit(caseNo, { type: i % 2 ? 'release' : 'claim', act }));
  const firstRun = await stack.runOf(caseNo).describe();
  await until(
    () => stack.runOf(caseNo).describe(),
    ({ raw }) => raw.workflowExecutionInfo?.firstRunId !== raw.workflowExecutionInfo?.execution?.runId,
  );
  expect(firstRun.status.name).toBe('RUNNING');
  done(await desk.visitor.submit(caseNo, { type: 'claim', act }));
  // A press may be answered 202 while so long a ledger is read for the first time.
  const view = await until(
    () => desk.view(caseNo),
    ({ seq }) => seq === last + entries + 15,
  );
  expect(view.acts.find(({ key }) => key === act)).toMatchObject({
    urged: entries,
    assignee: 'chengguan-diaocha',
  });
});

test('卡住的运行查得出，恢复时终止它并由台账接着办', { timeout: 120_000 }, async () => {
  const { sql, dispatcher } = stack.context;
  const caseNo = await desk.accepted();
  const { client, taskQueue, workflowPrefix } = dispatcher;
  await stack.runOf(caseNo).terminate('lost');
  // A run that can never have its state: the ledger will not reach that far.
  await client.workflow.start('minimum-living', {
    workflowId: workflowIdOf(workflowPrefix, 'minimum-living', caseNo),
    taskQueue,
    args: [{ resumed: { caseNo, seq: 1_000_000 }, clock: dispatcher.clock() }],
  });
  const claim = { type: 'claim', act: '入户调查' };
  expect((await desk.visitor.submit(caseNo, claim)).status).toBe(202);
  expect(await stuckCases(sql, stack.context.now(), 20)).toEqual([]);
  await sql`update command set wall = wall - 300000 where case_no = ${caseNo} and state = 'waiting'`;
  const ready = (await (await stack.http('/api/v1/ready', {})).json()) as { stuck: readonly string[] };
  expect(ready.stuck).toEqual([caseNo]);
  expect(await stack.metrics()).toContain('yimen_cases_stuck 1');
  expect(await reviveCase(dispatcher, caseNo)).toBe('replaced');
  await until(
    () => stuckCases(sql, stack.context.now(), 20),
    (stuck) => stuck.length === 0,
  );
  expect((await desk.visitor.submit(caseNo, claim)).body).toMatchObject({ code: 'ALREADY_CLAIMED' });
  expect(await reviveCase(dispatcher, caseNo)).toBe('alive');
});
