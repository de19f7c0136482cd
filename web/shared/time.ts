/** Time as people say it: county time, working days left, the year only when it is not this one. */
import { isWorkingDay } from '../../engine/clock/calendar.ts';
import { workingTime } from '../../engine/clock/deadline.ts';
import { dayMs, dayOf, minuteMs, startOfDay, weekday, yearOf } from '../../engine/clock/time.ts';
import type { WorkingCalendar } from './wire.ts';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const offsetMs = 8 * 60 * minuteMs;
const two = (n: number): string => String(n).padStart(2, '0');

/** 11月26日 周四 */
export function sayDay(at: number, now: number): string {
  const day = dayOf(at);
  const date = new Date(day * dayMs);
  const year = yearOf(day) === yearOf(dayOf(now)) ? '' : `${yearOf(day)}年`;
  return `${year}${date.getUTCMonth() + 1}月${date.getUTCDate()}日 周${weekdays[weekday(day) - 1]}`;
}

/** 11月26日 09:12 */
export function sayMoment(at: number, now: number): string {
  const time = new Date(at + offsetMs);
  return `${sayDay(at, now).split(' ')[0]} ${two(time.getUTCHours())}:${two(time.getUTCMinutes())}`;
}

const endsWithDay = (at: number): boolean => at === startOfDay(dayOf(at));

function workingDaysBetween(calendar: WorkingCalendar, after: number, upTo: number): number {
  let count = 0;
  for (let day = after + 1; day <= upTo; day += 1) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

const sayMinutes = (minutes: number): string =>
  minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;

/** 剩 3 个工作日 · 今天截止 · 已超 2 个工作日; hours and minutes where the limit is one of hours. */
export function sayLeft(calendar: WorkingCalendar, dueAt: number, now: number): string {
  const today = dayOf(now);
  if (dueAt <= now) {
    const days = workingDaysBetween(calendar, dayOf(dueAt - 1), today);
    return days > 0 ? `已超 ${days} 个工作日` : `已超 ${sayMinutes(Math.floor((now - dueAt) / minuteMs))}`;
  }
  if (!endsWithDay(dueAt)) return `剩 ${sayMinutes(Math.ceil((dueAt - now) / minuteMs))}`;
  const last = dayOf(dueAt - 1);
  if (last === today) return '今天截止';
  const days = workingDaysBetween(calendar, today, last);
  return days > 0 ? `剩 ${days} 个工作日` : `${sayDay(dueAt - 1, now)}截止`;
}

/** 11月26日 周四 止 */
export const sayUntil = (dueAt: number, now: number): string =>
  endsWithDay(dueAt) ? `${sayDay(dueAt - 1, now)} 止` : `${sayMoment(dueAt, now)} 止`;

/** The share of the working time that is gone, 0 to 1. */
export function used(calendar: WorkingCalendar, from: number, dueAt: number, now: number): number {
  if (now >= dueAt) return 1;
  const whole = workingTime(calendar, from, dueAt);
  return whole > 0 ? Math.min(1, workingTime(calendar, from, now) / whole) : 1;
}
