/** What kind of day a day is, by the calendar the case has adopted. */
import type { Calendar, CalendarEntry } from '../../contract/calendar.ts';
import { type Day, parseDate, weekday, yearOf } from './time.ts';

export type DayKind = {
  readonly working: boolean;
  /** The holiday's or make-up day's name and the notice it comes from; a plain day of the week has none. */
  readonly named?: { readonly name: string; readonly basis: string };
  /** The year's arrangement has not been announced: computed from weekends and the law's own holidays (预计). */
  readonly projected: boolean;
  /** The entry deciding this day awaits the county's confirmation. */
  readonly unconfirmed: boolean;
};

const compiled = new WeakMap<Calendar, Map<Day, CalendarEntry>>();

function entriesByDay(calendar: Calendar): Map<Day, CalendarEntry> {
  const known = compiled.get(calendar);
  if (known) return known;
  const days = new Map<Day, CalendarEntry>();
  const { entries, announcedYears, projected = [] } = calendar;
  const unannounced = projected.filter(({ from }) => !announcedYears.includes(Number(from.slice(0, 4))));
  for (const entry of [...unannounced, ...entries]) {
    for (let day = parseDate(entry.from); day <= parseDate(entry.to); day++) days.set(day, entry);
  }
  compiled.set(calendar, days);
  return days;
}

/** The entry that decides a day; undefined if the plain week does. */
export const entryOn = (calendar: Calendar, day: Day): CalendarEntry | undefined =>
  entriesByDay(calendar).get(day);

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  const entry = entriesByDay(calendar).get(day);
  return entry ? entry.kind === 'work' : weekday(day) <= 5;
}

export function dayKind(calendar: Calendar, day: Day): DayKind {
  const projected = !calendar.announcedYears.includes(yearOf(day));
  const entry = entriesByDay(calendar).get(day);
  if (!entry) return { working: weekday(day) <= 5, projected, unconfirmed: false };
  const { name, basis, kind, confirmed } = entry;
  return { working: kind === 'work', named: { name, basis }, projected, unconfirmed: !confirmed };
}

/** The calendar after a further notice: where its entries overlap older ones, they decide. */
export function withNotice(
  calendar: Calendar,
  notice: Pick<Calendar, 'version' | 'entries' | 'announcedYears'>,
): Calendar {
  return {
    ...calendar,
    version: notice.version,
    announcedYears: [...new Set([...calendar.announcedYears, ...notice.announcedYears])].sort(),
    entries: [...calendar.entries, ...notice.entries],
  };
}

/** What a case opened in a year needs to carry: that year, the one before, and whatever is announced after. */
export const calendarSince = (calendar: Calendar, year: number): Calendar => ({
  ...calendar,
  entries: calendar.entries.filter(({ to }) => to >= `${year - 1}-01-01`),
  projected: (calendar.projected ?? []).filter(
    ({ from, to }) => to >= `${year}-01-01` && from <= `${year + projectedYears}-12-31`,
  ),
});

/** How far ahead a case carries the holidays of years not announced: no limit of a matter reaches further. */
const projectedYears = 3;
