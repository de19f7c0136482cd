/** The calendars against the notices they come from, and whose names and numbers may be shown how. */
import { Lunar } from 'lunar-typescript';
import { describe, expect, test } from 'vitest';
import { ageOn, checkCharacter, maskIdentity, readIdentity } from '../../contract/identity-number.ts';
import { statutoryHolidays } from '../../county/calendars/statutory.ts';
import { countyCalendar } from '../../county/pingluo/calendar.ts';
import { calendarSince, dayKind, isWorkingDay, withNotice } from '../../engine/clock/calendar.ts';
import { deadline } from '../../engine/clock/deadline.ts';
import { parseDate, yearOf } from '../../engine/clock/time.ts';
import { maskName } from '../../workflows/wording/names.ts';

const national = { ...countyCalendar, entries: countyCalendar.entries.filter(({ confirmed }) => confirmed) };
const workingDaysOf = (year: number): number => {
  let count = 0;
  for (let day = parseDate(`${year}-01-01`); yearOf(day) === year; day++)
    if (isWorkingDay(national, day)) count++;
  return count;
};

describe('国务院办公厅放假安排', () => {
  // Weekdays of the year less the statutory days off on weekdays, make-up days added.
  test.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i年全年%i个工作日', (year, days) => {
    expect(workingDaysOf(year)).toBe(days);
  });
  test.each([
    ['2024-02-18', true, '调休'],
    ['2025-01-26', true, '调休'],
    ['2025-10-08', false, ''],
    ['2026-02-16', false, '春节'],
    ['2026-02-14', true, '调休'],
    ['2026-10-01', false, '国庆'],
    ['2026-06-19', false, '端午'],
  ])('%s', (date, working, name) => {
    const kind = dayKind(countyCalendar, parseDate(date));
    expect(kind.working).toBe(working);
    expect(kind.named?.name ?? '').toContain(name);
    expect(kind.named?.basis ?? '样例').not.toBe('');
  });
  test.each([
    ['2027-01-01', '元旦'],
    ['2027-02-05', '春节'],
    ['2027-02-08', '春节'],
    ['2027-04-05', '清明节'],
    ['2027-05-02', '劳动节'],
    ['2027-06-09', '端午节'],
    ['2027-09-15', '中秋节'],
    ['2027-10-03', '国庆节'],
  ])('2027年尚未公布：%s按法定节日推算为休息日，写明预计', (date, name) => {
    const day = dayKind(countyCalendar, parseDate(date));
    expect(day).toMatchObject({ working: false, projected: true, named: { name } });
  });
  test('尚未公布的年份里，法定节日以外的工作日照常，写明预计', () => {
    expect(dayKind(countyCalendar, parseDate('2027-10-08'))).toMatchObject({
      working: true,
      projected: true,
    });
  });
  test('推算的春节、清明、端午、中秋与农历一致', () => {
    const days = (name: string) => statutoryHolidays.filter((entry) => entry.name === name);
    const lunar = (year: number, month: number, day: number) =>
      Lunar.fromYmd(year, month, day).getSolar().toYmd();
    const years = Array.from({ length: 10 }, (_, i) => 2027 + i);
    expect(days('春节').map(({ from }) => from)).toEqual(
      years.map((year) => Lunar.fromYmd(year, 1, 1).getSolar().next(-1).toYmd()),
    );
    expect(days('端午节').map(({ from }) => from)).toEqual(years.map((year) => lunar(year, 5, 5)));
    expect(days('中秋节').map(({ from }) => from)).toEqual(years.map((year) => lunar(year, 8, 15)));
    expect(days('清明节').map(({ from }) => from)).toEqual(
      years.map((year) => Lunar.fromYmd(year, 1, 1).getJieQiTable()['清明']?.toYmd()),
    );
  });
  test('经通知确认的节日不再是待确认', () => {
    const within = { amount: 10, unit: 'workingDays', basis: '样例' } as const;
    const clock = { limit: within, startedAt: Date.parse('2026-05-20T09:00:00+08:00'), suspended: [] };
    expect(deadline(countyCalendar, clock).leansOn.unconfirmed).toEqual(['古尔邦节']);
    const confirmed = withNotice(countyCalendar, {
      version: '2026.2',
      announcedYears: [],
      entries: [
        {
          from: '2026-05-27',
          to: '2026-05-27',
          kind: 'off',
          name: '古尔邦节',
          basis: '自治区通知',
          confirmed: true,
        },
      ],
    });
    expect(deadline(confirmed, clock).leansOn.unconfirmed).toEqual([]);
  });
  test('后到的通知为准；已公布的年份不再是预计', () => {
    const later = withNotice(countyCalendar, {
      version: '2027.1',
      announcedYears: [2027],
      entries: [
        {
          from: '2027-10-01',
          to: '2027-10-07',
          kind: 'off',
          name: '国庆节',
          basis: '样例通知',
          confirmed: true,
        },
      ],
    });
    expect(dayKind(later, parseDate('2027-10-01'))).toMatchObject({ working: false, projected: false });
    expect(dayKind(later, parseDate('2027-05-03'))).toMatchObject({ working: true, projected: false });
  });
  test('办件只带受理前一年以来的日历', () => {
    const carried = calendarSince(countyCalendar, 2026);
    expect(carried.entries.every(({ to }) => to >= '2025-01-01')).toBe(true);
    expect(carried.entries.some(({ from }) => from.startsWith('2026'))).toBe(true);
    expect(carried.projected?.at(-1)?.from).toBe('2029-10-01');
  });
});

describe('公示与显示', () => {
  test.each([
    ['张三', '张*'],
    ['李小明', '李*明'],
    ['欧阳小明', '欧阳*明'],
    ['欧阳', '欧*'],
    ['马', '*'],
  ])('%s 公示为 %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });
  test('身份证号：校验码、出生日期、性别', () => {
    const first17 = '64022119900229001';
    expect(readIdentity(first17 + checkCharacter(first17))).toBeUndefined(); // 1990 has no 29 February
    const real = '64022119900228001';
    const number = real + checkCharacter(real);
    expect(readIdentity(number)).toEqual({ birthDate: '1990-02-28', sex: '男' });
    const wrong = number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');
    expect(readIdentity(wrong)).toBeUndefined();
    expect(readIdentity('11010519491231002X')).toEqual({ birthDate: '1949-12-31', sex: '女' });
    expect(maskIdentity(number)).toBe(`640221********${number.slice(14)}`);
  });
  test('周岁：生日当天满', () => {
    expect(ageOn('2008-03-02', '2026-03-01')).toBe(17);
    expect(ageOn('2008-03-02', '2026-03-02')).toBe(18);
  });
});
