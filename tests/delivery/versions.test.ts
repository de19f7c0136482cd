/** Process versions: a case stays with the version it was accepted under, and can be moved after a rehearsal. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NativeConnection } from '@temporalio/worker';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { caseActivities } from '../../activities/case-activities.ts';
import { outsideSystems } from '../../activities/systems.ts';
import { submitCommand } from '../../api/submit.ts';
import type { Officer } from '../../contract/actor.ts';
import type { PersonCommand } from '../../contract/command.ts';
import { readLedger } from '../../db/ledger.ts';
import { promote } from '../../delivery/deployment.ts';
import { moveCase, rehearse } from '../../delivery/move-case.ts';
import { periodActivities } from '../../delivery/periods.ts';
import { fold } from '../../engine/ledger/fold.ts';
import { project } from '../../engine/ledger/projection.ts';
import { buildBundle } from '../../worker/bundle.ts';
import { startOutbox } from '../../worker/outbox.ts';
import { createWorker } from '../../worker/worker.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';
import { bothVersions } from '../setup/versions/processes.ts';

let stack: TestStack;
let desk: Desk;
let dir: string;
/** A case under the second version. */
let movedCase: string;
const stops: (() => Promise<void>)[] = [];
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'yimen-versions-'));
  stack = await startTestStack({ withWorker: false });
  desk = await deskOf(stack);
});
afterAll(async () => {
  for (const stop of stops) await stop();
  await stack.close();
  await rm(dir, { recursive: true, force: true });
});

const deploymentName = () => stack.context.dispatcher.taskQueue;

async function startBuild(buildId: string, bundlePath: string): Promise<void> {
  const { settings, sql, vault, dispatcher } = stack.context;
  const connection = await NativeConnection.connect({ address: settings.TEMPORAL_ADDRESS });
  const outside = outsideSystems(settings, sql, vault);
  const worker = await createWorker({
    connection,
    namespace: settings.TEMPORAL_NAMESPACE,
    taskQueue: dispatcher.taskQueue,
    keys: settings.YIMEN_PAYLOAD_KEYS,
    bundlePath,
    activities: {
      ...caseActivities(sql, outside),
      ...periodActivities(sql, stack.context.county, stack.context.now),
    },
    deployment: { name: deploymentName(), buildId },
  });
  const done = worker.run();
  const outbox = await startOutbox(dispatcher, outside, { everyMs: 500, onError: () => {} });
  stops.push(async () => {
    await outbox.stop();
    worker.shutdown();
    await done;
    await connection.close();
  });
  await promote(dispatcher, deploymentName(), buildId);
}

const buildOf = async (caseNo: string): Promise<string | null | undefined> => {
  const { raw } = await stack.runOf(caseNo).describe();
  return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId;
};

test('办件固定在受理时的版本和构建；演练后可换版，台账留痕，换版后由新构建按新流程办理', async () => {
  await startBuild('one', inject('bundlePath'));
  const old = await desk.accepted();
  done(await desk.visitor.decide(old, '提请信息核对', '已提请'));
  const both = join(dir, 'both.js');
  await buildBundle(both, fileURLToPath(new URL('../setup/versions/workflows.ts', import.meta.url)));
  await startBuild('two', both);
  done(await desk.visitor.submit(old, { type: 'claim', act: '入户调查' }));
  expect(await buildOf(old)).toBe('one');
  const young = await desk.accepted();
  expect(await buildOf(young)).toBe('two');

  const { dispatcher } = stack.context;
  const rehearsal = await rehearse(dispatcher, bothVersions, { caseNo: old, version: 2, reason: '办法修订' });
  if (rehearsal.preview.kind !== 'accepted') throw new Error('refused');
  expect(rehearsal.preview.opens.map(({ key }) => key)).toEqual(['联合审查']);
  expect(rehearsal.preview.closes.map(({ key }) => key)).toContain('入户调查');
  expect(rehearsal.preview.supersedes).toContain('提请信息核对');
  expect((await readLedger(dispatcher.sql, old)).some(({ event }) => event.type === 'moved')).toBe(false);

  expect((await moveCase(dispatcher, rehearsal)).kind).toBe('accepted');
  const ledger = await until(
    () => readLedger(dispatcher.sql, old),
    (entries) => entries.some(({ event }) => event.type === 'moved'),
  );
  expect(ledger.at(-1)).toMatchObject({
    event: { type: 'moved', version: 2, reason: '办法修订' },
    derived: { superseded: expect.arrayContaining(['提请信息核对']) },
  });
  const moved = project(fold(bothVersions, ledger));
  expect(moved.acts.map(({ key }) => key)).toEqual(['联合审查']);
  expect(moved.head.version).toBe(2);
  movedCase = old;
  const [row] = await dispatcher.sql<
    { stage: string; version: number }[]
  >`select stage, version from case_head where case_no = ${old}`;
  expect(row).toEqual({ stage: '联合审查', version: 2 });
  expect(
    await until(
      () => buildOf(old),
      (build) => build === 'two',
    ),
  ).toBe('two');
});

test('可以撤销的已经送出，退回后先送出撤销，重新办理后再送出；每件一次', async () => {
  const { sql } = stack.context;
  const caseNo = movedCase;
  const officerOf = (role: string): Officer => ({
    kind: 'officer',
    person: role,
    name: role,
    post: { id: role, unit: 'chengguan', role, from: '2020-01-01' },
    identity: role,
  });
  let n = 0;
  const press = async (role: string, body: PersonCommand): Promise<number> => {
    const pressed = { key: `press-${++n}`, actor: officerOf(role), body };
    const done = await submitCommand(stack.context, { matter: 'minimum-living', caseNo }, pressed);
    if (done.kind !== 'accepted') throw new Error(`${body.type} is on its way`);
    return done.seq;
  };
  const sent = async () =>
    (await stack.taken('sms'))
      .filter(({ key }) => key.startsWith(`${caseNo}/预约`))
      .map(({ key, body }) => [key.slice(caseNo.length + 1), body['template']]);
  const review: PersonCommand = { type: 'decide', act: '联合审查', outcome: '通过' };
  const first = await press('初审', review);
  await until(sent, (all) => all.length === 1);
  const back = await press('初审', {
    type: 'return',
    act: '盖章',
    target: '联合审查',
    mode: 'redo',
    opinion: '有误',
  });
  await until(sent, (all) => all.length === 2);
  const second = await press('初审', review);
  expect(await until(sent, (all) => all.length === 3)).toEqual([
    [`预约@${first}`, '预约'],
    [`预约@${first}/撤销`, '取消预约'],
    [`预约@${second}`, '预约'],
  ]);
  const rows = await until(
    () => sql<{ key: string; withdrawnBy: number | null; undoes: string | null }[]>`
      select key, withdrawn_by as "withdrawnBy", undoes from effect where case_no = ${caseNo} and name like '%预约'
      order by seq, key`,
    (all) => all.length === 3,
  );
  expect(rows).toEqual([
    { key: `预约@${first}`, withdrawnBy: back, undoes: null },
    { key: `预约@${first}/撤销`, withdrawnBy: null, undoes: `预约@${first}` },
    { key: `预约@${second}`, withdrawnBy: null, undoes: null },
  ]);
});
