import type { FieldIssue } from '../../contract/refusal.ts';
import { dateOf, parseDate } from '../../engine/clock/time.ts';
import { choice, date, file, group, integer, list, money, optional, text } from '../../engine/forms/form.ts';
import { type CheckContext, outcome } from '../../engine/process/act.ts';
import { notAfterToday, notBefore } from '../wording/dates.ts';
import { yuan } from '../wording/money.ts';
import { type Application, deduction, incomeLine, propertyItem } from './application.ts';
import { type Assessed, assess, facts } from './assessment.ts';
import { d57 } from './basis.ts';
import { reportValidity } from './parameters.ts';
import type { Despite } from './rules/eligibility.ts';
import { difficulties } from './rules/kinds.ts';
import { listFaults } from './rules/listed.ts';

const issue = (field: string, said: string): readonly FieldIssue[] => [{ field, text: said }];

const investigator = group('调查人', { name: text('姓名', 40), signature: file('签字') });

/** 入户调查表: two investigators and the family member present sign; by phone or video only in a declared emergency. */
/** `asked` is the day the visit was due to be made from: nobody has been visited for it before. */
export const visitOutcomes = (asked: string) =>
  ({
    已调查: outcome({
      form: {
        mode: choice('方式', ['入户', '电话', '视频']),
        visitedOn: date('调查日期'),
        investigators: list('调查人', investigator, 2),
        familyMember: text('在场家庭成员', 40),
        familySignature: optional(file('家庭成员签字')),
        neighbours: optional(text('邻里访问情况')),
        findings: text('调查情况', 2_000),
      },
      basis: d57('第十六条'),
      check: (form, { facts: known, at }: CheckContext) => {
        const names = new Set(form.investigators.map(({ name }) => name));
        const twoPeople = names.size >= 2 ? [] : issue('investigators', '入户调查须由两名以上调查人员进行');
        const emergency = known.some(({ name }) => name === facts.emergency);
        const remote =
          form.mode === '入户' || emergency
            ? []
            : issue('mode', '只有发生重大突发事件时才可以电话、视频方式调查');
        const signed =
          form.mode !== '入户' || form.familySignature
            ? []
            : issue('familySignature', '调查表须由在场家庭成员签字');
        return [
          ...twoPeople,
          ...remote,
          ...signed,
          ...notAfterToday('visitedOn', '调查日期', form.visitedOn, at),
          ...notBefore('visitedOn', '调查日期', form.visitedOn, asked, '应当开始调查之日'),
        ];
      },
    }),
  }) as const;

const assessed = optional(
  group('核定情况', {
    income: list('核定收入', incomeLine),
    deductions: list('核定扣减', deduction),
    property: list('核定财产', propertyItem),
    difficulty: optional(choice('困难程度', difficulties)),
  }),
);

type Opinion = { readonly assessed?: Assessed | undefined; readonly despite?: unknown };

/** What was assessed is chosen from the lists like what was declared. */
const wellAssessed = ({ assessed: found }: Opinion, { ruleInForce }: CheckContext): readonly FieldIssue[] =>
  found ? listFaults(found, ruleInForce, 'assessed.') : [];

/**
 * An opinion that the household qualifies rests on a 核对 still good, and agrees with the computation on the day it is
 * given or says why it does not. Nobody counted is nobody paid, whatever is said.
 */
const agrees =
  (form: Application, reportedOn: string) =>
  (said: Opinion, { at, facts: known, ruleInForce }: CheckContext) => {
    const validity = ruleInForce(reportValidity).value;
    const age = parseDate(dateOf(at)) - parseDate(reportedOn);
    if (age > validity)
      return issue(
        'assessed',
        `核对报告是${reportedOn}的，有效期${validity}天已过，请退回“提请信息核对”重新核对后再提出`,
      );
    const { eligible, reasons, household } = assess(form, known, said.assessed, dateOf(at), ruleInForce);
    if (eligible) return said.despite ? issue('despite', '按规定计算符合条件，不用说明；请去掉这一项') : [];
    const why = `按规定计算不符合条件：${reasons.join('；')}`;
    if (!household.some(({ counted }) => counted)) return issue('assessed', why);
    return said.despite ? [] : issue('despite', `${why}。仍然同意的请写明理由，列入督查关注`);
  };

/** `reportedOn` is the day of the 核对报告. */
export const reviewOutcomes = (form: Application, reportedOn: string) =>
  ({
    拟同意: outcome({
      form: { assessed, despite: optional(text('计算不符合条件、仍然拟同意的理由', 2_000)) },
      opinion: 'required',
      basis: d57('第十九条'),
      check: (said, context) => {
        const faults = wellAssessed(said, context);
        return faults.length > 0 ? faults : agrees(form, reportedOn)(said, context);
      },
    }),
    拟不同意: outcome({
      form: { assessed, reasons: list('理由', text('理由'), 1) },
      opinion: 'required',
      check: wellAssessed,
      basis: d57('第十九条'),
    }),
  }) as const;

const despite = optional(
  group('计算不符合条件、仍然同意', { reason: text('理由', 2_000), monthlyFen: money('每月发放（分）') }),
);

function mayBePaid(
  { monthlyFen }: Despite,
  found: Assessed | undefined,
  form: Application,
  { at, facts: known, ruleInForce }: CheckContext,
): readonly FieldIssue[] {
  const { standardFen, headCount } = assess(form, known, found, dateOf(at), ruleInForce);
  const most = standardFen * headCount;
  if (monthlyFen > 0 && monthlyFen <= most) return [];
  return issue('despite.monthlyFen', `每月发放的应当大于零，不超过${headCount}人的标准${yuan(most)}`);
}

export const confirmOutcomes = (form: Application, lastAssessed: Assessed | undefined, reportedOn: string) =>
  ({
    同意: outcome({
      form: { despite },
      opinion: 'required',
      basis: d57('第二十一条'),
      check: ({ despite: said }, context) => {
        const found = agrees(form, reportedOn)({ assessed: lastAssessed, despite: said }, context);
        return found.length > 0 || !said ? found : mayBePaid(said, lastAssessed, form, context);
      },
    }),
    不同意: outcome({
      form: { reasons: list('理由', text('理由'), 1) },
      opinion: 'required',
      basis: d57('第二十一条'),
    }),
  }) as const;

export const verificationOutcomes = {
  相符: outcome(),
  不符合条件: outcome({ form: { findings: list('核对发现', text('发现'), 1) } }),
} as const;

export const objectionOutcomes = {
  提出异议: outcome({
    form: { statement: text('异议', 2_000), evidence: list('证明材料', file('证明材料'), 1) },
  }),
  无异议: outcome(),
  逾期未提出: outcome(),
} as const;

export const recheckOutcomes = {
  异议成立: outcome({ opinion: 'required' }),
  维持核对结果: outcome({ opinion: 'required' }),
} as const;

/** `reviewed` is the day of the 初审 that is posted. */
export const postingOutcomes = (reviewed: string) =>
  ({
    已张贴: outcome({
      form: { place: text('张贴地点', 100), photo: file('张贴照片'), postedOn: date('张贴日期') },
      check: ({ postedOn }, { at }: CheckContext) => [
        ...notAfterToday('postedOn', '张贴日期', postedOn, at),
        ...notBefore('postedOn', '张贴日期', postedOn, reviewed, '初审之日'),
      ],
    }),
  }) as const;

export const peerReviewForm = {
  heldOn: date('评议日期'),
  participants: integer('参加人数', { min: 1 }),
  conclusion: text('评议结论', 2_000),
} as const;
