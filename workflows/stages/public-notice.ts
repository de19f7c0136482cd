/** 公示: a document stands in public for its days; silence lets it pass, an objection ends it at once. */
import type { Office } from '../../contract/actor.ts';
import type { Limit } from '../../contract/limit.ts';
import { text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import type { Context, NoticeText, Step } from '../../engine/process/definition.ts';

export type PublicNotice = {
  readonly by: Office;
  readonly basis: string;
  readonly within: Limit;
  readonly document: { readonly name: string; readonly text: NoticeText };
};

/** Answers the objection, undefined if there was none. */
export function* publicNotice(
  c: Omit<Context<unknown>, 'input'>,
  { by, basis, within, document }: PublicNotice,
): Step<string | undefined> {
  c.startClock('公示', within, { kind: '公示' });
  c.notice(document.name, { to: 'public', untilClock: '公示', text: document.text });
  const notice = yield* c.publicNotice('公示', {
    by,
    within,
    expires: '期满无异议',
    basis,
    outcomes: {
      期满无异议: outcome(),
      有异议: outcome({ form: { objection: text('异议内容', 2_000) } }),
    },
  });
  c.stopClock('公示');
  return notice.outcome === '有异议' ? notice.form.objection : undefined;
}
