/**
 * The holidays the law itself fixes, for years whose arrangement has not been announced: rest days by projection, until
 * the State Council's notice says which days around them are moved.
 */
import type { CalendarEntry } from '../../contract/calendar.ts';

const basis = '全国年节及纪念日放假办法第二条（2024年修订；该年度放假安排公布前据此推算）';

/** 正月初一, 清明, 五月初五, 八月十五 by the lunisolar calendar (GB/T 33661-2017), as month and day. */
const movable: Readonly<
  Record<number, readonly [spring: string, qingming: string, duanwu: string, zhongqiu: string]>
> = {
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
};

const dayMs = 86_400_000;
const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
const off = (name: string, from: string, days = 1): CalendarEntry => ({
  from,
  to: shifted(from, days - 1),
  kind: 'off',
  name,
  basis,
  confirmed: true,
});

/** 元旦 1 day, 春节 4 from 除夕, 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3. */
const ofYear = (
  year: string,
  [spring, qingming, duanwu, zhongqiu]: (typeof movable)[number],
): readonly CalendarEntry[] => [
  off('元旦', `${year}-01-01`),
  off('春节', shifted(`${year}-${spring}`, -1), 4),
  off('清明节', `${year}-${qingming}`),
  off('劳动节', `${year}-05-01`, 2),
  off('端午节', `${year}-${duanwu}`),
  off('中秋节', `${year}-${zhongqiu}`),
  off('国庆节', `${year}-10-01`, 3),
];

export const statutoryHolidays: readonly CalendarEntry[] = Object.entries(movable).flatMap(([year, days]) =>
  ofYear(year, days),
);
