/** A tiny county that is not 平罗: other units, other names of roles, a holiday of its own. */
import type { CountyData } from '../../contract/county.ts';
import { pingluo } from '../../county/pingluo/county.ts';
import type { SamplePerson } from '../../stack/sample-people.ts';

const holiday = {
  from: '2026-03-05',
  to: '2026-03-06',
  kind: 'off',
  name: '开渠节',
  basis: '青湾县人民政府通知（样例）',
  confirmed: true,
} as const;

export const qingwan: CountyData = {
  name: '青湾县',
  units: [
    { id: 'county-government', name: '青湾县人民政府', kind: 'county', parent: null },
    { id: 'social-affairs', name: '青湾县社会事务局', kind: 'department', parent: 'county-government' },
    { id: 'east', name: '东乡人民政府', kind: 'township', parent: 'county-government' },
    { id: 'west', name: '西乡人民政府', kind: 'township', parent: 'county-government' },
  ],
  authorities: {
    'civil-affairs': 'social-affairs',
    command: 'county-government',
    government: 'county-government',
    'social-organizations': 'social-affairs',
    'social-organization-party': 'county-government',
  },
  roleNames: { 受理: '综合窗口', 审核确认: '审批', 负责人: '主任' },
  calendar: { ...pingluo.calendar, version: 'qingwan-1', entries: [...pingluo.calendar.entries, holiday] },
  tableKeepers: [{ unit: 'social-affairs', role: '主任' }],
};

export const qingwanPeople: readonly SamplePerson[] = [
  { username: 'east-window', name: '东乡窗口', unit: 'east', roles: ['综合窗口'] },
  { username: 'east-visitor', name: '东乡调查', unit: 'east', roles: ['调查'] },
  { username: 'west-window', name: '西乡窗口', unit: 'west', roles: ['综合窗口'] },
  { username: 'approver', name: '局审批', unit: 'social-affairs', roles: ['审批'] },
  { username: 'director', name: '局主任', unit: 'social-affairs', roles: ['主任'] },
  { username: 'government', name: '县政府', unit: 'county-government', roles: ['督查'] },
];
