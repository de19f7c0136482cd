/**
 * The legal clock 时限. A deadline is a pure function of where the clock started, its limit, its suspensions and the
 * calendar. The start day is not counted; the last day of a limit in natural days or months rolls off a rest day. A suspension is measured as the limit is: a limit in hours or minutes stops for exactly that time,
 * one in days or months for whole days, from the day of suspension to the day before resumption, so it ends at 24:00.
 */
import type { Calendar } from '../../contract/calendar.ts';
import type { Limit } from '../../contract/limit.ts';
import { type DayKind, dayKind, entryOn, isWorkingDay } from './calendar.ts';
import {
  addMonths,
  type Day,
  dateText,
  dayMs,
  dayOf,
  minuteMs,
  parseDate,
  startOfDay,
  yearOf,
} from './time.ts';

/** A half-open span of county time, epoch ms. */
export type Span = readonly [from: number, to: number];

export type ClockInput = {
  readonly limit: Limit;
  readonly startedAt: number;
  /** Closed suspensions, in order, not overlapping. */
  readonly suspended: readonly Span[];
};

export type Deadline = {
  /** The first instant that is too late: 24:00 of the last day for limits in days. */
  readonly dueAt: number;
  /** 80 % of the limit has passed. */
  readonly riskAt: number;
  /** The last day, as people write it on a receipt. */
  readonly lastDay: string;
  /** The last day rolled off a rest day. */
  readonly rolled: boolean;
  readonly leansOn: { readonly projectedYears: readonly number[]; readonly unconfirmed: readonly string[] };
};

/** How far any limit may reach before the data is surely wrong: ten years. */
const horizonDays = 3_660;

function overlap(from: number, to: number, spans: readonly Span[]): number {
  let total = 0;
  for (const [start, end] of spans) total += Math.max(0, Math.min(to, end) - Math.max(from, start));
  return total;
}

/** The parts of a day that count for a unit. */
function countedSpans(calendar: Calendar, unit: Limit['unit'], day: Day): readonly Span[] {
  const start = startOfDay(day);
  switch (unit) {
    case 'workingDays':
      return isWorkingDay(calendar, day) ? [[start, start + dayMs]] : [];
    case 'workingHours':
      if (!isWorkingDay(calendar, day)) return [];
      return calendar.officeHours.map(
        ([from, to]) => [start + from * minuteMs, start + to * minuteMs] as const,
      );
    case 'days':
    case 'months':
    case 'minutes':
      return [[start, start + dayMs]];
  }
}

const immediate = ({ unit }: Limit): boolean => unit === 'workingHours' || unit === 'minutes';

/** The spans for which a limit stands still, by its own measure. */
function standstills({ limit, suspended }: ClockInput): readonly Span[] {
  if (immediate(limit)) return suspended;
  return suspended
    .map(([from, to]) => [startOfDay(dayOf(from)), startOfDay(dayOf(to))] as const)
    .filter(([from, to]) => from < to);
}

/** The instant at which `budgetMs` of counted, unsuspended time has passed since `from`. */
function spend(
  calendar: Calendar,
  unit: Limit['unit'],
  from: number,
  budgetMs: number,
  suspended: readonly Span[],
): number {
  let left = budgetMs;
  if (left <= 0) return from;
  const first = dayOf(from);
  for (let day = first; day < first + horizonDays; day++) {
    for (const [start, end] of countedSpans(calendar, unit, day)) {
      for (const [a, b] of freeParts(Math.max(start, from), end, suspended)) {
        if (b - a >= left) return a + left;
        left -= b - a;
      }
    }
  }
  throw new RangeError(`limit of ${budgetMs} ms does not end within ${horizonDays} days`);
}

/** What of [from, to) is not suspended. */
function freeParts(from: number, to: number, suspended: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  let at = from;
  for (const [start, end] of suspended) {
    if (end <= at || start >= to) continue;
    if (start > at) parts.push([at, start]);
    at = Math.max(at, end);
  }
  if (at < to) parts.push([at, to]);
  return parts;
}

const unitMs = { workingDays: dayMs, days: dayMs, workingHours: 60 * minuteMs, minutes: minuteMs } as const;

/** Limits in days and months begin on the day after; limits in hours and minutes at once. */
export function countingFrom(limit: Limit, startedAt: number): number {
  return immediate(limit) ? startedAt : startOfDay(dayOf(startedAt) + 1);
}

function unrolledDue(calendar: Calendar, input: ClockInput): { due: number; risk: number } {
  const { limit, startedAt } = input;
  const suspended = standstills(input);
  const from = countingFrom(limit, startedAt);
  if (limit.unit === 'months') {
    const plain = startOfDay(addMonths(dayOf(startedAt), limit.amount) + 1);
    const due = spend(calendar, 'days', from, plain - from, suspended);
    return { due, risk: spend(calendar, 'days', from, Math.floor((plain - from) * 0.8), suspended) };
  }
  const budget = limit.amount * unitMs[limit.unit];
  return {
    due: spend(calendar, limit.unit, from, budget, suspended),
    risk: spend(calendar, limit.unit, from, Math.floor(budget * 0.8), suspended),
  };
}

