/** 活动异常名录、严重违法失信名单，逐条：只有引擎。 */
import { beforeEach, expect, test } from 'vitest';
import { done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';
import { type RegistrationDesk, registrationDeskOf } from '../../organization-establishment/desk.ts';

let town: MemoryTown;
let desk: RegistrationDesk;
let uscc: string;
beforeEach(async () => {
  town = await memoryTown({ now: '2024-05-06T09:00:00+08:00' });
  desk = await registrationDeskOf(town);
  uscc = await desk.organization();
});

const grounds = {
  unfiled: '未按照规定时限和要求报送年度工作报告的',
  fined: '受到警告或者五万元以下罚款处罚的',
  misled: '弄虚作假办理变更登记，被撤销变更登记的',
};
const opened = async (list: string, ground: string): Promise<string> => {
  const form = { uscc, list, ground, facts: '样例' };
  const asked = { matter: 'organization-listing', unit: 'civil-affairs', form };
  return done(await desk.reviewer.open(asked, crypto.randomUUID())).caseNo;
};
async function listed(ground: string, list = '活动异常名录'): Promise<string> {
  const caseNo = await opened(list, ground);
  await desk.served(caseNo, '送达拟列入告知书');
  done(await desk.window.decide(caseNo, '陈述申辩', '已提出', { statement: '正在补报' }));
  done(await desk.head.decide(caseNo, '列入决定', '列入', { decision: '平民社名〔2024〕1号' }));
  return caseNo;
}
const asksOut = async (caseNo: string): Promise<void> => {
  const data = { statement: '已补报年度工作报告' };
  done(await desk.window.submit(caseNo, { type: 'supplement', fact: '申请移出', data }));
};
const waits = async (caseNo: string) => (await desk.view(caseNo)).waits.map(({ key }) => key);

test('第十三条：列入之前书面告知，可以陈述申辩；逾期不提出的视为放弃', async () => {
  const caseNo = await opened('活动异常名录', grounds.unfiled);
  await desk.served(caseNo, '送达拟列入告知书');
  await town.advance('P20D');
  expect(await desk.briefOf(desk.head, caseNo, '列入决定')).toMatchObject({ statement: '没有提出' });
});

test('第十一条、第十二条：列入的写明情形、文号和救济，并公告', async () => {
  const caseNo = await listed(grounds.unfiled);
  const { notices } = await desk.view(caseNo);
  expect(notices.map(({ name, to }) => [name, to])).toEqual([
    ['拟列入告知书', 'applicant'],
    ['列入决定书', 'applicant'],
    ['列入公告', 'public'],
  ]);
  expect(notices[1]?.text.paragraphs).toContain('文号：平民社名〔2024〕1号');
  expect(notices[1]?.text.remedies).toHaveLength(2);
});

test('第十一条，情形：只能按所列情形列入', async () => {
  const form = { uscc, list: '活动异常名录', ground: '领导认为', facts: '样例' };
  const asked = { matter: 'organization-listing', unit: 'civil-affairs', form };
  const { body } = await desk.reviewer.open(asked, crypto.randomUUID());
  expect(body).toMatchObject({ code: 'FORM_INVALID', fields: [{ field: 'ground' }] });
});

test('第十四条：履行义务后申请移出，五个工作日内核实；没有到位的不移出，说明理由', async () => {
  const caseNo = await listed(grounds.unfiled);
  await asksOut(caseNo);
  done(await desk.reviewer.decide(caseNo, '核实移出申请', '不移出', {}, '报告缺财务部分'));
  expect((await desk.view(caseNo)).notices.at(-1)?.name).toBe('不予移出告知书');
  await asksOut(caseNo);
  done(await desk.reviewer.decide(caseNo, '核实移出申请#2', '移出'));
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '移出' });
});

test('第十四条，期满：没有整改内容的满六个月自行移出', async () => {
  const caseNo = await listed(grounds.fined);
  await town.advance('P180D');
  expect(await desk.view(caseNo)).toMatchObject({ state: 'open' });
  await town.advance('P5D');
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '移出' });
});

test('第十四条，新的情形：期限重新计算', async () => {
  const caseNo = await listed(grounds.fined);
  await town.advance('P150D');
  const data = { ground: grounds.fined, facts: '再次受到警告' };
  done(await desk.reviewer.submit(caseNo, { type: 'supplement', fact: '新的情形', data }));
  await town.advance('P170D');
  expect(await desk.view(caseNo)).toMatchObject({ state: 'open' });
  await town.advance('P20D');
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '移出' });
});

test('第十五条：在活动异常名录满二年的，移出并转入严重违法失信名单', async () => {
  const caseNo = await listed(grounds.unfiled);
  expect(await waits(caseNo)).toEqual(['等待满二年']);
  await town.advance('P729D');
  expect(await desk.view(caseNo)).toMatchObject({ state: 'open' });
  await town.advance('P3D');
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '转入严重违法失信名单' });
});

test('第十六条：严重违法失信名单满二年没有新的情形，才可以申请移出', async () => {
  const caseNo = await listed(grounds.misled, '严重违法失信名单');
  await town.advance('P400D');
  const data = { ground: grounds.misled, facts: '再次' };
  done(await desk.reviewer.submit(caseNo, { type: 'supplement', fact: '新的情形', data }));
  await town.advance('P500D');
  expect(await waits(caseNo)).toEqual(['等待满二年可以申请移出#2']);
  await town.advance('P235D');
  expect(await waits(caseNo)).toEqual([]);
  await asksOut(caseNo);
  done(await desk.reviewer.decide(caseNo, '核实移出申请', '移出'));
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '移出' });
});
