/** 考核 of a month or a year: as it was frozen, or, before that, as it stands now. */
import type { Assessment } from '../contract/responses/supervision.ts';
import type { SignedIn } from '../db/people.ts';
import { formula, frozen, periodOf } from '../db/periods.ts';
import type { Behind, Measured, Scored } from '../delivery/measures.ts';
import { casesBehind, figuresOf, type MetricName, metricOf } from '../delivery/periods.ts';
import { currentProcess } from '../workflows/index.ts';
import { organOf } from './documents.ts';
import type { AppContext } from './env.ts';
import { overseeingOf } from './inbox.ts';
import { Problem } from './problem.ts';

type Figures = { readonly metrics: readonly Measured[]; readonly scores: readonly Scored[] };
const together = '样本不足的合并';

const mustHaveBegun = (context: AppContext, period: string): void => {
  if (periodOf(period).from > context.now())
    throw new Problem('NOT_FOUND', { detail: `${period}还没有开始。请选当月或者以前的。` });
};

/** Whether somebody answers for a figure: of a matter they see whole, of a unit they head or see whole. */
function answersFor(
  context: AppContext,
  me: SignedIn,
): (of: { matter: string; unit: string | null }) => boolean {
  const { everything, headed, whole } = overseeingOf(context, me);
  return ({ matter, unit }) =>
    everything ||
    whole.matters.includes(matter) ||
    (unit !== null && (headed.includes(unit) || whole.units.includes(unit)));
}

/** The cases behind one figure, as the ledger has them now. */
export async function assessedCases(
  context: AppContext,
  me: SignedIn,
  period: string,
  asked: MetricName & { readonly unit: string },
): Promise<readonly Behind[]> {
  mustHaveBegun(context, period);
  if (!answersFor(context, me)(asked))
    throw new Problem('FORBIDDEN', { detail: '这个数字不归您负责。请由该单位的负责人或者督查查看。' });
  const metric = metricOf(asked);
  if (!metric) throw new Problem('NOT_FOUND', { detail: '没有这项指标。请从考核页面上的数字点进来。' });
  return await casesBehind(context.sql, context.county, period, {
    matter: asked.matter,
    unit: asked.unit,
    metric,
  });
}

/** What somebody answers for: the matters they see whole, the units they head or see whole. */
export async function assessmentOf(context: AppContext, me: SignedIn, period: string): Promise<Assessment> {
  mustHaveBegun(context, period);
  const known = await frozen(context.sql, period);
  const figures: Figures = known
    ? JSON.parse(known.body)
    : await context.assessed.of(period, () => figuresOf(context.sql, context.county, period));
  const isMine = answersFor(context, me);
  const named = <T extends { matter: string; unit: string | null }>(rows: readonly T[]) =>
    rows.filter(isMine).map((row) => ({
      ...row,
      title: currentProcess(row.matter)?.title ?? row.matter,
      name: row.unit === null ? together : organOf(context, row.unit),
    }));
  return {
    period,
    at: context.now(),
    formula,
    sha256: known?.sha256 ?? null,
    metrics: named(figures.metrics),
    scores: named(figures.scores),
  };
}