const rolls = (limit: Limit): boolean => limit.unit === 'days' || limit.unit === 'months';

export function deadline(calendar: Calendar, input: ClockInput): Deadline {
  const { due, risk } = unrolledDue(calendar, input);
  let dueAt = due;
  if (rolls(input.limit)) {
    for (let last = dayOf(due - 1); !isWorkingDay(calendar, last); last = dayOf(dueAt - 1))
      dueAt = startOfDay(last + 2);
  }
  return {
    dueAt,
    riskAt: risk,
    lastDay: dateText(dayOf(dueAt - 1)),
    rolled: dueAt !== due,
    leansOn: input.limit.unit === 'minutes' ? onNothing : leansOn(calendar, input.startedAt, dueAt),
  };
}

/** Minutes run by the wall: no calendar moves them. */
const onNothing: Deadline['leansOn'] = { projectedYears: [], unconfirmed: [] };

function leansOn(calendar: Calendar, from: number, to: number): Deadline['leansOn'] {
  const projectedYears: number[] = [];
  for (let year = yearOf(dayOf(from)); year <= yearOf(dayOf(to - 1)); year++) {
    if (!calendar.announcedYears.includes(year)) projectedYears.push(year);
  }
  const unconfirmed = new Set<string>();
  for (const entry of calendar.entries) {
    if (entry.confirmed) continue;
    const [first, last] = [
      Math.max(dayOf(from), parseDate(entry.from)),
      Math.min(dayOf(to - 1), parseDate(entry.to)),
    ];
    // A later notice may have decided these days since.
    for (let day = first; day <= last; day++)
      if (entryOn(calendar, day) === entry) unconfirmed.add(entry.name);
  }
  return { projectedYears, unconfirmed: [...unconfirmed] };
}

/** It leans on a year not yet announced or a festival not yet confirmed: a notice may still move it (预计). */
export const isProvisional = ({ leansOn: { projectedYears, unconfirmed } }: Deadline): boolean =>
  projectedYears.length > 0 || unconfirmed.length > 0;

/**
 * The clock decides nothing by a limit that a notice may still move further off: in a year not yet announced. A festival
 * awaiting confirmation counts as a rest day already.
 */
export const mayDecide = ({ leansOn: { projectedYears } }: Deadline): boolean => projectedYears.length === 0;

export type ExplainedDay = {
  readonly date: string;
  /** Counted days since the start, after this one. */
  readonly count: number;
  readonly counted: boolean;
  /** The day of the start, the end rolled off a rest day, a day that does not count, a standstill, or a day that counts. */
  readonly reason: 'start' | 'rolled' | 'rest' | 'suspended' | 'counted';
  readonly day: DayKind;
  /** The limit stood still for part of the day. */
  readonly partly: boolean;
};

/** Day by day from the start to the deadline: counted or not, and why. */
export function explain(calendar: Calendar, input: ClockInput, until?: number): readonly ExplainedDay[] {
  const end = until ?? deadline(calendar, input).dueAt;
  const from = countingFrom(input.limit, input.startedAt);
  const unrolled = unrolledDue(calendar, input).due;
  const suspended = standstills(input);
  const reasonOf = (day: Day, start: number, stood: number): ExplainedDay['reason'] => {
    if (start + dayMs <= from) return 'start';
    if (rolls(input.limit) && start >= unrolled) return 'rolled';
    if (countedSpans(calendar, input.limit.unit, day).length === 0) return 'rest';
    return stood === dayMs ? 'suspended' : 'counted';
  };
  const days: ExplainedDay[] = [];
  let count = 0;
  for (let day = dayOf(input.startedAt); startOfDay(day) < end; day++) {
    const start = startOfDay(day);
    const stood = overlap(start, start + dayMs, suspended);
    const reason = reasonOf(day, start, stood);
    const counted = reason === 'counted';
    if (counted) count++;
    const partly = counted && stood > 0;
    days.push({ date: dateText(day), count, counted, reason, day: dayKind(calendar, day), partly });
  }
  return days;
}

/** The instant at which so much working time of the office has passed, in ms. */
export const afterWorkingTime = (calendar: Calendar, from: number, ms: number): number =>
  spend(calendar, 'workingHours', from, ms, []);

/** The office's hours on every day from one instant to another, whole and in order. */
export function workingSpans(calendar: Calendar, from: number, to: number): readonly Span[] {
  const spans: Span[] = [];
  for (let day = dayOf(from); startOfDay(day) < to; day++)
    spans.push(...countedSpans(calendar, 'workingHours', day));
  return spans;
}

/** Working time of the office between two instants, in ms: what adjoining spans have adds up exactly. */
export const workingTime = (calendar: Calendar, from: number, to: number): number =>
  overlap(from, to, workingSpans(calendar, from, to));
