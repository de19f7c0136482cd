/** How an annual inspection is led for a test. */
import { sampleSha } from '../../../stack/sample-material.ts';
import { done } from '../../setup/desk.ts';
import type { RegistrationDesk } from '../organization-establishment/desk.ts';

export const report = {
  summary: '举办培训四次。',
  incomeFen: 5_000_000,
  expenseFen: 4_200_000,
  staff: 2,
  partyReport: '三会一课按期开展。',
  files: [sampleSha('材料')],
};

/** Filed, found wanting, put right. */
export async function inspected(desk: RegistrationDesk, caseNo: string): Promise<void> {
  const wanting = { situations: ['财务管理不规范'] };
  done(await desk.window.decide(caseNo, '报送年度工作报告', '已报送', report));
  done(await desk.education.decide(caseNo, '业务主管单位初审', '同意'));
  done(await desk.reviewer.decide(caseNo, '登记管理机关审查', '基本合格', wanting));
  done(await desk.head.decide(caseNo, '年检结论', '基本合格', wanting));
  done(await desk.window.decide(caseNo, '报送整改报告', '已整改', { summary: '已补记账目', files: [] }));
  done(await desk.reviewer.decide(caseNo, '复查', '整改合格'));
}
