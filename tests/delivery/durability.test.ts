/** Continue-as-new, privacy in Temporal, the cost of a case, and replay. */
import { readFile, stat } from 'node:fs/promises';
import type { Payload } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { clockUpdate } from '../../contract/names.ts';
import { dataConverter } from '../../delivery/temporal.ts';
import { sampleIdentity } from '../../stack/sample-people.ts';
import { matters } from '../../workflows/index.ts';
import type { CommandReply } from '../../workflows/shell/messages.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

const delivered = () => ({ method: '直接送达', deliveredOn: stack.today() });

async function toPayment(at: TestStack, by: Desk, form?: unknown): Promise<string> {
  const caseNo = await by.confirming(form);
  done(await by.head.decide(caseNo, '审核确认', '同意'));
  done(
    await by.window.decide(caseNo, '送达确认通知书', '已送达', { ...delivered(), deliveredOn: at.today() }),
  );
  done(await by.reviewer.decide(caseNo, '公布', '已公布', { place: '公示栏' }));
  return caseNo;
}

test('Temporal 的数据库里没有公民的姓名和身份证号码', async () => {
  const identity = sampleIdentity(77, '19710203');
  const form = { ...desk.application({ name: '隐姓埋名氏' }) };
  const [self] = form.members;
  const caseNo = await desk.verified({
    ...form,
    applicant: { ...form.applicant, identity },
    members: [{ ...self, identity }],
  });
  const files = await Promise.all(
    ['', '-wal'].map((suffix) => readFile(inject('temporalFile') + suffix).catch(() => Buffer.alloc(0))),
  );
  const bytes = Buffer.concat(files);
  expect(bytes.includes(caseNo)).toBe(true);
  expect(bytes.includes('隐姓埋名氏')).toBe(false);
  expect(bytes.includes(identity)).toBe(false);
});

test('历史事件：一件低保从登记到办结，平均每环节少于 10 个', async () => {
  const caseNo = await toPayment(stack, desk);
  const handle = stack.runOf(caseNo);
  await handle.result();
  const { events } = await handle.fetchHistory();
  const { items } = await desk.inspector.get<{ items: { event: { type: string } }[] }>(
    `/cases/${caseNo}/ledger`,
  );
  const acts = items.filter(({ event }) => event.type === 'decided' || event.type === 'answered').length;
  const decided = items.filter(({ event }) => event.type === 'decided').length;
  console.log(
    `history: ${events?.length} events, ${decided} acts decided, ${acts} with answers: ${((events?.length ?? 0) / acts).toFixed(1)} per act`,
  );
  expect((events?.length ?? Number.POSITIVE_INFINITY) / acts).toBeLessThan(10);
});

test('操作的答复只带新的条目：投影由问的一方推得，不进历史', async () => {
  const caseNo = await desk.verified();
  const { events } = await stack.runOf(caseNo).fetchHistory();
  const { payloadCodecs = [] } = dataConverter(stack.context.settings.YIMEN_PAYLOAD_KEYS);
  let payloads: Payload[] = (events ?? []).flatMap(
    ({ workflowExecutionUpdateCompletedEventAttributes: of }) => of?.outcome?.success?.payloads ?? [],
  );
  for (const codec of payloadCodecs.toReversed()) payloads = await codec.decode(payloads);
  const replies = payloads.map(({ data }) => JSON.parse(Buffer.from(data ?? []).toString()) as CommandReply);
  expect(replies.length).toBeGreaterThan(2);
  expect(replies.filter(({ projection }) => projection)).toEqual([]);
  expect(replies.filter(({ entries }) => entries.length === 0)).toEqual([]);
});

test('县时钟拨动而有办件没有听到的，再说一次：听到过的不再听一次，时间不变', async () => {
  const caseNo = await desk.accepted();
  await stack.advance('P1D');
  const heard = async (): Promise<number> =>
    ((await stack.runOf(caseNo).fetchHistory()).events ?? []).filter(
      ({ workflowExecutionUpdateAcceptedEventAttributes: of }) =>
        of?.acceptedRequest?.input?.name === clockUpdate,
    ).length;
  expect(await heard()).toBe(1);
  const clock = stack.context.clock();
  const keeper = await stack.as('juzhang');
  expect((await keeper.call('POST', '/local/clock', {})).status).toBe(200);
  expect(await heard()).toBe(1);
  expect(stack.context.clock()).toEqual(clock);
});

test('已记录的历史在今天的工作流包上重放一致', async () => {
  const caseNo = await toPayment(stack, desk);
  const handle = stack.runOf(caseNo);
  await handle.result();
  const history = await handle.fetchHistory();
  const results: unknown[] = [];
  const replay = Worker.runReplayHistories(
    {
      workflowBundle: { codePath: inject('bundlePath') },
      dataConverter: dataConverter(stack.context.settings.YIMEN_PAYLOAD_KEYS),
    },
    [{ workflowId: caseNo, history }],
  );
  for await (const result of replay) results.push(result.error);
  expect(results).toEqual([undefined]);
});

test('工作流包随事项增大，每个事项不超过 146 KB', async () => {
  const { size } = await stat(inject('bundlePath'));
  console.log(`workflow bundle: ${size} bytes`);
  expect(size).toBeLessThan(1_000_000 + 146_000 * matters.length);
});

test('continue-as-new：历史过长时在安静时刻续办，其间的操作不丢，编号不重办', async () => {
  const short = await startTestStack({ settings: { YIMEN_CONTINUE_AFTER_EVENTS: '30' } });
  try {
    const by = await deskOf(short);
    const key = 'the-same-key-after-continuing';
    const caseNo = await by.opened();
    const accept = { type: 'decide', act: '材料审查', outcome: '受理', opinion: '' };
    const first = done(await by.window.submit(caseNo, accept, key));
    const claims = Array.from({ length: 12 }, (_, i) => ({
      type: i % 2 === 0 ? 'claim' : 'release',
      act: '入户调查',
    }));
    for (const command of claims) done(await by.visitor.submit(caseNo, command));
    const runs = await until(
      async () => await runsOf(short, caseNo),
      (count) => count >= 2,
    );
    expect(runs).toBeGreaterThanOrEqual(2);
    expect(done(await by.window.submit(caseNo, accept, key)).seq).toBe(first.seq);
    // Past the journal: the case itself knows the command after continuing.
    const [row] = await short.context.sql<
      { actor: never; body: never; hash: string; at: number }[]
    >`select actor, body, hash, at from command where id = ${key}`;
    const reply = await short.runOf(caseNo).executeUpdate<{ seq: number }, [unknown]>('command', {
      args: [{ id: key, wall: 0, ...row }],
      updateId: `${key}-again`,
    });
    expect(reply.seq).toBe(first.seq);
    const { acts } = await by.view(caseNo);
    expect(acts.map(({ name }) => name)).toEqual(['提请信息核对', '入户调查']);
    const ledger = await by.inspector.get<{ items: { event: { type: string } }[] }>(
      `/cases/${caseNo}/ledger`,
    );
    expect(ledger.items.filter(({ event }) => event.type === 'claimed')).toHaveLength(6);
  } finally {
    await short.close();
  }
});

async function runsOf(at: TestStack, caseNo: string): Promise<number> {
  const { firstRunId, runId } = await at
    .runOf(caseNo)
    .describe()
    .then(({ raw, runId: now }) => ({ firstRunId: raw.workflowExecutionInfo?.firstRunId, runId: now }));
  return firstRunId && firstRunId !== runId ? 2 : 1;
}
