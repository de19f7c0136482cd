/** How a charter is approved for a test. */
import { sampleSha } from '../../../stack/sample-material.ts';
import { done } from '../../setup/desk.ts';
import type { RegistrationDesk } from '../organization-establishment/desk.ts';

const file = sampleSha('材料');
export const charterForm = (uscc: string, on: string, over: Record<string, unknown> = {}) => ({
  uscc,
  amendments: '增加监事会一章。',
  charter: [
    '名称和住所',
    '资产管理和使用的原则',
    '章程的修改程序',
    '终止程序和终止后资产的处理',
    '党的建设和社会主义核心价值观',
  ],
  resolvedOn: on,
  due: 60,
  present: 50,
  favour: 45,
  consentOn: on,
  materials: ['章程核准申请书', '会议纪要', '修改后的章程', '业务主管单位同意的文件'].map((name) => ({
    name,
    file,
  })),
  ...over,
});

/** Accepted and reviewed; the decision is open. */
export async function reviewed(desk: RegistrationDesk, form: unknown): Promise<string> {
  const { caseNo } = done(await desk.apply('organization-charter', form));
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
  done(await desk.reviewer.decide(caseNo, '审查', '拟准予'));
  return caseNo;
}
