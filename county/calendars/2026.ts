/** 2026年放假和调休安排。 */
import type { CalendarEntry } from '../../contract/calendar.ts';

const basis = '国务院办公厅关于2026年部分节假日安排的通知';

export const calendar2026: readonly CalendarEntry[] = [
  { from: '2026-01-01', to: '2026-01-03', kind: 'off', name: '元旦', basis, confirmed: true },
  { from: '2026-01-04', to: '2026-01-04', kind: 'work', name: '元旦调休上班', basis, confirmed: true },
  { from: '2026-02-14', to: '2026-02-14', kind: 'work', name: '春节调休上班', basis, confirmed: true },
  { from: '2026-02-15', to: '2026-02-23', kind: 'off', name: '春节', basis, confirmed: true },
  { from: '2026-02-28', to: '2026-02-28', kind: 'work', name: '春节调休上班', basis, confirmed: true },
  { from: '2026-04-04', to: '2026-04-06', kind: 'off', name: '清明节', basis, confirmed: true },
  { from: '2026-05-01', to: '2026-05-05', kind: 'off', name: '劳动节', basis, confirmed: true },
  { from: '2026-05-09', to: '2026-05-09', kind: 'work', name: '劳动节调休上班', basis, confirmed: true },
  { from: '2026-06-19', to: '2026-06-21', kind: 'off', name: '端午节', basis, confirmed: true },
  { from: '2026-09-20', to: '2026-09-20', kind: 'work', name: '国庆节调休上班', basis, confirmed: true },
  { from: '2026-09-25', to: '2026-09-27', kind: 'off', name: '中秋节', basis, confirmed: true },
  { from: '2026-10-01', to: '2026-10-07', kind: 'off', name: '国庆节', basis, confirmed: true },
  { from: '2026-10-10', to: '2026-10-10', kind: 'work', name: '国庆节调休上班', basis, confirmed: true },
];
