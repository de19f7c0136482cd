/** The legal clock against a walker that knows nothing but half hours and a list of rest days. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Calendar } from '../../contract/calendar.ts';
import type { Limit, LimitUnit } from '../../contract/limit.ts';
import { countyCalendar } from '../../county/pingluo/calendar.ts';
import { type ClockInput, deadline, explain, type Span, workingTime } from '../../engine/clock/deadline.ts';
import { minuteMs } from '../../engine/clock/time.ts';
import { dayInWords } from '../../workflows/wording/days.ts';

const logs = Number(process.env['YIMEN_CLOCK_LOGS'] ?? 10_000);
const halfHour = 1_800_000;
const county = 8 * 3_600_000;
const at = (text: string): number => Date.parse(`${text}+08:00`);
const basis = '某办法';
const of = (amount: number, unit: LimitUnit): Limit => ({ amount, unit, basis });

/** Rest days by name, from the same notices but read the plain way: later entries decide. */
function restDays(calendar: Calendar, from: number, to: number): Set<number> {
  const rest = new Set<number>();
  for (let t = Date.UTC(from, 0, 1); t < Date.UTC(to, 0, 1); t += 86_400_000) {
    const date = new Date(t);
    const text = date.toISOString().slice(0, 10);
    const known = calendar.announcedYears.includes(date.getUTCFullYear()) ? [] : (calendar.projected ?? []);
    const entry = [...known, ...calendar.entries].filter((e) => e.from <= text && text <= e.to).at(-1);
    if (entry ? entry.kind === 'off' : date.getUTCDay() % 6 === 0) rest.add(t / 86_400_000);
  }
  return rest;
}
const rest = restDays(countyCalendar, 2023, 2029);
const dayOf = (instant: number): number => Math.floor((instant + county) / 86_400_000);
const midnightAfter = (instant: number): number => (dayOf(instant) + 1) * 86_400_000 - county;

function counts(unit: LimitUnit, instant: number, suspended: readonly Span[]): boolean {
  const inDays = unit === 'workingDays' || unit === 'days' || unit === 'months';
  const stands = ([from, to]: Span): boolean =>
    inDays ? dayOf(from) <= dayOf(instant) && dayOf(instant) < dayOf(to) : from <= instant && instant < to;
  if (suspended.some(stands)) return false;
  const slot = ((instant + county) % 86_400_000) / halfHour;
  if (unit === 'workingDays') return !rest.has(dayOf(instant));
  if (unit === 'workingHours')
    return !rest.has(dayOf(instant)) && ((slot >= 17 && slot < 24) || (slot >= 28 && slot < 36));
  return true;
}

/** Half hour by half hour from the start until a share of the limit's own amount has passed. */
function walked({ limit, startedAt, suspended }: ClockInput, share: number): number {
  const immediate = limit.unit === 'workingHours' || limit.unit === 'minutes';
  let instant = immediate ? startedAt : midnightAfter(startedAt);
  let slots = 0;
  if (limit.unit === 'workingDays' || limit.unit === 'days') slots = limit.amount * 48;
  else if (limit.unit === 'workingHours') slots = limit.amount * 2;
  else if (limit.unit === 'minutes') slots = limit.amount / 30;
  else {
    const start = new Date(startedAt + county);
    const [year, month, day] = [
      start.getUTCFullYear(),
      start.getUTCMonth() + limit.amount,
      start.getUTCDate(),
    ];
    const end = new Date(Date.UTC(year, month, day));
    if (end.getUTCDate() !== day) end.setUTCDate(0);
    slots = (end.getTime() - county + 86_400_000 - instant) / halfHour;
  }
  for (let left = slots * share; left > 0; )
    if (!counts(limit.unit, instant, suspended)) instant += halfHour;
    else {
      instant += Math.min(left, 1) * halfHour;
      left--;
    }
  return instant;
}

function walker(input: ClockInput): number {
  const { limit } = input;
  let instant = walked(input, 1);
  if (limit.unit === 'days' || limit.unit === 'months')
    while (rest.has(dayOf(instant - 1))) instant = midnightAfter(instant);
  return instant;
}

