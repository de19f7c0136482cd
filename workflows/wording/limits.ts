/** A limit as people say it, and one from a date they name. */
import type { Limit } from '../../contract/limit.ts';
import { type Day, minuteMs, parseDate, startOfDay } from '../../engine/clock/time.ts';

const units: { readonly [unit in Limit['unit']]: string } = {
  workingDays: '个工作日',
  days: '日',
  months: '个月',
  workingHours: '个工作小时',
  minutes: '分钟',
};

export const limitInWords = ({ amount, unit }: Pick<Limit, 'amount' | 'unit'>): string =>
  `${amount}${units[unit]}`;

/** To the first instant of a day, and not a legal period: no rest day moves it, no year not yet announced holds it up. */
export const toDay = (c: { now(): number }, day: Day, basis: string): Limit => ({
  amount: Math.max(1, Math.ceil((startOfDay(day) - c.now()) / minuteMs)),
  unit: 'minutes',
  basis,
});

/** From today to a date, in natural days; a date that is past, or today, is tomorrow. */
export const until = (c: { today(): string }, date: string, basis: string): Limit => ({
  amount: Math.max(1, parseDate(date) - parseDate(c.today())),
  unit: 'days',
  basis,
});
