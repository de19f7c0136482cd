/**
 * 受理: the window examines the materials. What is missing is told all at once (一次性告知) and supplied (补正); a gap
 * that could be seen the first time may not be raised later without a reason.
 */
import type { Office } from '../../contract/actor.ts';
import type { Field } from '../../contract/form.ts';
import type { Limit } from '../../contract/limit.ts';
import type { FieldIssue } from '../../contract/refusal.ts';
import { group, list, optional, text } from '../../engine/forms/form.ts';
import { type CheckContext, outcome } from '../../engine/process/act.ts';
import type { Context, Step } from '../../engine/process/definition.ts';

export type Gap = { readonly item: string; readonly reason: string };
type Material = { readonly name: string; readonly person?: string | undefined };

export type Acceptance<M extends Material> = {
  readonly by: Office;
  readonly basis: string;
  readonly rejectionBasis: string;
  /** Read at each round: the row in force then. */
  readonly reviewWithin: () => Limit;
  readonly supplementWithin: () => Limit;
  /** By which clause an application counts as accepted that nobody has answered within the limit; none does, without it. */
  readonly deemed?: string;
  readonly material: Field<M>;
  /** Everything still missing, with what has been handed in since the application. */
  readonly missing: (
    supplied: readonly M[],
    context: Pick<CheckContext, 'at' | 'application' | 'ruleInForce'>,
  ) => readonly Gap[];
  readonly rejected: (reason: string) => void;
  readonly told: (gaps: readonly Gap[]) => void;
};

/** How 受理 ended. */
export type Accepted = '受理' | '逾期视为受理' | '不予受理' | '逾期未补正';

const issue = (field: string, said: string): readonly FieldIssue[] => [{ field, text: said }];

const gapList = list(
  '需要补充的内容',
  group('缺项', { item: text('缺什么', 60), reason: text('为什么') }),
  1,
);

/** `told` are the items of earlier notices, `supplied` what has been handed in since. */
function reviewOutcomes<M extends Material>(
  { basis, rejectionBasis, missing }: Acceptance<M>,
  told: readonly string[],
  supplied: readonly M[],
  isFirst: boolean,
) {
  const isAboutSupplied = (item: string): boolean =>
    supplied.some(
      ({ name, person }) => item.includes(name) || (person !== undefined && item.includes(person)),
    );
  return {
    受理: outcome({
      basis,
      check: (_form: object, context: CheckContext) =>
        missing(supplied, context).flatMap(({ item, reason }) =>
          issue('materials', `尚缺${item}：${reason}`),
        ),
    }),
    材料不齐: outcome({
      basis,
      form: { gaps: gapList, overrideReason: optional(text('再次补正的理由')) },
      check: ({ gaps, overrideReason }, context: CheckContext) => {
        const forgotten = missing(supplied, context)
          .filter(({ item }) => !gaps.some((gap) => gap.item === item))
          .flatMap(({ item, reason }) =>
            issue('gaps', `一次性告知须列明全部内容，还缺：${item}（${reason}）`),
          );
        if (isFirst || overrideReason) return forgotten;
        const visible = gaps.flatMap(({ item }, i) =>
          told.includes(item) || isAboutSupplied(item)
            ? []
            : issue(
                `gaps.${i}.item`,
                `“${item}”在首次审查时已可发现，不得再次要求补正；确需补正的，请填写再次补正的理由`,
              ),
        );
        return [...forgotten, ...visible];
      },
    }),
    不予受理: outcome({ form: { reason: text('不予受理的理由') }, basis: rejectionBasis }),
  } as const;
}

export function* acceptance<M extends Material>(
  c: Omit<Context<unknown>, 'input'>,
  options: Acceptance<M>,
): Step<Accepted> {
  const { by, basis, material, deemed } = options;
  let told: readonly string[] = [];
  let supplied: readonly M[] = [];
  for (let round = 1; ; round++) {
    const asked = { by, within: options.reviewWithin(), basis, returnable: false } as const;
    const outcomes = reviewOutcomes(options, told, supplied, round === 1);
    const review = deemed
      ? yield* c.decide('材料审查', {
          ...asked,
          expires: '逾期视为受理',
          outcomes: { ...outcomes, 逾期视为受理: outcome({ basis: deemed }) },
        })
      : yield* c.decide('材料审查', { ...asked, outcomes });
    if (review.outcome === '受理' || review.outcome === '逾期视为受理') return review.outcome;
    if (review.outcome === '不予受理') {
      options.rejected(review.form.reason);
      return '不予受理';
    }
    told = [...told, ...review.form.gaps.map(({ item }) => item)];
    options.told(review.form.gaps);
    const supplement = yield* c.askApplicant('补正材料', {
      by,
      within: options.supplementWithin(),
      expires: '逾期未补正',
      basis,
      outcomes: {
        已补正: outcome({ form: { materials: list('补充材料', material, 1) } }),
        逾期未补正: outcome(),
      },
    });
    if (supplement.outcome === '逾期未补正') return '逾期未补正';
    supplied = [...supplied, ...supplement.form.materials];
  }
}
