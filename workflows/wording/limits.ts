/** A limit as people say it, and one from a date they name. */
import type { Limit } from '../../contract/limit.ts';
import { parseDate } from '../../engine/clock/time.ts';

const units: { readonly [unit in Limit['unit']]: string } = {
  workingDays: '个工作日',
  days: '日',
  months: '个月',
  workingHours: '个工作小时',
  minutes: '分钟',
};

export const limitInWords = ({ amount, unit }: Pick<Limit, 'amount' | 'unit'>): string =>
  `${amount}${units[unit]}`;

/** From today to a date, in natural days; a date that is past, or today, is tomorrow. */
export const until = (c: { today(): string }, date: string, basis: string): Limit => ({
  amount: Math.max(1, parseDate(date) - parseDate(c.today())),
  unit: 'days',
  basis,
});
