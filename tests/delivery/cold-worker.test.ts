/** Whatever a worker that has just been started hears together, the case goes on as its history says. */
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { commandUpdate } from '../../contract/names.ts';
import { dataConverter } from '../../delivery/temporal.ts';
import { type CaseView, type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack({ maxCachedCases: 0 });
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

/** The case is asked without end for what it refuses, while `work` is done: it has always something before it. */
async function pestered(caseNo: string, work: () => Promise<void>): Promise<void> {
  let over = false;
  const lane = async (n: number): Promise<void> => {
    for (let round = 0; !over; round++) {
      const id = `pester/${n}/${round}`;
      const actor = { kind: 'system', name: 'case' };
      const command = { id, hash: '', at: 0, wall: 0, actor, body: { type: 'recover' }, seenSeq: -1 };
      await expect(stack.runOf(caseNo).executeUpdate(commandUpdate, { args: [command] })).rejects.toThrow();
    }
  };
  const lanes = [0, 1, 2].map(lane);
  await work().finally(() => {
    over = true;
  });
  await Promise.all(lanes);
}

/** The case's own entries cannot be recorded while `work` is done. */
async function unrecorded(caseNo: string, work: () => Promise<void>): Promise<void> {
  await stack.context.sql.begin(async (tx) => {
    await tx`select from case_head where case_no = ${caseNo} for update`;
    await work();
  });
}

const recordedTo = async (caseNo: string): Promise<number> =>
  (await stack.runOf(caseNo).query<{ recorded: number }>('state')).recorded;

/** The case's own entries are recorded while it always has something before it, then `act` ends it. */
async function overtaken(act: (caseNo: string) => Promise<void>): Promise<CaseView> {
  const caseNo = await desk.noticed();
  const before = await recordedTo(caseNo);
  await pestered(caseNo, async () => {
    await unrecorded(caseNo, async () => await stack.advance('P12D'));
    await until(
      () => recordedTo(caseNo),
      (recorded) => recorded > before,
    );
  });
  await act(caseNo);
  const closed = await until(
    () => desk.view(caseNo),
    ({ state }) => state === 'closed',
  );
  const { YIMEN_PAYLOAD_KEYS: keys } = stack.context.settings;
  await Worker.runReplayHistory(
    { workflowBundle: { codePath: inject('bundlePath') }, dataConverter: dataConverter(keys) },
    await stack.runOf(caseNo).fetchHistory(),
  );
  return closed;
}

test('公示期满登记完成的消息和审核确认由刚启动的 worker 一起听到：此后重放与历史一致，办到公布', async () => {
  const closed = await overtaken(async (caseNo) => {
    done(await desk.head.decide(caseNo, '审核确认', '同意'));
    const delivered = { method: '直接送达', deliveredOn: stack.today() };
    done(await desk.window.decide(caseNo, '送达确认通知书', '已送达', delivered));
    done(await desk.reviewer.decide(caseNo, '公布', '已公布', { place: '公示栏' }));
  });
  expect(closed.outcome).toBe('确认同意');
});

test('和申请人撤回一起听到：先停下期限，再送出余下的', async () => {
  const closed = await overtaken(async (caseNo) => {
    done(await desk.window.submit(caseNo, { type: 'withdraw', opinion: '申请人自愿撤回，已签字' }));
  });
  expect(closed.outcome).toBe('申请人撤回');
});
