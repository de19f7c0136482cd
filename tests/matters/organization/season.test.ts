/** 年检自行开始，没有报的自行列入名录，补报后移出，整套系统。 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateOf, dayMs } from '../../../engine/clock/time.ts';
import { done } from '../../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../../setup/test-stack.ts';
import { type RegistrationDesk, registrationDeskOf } from '../organization-establishment/desk.ts';
import { election, eventForm } from '../organization-event/desk.ts';
import { casesOf } from './cases.ts';

let stack: TestStack;
let desk: RegistrationDesk;
beforeAll(async () => {
  stack = await startTestStack({ now: '2025-03-03T09:00:00+08:00' });
  desk = await registrationDeskOf(stack);
});
afterAll(async () => await stack.close());

const abnormal = async (): Promise<readonly unknown[]> => {
  const path = `/api/v1/registers/${encodeURIComponent('社会组织活动异常名录')}`;
  return ((await (await stack.http(path, {})).json()) as { items: readonly unknown[] }).items;
};
const listed = async (caseNo: string): Promise<void> => {
  await desk.served(caseNo, '送达拟列入告知书');
  done(await desk.window.decide(caseNo, '陈述申辩', '已提出', { statement: '漏报' }));
  done(await desk.head.decide(caseNo, '列入决定', '列入', { decision: '平民社名〔2026〕1号' }));
};

test('条例第二十八条：年检自行开始；没有报的自行列入活动异常名录；补报后移出，没有新的情形不再回到名录', async () => {
  const uscc = await desk.organization();
  await casesOf(stack, 'organization', 1);
  await stack.advance('P310D');
  const [inspection = ''] = await casesOf(stack, 'organization-annual-inspection', 1);
  expect(await desk.view(inspection)).toMatchObject({ state: 'open', labels: { 年度: '2025' } });
  await stack.advance('P150D');
  const [listing = ''] = await casesOf(stack, 'organization-listing', 1);
  expect(await desk.view(inspection)).toMatchObject({ outcome: '未按期报送' });
  expect(await abnormal()).toEqual([]);
  await listed(listing);
  expect(await abnormal()).toMatchObject([{ subject: uscc, data: { state: '列入' } }]);
  const data = { statement: '已补报' };
  done(await desk.window.submit(listing, { type: 'supplement', fact: '申请移出', data }));
  done(await desk.reviewer.decide(listing, '核实移出申请', '移出'));
  await stack.advance('P2D');
  expect(await abnormal()).toEqual([]);
  await stack.advance('P60D');
  expect(await casesOf(stack, 'organization-listing', 1)).toEqual([listing]);
});

test('规则：换届办结后告知社会组织档案，任期重新计算', async () => {
  const uscc = await desk.organization();
  const [, file = ''] = await casesOf(stack, 'organization', 2);
  const on = dateOf(Date.parse(stack.today()) + 65 * dayMs);
  const form = eventForm(uscc, stack.today(), on, election);
  const { caseNo } = done(await desk.apply('organization-event', form));
  done(await desk.education.decide(caseNo, '业务主管单位意见', '同意'));
  done(await desk.reviewer.decide(caseNo, '备案审核', '已备案'));
  await stack.advance('P67D');
  await until(
    () => desk.open(caseNo),
    (acts) => acts.includes('报告活动情况'),
  );
  done(await desk.window.decide(caseNo, '报告活动情况', '已举办', { summary: '选举产生新一届理事会。' }));
  const told = await until(
    () => desk.view(file) as Promise<unknown> as Promise<{ facts: { name: string; data: object }[] }>,
    ({ facts }) => facts.length > 0,
  );
  expect(told.facts).toMatchObject([{ name: '换届', data: { on } }]);
});
