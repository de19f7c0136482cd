/** 考核 of a month or a year: as it was frozen, or, before that, as it stands now. */
import type { Assessment } from '../contract/responses/supervision.ts';
import type { SignedIn } from '../db/people.ts';
import { formula, frozen, periodOf } from '../db/periods.ts';
import type { Measured, Scored } from '../delivery/measures.ts';
import { figuresOf } from '../delivery/periods.ts';
import { currentProcess } from '../workflows/index.ts';
import { organOf } from './documents.ts';
import type { AppContext } from './env.ts';
import { overseeingOf } from './inbox.ts';
import { Problem } from './problem.ts';

type Figures = { readonly metrics: readonly Measured[]; readonly scores: readonly Scored[] };
const together = '样本不足的合并';

/** What somebody answers for: the matters they see whole, the units they head or see whole. */
export async function assessmentOf(context: AppContext, me: SignedIn, period: string): Promise<Assessment> {
  const { everything, headed, whole } = overseeingOf(context, me);
  if (periodOf(period).from > context.now())
    throw new Problem('NOT_FOUND', { detail: `${period}还没有开始。请选当月或者以前的。` });
  const known = await frozen(context.sql, period);
  const figures: Figures = known
    ? JSON.parse(known.body)
    : await context.assessed.of(period, () => figuresOf(context.sql, context.county, period));
  const isMine = ({ matter, unit }: { matter: string; unit: string | null }): boolean =>
    everything ||
    whole.matters.includes(matter) ||
    (unit !== null && (headed.includes(unit) || whole.units.includes(unit)));
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
