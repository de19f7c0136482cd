/** 社会组织注销登记，逐条：只有引擎。 */
import { beforeEach, expect, test } from 'vitest';
import { done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';
import { changeDeskOf, changeForm } from '../../organization-change/desk.ts';
import { type RegistrationDesk, registrationDeskOf } from '../../organization-establishment/desk.ts';
import { endingDeskOf, endingForm, reportForm } from '../desk.ts';

let town: MemoryTown;
let desk: RegistrationDesk;
let ending: ReturnType<typeof endingDeskOf>;
let uscc: string;
beforeEach(async () => {
  town = await memoryTown();
  desk = await registrationDeskOf(town);
  ending = endingDeskOf(desk, town);
  uscc = await desk.organization();
});

test('条例第十九条、第二十二条：清算、公告债权人、清算报告、受理、审查、决定、收缴、注销证明，办结即注销', async () => {
  const caseNo = await ending.ended(uscc);
  const { outcome, notices } = await desk.view(caseNo);
  expect(outcome).toBe('注销登记');
  expect(notices.map(({ name, to }) => [name, to])).toEqual([
    ['清算公告', 'public'],
    ['受理通知书', 'applicant'],
    ['注销公告', 'public'],
  ]);
});

test('条例第二十条：清算期间不得开展清算以外的活动：不能变更，不能再申请注销', async () => {
  await ending.liquidating(uscc);
  const change = changeDeskOf(desk);
  const asked = await change.asked(changeForm(uscc, '住所', town.today(), { residence: '平罗县别处' }));
  expect(asked).toMatchObject({ status: 409, body: { code: 'SUBJECT_STATE' } });
  expect(await ending.asked(endingForm(uscc, town.today()))).toMatchObject({
    body: { code: 'SUBJECT_STATE' },
  });
});

test('条例第二十条，不进入清算的说明理由和救济', async () => {
  const caseNo = await ending.opened(uscc);
  done(await desk.reviewer.decide(caseNo, '登记清算', '不进入清算', { reasons: '决议未达到法定人数' }));
  const { outcome, notices } = await desk.view(caseNo);
  expect(outcome).toBe('不进入清算');
  expect(notices[0]?.text.paragraphs).toContain('理由：决议未达到法定人数');
});

test('条例第二十一条：清算结束十五日之后才申请的，附在审查里；清算结束日期不能在今日之后', async () => {
  const caseNo = await ending.liquidating(uscc);
  await town.advance('P50D');
  const early = await desk.window.decide(caseNo, '提交清算报告', '已提交', reportForm('2027-01-01'));
  expect(early.body).toMatchObject({ code: 'FORM_INVALID', fields: [{ field: 'endedOn' }] });
  done(await desk.window.decide(caseNo, '提交清算报告', '已提交', reportForm('2026-04-01')));
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
  expect(await desk.briefOf(desk.reviewer, caseNo, '审查')).toMatchObject({
    findings: ['清算结束后第20日才申请，超过15日'],
  });
});

test('条例第二十一条，材料：没有清算报告书的一次告知', async () => {
  const caseNo = await ending.reported(uscc, reportForm(town.today(), ['注销登记申请书']));
  const refused = await desk.window.decide(caseNo, '材料审查', '受理');
  expect(refused.body).toMatchObject({ code: 'FORM_INVALID' });
  expect(JSON.stringify(refused.body)).toContain('清算报告书');
});

test('条例第二十二条：先收缴证书、印章和财务凭证，再发给注销证明文件', async () => {
  const caseNo = await ending.decided(uscc);
  expect(await desk.open(caseNo)).toEqual(['收缴证书、印章和财务凭证']);
});

test('许可法第三十八条：不予注销的说明理由，组织照旧存续，可以变更', async () => {
  const caseNo = await ending.reported(uscc);
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
  done(await desk.reviewer.decide(caseNo, '审查', '拟不予', { reasons: '债务没有清偿' }));
  done(await desk.head.decide(caseNo, '决定', '不予', { reasons: '债务没有清偿' }));
  await desk.served(caseNo, '送达不予注销登记决定书');
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '不予注销登记' });
  const change = changeDeskOf(desk);
  done(await change.asked(changeForm(uscc, '住所', town.today(), { residence: '平罗县别处' })));
});

test('规则：清算期间撤回注销申请的，恢复存续', async () => {
  const caseNo = await ending.liquidating(uscc);
  done(await desk.window.submit(caseNo, { type: 'withdraw', opinion: '会员大会决定继续' }));
  done(await ending.asked(endingForm(uscc, town.today())));
});
