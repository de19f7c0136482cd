/** 受理 of every licence about an organisation. 许可法第三十二条：缺的五日内一次告知；逾期不告知的，自收到之日起即为受理。 */
import type { Office } from '../../contract/actor.ts';
import type { Field } from '../../contract/form.ts';
import type { Limit } from '../../contract/limit.ts';
import type { Context, Step } from '../../engine/process/definition.ts';
import { appeal } from '../organs/organs.ts';
import { type Accepted, acceptance, type Gap } from '../stages/acceptance.ts';
import { licensing } from './basis.ts';
import * as documents from './documents.ts';

type Material = { readonly name: string };

export function* intake<M extends Material>(
  c: Omit<Context<unknown>, 'input'>,
  of: {
    /** What is applied for, as documents say it. */
    readonly what: string;
    readonly window: Office;
    readonly reviewWithin: () => Limit;
    readonly supplementWithin: () => Limit;
    readonly material: Field<M>;
    /** What came with the application. */
    readonly given: readonly M[];
    readonly missing: (given: readonly M[]) => readonly Gap[];
  },
): Step<Accepted> {
  const { what, window: by, reviewWithin, supplementWithin, material, given, missing } = of;
  return yield* acceptance(c, {
    by,
    basis: licensing('第三十二条'),
    rejectionBasis: licensing('第三十二条第一款第一项、第二项'),
    deemed: licensing('第三十二条第一款第四项'),
    reviewWithin,
    supplementWithin,
    material,
    missing: (supplied) => missing([...given, ...supplied]),
    rejected: (reason) =>
      c.notice('不予受理通知书', {
        to: 'applicant',
        text: documents.rejection(what, reason, appeal(c, by.unit, '通知书')),
      }),
    told: (gaps) => c.notice('补正材料通知书', { to: 'applicant', text: documents.supplement(what, gaps) }),
  });
}
