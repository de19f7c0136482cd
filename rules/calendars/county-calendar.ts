/** The county's calendar: the national arrangements, Ningxia's overlay, and its office hours. */
import type { Calendar } from '../../contract/calendar.ts';
import { calendar2024 } from './2024.ts';
import { calendar2025 } from './2025.ts';
import { calendar2026 } from './2026.ts';
import { ningxia } from './ningxia.ts';

/** 08:30–12:00, 14:00–18:00: county configuration, to be confirmed. */
const officeHours: Calendar['officeHours'] = [
  [510, 720],
  [840, 1_080],
];

export const countyCalendar: Calendar = {
  version: '2026.1',
  announcedYears: [2024, 2025, 2026],
  entries: [...calendar2024, ...calendar2025, ...calendar2026, ...ningxia],
  officeHours,
};

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
});
