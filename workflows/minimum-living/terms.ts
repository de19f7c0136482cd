/** What every part of the procedure says: its offices, limits, mode of decision, messages and known facts. */
import type { Limit } from '../../contract/limit.ts';
import type { RuleName } from '../../contract/rule.ts';
import type { CheckContext, Fact } from '../../engine/process/act.ts';
import { asLimit, type LimitValue } from '../../engine/process/limit-rule.ts';
import { appeal, contactOf } from '../organs/organs.ts';
import { objecting } from '../stages/public-notice.ts';
import type { Application } from './application.ts';
import { type Case, facts } from './assessment.ts';
import type { Issuer } from './documents.ts';
import { officesFor } from './offices.ts';
import * as parameters from './parameters.ts';

export const limit = (c: Case, rule: RuleName<LimitValue>): Limit => asLimit(c.ruleInForce(rule));
export const offices = (c: Case) => officesFor(c.input);
export const knownFacts = (c: Case) => Object.values(facts).flatMap((name) => c.known(name));
/** Who decides is fixed at 受理, whatever is delegated or taken back later. */
export const mode = (c: Case) => c.ruleAsAccepted(parameters.authorityMode).value;

/** 83号四（一）：延期的事由是办件里的事实。 */
export function groundMissing(
  reason: string,
  { facts: known, application }: CheckContext,
): string | undefined {
  const told = (name: string, isMeant = (_data: Fact['data']): boolean => true): boolean =>
    known.some((fact) => fact.name === name && isMeant(fact.data));
  if (reason === '公示有异议') return told(objecting) ? undefined : '公示期间没有登记异议。';
  const { registeredElsewhere } = (application as unknown as Application).applicant;
  if (reason === '人户分离' && registeredElsewhere) return undefined;
  return told(facts.special, ({ kind, other }) => kind === reason || other === reason)
    ? undefined
    : `没有登记“${reason}”的${facts.special}。`;
}

/** To whoever left this telephone number. */
export function messageTo(
  c: Case,
  to: string,
  template: string,
  params: Readonly<Record<string, string>>,
): void {
  c.send(template, { kind: 'harmless', system: 'sms', payload: { to, template, params } });
}

/** Whose decision it is by the mode fixed at 受理: an entrusted one is the county authority's. */
export const deciding = (c: Case): string =>
  mode(c) === 'TOWNSHIP_OWN_NAME' ? c.input.unit : offices(c).confirmer.unit;

/** A document in the name of a unit: the township, for what it does itself; whoever decides, for the decision. */
export const issuer = (c: Case, unit: string): Issuer => ({
  authority: unit,
  contact: contactOf(c, c.input.unit),
  appeal: (title) => appeal(c, unit, title),
});

export function message(c: Case, name: string, params: Readonly<Record<string, string>>): void {
  messageTo(c, c.input.form.applicant.phone, name, params);
}
