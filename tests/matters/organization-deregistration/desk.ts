/** How an organisation is struck off for a test. */
import { sampleSha } from '../../../stack/sample-material.ts';
import { done, type Town } from '../../setup/desk.ts';
import type { RegistrationDesk } from '../organization-establishment/desk.ts';

const file = sampleSha('材料');
export const endingForm = (uscc: string, on: string, over: Record<string, unknown> = {}) => ({
  uscc,
  reason: '自行解散',
  explanation: '会员大会决议解散。',
  resolvedOn: on,
  consentOn: on,
  liquidators: ['马建国', '王秀英', '贺会计'],
  ...over,
});
export const reportForm = (
  endedOn: string,
  names = ['注销登记申请书', '业务主管单位的审查文件', '清算报告书'],
) => ({
  endedOn,
  summary: '债务清偿完毕，剩余财产转给宗旨相近的组织。',
  materials: names.map((name) => ({ name, file })),
});

export function endingDeskOf(desk: RegistrationDesk, town: Town) {
  const asked = (form: unknown) => desk.apply('organization-deregistration', form);
  const opened = async (uscc: string): Promise<string> =>
    done(await asked(endingForm(uscc, town.today()))).caseNo;
  async function liquidating(uscc: string): Promise<string> {
    const caseNo = await opened(uscc);
    done(await desk.reviewer.decide(caseNo, '登记清算', '进入清算'));
    return caseNo;
  }
  async function reported(uscc: string, form = reportForm(town.today())): Promise<string> {
    const caseNo = await liquidating(uscc);
    await town.advance('P50D');
    done(await desk.window.decide(caseNo, '提交清算报告', '已提交', { ...form, endedOn: town.today() }));
    return caseNo;
  }
  async function decided(uscc: string): Promise<string> {
    const caseNo = await reported(uscc);
    done(await desk.window.decide(caseNo, '材料审查', '受理'));
    done(await desk.reviewer.decide(caseNo, '审查', '拟准予'));
    done(await desk.head.decide(caseNo, '决定', '准予'));
    return caseNo;
  }
  async function ended(uscc: string): Promise<string> {
    const caseNo = await decided(uscc);
    const items = '正本一份、副本一份、公章一枚、财务凭证三册';
    done(await desk.window.decide(caseNo, '收缴证书、印章和财务凭证', '已收缴', { items }));
    await desk.served(caseNo, '送达注销证明文件');
    return caseNo;
  }
  return { asked, opened, liquidating, reported, decided, ended };
}
