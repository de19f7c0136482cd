/** Household income by kind, line by line, as article 13 of 57 reads. Amounts in 分 over the whole window. */

import type { ReadRule } from '../../../engine/process/rules.ts';
import { yuan } from '../../wording/money.ts';
import { deductionCaps, type IncomeItem, incomeItems, incomeWindow } from '../parameters.ts';
import type { DeductionKind, IncomeKind } from './kinds.ts';

export type IncomeSource = '申报' | '核实' | '估算';

export type IncomeLine = {
  /** Whose it is, by name. */
  readonly person?: string | undefined;
  readonly kind: IncomeKind;
  /** What it is, by the list: 务工, 养殖, 土地流转租金, 中央基础养老金 … */
  readonly item: string;
  readonly amountFen: number;
  /** Operating cost, taxes, support paid; with wages, 必要的就业成本. */
  readonly costFen: number;
  readonly source: IncomeSource;
  readonly evidence?: string | undefined;
};
export type Deduction = {
  readonly person?: string | undefined;
  readonly kind: DeductionKind;
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

type Listed = { readonly value: readonly IncomeItem[]; readonly basis: string };

function count(
  line: IncomeLine,
  list: Listed,
  months: number,
  uncounted: readonly string[],
  costAllowed: number,
): CountedLine {
  const label = labelOf(line.person, `${line.kind}·${line.item}（${line.source}）`);
  if (line.person && uncounted.includes(line.person))
    return { label, amountFen: line.amountFen, countedFen: 0, why: notOfHousehold, basis: article7 };
  const listing = list.value.find(({ item }) => item === line.item);
  if (listing?.counted === false)
    return { label, amountFen: line.amountFen, countedFen: 0, why: '不计入家庭收入', basis: list.basis };
  const spread = listing?.spreadMonths ?? months;
  const ofWindow = spread > months ? Math.floor((line.amountFen * months) / spread) : line.amountFen;
  const cost = Math.min(line.costFen, costAllowed);
  // A loss of one business is set against the others'; see `businessLoss`.
  const net = ofWindow - cost;
  const countedFen = line.kind === '经营净收入' ? net : Math.max(0, net);
  const why = [
    ...(spread > months ? [`一次性的按${spread}个月分摊，核算期内${yuan(ofWindow)}`] : []),
    ...(cost > 0 ? [`减去相关成本和支出${yuan(cost)}`] : []),
    ...(cost < line.costFen ? ['就业成本以上限为限'] : []),
  ];
  return { label, amountFen: line.amountFen, countedFen, why: why.join('，') || '计入', basis: article13 };
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

/** What is still allowed of a kind to a person over the window: one cap, wherever it is written down. */
class Allowance {
  readonly #caps: ReadonlyMap<DeductionKind, number>;
  readonly #spent = new Map<string, number>();
  constructor(caps: readonly { readonly kind: DeductionKind; readonly perPersonFen: number }[]) {
    this.#caps = new Map(caps.map(({ kind, perPersonFen }) => [kind, perPersonFen]));
  }

  /** As much of it as is still allowed. */
  take(kind: DeductionKind, person: string | undefined, wanted: number): number {
    const key = `${kind} ${person ?? ''}`;
    const spent = this.#spent.get(key) ?? 0;
    const taken = Math.max(0, Math.min(wanted, (this.#caps.get(kind) ?? Number.POSITIVE_INFINITY) - spent));
    this.#spent.set(key, spent + taken);
    return taken;
  }
}

function deduct(
  deduction: Deduction,
  lines: readonly IncomeLine[],
  uncounted: readonly string[],
  allowance: Allowance,
): CountedLine {
  const { person, kind, amountFen } = deduction;
  const label = labelOf(person, `扣减·${kind}`);
  const said = { label, amountFen };
  if (person && uncounted.includes(person))
    return { ...said, countedFen: 0, why: notOfHousehold, basis: article7 };
  if (kind === '必要就业成本' && lines.every((line) => line.kind !== '工资性收入'))
    return { ...said, countedFen: 0, why: '没有工资性收入，不扣减就业成本', basis: article13 };
  const taken = allowance.take(kind, person, amountFen);
  const why = taken < amountFen ? `以上限${yuan(taken)}为限` : '按规定适当扣减';
  // Nothing taken is nothing, not less than nothing.
  return { ...said, countedFen: taken === 0 ? 0 : -taken, why, basis: article13 };
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
  const list = read(incomeItems);
  const allowance = new Allowance(read(deductionCaps).value);
  const perLine = lines.map((line) =>
    count(
      line,
      list,
      months,
      uncounted,
      line.kind === '工资性收入' ? allowance.take('必要就业成本', line.person, line.costFen) : line.costFen,
    ),
  );
  const counted = [
    ...perLine,
    ...businessLoss(
      perLine,
      lines.map(({ kind }) => kind),
    ),
    ...deductions.map((deduction) => deduct(deduction, lines, uncounted, allowance)),
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
