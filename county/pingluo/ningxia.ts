/** Ningxia's own days off. How many days and on which dates awaits the region's notice each year: none is confirmed. */
import type { CalendarEntry } from '../../contract/calendar.ts';

const basis =
  '全国年节及纪念日放假办法第四条；宁夏回族自治区开斋节、古尔邦节放假规定（日期和天数待自治区通知确认）';
const day = (date: string, name: string): CalendarEntry => ({
  from: date,
  to: date,
  kind: 'off',
  name,
  basis,
  confirmed: false,
});

export const ningxia: readonly CalendarEntry[] = [
  day('2024-04-10', '开斋节'),
  day('2024-06-17', '古尔邦节'),
  day('2025-03-31', '开斋节'),
  day('2025-06-07', '古尔邦节'),
  day('2026-03-20', '开斋节'),
  day('2026-05-27', '古尔邦节'),
];