const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.integer({ min: 1, max: 45 }).map((n) => of(n, 'workingDays')),
  fc.integer({ min: 1, max: 60 }).map((n) => of(n, 'days')),
  fc.integer({ min: 1, max: 6 }).map((n) => of(n, 'months')),
  fc.integer({ min: 1, max: 72 }).map((n) => of(n, 'workingHours')),
  fc.integer({ min: 1, max: 300 }).map((n) => of(n * 30, 'minutes')),
);
const starts = fc.integer({ min: 0, max: 365 * 3 * 48 }).map((n) => at('2024-01-01T00:00:00') + n * halfHour);
const logOf = fc.record({
  limit: limits,
  startedAt: starts,
  gaps: fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 700 })), {
    maxLength: 3,
  }),
});

test(`时限与逐半小时推算一致：${logs} 份随机记录`, { timeout: 1_200_000 }, () => {
  let compared = 0;
  fc.assert(
    fc.property(logOf, ({ limit, startedAt, gaps }) => {
      const suspended: Span[] = [];
      let instant = startedAt;
      for (const [gap, length] of gaps) {
        const from = instant + gap * halfHour + (suspended.length ? halfHour : 0);
        suspended.push([from, from + length * halfHour]);
        instant = from + length * halfHour;
      }
      const input = { limit, startedAt, suspended };
      const { dueAt, riskAt } = deadline(countyCalendar, input);
      const risk = walked(input, 0.8);
      if (Math.abs(riskAt - risk) > 1)
        throw new Error(`将届${new Date(riskAt).toISOString()}，逐日推算为${new Date(risk).toISOString()}`);
      if (dueAt !== walker(input))
        throw new Error(
          `${new Date(dueAt).toISOString()}，逐日推算为${new Date(walker(input)).toISOString()}`,
        );
      compared++;
    }),
    { numRuns: logs },
  );
  console.log(`${compared} clocks compared`);
  expect(compared).toBe(logs);
});

const due = (from: string, limit: Limit, suspended: readonly Span[] = []) =>
  deadline(countyCalendar, { limit, startedAt: at(from), suspended });

test('开始的当日不计入，自下一日开始计算（民法典第二百零一条）', () => {
  expect(due('2026-07-01T09:00:00', of(20, 'workingDays')).lastDay).toBe('2026-07-29');
  expect(due('2026-03-02T17:59:00', of(1, 'workingDays')).lastDay).toBe('2026-03-03');
});

test('期间的最后一日是法定休假日的，以休假日结束的次日为期间的最后一日（民法典第二百零三条）', () => {
  // 2026-09-30 + 3 natural days ends inside the National Day holiday, 10-01 to 10-07.
  const rolled = due('2026-09-30T10:00:00', of(3, 'days'));
  expect(rolled.rolled).toBe(true);
  expect(rolled.lastDay).toBe('2026-10-08');
});

