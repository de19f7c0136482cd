/** County time as plain arithmetic: UTC+8 all year, no `Intl`, no local-time getters. Instants are epoch ms. */
import type { DateText } from '../../contract/calendar.ts';

export const minuteMs = 60_000;
export const dayMs = 86_400_000;
const offsetMs = 8 * 3_600_000;

/** Days since 1970-01-01 in county time. */
export type Day = number;

export const dayOf = (at: number): Day => Math.floor((at + offsetMs) / dayMs);
/** The first instant of a day: 00:00 in county time. */
export const startOfDay = (day: Day): number => day * dayMs - offsetMs;
/** Monday 1 … Sunday 7. */
export const weekday = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

const pad = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

export function dateText(day: Day): DateText {
  const at = new Date(day * dayMs);
  return `${at.getUTCFullYear()}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`;
}

export function parseDate(text: DateText): Day {
  const day = Date.parse(`${text}T00:00:00Z`) / dayMs;
  if (!Number.isInteger(day)) throw new RangeError(`not a date: ${text}`);
  return day;
}

export const yearOf = (day: Day): number => new Date(day * dayMs).getUTCFullYear();

/** The date of an instant, `YYYY-MM-DD`. */
export const dateOf = (at: number): DateText => dateText(dayOf(at));

/** A date, or a month, as documents write it: 2026年3月9日, 2026年4月. */
export function inWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
}

export const addDays = (date: DateText, days: number): DateText => dateText(parseDate(date) + days);

/** The same day of a later month, or that month's last day where it has none (民法典 202). */
export function addMonths(day: Day, months: number): Day {
  const from = new Date(day * dayMs);
  const target = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const lastOfMonth = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return target.getTime() / dayMs + Math.min(from.getUTCDate(), lastOfMonth) - 1;
}
