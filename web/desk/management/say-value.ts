/** A rule's value as an officer reads it. */
import type { Json } from '../../../contract/rule.ts';
import { sayFen } from '../../shared/said.tsx';

const units: Readonly<Record<string, string>> = {
  workingDays: '个工作日',
  days: '日',
  months: '个月',
  workingHours: '个工作小时',
  minutes: '分钟',
};

export function sayValue(value: Json): string {
  if (value === null) return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '（空）' : value.map(sayValue).join('；');
  const { amount, unit, ...rest } = value as { readonly [name: string]: Json };
  if (typeof unit === 'string' && units[unit] && Object.keys(rest).length === 0)
    return `${String(amount)} ${units[unit]}`;
  return Object.entries(value)
    .map(([name, part]) =>
      name.endsWith('Fen') && typeof part === 'number'
        ? `${name} ${sayFen(part)}`
        : `${name} ${sayValue(part)}`,
    )
    .join('，');
}
