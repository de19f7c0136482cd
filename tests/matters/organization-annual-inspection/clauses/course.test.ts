/** 社会组织年度检查，逐条：只有引擎。 */
import { beforeEach, expect, test } from 'vitest';
import { done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';
import { type RegistrationDesk, registrationDeskOf } from '../../organization-establishment/desk.ts';
import { report } from '../desk.ts';

let town: MemoryTown;
let desk: RegistrationDesk;
let caseNo: string;
beforeEach(async () => {
  town = await memoryTown({ now: '2026-01-05T09:00:00+08:00' });
  desk = await registrationDeskOf(town);
  const uscc = await desk.organization();
  caseNo = done(await desk.apply('organization-annual-inspection', { uscc, year: 2025 })).caseNo;
});

const files = async (): Promise<void> => {
  done(await desk.window.decide(caseNo, '报送年度工作报告', '已报送', report));
};
const agrees = async (): Promise<void> => {
  done(await desk.education.decide(caseNo, '业务主管单位初审', '同意'));
};
const graded = async (grade: string, form: object = {}): Promise<void> => {
  await files();
  await agrees();
  done(await desk.reviewer.decide(caseNo, '登记管理机关审查', grade, form));
  done(await desk.head.decide(caseNo, '年检结论', grade, form));
};
const situations = { situations: ['财务管理不规范'] };

test('条例第二十八条、民非第二十三条：报告、初审、审查、结论，公告结论', async () => {
  await graded('合格');
  const { outcome, notices } = await desk.view(caseNo);
  expect(outcome).toBe('合格');
  expect(notices.at(-1)).toMatchObject({
    to: 'public',
    text: { paragraphs: [expect.any(String), '2025年度检查结论：合格'] },
  });
});

test('条例第二十八条，五月三十一日：没有按期报送的，自行终结', async () => {
  await town.advance('P146D');
  expect(await desk.view(caseNo)).toMatchObject({ state: 'open' });
  await town.advance('P3D');
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '未按期报送' });
});

test('条例第二十八条，三月三十一日：之后才报业务主管单位的，附在审查里', async () => {
  await town.advance('P100D');
  await files();
  await agrees();
  expect(await desk.briefOf(desk.reviewer, caseNo, '登记管理机关审查')).toMatchObject({
    findings: [expect.stringContaining('2026-03-31之后')],
  });
});

test('规则：业务主管单位退回补充的，补充后再审', async () => {
  await files();
  done(await desk.education.decide(caseNo, '业务主管单位初审', '退回补充', {}, '缺党建述职'));
  done(await desk.window.decide(caseNo, '补充年度工作报告', '已补充', report));
  done(await desk.education.decide(caseNo, '业务主管单位初审#2', '同意'));
  expect(await desk.open(caseNo)).toEqual(['登记管理机关审查']);
});

test('规则：结论由审查人以外的人作出，等次不合格的写明情形', async () => {
  await files();
  await agrees();
  expect((await desk.reviewer.decide(caseNo, '登记管理机关审查', '不合格', {})).body).toMatchObject({
    code: 'FORM_INVALID',
  });
  done(await desk.reviewer.decide(caseNo, '登记管理机关审查', '不合格', situations));
  expect((await desk.reviewer.decide(caseNo, '年检结论', '合格')).status).toBeGreaterThanOrEqual(400);
});

test('规则：整改合格的办结，没有到位的继续整改', async () => {
  await graded('基本合格', situations);
  const handed = { summary: '已补记账目', files: [] };
  done(await desk.window.decide(caseNo, '报送整改报告', '已整改', handed));
  done(await desk.reviewer.decide(caseNo, '复查', '继续整改', {}, '账目仍不全'));
  done(await desk.window.decide(caseNo, '报送整改报告#2', '已整改', handed));
  done(await desk.reviewer.decide(caseNo, '复查#2', '整改合格'));
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '基本合格' });
});

test('规则：三个月没有整改的，逾期未整改', async () => {
  await graded('不合格', situations);
  await town.advance('P100D');
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '逾期未整改' });
});
