/** How a change of registration is led for a test. */
import { sampleSha } from '../../../stack/sample-material.ts';
import { done } from '../../setup/desk.ts';
import type { RegistrationDesk } from '../organization-establishment/desk.ts';

const file = sampleSha('材料');
const own: Record<string, readonly string[]> = {
  名称: ['修改后的章程草案'],
  住所: ['新住所使用权证明'],
  业务范围: ['修改后的章程草案'],
  注册资金: ['验资报告'],
  法定代表人: ['离任财务审计报告', '新任法定代表人的基本情况和身份证明'],
};

/** What is handed in for a change of an item, all of it. */
export const changeForm = (uscc: string, item: string, on: string, over: Record<string, unknown> = {}) => ({
  uscc,
  item,
  resolvedOn: on,
  consentOn: on,
  materials: ['变更登记申请书', '内部决议', '业务主管单位同意变更的文件', ...(own[item] ?? [])].map(
    (name) => ({ name, file }),
  ),
  ...over,
});

export function changeDeskOf(desk: RegistrationDesk) {
  const asked = (form: unknown) => desk.apply('organization-change', form);
  /** Accepted and reviewed; the decision is open. */
  async function reviewed(form: unknown): Promise<string> {
    const { caseNo } = done(await asked(form));
    done(await desk.window.decide(caseNo, '材料审查', '受理'));
    done(await desk.reviewer.decide(caseNo, '审查', '拟准予'));
    return caseNo;
  }
  async function changed(form: unknown): Promise<string> {
    const caseNo = await reviewed(form);
    done(await desk.head.decide(caseNo, '决定', '准予'));
    await desk.served(caseNo, '收回旧证换发新证');
    return caseNo;
  }
  return { asked, reviewed, changed };
}
