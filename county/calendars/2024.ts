/** 2024年放假和调休安排。 */
import type { CalendarEntry } from '../../contract/calendar.ts';

const basis = '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）';

export const calendar2024: readonly CalendarEntry[] = [
  { from: '2024-01-01', to: '2024-01-01', kind: 'off', name: '元旦', basis, confirmed: true },
  { from: '2024-02-04', to: '2024-02-04', kind: 'work', name: '春节调休上班', basis, confirmed: true },
  { from: '2024-02-10', to: '2024-02-17', kind: 'off', name: '春节', basis, confirmed: true },
  { from: '2024-02-18', to: '2024-02-18', kind: 'work', name: '春节调休上班', basis, confirmed: true },
  { from: '2024-04-04', to: '2024-04-06', kind: 'off', name: '清明节', basis, confirmed: true },
  { from: '2024-04-07', to: '2024-04-07', kind: 'work', name: '清明节调休上班', basis, confirmed: true },
  { from: '2024-04-28', to: '2024-04-28', kind: 'work', name: '劳动节调休上班', basis, confirmed: true },
  { from: '2024-05-01', to: '2024-05-05', kind: 'off', name: '劳动节', basis, confirmed: true },
  { from: '2024-05-11', to: '2024-05-11', kind: 'work', name: '劳动节调休上班', basis, confirmed: true },
  { from: '2024-06-10', to: '2024-06-10', kind: 'off', name: '端午节', basis, confirmed: true },
  { from: '2024-09-14', to: '2024-09-14', kind: 'work', name: '中秋节调休上班', basis, confirmed: true },
  { from: '2024-09-15', to: '2024-09-17', kind: 'off', name: '中秋节', basis, confirmed: true },
  { from: '2024-09-29', to: '2024-09-29', kind: 'work', name: '国庆节调休上班', basis, confirmed: true },
  { from: '2024-10-01', to: '2024-10-07', kind: 'off', name: '国庆节', basis, confirmed: true },
  { from: '2024-10-12', to: '2024-10-12', kind: 'work', name: '国庆节调休上班', basis, confirmed: true },
];
