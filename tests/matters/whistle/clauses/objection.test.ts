/** 退单: looked into in three levels while the first receiver goes on working. In memory, and by `npm run test:rules` on the whole stack. */
import { beforeEach, expect, test } from 'vitest';
import { type CaseView, done } from '../../../setup/desk.ts';
import type { MemoryTown } from '../../../setup/memory-town.ts';
import { openTown } from '../../../setup/town.ts';
import { type WhistleDesk, whistleDeskOf } from '../desk.ts';

let town: MemoryTown;
let desk: WhistleDesk;
beforeEach(async () => {
  town = await openTown();
  desk = await whistleDeskOf(town);
});

const ruledFor = (to: string) => ({ to, item: '上级部门收回事项第5项' });

test('规则（2）：退单审核期间，首接部门继续办理，它的时限继续计算', async () => {
  const caseNo = await desk.dispatched();
  const due = (await desk.clock(caseNo, '部门/housing/部门处置'))?.dueAt;
  await desk.objects(caseNo, 'housing', 'police');
  expect(await desk.open(caseNo)).toEqual(['部门/housing/退单审核', '部门/housing/报到']);
  await desk.arrives(caseNo, 'housing');
  await town.advance('PT2H');
  done(await desk.dispatcher.decide(caseNo, '部门/housing/退单审核', '退单不成立', {}, '清单已列'));
  expect(await desk.open(caseNo)).toEqual(['部门/housing/处置反馈']);
  expect(await desk.clock(caseNo, '部门/housing/部门处置')).toMatchObject({ dueAt: due, stoppedAt: null });
  await desk.answers(caseNo, 'housing');
  expect(await desk.open(caseNo)).toEqual(['乡镇确认']);
});

test('规则（2）：退单成立的，改派主管部门，原部门已做的留在台账', async () => {
  const caseNo = await desk.dispatched();
  await desk.objects(caseNo, 'housing', 'police');
  await desk.arrives(caseNo, 'housing');
  done(
    await desk.dispatcher.decide(caseNo, '部门/housing/退单审核', '退单成立', ruledFor('police'), '属公安'),
  );
  expect(await desk.open(caseNo)).toEqual(['部门/housing/改派/police/签收']);
  expect((await desk.clock(caseNo, '部门/housing/部门处置'))?.stoppedAt).not.toBeNull();
  const { path, notices } = await desk.view(caseNo);
  expect(path.map(({ key }) => key)).toContain('部门/housing/报到');
  expect(notices.at(-1)?.name).toBe('职责裁定书');
  const scope = '部门/housing/改派/police';
  await desk.signs(caseNo, 'police', scope);
  await desk.arrives(caseNo, 'police', scope);
  await desk.answers(caseNo, 'police', `${scope}/处置反馈`);
  expect(await desk.open(caseNo)).toEqual(['乡镇确认']);
});

test('规则（2）：调度四个工作小时没有审核的，自行上提联席会议，再上提分管县领导', async () => {
  const caseNo = await desk.dispatched();
  await desk.objects(caseNo, 'housing', 'police');
  await town.advance('PT6H');
  await desk.opens(caseNo, '部门/housing/联席会议裁定');
  await town.advance('P3D');
  await desk.opens(caseNo, '部门/housing/职责裁定');
  done(await desk.leader.decide(caseNo, '部门/housing/职责裁定', '退单不成立', {}, '由住建负责'));
  expect(await desk.open(caseNo)).toEqual(['部门/housing/报到']);
});

test('规则（3）：同一任务第三次派单由分管县领导裁定，派到的不能再退', async () => {
  const caseNo = await desk.dispatched();
  await desk.objects(caseNo, 'housing', 'police');
  done(
    await desk.dispatcher.decide(caseNo, '部门/housing/退单审核', '退单成立', ruledFor('police'), '属公安'),
  );
  const second = '部门/housing/改派/police';
  await desk.objects(caseNo, 'police', 'education', second);
  expect(await desk.open(caseNo)).toEqual([`${second}/职责裁定`, `${second}/报到`]);
  done(
    await desk.leader.decide(caseNo, `${second}/职责裁定`, '退单成立', ruledFor('education'), '由教育负责'),
  );
  const third = `${second}/改派/education`;
  const { acts } = await desk.of('education').get<CaseView>(`/cases/${caseNo}`);
  expect(acts.map(({ key, outcomes }) => [key, outcomes.map(({ name }) => name)])).toEqual([
    [`${third}/签收`, ['签收']],
  ]);
});

test('审核尚未作出、部门已经办结的，以办结为准', async () => {
  const caseNo = await desk.dispatched();
  await desk.objects(caseNo, 'housing', 'police');
  await desk.arrives(caseNo, 'housing');
  await desk.answers(caseNo, 'housing');
  expect(await desk.open(caseNo)).toEqual(['乡镇确认']);
  expect(
    (await desk.dispatcher.decide(caseNo, '部门/housing/退单审核', '退单成立', ruledFor('police'), '晚了'))
      .status,
  ).toBe(409);
});

test('规则（4）：应急哨办结后可以提出异议，裁定写入职责清单，已经办的不变；两个工作日没有提出的过去', async () => {
  const emergency = { type: '应急哨' };
  const caseNo = await desk.dispatched(emergency);
  done(await desk.principal.decide(caseNo, '追认', '追认'));
  done(await desk.of('housing').decide(caseNo, '部门/housing/应急签收·值班', '签收'));
  await desk.arrives(caseNo, 'housing');
  await desk.answers(caseNo, 'housing');
  expect(await desk.open(caseNo)).toEqual(['部门/housing/事后异议']);
  const grounds = { item: '危险化学品处置', grounds: '三定规定未列', competent: 'police' };
  done(await desk.of('housing').decide(caseNo, '部门/housing/事后异议', '提出异议', grounds));
  const ruling = { to: 'police', item: '危险化学品处置' };
  done(await desk.leader.decide(caseNo, '部门/housing/职责裁定', '退单成立', ruling, '由公安负责'));
  const { acts, notices, path } = await desk.view(caseNo);
  expect(acts.map(({ key }) => key)).toEqual(['乡镇确认']);
  expect(notices.map(({ name }) => name)).toContain('职责裁定书');
  expect(path.map(({ key }) => key)).toContain('部门/housing/处置反馈');
  const silent = await desk.dispatched(emergency);
  done(await desk.principal.decide(silent, '追认', '追认'));
  done(await desk.of('housing').decide(silent, '部门/housing/应急签收·值班', '签收'));
  await desk.arrives(silent, 'housing');
  await desk.answers(silent, 'housing');
  await town.advance('P4D');
  expect(await desk.open(silent)).toEqual(['乡镇确认']);
});
