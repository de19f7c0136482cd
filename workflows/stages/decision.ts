/**
 * 审查与决定 of a plain permit: a reviewer concludes, somebody else decides within the permit's clock; a refusal says why,
 * names the remedies and is served.
 */
import type { Office } from '../../contract/actor.ts';
import type { Limit } from '../../contract/limit.ts';
import type { Json } from '../../contract/rule.ts';
import { text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import type { Context, Step } from '../../engine/process/definition.ts';
import type { NoticeText } from '../../engine/process/said.ts';
import { service } from './service.ts';

export type Permit = {
  readonly reviewer: Office;
  readonly decider: Office;
  readonly window: Office;
  readonly reviewWithin: Limit;
  /** The name of the running clock that the decision goes by; stopped with it. */
  readonly clock: string;
  readonly serveWithin: Limit;
  readonly basis: { readonly review: string; readonly decision: string; readonly service: string };
  /** What the reviewer and the decider are shown. */
  readonly brief: { readonly [name: string]: Json };
  readonly refusal: { readonly name: string; readonly text: (reasons: string) => NoticeText };
};

const opinions = {
  拟准予: outcome(),
  拟不予: outcome({ form: { reasons: text('事实和理由', 2_000) } }),
} as const;
const decisions = {
  准予: outcome(),
  不予: outcome({ form: { reasons: text('事实和理由', 2_000) } }),
} as const;

/** Answers why it was refused; undefined if it was granted. */
export function* decision(c: Omit<Context<unknown>, 'input'>, of: Permit): Step<string | undefined> {
  const { basis, brief, clock, refusal } = of;
  const review = yield* c.decide('审查', {
    by: of.reviewer,
    within: of.reviewWithin,
    basis: basis.review,
    separateFrom: ['材料审查'],
    outcomes: opinions,
    brief,
  });
  const said = yield* c.decide('决定', {
    by: of.decider,
    clock,
    basis: basis.decision,
    separateFrom: ['材料审查', '审查'],
    outcomes: decisions,
    brief: {
      ...brief,
      favours: review.outcome === '拟准予',
      reviewed: review.outcome === '拟准予' ? review.opinion : review.form.reasons,
    },
  });
  c.stopClock(clock);
  if (said.outcome === '准予') return undefined;
  const { reasons } = said.form;
  c.notice(refusal.name, { to: 'applicant', text: refusal.text(reasons) });
  yield* service(c, `送达${refusal.name}`, {
    by: of.window,
    within: of.serveWithin,
    basis: basis.service,
  });
  return reasons;
}
