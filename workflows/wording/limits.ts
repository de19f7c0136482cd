/** A limit as people say it. */
import type { Limit } from '../../contract/limit.ts';

const units: { readonly [unit in Limit['unit']]: string } = {
  workingDays: '个工作日',
  days: '日',
  months: '个月',
  workingHours: '个工作小时',
  minutes: '分钟',
};

export const limitInWords = ({ amount, unit }: Pick<Limit, 'amount' | 'unit'>): string =>
  `${amount}${units[unit]}`;
