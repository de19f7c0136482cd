/** Organs as documents name them: how a decision is appealed against, and whom to ask about it. */
import type { Context } from '../../engine/process/definition.ts';
import { contacts, remedies } from './parameters.ts';

/** What a matter that issues documents carries. */
export const organRules = [contacts, remedies];

type Case = Pick<Context<unknown>, 'ruleInForce'>;

const unitIn = (c: Case, unit: string) =>
  c.ruleInForce(contacts).value.units.find((one) => one.unit === unit);

/** As it signs; whoever is not listed is called what it is on the document. */
export const nameOf = (c: Case, unit: string): string => unitIn(c, unit)?.name ?? '作出本决定的机关';

/** 行政复议法第二十条、第二十四条，行政诉讼法第四十六条：periods count from the day the document is received. */
export function appeal(c: Case, respondent: string, title: string): readonly string[] {
  const { reconsideration, litigation } = c.ruleInForce(remedies).value;
  const { organ, office, address, phone, days } = reconsideration;
  const name = nameOf(c, respondent);
  return [
    `如不服本决定，可以自收到本${title}之日起${days}日内，向${organ}申请行政复议（复议机构：${office}，${address}，${phone}），被申请人为${name}（行政复议法第二十条、第二十四条）。`,
    `也可以自收到本${title}之日起${litigation.months}个月内，依法向${litigation.court}（${litigation.address}）提起行政诉讼，被告为${name}（行政诉讼法第四十六条）。`,
  ];
}

/** Whom to ask about it. */
export function contactOf(c: Case, unit: string): string {
  const { hotline, hours } = c.ruleInForce(contacts).value;
  const own = unitIn(c, unit);
  const at = own ? `${own.name}，${own.address}，${own.phone}；` : '';
  return `咨询：${at}${hours}；热线${hotline}。`;
}
