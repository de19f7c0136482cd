/**
 * The documents 低保 issues (fact sheet §2.4): each with its basis and the facts it rests on; adverse ones with the organs to
 * go to. Who decided, whom to ask and how to appeal come from the county's data.
 */
import { inWords } from '../../engine/clock/time.ts';
import type { NoticeText } from '../../engine/process/said.ts';
import { yuan } from '../wording/money.ts';
import { maskName } from '../wording/names.ts';
import type { Eligibility } from './rules/eligibility.ts';

/** In whose name a document is, whom to ask, and where to go against it. */
export type Issuer = Required<Pick<NoticeText, 'authority' | 'contact'>> & {
  readonly appeal: (title: string) => readonly string[];
};

const d57 = (article: string): string => `《最低生活保障审核确认办法》${article}`;

/** A basis that the county has still to confirm is for the file's copy, which lists it; nobody else is told of it as one. */
const cited = (basis: string): string => (/待县.*确认/.test(basis) ? '' : `（${basis}）`);

type Said = { readonly title: string; readonly paragraphs: readonly string[] };

const informing = ({ authority, contact }: Issuer, said: Said): NoticeText => ({
  ...said,
  effect: 'informs',
  authority,
  contact,
});
const adverse = ({ authority, contact, appeal }: Issuer, said: Said): NoticeText => ({
  ...said,
  effect: 'adverse',
  authority,
  contact,
  remedies: appeal(said.title),
});

export const supplementNotice = (
  by: Issuer,
  name: string,
  gaps: readonly { readonly item: string; readonly reason: string }[],
  within: string,
): NoticeText =>
  informing(by, {
    title: '一次性告知书',
    paragraphs: [
      `${name}：您申请最低生活保障的材料尚不齐全，现将需要补充的全部内容一次告知：`,
      ...gaps.map(({ item, reason }, i) => `${i + 1}. ${item}：${reason}`),
      `请自收到本告知书之日起${within}内补齐；逾期没有补齐的，本次办理终止，材料备齐后可以重新申请。`,
      `材料补齐前不予受理，审核确认期限不开始计算（${d57('第十条')}）。`,
    ],
  });

export const notSuppliedNotice = (by: Issuer, name: string, within: string): NoticeText =>
  adverse(by, {
    title: '逾期未补正告知书',
    paragraphs: [
      `${name}：您的最低生活保障申请，在一次性告知后${within}内没有补齐材料，本次办理终止（${d57('第十条')}）。`,
      '材料备齐后可以随时重新申请。',
    ],
  });

export const acceptanceNotice = (by: Issuer, name: string, days: number, basis: string): NoticeText =>
  informing(by, {
    title: '受理通知书',
    paragraphs: [
      `${name}：您的最低生活保障申请材料齐全，现予受理。`,
      `审核确认期限为自受理次日起${days}个工作日${cited(basis)}。`,
      `请配合家庭经济状况信息核对和入户调查；家庭成员、收入、财产有变化的，请及时告知（${d57('第九条、第三十条')}）。`,
    ],
  });

export const rejectionNotice = (by: Issuer, name: string, reason: string): NoticeText =>
  adverse(by, {
    title: '不予受理告知书',
    paragraphs: [`${name}：您的申请不予受理（${d57('第四条、第十条')}）。`, `理由：${reason}`],
  });

export const verificationNotice = (
  by: Issuer,
  name: string,
  findings: readonly string[],
  within: string,
): NoticeText =>
  informing(by, {
    title: '家庭经济状况信息核对结果告知书',
    paragraphs: [
      `${name}：经信息核对，您的家庭经济状况与申报不符或不符合条件：`,
      ...findings.map((finding, i) => `${i + 1}. ${finding}`),
      `如有异议，请自收到本告知书之日起${within}内提出并提供证明材料，我们将组织复查（${d57('第十八条')}）。`,
    ],
  });

