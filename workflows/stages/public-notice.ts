/** 公示: a document stands in public for all its days; what is objected meanwhile is collected, and each objector answered. */
import type { Office } from '../../contract/actor.ts';
import type { Limit } from '../../contract/limit.ts';
import type { Json } from '../../contract/rule.ts';
import { choice, optional, text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import type { Context, Step } from '../../engine/process/definition.ts';
import type { FactKind } from '../../engine/process/policy.ts';
import type { NoticeText } from '../../engine/process/said.ts';

export type PublicNotice = {
  readonly by: Office;
  readonly basis: string;
  readonly within: Limit;
  readonly document: { readonly name: string; readonly text: NoticeText };
};
type Case = Omit<Context<unknown>, 'input'>;

const act = '公示';
/** The fact by which an objection is told. */
export const objecting = '公示异议';

/** To stand among the facts of a matter that puts something up in public. */
export const objections = (by: readonly Office[], basis: string): FactKind => ({
  by,
  // Whoever objects at the notice board, in no office.
  bySystem: true,
  form: {
    objector: text('异议人', 40),
    phone: optional(text('联系电话', 20)),
    content: text('异议内容', 2_000),
  },
  basis,
  during: {
    act,
    instead: '公示期间才登记公示异议：还没有张贴的，等张贴以后；公示期满的，按投诉、举报登记。',
  },
});

export type Objection = {
  readonly objector: string;
  readonly phone?: string | undefined;
  readonly content: string;
};

/** Answers what was objected until its days were over. */
export function* publicNotice(
  c: Case,
  { by, basis, within, document }: PublicNotice,
): Step<readonly Objection[]> {
  const before = c.known(objecting).length;
  c.startClock(act, within, { kind: '公示' });
  c.notice(document.name, { to: 'public', untilClock: act, text: document.text });
  yield* c.publicNotice(act, {
    by,
    within,
    expires: '期满',
    basis,
    outcomes: { 期满: outcome() },
  });
  c.stopClock(act);
  return c
    .known(objecting)
    .slice(before)
    .map(({ data }) => data as unknown as Objection);
}

/** 答复异议人: each of them, by whoever looked into it; `told` says it to who left a telephone. */
export function* answerObjectors(
  c: Case,
  of: readonly Objection[],
  {
    told,
    ...asked
  }: {
    readonly by: Office;
    readonly within: Limit;
    readonly basis: string;
    readonly told?: (phone: string, reply: string) => void;
  },
): Step<void> {
  const numbered = of.map((objection, i) => ({ ...objection, place: `第${i + 1}人` }));
  yield* c.each(
    '异议人',
    numbered,
    ({ place }) => place,
    function* ({ objector, phone, content }): Step<void> {
      const { form } = yield* c.decide('答复异议人', {
        ...asked,
        outcomes: {
          已答复: outcome({
            form: {
              reply: text('答复内容', 2_000),
              way: choice('答复方式', ['当面', '电话', '书面', '短信']),
            },
          }),
        },
        brief: { objector, content } as { readonly [name: string]: Json },
      });
      if (phone) told?.(phone, form.reply);
    },
  );
}
