/** 社会组织重大活动、换届备案，逐条：只有引擎。 */
import { beforeEach, expect, test } from 'vitest';
import { done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';
import { type RegistrationDesk, registrationDeskOf } from '../../organization-establishment/desk.ts';
import { eventForm } from '../desk.ts';

let town: MemoryTown;
let desk: RegistrationDesk;
let uscc: string;
beforeEach(async () => {
  town = await memoryTown({ now: '2026-03-02T09:00:00+08:00' });
  desk = await registrationDeskOf(town);
  uscc = await desk.organization();
});

const form = (on = '2026-04-10', over: Record<string, unknown> = {}) =>
  eventForm(uscc, town.today(), on, over);
const opened = async (asked: unknown): Promise<string> =>
  done(await desk.apply('organization-event', asked)).caseNo;
async function agreed(asked: unknown): Promise<string> {
  const caseNo = await opened(asked);
  done(await desk.education.decide(caseNo, '业务主管单位意见', '同意'));
  return caseNo;
}
async function filed(asked: unknown): Promise<string> {
  const caseNo = await agreed(asked);
  done(await desk.reviewer.decide(caseNo, '备案审核', '已备案'));
  return caseNo;
}
const summary = { summary: '如期举办，秩序良好。' };

test('规则：业务主管单位同意、备案审核、举办之日、三十日内报告，办结', async () => {
  const caseNo = await filed(form());
  expect((await desk.view(caseNo)).waits.map(({ key }) => key)).toEqual(['等待活动结束']);
  await town.advance('P41D');
  done(await desk.window.decide(caseNo, '报告活动情况', '已举办', summary));
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '已备案并报告' });
});

test('规则：没有提前十五日备案、千人以上没有公安许可的，附在审核里', async () => {
  const caseNo = await agreed(form('2026-03-12', { participants: 1_200 }));
  expect(await desk.briefOf(desk.reviewer, caseNo, '备案审核')).toMatchObject({
    findings: [expect.stringContaining('2026-02-25之前'), expect.stringContaining('公安机关')],
  });
});

test('规则：事后不能备案，类别须在所列之内，换届须填候选人', async () => {
  const faults = async (asked: unknown) =>
    (
      (await desk.apply('organization-event', asked)) as { body: { fields?: { field: string }[] } }
    ).body.fields?.map(({ field }) => field);
  expect(await faults(form('2026-03-01'))).toEqual(['on']);
  expect(await faults(form('2026-04-10', { kind: '聚餐' }))).toEqual(['kind']);
  expect(await faults(form('2026-06-10', { kind: '换届选举' }))).toEqual(['candidates']);
});

test('规则：材料不足的补充后再审；逾期没有补充的不予备案', async () => {
  const caseNo = await agreed(form());
  const items = { items: ['安全预案'] };
  done(await desk.reviewer.decide(caseNo, '备案审核', '补充材料', items));
  const materials = [{ name: '安全预案', file: 'f'.repeat(64) }];
  done(await desk.window.decide(caseNo, '补充备案材料', '已补充', { materials }));
  done(await desk.reviewer.decide(caseNo, '备案审核#2', '补充材料', items));
  await town.advance('P15D');
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '不予备案' });
});

test('规则：劝止的说明理由和救济；业务主管单位不同意的办结', async () => {
  const caseNo = await agreed(form());
  done(await desk.reviewer.decide(caseNo, '备案审核', '劝止', {}, '超出业务范围'));
  const { outcome, notices } = await desk.view(caseNo);
  expect(outcome).toBe('不予备案');
  expect(notices[0]?.text.remedies).toHaveLength(2);
  const second = await opened(form('2026-05-10'));
  done(await desk.education.decide(second, '业务主管单位意见', '不同意', {}, '经费没有落实'));
  expect(await desk.view(second)).toMatchObject({ outcome: '业务主管单位不同意' });
});

test('规则：活动之后三十日没有报告的，记为逾期未报告', async () => {
  const caseNo = await filed(form());
  await town.advance('P75D');
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '逾期未报告' });
});