/** 公示内容: nothing confidential. The name is masked; no address, number, income or illness can get in, for none is asked for. */
export const preliminaryPublicNotice = (
  by: Issuer,
  of: {
    readonly name: string;
    readonly village: string;
    readonly headCount: number;
    readonly conclusion: string;
    readonly days: number;
  },
): NoticeText =>
  informing(by, {
    title: '最低生活保障初审公示',
    paragraphs: [
      `申请人：${maskName(of.name)}`,
      `所在村（社区）：${of.village}`,
      `共同生活家庭成员人数：${of.headCount}人`,
      `初审意见：${of.conclusion}`,
      `公示期${of.days}天。有异议的，请在公示期内向乡镇人民政府提出（${d57('第十九条')}）。`,
    ],
  });

/** What was found, with the standard and the document that sets it. */
const factsOf = ({ headCount, income, standardFen, standardBasis, property }: Eligibility) => [
  `核定情况：共同生活家庭成员${headCount}人，家庭人均月收入${yuan(income.perCapitaMonthlyFen)}，当地最低生活保障标准每人每月${yuan(standardFen)}${cited(standardBasis)}。`,
  ...property.filter(({ within }) => !within).map(({ item, why }) => `家庭财产：${item}，${why}。`),
];

export const confirmationNotice = (
  by: Issuer,
  name: string,
  computed: Eligibility,
  review: { readonly stableMonths: number; readonly labourMonths: number },
): NoticeText => {
  const { eligible, amount, payFrom, headCount } = computed;
  const title = '最低生活保障确认通知书';
  return {
    ...informing(by, {
      title,
      paragraphs: [
        `${name}：经审核确认，${eligible ? `您的家庭（${headCount}人）符合最低生活保障条件` : `同意您的家庭（${headCount}人）享受最低生活保障`}。`,
        ...factsOf(computed),
        `${amount?.steps.join('；') ?? ''}。`,
        `每月发放低保金${yuan(amount?.monthlyFen ?? 0)}，自${payFrom ? inWords(payFrom) : ''}起发放（${d57('第二十一条、第二十五条')}）。`,
        `家庭人口、收入、财产发生变化的，应当及时向乡镇人民政府报告（${d57('第三十条')}）。`,
        `家庭情况相对稳定的每${review.stableMonths}个月核查一次，收入来源不固定、有劳动能力的每${review.labourMonths}个月核查一次；不再符合条件的停止发放。`,
      ],
    }),
    remedies: by.appeal(title),
  };
};

export const refusalNoticeText = (
  by: Issuer,
  name: string,
  reasons: readonly string[],
  computed: Eligibility,
): NoticeText =>
  adverse(by, {
    title: '不予确认同意告知书',
    paragraphs: [
      `${name}：经审核，您的最低生活保障申请不予确认同意。`,
      ...reasons.map((reason, i) => `理由${i + 1}：${reason}`),
      ...factsOf(computed),
      `依据：${d57('第二十一条')}。`,
    ],
  });

/** 公布: name, number of members and amount only (57 art. 24; 83 四（二）). */
export const publicationNotice = (by: Issuer, name: string, { headCount, amount }: Eligibility): NoticeText =>
  informing(by, {
    title: '最低生活保障对象公布',
    paragraphs: [
      `姓名：${name}`,
      `家庭成员数：${headCount}人`,
      `保障金额：每月${yuan(amount?.monthlyFen ?? 0)}`,
    ],
  });

/** 第二十九条：with the reminder and the finding; what the officer thought of it is the file's. */
export const terminationNotice = (
  by: Issuer,
  name: string,
  reason: string,
  { remindedOn, finding }: { readonly remindedOn: string; readonly finding: string },
): NoticeText =>
  adverse(by, {
    title: '终止审核确认程序告知书',
    paragraphs: [
      `${name}：我们于${inWords(remindedOn)}书面提醒您配合调查核对。`,
      `认定情况：${finding}`,
      `因${reason}，终止最低生活保障审核确认程序（${d57('第二十九条')}）。`,
    ],
  });

export const extensionNotice = (
  by: Issuer,
  name: string,
  reason: string,
  days: number,
  lastDay: string | undefined,
): NoticeText =>
  informing(by, {
    title: '延长审核确认期限告知书',
    paragraphs: [
      `${name}：因${reason}，您的申请审核确认期限延长至${days}个工作日${lastDay ? `，至${inWords(lastDay)}止` : ''}（${d57('第二十二条')}）。`,
    ],
  });
