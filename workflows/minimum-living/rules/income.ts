/** Household income by kind, line by line, as article 13 of 57 reads. Amounts in 分 over the whole window. */

import type { ReadRule } from '../../../engine/process/rules.ts';
import { yuan } from '../../wording/money.ts';
import { exemptIncome, incomeWindow } from '../parameters.ts';

export const incomeKinds = ['工资性收入', '经营净收入', '财产净收入', '转移净收入', '其他收入'] as const;
export const deductionKinds = ['残疾或重病刚性支出', '必要就业成本'] as const;
export type IncomeKind = (typeof incomeKinds)[number];
export type IncomeSource = '申报' | '核实' | '估算';

export type IncomeLine = {
  /** Whose it is, by name. */
  readonly person?: string | undefined;
  readonly kind: IncomeKind;
  /** What it is, in the clause's words: 工资, 养殖, 土地流转租金, 中央基础养老金 … */
  readonly item: string;
  readonly amountFen: number;
  /** Operating cost, taxes, support paid: taken off where the kind is net. */
  readonly costFen: number;
  readonly source: IncomeSource;
  readonly evidence?: string | undefined;
};
export type Deduction = {
  readonly person?: string | undefined;
  readonly kind: (typeof deductionKinds)[number];
  readonly amountFen: number;
  readonly evidence?: string | undefined;
};

export type CountedLine = {
  readonly label: string;
  readonly amountFen: number;
  readonly countedFen: number;
  readonly why: string;
  readonly basis: string;
};
export type IncomeComputation = {
  readonly lines: readonly CountedLine[];
  readonly totalFen: number;
  readonly months: number;
  readonly members: number;
  /** Rounded down to the 分 for show; eligibility is judged on the exact fraction. */
  readonly perCapitaMonthlyFen: number;
};

const article13 = '最低生活保障审核确认办法（民发〔2021〕57号）第十三条';

const article7 = '最低生活保障审核确认办法（民发〔2021〕57号）第七条';

const notOfHousehold = '不计算在内的人的，不是家庭的';

const labelOf = (person: string | undefined, what: string): string => (person ? `${person}·${what}` : what);

function count(
  line: IncomeLine,
  exempt: { readonly value: readonly string[]; readonly basis: string },
  uncounted: readonly string[],
): CountedLine {
  const label = labelOf(line.person, `${line.kind}·${line.item}（${line.source}）`);
  if (line.person && uncounted.includes(line.person))
    return { label, amountFen: line.amountFen, countedFen: 0, why: notOfHousehold, basis: article7 };
  if (exempt.value.includes(line.item))
    return { label, amountFen: line.amountFen, countedFen: 0, why: '不计入家庭收入', basis: exempt.basis };
  // 必要的就业成本 is already inside the definition of wages: a cost entered with wages would be deducted twice.
  const cost = line.kind === '工资性收入' ? 0 : line.costFen;
  // A loss of one business is set against the others'; see `businessLoss`.
  const net = line.amountFen - cost;
  const countedFen = line.kind === '经营净收入' ? net : Math.max(0, net);
  const why = cost > 0 ? `减去相关成本和支出${yuan(cost)}` : '计入';
  return { label, amountFen: line.amountFen, countedFen, why, basis: article13 };
}

/** 经营净收入 is one net over all lines: below nothing it is nothing. */
function businessLoss(lines: readonly CountedLine[], kinds: readonly IncomeKind[]): readonly CountedLine[] {
  const net = lines.reduce((sum, { countedFen }, i) => sum + (kinds[i] === '经营净收入' ? countedFen : 0), 0);
  if (net >= 0) return [];
  return [
    {
      label: '经营净收入合计',
      amountFen: net,
      countedFen: -net,
      why: '各项相抵为负的，按零计',
      basis: article13,
    },
  ];
}

function deduct(
  deduction: Deduction,
  lines: readonly IncomeLine[],
  uncounted: readonly string[],
): CountedLine {
  const label = labelOf(deduction.person, `扣减·${deduction.kind}`);
  if (deduction.person && uncounted.includes(deduction.person))
    return { label, amountFen: deduction.amountFen, countedFen: 0, why: notOfHousehold, basis: article7 };
  const wagesOnly = deduction.kind === '必要就业成本' && lines.every(({ kind }) => kind !== '工资性收入');
  if (wagesOnly)
    return {
      label,
      amountFen: deduction.amountFen,
      countedFen: 0,
      why: '没有工资性收入，不扣减就业成本',
      basis: article13,
    };
  return {
    label,
    amountFen: deduction.amountFen,
    countedFen: -deduction.amountFen,
    why: '按规定适当扣减',
    basis: article13,
  };
}

/** 人均月收入 = max(0, 各项收入 − 扣减) ÷ 核算期月数 ÷ 家庭人口. `uncounted` are the names of those who do not count. */
export function income(
  lines: readonly IncomeLine[],
  deductions: readonly Deduction[],
  members: number,
  read: ReadRule,
  uncounted: readonly string[] = [],
): IncomeComputation {
  const months = read(incomeWindow).value;
  const exempt = read(exemptIncome);
  const perLine = lines.map((line) => count(line, exempt, uncounted));
  const counted = [
    ...perLine,
    ...businessLoss(
      perLine,
      lines.map(({ kind }) => kind),
    ),
    ...deductions.map((deduction) => deduct(deduction, lines, uncounted)),
  ];
  const totalFen = Math.max(
    0,
    counted.reduce((sum, { countedFen }) => sum + countedFen, 0),
  );
  return {
    lines: counted,
    totalFen,
    months,
    members,
    perCapitaMonthlyFen: Math.floor(totalFen / (months * members)),
  };
}

/** 低于标准: strictly less, judged without rounding. */
export const isBelow = ({ totalFen, months, members }: IncomeComputation, standardFen: number): boolean =>
  totalFen < standardFen * months * members;
