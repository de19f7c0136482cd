/** The documents 低保 issues (fact sheet §2.4). Adverse ones carry the rights of 复议 and 诉讼, or the limit becomes a year. */

import { yuan } from '../wording/money.ts';
import { maskName } from '../wording/names.ts';
import type { AuthorityMode } from './parameters.ts';
import type { Eligibility } from './rules/eligibility.ts';

export type NoticeText = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly remedies?: readonly string[];
};

const d57 = (article: string): string => `《最低生活保障审核确认办法》${article}`;

/** 复议向县人民政府提出；委托作出的决定以委托机关为被申请人（行政复议法第十九条、第二十四条）. */
export function remedies(mode: AuthorityMode): readonly string[] {
  const respondent = mode === 'TOWNSHIP_OWN_NAME' ? '作出决定的乡镇人民政府' : '县民政局';
  return [
    `对本决定不服的，可以自知道之日起六十日内向县人民政府申请行政复议，被申请人为${respondent}（行政复议法第二十条、第二十四条）。`,
    `也可以自知道之日起六个月内向有管辖权的人民法院提起行政诉讼（行政诉讼法第四十六条）。`,
  ];
}

export const supplementNotice = (
  name: string,
  gaps: readonly { readonly item: string; readonly reason: string }[],
): NoticeText => ({
  title: '一次性告知书',
  paragraphs: [
    `${name}：您申请最低生活保障的材料尚不齐全，现将需要补充的全部内容一次告知：`,
    ...gaps.map(({ item, reason }, i) => `${i + 1}. ${item}：${reason}`),
    `材料补齐前不予受理，审核确认期限不开始计算（${d57('第十条')}）。`,
  ],
});

export const acceptanceNotice = (name: string, days: number, basis: string): NoticeText => ({
  title: '受理通知书',
  paragraphs: [
    `${name}：您的最低生活保障申请材料齐全，现予受理。`,
    `审核确认期限为自受理次日起${days}个工作日（${basis}）。`,
  ],
});

export const rejectionNotice = (name: string, reason: string, mode: AuthorityMode): NoticeText => ({
  title: '不予受理告知书',
  paragraphs: [`${name}：您的申请不予受理。`, `理由：${reason}`],
  remedies: remedies(mode),
});

export const verificationNotice = (name: string, findings: readonly string[]): NoticeText => ({
  title: '家庭经济状况信息核对结果告知书',
  paragraphs: [
    `${name}：经信息核对，您的家庭经济状况与申报不符或不符合条件：`,
    ...findings,
    `如有异议，请提供证明材料，我们将组织复查（${d57('第十八条')}）。`,
  ],
});

/** 公示内容: nothing confidential. The name is masked; no address, number, income or illness can get in, for none is asked for. */
export const preliminaryPublicNotice = (of: {
  readonly name: string;
  readonly village: string;
  readonly headCount: number;
  readonly conclusion: string;
  readonly days: number;
}): NoticeText => ({
  title: '最低生活保障初审公示',
  paragraphs: [
    `申请人：${maskName(of.name)}`,
    `所在村（社区）：${of.village}`,
    `共同生活家庭成员人数：${of.headCount}人`,
    `初审意见：${of.conclusion}`,
    `公示期${of.days}天。有异议的，请在公示期内向乡镇人民政府提出（${d57('第十九条')}）。`,
  ],
});

export const confirmationNotice = (
  name: string,
  { amount, payFrom, headCount, standardFen }: Eligibility,
): NoticeText => ({
  title: '最低生活保障确认通知书',
  paragraphs: [
    `${name}：经审核确认，您的家庭（${headCount}人）符合最低生活保障条件。`,
    `保障标准每人每月${yuan(standardFen)}。${amount?.steps.join('；') ?? ''}`,
    `每月发放低保金${yuan(amount?.monthlyFen ?? 0)}，自${payFrom?.replace('-', '年') ?? ''}月起发放（${d57('第二十一条、第二十五条')}）。`,
  ],
});

export const refusalNoticeText = (
  name: string,
  reasons: readonly string[],
  mode: AuthorityMode,
): NoticeText => ({
  title: '不予确认同意告知书',
  paragraphs: [
    `${name}：经审核，您的最低生活保障申请不予确认同意。`,
    ...reasons.map((reason, i) => `理由${i + 1}：${reason}`),
    `依据：${d57('第二十一条')}。`,
  ],
  remedies: remedies(mode),
});

/** 公布: name, number of members and amount only (57 art. 24; 83 四（二）). */
export const publicationNotice = (name: string, { headCount, amount }: Eligibility): NoticeText => ({
  title: '最低生活保障对象公布',
  paragraphs: [
    `姓名：${name}`,
    `家庭成员数：${headCount}人`,
    `保障金额：每月${yuan(amount?.monthlyFen ?? 0)}`,
  ],
});

export const terminationNotice = (name: string, reason: string, mode: AuthorityMode): NoticeText => ({
  title: '终止审核确认程序告知书',
  paragraphs: [`${name}：因${reason}，终止最低生活保障审核确认程序（${d57('第二十九条')}）。`],
  remedies: remedies(mode),
});

export const extensionNotice = (name: string, reason: string, days: number): NoticeText => ({
  title: '延长审核确认期限告知书',
  paragraphs: [`${name}：因${reason}，您的申请审核确认期限延长至${days}个工作日（${d57('第二十二条')}）。`],
});
