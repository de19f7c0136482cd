/** What holds from a day on, until another day or without end: a post, a rule's row. */
import type { DateText } from './calendar.ts';

export type Period = { readonly from: DateText; readonly to?: DateText };

/** Both days included. */
export const isInForce = ({ from, to }: Period, date: DateText): boolean =>
  from <= date && (to === undefined || date <= to);
