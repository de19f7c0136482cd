/** The county's calendar: the national arrangements, Ningxia's overlay, and its office hours. */
import type { Calendar } from '../../contract/calendar.ts';
import { calendar2024 } from '../calendars/2024.ts';
import { calendar2025 } from '../calendars/2025.ts';
import { calendar2026 } from '../calendars/2026.ts';
import { statutoryHolidays } from '../calendars/statutory.ts';
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
  projected: statutoryHolidays,
  officeHours,
};
