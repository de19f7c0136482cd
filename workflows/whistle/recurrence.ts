/** 复发: the same matter at the same place, so soon after it was solved that it counts as unsolved. */

import { attention } from '../../contract/names.ts';
import { addDays, inWords } from '../../engine/clock/time.ts';
import type { Recurrence } from '../../engine/process/definition.ts';
import type { RegisterKind } from '../../engine/process/said.ts';
import * as parameters from './parameters.ts';
import type { Whistle } from './terms.ts';

export const solved = '已解决的哨';
/** For the opening of whistles alone: nobody looks it up. */
export const registers: { readonly [name: string]: RegisterKind } = { [solved]: { open: {}, soughtBy: [] } };

/** What makes two whistles the same, however it is spaced. */
export const sameAs = ({ place, item }: Whistle['input']['form']): string =>
  `${place.address.replace(/\s/g, '')} ${item.replace(/\s/g, '')}`;

/** From today it answers for having been solved. */
export function answersFor(c: Whistle, lead: string): void {
  const days = c.ruleInForce(parameters.recurrenceDays).value;
  c.record(solved, {
    subject: sameAs(c.input.form),
    from: c.today(),
    to: addDays(c.today(), days),
    data: { lead },
  });
}

/** What is said of it wherever the whistle is looked at. */
export function sayRecurrence(c: Whistle): { readonly recurrence?: Recurrence } {
  const { recurrence } = c.input;
  if (!recurrence) return {};
  c.label('复发', recurrence.caseNo);
  c.label(attention, `${inWords(recurrence.on)}销号的${recurrence.caseNo}复发，原哨计为未解决`);
  return { recurrence };
}
