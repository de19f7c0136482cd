/** Dates people enter, against the calendar and the case: what has been done was done by today, and not before it could be. */
import type { FieldIssue } from '../../contract/refusal.ts';
import { dateOf } from '../../engine/clock/time.ts';

/** `label` is the date's name on the form; nothing where it is not filled in. */
export const notAfterToday = (
  field: string,
  label: string,
  on: string | undefined,
  at: number,
): readonly FieldIssue[] =>
  on !== undefined && on > dateOf(at) ? [{ field, text: `${label}不能在今日之后` }] : [];

/** `since` is the first day it could have been done, `what` happened on that day. */
export const notBefore = (
  field: string,
  label: string,
  on: string | undefined,
  since: string,
  what: string,
): readonly FieldIssue[] =>
  on !== undefined && on < since ? [{ field, text: `${label}不能早于${what}（${since}）` }] : [];