test('调休上班的周末是工作日', () => {
  const madeUp = countyCalendar.entries.find(({ kind, from }) => kind === 'work' && from.startsWith('2026'));
  const friday = new Date(Date.parse(`${madeUp?.from}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  expect(due(`${friday}T10:00:00`, of(1, 'workingDays')).lastDay).toBe(madeUp?.from);
});

test('按月计算的，到期月没有对应日的，月末日为最后一日（民法典第二百零二条）', () => {
  expect(due('2025-12-31T10:00:00', of(2, 'months')).lastDay).toBe('2026-02-28'); // 02-28 is a make-up working Saturday
  expect(due('2025-08-31T10:00:00', of(6, 'months')).lastDay).toBe('2026-02-28');
});

test('挂起的时间恰好顺延', () => {
  const plain = due('2026-03-02T09:00:00', of(10, 'workingDays'));
  const span: Span = [at('2026-03-04T09:00:00'), at('2026-03-06T09:00:00')];
  expect(due('2026-03-02T09:00:00', of(10, 'workingDays'), [span]).dueAt - plain.dueAt).toBe(2 * 86_400_000);
});

test('下午挂起、上午恢复的，按日计算的期限按整日停，仍在当日二十四时届满', () => {
  const afternoon: Span = [at('2026-03-04T16:00:00'), at('2026-03-06T10:00:00')];
  const { dueAt, lastDay } = due('2026-03-02T09:00:00', of(3, 'workingDays'), [afternoon]);
  expect([lastDay, dueAt]).toEqual(['2026-03-09', at('2026-03-10T00:00:00')]);
  const sameDay: Span = [at('2026-03-04T09:00:00'), at('2026-03-04T17:00:00')];
  expect(due('2026-03-02T09:00:00', of(3, 'workingDays'), [sameDay]).lastDay).toBe('2026-03-05');
});

test('星期五挂起、星期一恢复的停一个工作日，其间的休息日仍说明是休息日', () => {
  const weekend: Span = [at('2026-03-06T19:00:00'), at('2026-03-09T08:00:00')];
  const input = { limit: of(5, 'workingDays'), startedAt: at('2026-03-02T09:00:00'), suspended: [weekend] };
  const days = explain(countyCalendar, input);
  const why = (date: string) => {
    const day = days.find((explained) => explained.date === date);
    return day && dayInWords(input.limit, day).why;
  };
  expect([why('2026-03-06'), why('2026-03-07')]).toEqual(['期限暂停', '周末，不计入']);
  expect(deadline(countyCalendar, input).lastDay).toBe('2026-03-10');
});

test('尚未公布放假安排的年度按周末推算，并说明是预计', () => {
  const { leansOn } = due('2026-12-30T10:00:00', of(20, 'workingDays'));
  expect(leansOn.projectedYears).toEqual([2027]);
  const days = explain(countyCalendar, {
    limit: of(20, 'workingDays'),
    startedAt: at('2026-12-30T10:00:00'),
    suspended: [],
  });
  const words = days
    .filter(({ date }) => date.startsWith('2027'))
    .map((day) => dayInWords(of(20, 'workingDays'), day));
  expect(words.length).toBeGreaterThan(10);
  expect(words.every(({ why }) => why.includes('预计'))).toBe(true);
});

test('宁夏的开斋节、古尔邦节是另列的日期，未确认前凡依赖它的期限都注明', () => {
  const eid = countyCalendar.entries.filter(({ confirmed }) => !confirmed);
  expect(eid.map(({ name }) => name).join()).toMatch(/开斋节/);
  const first = eid.find(({ from }) => from.startsWith('2026'));
  expect(due(`${first?.from}T00:00:00`, of(3, 'workingDays')).leansOn.unconfirmed).toContain(first?.name);
});

test('逐日说明：每一日计或不计、为什么、依据哪一条', () => {
  fc.assert(
    fc.property(
      limits.filter(({ unit }) => unit === 'workingDays' || unit === 'days'),
      starts,
      fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 400 })), { maxLength: 2 }),
      (limit, startedAt, gaps) => {
        const suspended: Span[] = [];
        for (const [gap, length] of gaps) {
          const from = (suspended.at(-1)?.[1] ?? startedAt) + (gap + 1) * halfHour;
          suspended.push([from, from + length * halfHour]);
        }
        const input = { limit, startedAt, suspended };
        const days = explain(countyCalendar, input);
        const { lastDay } = deadline(countyCalendar, input);
        const counted = days.filter((day) => day.counted);
        if (counted.length !== limit.amount)
          throw new Error(`${counted.length} days counted of ${limit.amount}`);
        if (days.at(-1)?.date !== lastDay) throw new Error('the last day explained is not the last day');
        if (
          days
            .map((day) => dayInWords(limit, day))
            .some(({ why, basis: clause }) => why === '' || clause === '')
        )
          throw new Error('a day without a reason');
      },
    ),
    { numRuns: 2_000 },
  );
});

test('工作分钟与逐半小时相加一致', () => {
  fc.assert(
    fc.property(starts, fc.nat(3_000), (base, slots) => {
      let minutes = 0;
      for (let slot = 0; slot < slots; slot++)
        if (counts('workingHours', base + slot * halfHour, [])) minutes += 30;
      const whole = workingTime(countyCalendar, base, base + slots * halfHour) / minuteMs;
      if (whole !== minutes) throw new Error(`${whole} minutes, walked ${minutes}`);
    }),
    { numRuns: 1_000 },
  );
  expect(workingTime(countyCalendar, at('2026-03-02T00:00:00'), at('2026-03-03T00:00:00'))).toBe(
    450 * minuteMs,
  );
});
