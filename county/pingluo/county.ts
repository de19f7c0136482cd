/** 平罗县 as data. */
import type { CountyData } from '../../contract/county.ts';
import { countyCalendar } from './calendar.ts';
import { bureau, command, government, partyWork, units } from './units.ts';

export const pingluo: CountyData = {
  name: '平罗县',
  units,
  authorities: {
    'civil-affairs': bureau,
    command,
    government,
    'social-organizations': bureau,
    'social-organization-party': partyWork,
  },
  roleNames: {},
  calendar: countyCalendar,
  tableKeepers: [{ unit: bureau, role: '负责人' }],
};
