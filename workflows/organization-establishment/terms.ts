/** What every part of registration says: its offices, limits, and what was applied for. */
import type { Limit } from '../../contract/limit.ts';
import type { RuleName } from '../../contract/rule.ts';
import type { CaseInput, Context } from '../../engine/process/definition.ts';
import { asLimit, type LimitValue } from '../../engine/process/limit-rule.ts';
import { ordinanceOf } from '../organization/basis.ts';
import { officesFor } from '../organization/offices.ts';
import { type OrganizationType, prefixOf } from '../organization/rules/uscc.ts';
import type { Application, application } from './application.ts';

export type Registration = Context<CaseInput<typeof application>>;
/** An application of a type that this registrar registers. */
export type Applied = Application & { readonly type: OrganizationType };

export const isRegistrable = (form: Application): form is Applied => Object.hasOwn(prefixOf, form.type);

/** What was applied for; other types are turned away before a case is opened. */
export function applied(c: Registration): Applied {
  const { form } = c.input;
  if (!isRegistrable(form)) throw new Error(`${form.type} is registered elsewhere`);
  return form;
}

export const limit = (c: Registration, rule: RuleName<LimitValue>): Limit => asLimit(c.ruleInForce(rule));
export const offices = (c: Registration) => officesFor(c.input);
/** An article of the ordinance the organisation falls under. */
export const ordinance = (c: Registration, of: { readonly [t in OrganizationType]: string }): string =>
  ordinanceOf(applied(c).type, of);
