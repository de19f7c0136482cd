/** 2025年放假和调休安排。 */
import type { CalendarEntry } from '../../contract/calendar.ts';

const basis = '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）';

export const calendar2025: readonly CalendarEntry[] = [
  { from: '2025-01-01', to: '2025-01-01', kind: 'off', name: '元旦', basis, confirmed: true },
  { from: '2025-01-26', to: '2025-01-26', kind: 'work', name: '春节调休上班', basis, confirmed: true },
  { from: '2025-01-28', to: '2025-02-04', kind: 'off', name: '春节', basis, confirmed: true },
  { from: '2025-02-08', to: '2025-02-08', kind: 'work', name: '春节调休上班', basis, confirmed: true },
  { from: '2025-04-04', to: '2025-04-06', kind: 'off', name: '清明节', basis, confirmed: true },
  { from: '2025-04-27', to: '2025-04-27', kind: 'work', name: '劳动节调休上班', basis, confirmed: true },
  { from: '2025-05-01', to: '2025-05-05', kind: 'off', name: '劳动节', basis, confirmed: true },
  { from: '2025-05-31', to: '2025-06-02', kind: 'off', name: '端午节', basis, confirmed: true },
  { from: '2025-09-28', to: '2025-09-28', kind: 'work', name: '国庆节调休上班', basis, confirmed: true },
  { from: '2025-10-01', to: '2025-10-05', kind: 'off', name: '国庆节', basis, confirmed: true },
  { from: '2025-10-06', to: '2025-10-06', kind: 'off', name: '中秋节', basis, confirmed: true },
  { from: '2025-10-07', to: '2025-10-08', kind: 'off', name: '国庆节', basis, confirmed: true },
  { from: '2025-10-11', to: '2025-10-11', kind: 'work', name: '国庆节调休上班', basis, confirmed: true },
];
