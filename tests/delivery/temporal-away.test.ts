/** Temporal itself is stopped, or has lost a case: what officers submit is kept, and arrives in order. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reviveCase } from '../../delivery/revive-case.ts';
import { freePort } from '../../stack/ports.ts';
import { openSample } from '../../stack/sample-application.ts';
import { type RunningTemporal, startTemporal } from '../../stack/temporal.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
let temporal: RunningTemporal;
let dir: string;
let port: number;
const start = async (): Promise<void> => {
  temporal = await startTemporal({ dir, port, binaryDir: resolve('.local') });
};
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'yimen-away-'));
  port = await freePort();
  await start();
  stack = await startTestStack({
    settings: { TEMPORAL_ADDRESS: temporal.address, YIMEN_COMMAND_PATIENCE_MS: '2000' },
  });
  desk = await deskOf(stack);
});
afterAll(async () => {
  await stack.close();
  await temporal.stop();
  await rm(dir, { recursive: true, force: true });
});

const decided = async (caseNo: string): Promise<readonly (string | undefined)[]> =>
  (
    await desk.inspector.get<{ items: { event: { type: string; act?: string } }[] }>(
      `/cases/${caseNo}/ledger`,
    )
  ).items
    .filter(({ event }) => event.type === 'decided')
    .map(({ event }) => event.act);

test('Temporal 停止时按下的：答 202，列为待送达；新的申请当场登记、看得到；恢复后按顺序送达，一次不多', async () => {
  const caseNo = await desk.opened();
  await temporal.kill();
  const first = await desk.window.decide(caseNo, '材料审查', '受理');
  // One that comes up meanwhile, too.
  await stack.stopApi();
  await stack.startApi();
  const second = await desk.visitor.decide(caseNo, '提请信息核对', '已提请');
  const opened = await openSample(desk.window, 'chengguan', desk.application());
  expect([first.status, second.status, opened.status]).toEqual([202, 202, 201]);
  const newcomer = done(opened).caseNo;
  expect((await desk.view(newcomer)).stage).toBe('材料审查');
  expect(first.body.detail).toContain('无需重复提交');
  const mine = await desk.window.get<{ items: { state: string }[] }>('/commands');
  expect(mine.items.map(({ state }) => state)).toEqual(['waiting']);
  const ready = await stack.http('/api/v1/ready', {});
  expect([ready.status, ((await ready.json()) as { temporal: boolean }).temporal]).toEqual([503, false]);
  expect((await stack.http('/api/v1/health', {})).status).toBe(200);
  expect((await desk.window.call('GET', '/inbox')).status).toBe(200);

  await start();
  await until(
    () => decided(caseNo),
    (acts) => acts.length >= 2,
    60_000,
  );
  expect((await decided(caseNo)).slice(0, 2)).toEqual(['材料审查', '提请信息核对']);
  done(await desk.window.decide(newcomer, '材料审查', '受理'));
  await until(
    () => desk.window.get<{ items: unknown[] }>('/commands'),
    ({ items }) => items.length === 0,
    60_000,
  );
});

test('Temporal 丢了一件在办的：操作等待而不误报办结，由台账恢复后送达', async () => {
  const caseNo = await desk.opened();
  done(await desk.window.submit(caseNo, { type: 'claim', act: '材料审查' }));
  const { dispatcher } = stack.context;
  await stack.runOf(caseNo).terminate('lost');
  const submitted = await desk.window.decide(caseNo, '材料审查', '受理');
  expect(submitted.status).toBe(202);
  expect(await reviveCase(dispatcher, caseNo)).toBe('revived');
  expect(await reviveCase(dispatcher, caseNo)).toBe('alive');
  await until(
    () => decided(caseNo),
    (acts) => acts.length >= 1,
  );
  done(await desk.visitor.decide(caseNo, '提请信息核对', '已提请'));
});
