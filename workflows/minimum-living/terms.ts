/** What every part of the procedure says: its offices, limits, mode of decision, messages and known facts. */
import type { Limit } from '../../contract/limit.ts';
import type { RuleName } from '../../contract/rule.ts';
import { asLimit, type LimitValue } from '../../engine/process/limit-rule.ts';
import { type Case, facts } from './assessment.ts';
import { officesFor } from './offices.ts';
import * as parameters from './parameters.ts';

export const limit = (c: Case, rule: RuleName<LimitValue>): Limit => asLimit(c.ruleInForce(rule));
export const offices = (c: Case) => officesFor(c.input);
export const knownFacts = (c: Case) => Object.values(facts).flatMap((name) => c.known(name));
/** Who decides is fixed at 受理, whatever is delegated or taken back later. */
export const mode = (c: Case) => c.ruleAsAccepted(parameters.authorityMode).value;

export function message(c: Case, name: string, params: Readonly<Record<string, string>>): void {
  c.send(name, {
    kind: 'harmless',
    system: 'sms',
    payload: { to: c.input.form.applicant.phone, template: name, params },
  });
}
