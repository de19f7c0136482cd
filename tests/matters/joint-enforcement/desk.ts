/** What each unit does in a joint enforcement. */
import type { ApiClient } from '../../../client/client.ts';
import { done } from '../../setup/desk.ts';

export const callForm = (on: string, over: Record<string, unknown> = {}) => ({
  reason: '占道经营屡禁不止',
  on,
  place: '城关镇民族巷',
  target: '某建材经营部',
  units: [
    { unit: 'police', power: '治安管理处罚法第二十六条' },
    { unit: 'housing', power: '城市建筑垃圾管理规定第二十条' },
  ],
  ...over,
});

export const officers = [
  { name: '陈勇', licence: '宁B-0101' },
  { name: '李强', licence: '宁B-0102' },
];

/** 确认人员, 现场签到, 登记; with a case of its own where a number is given. */
export async function enforces(
  who: ApiClient,
  caseNo: string,
  unit: string,
  on: string,
  caseNumber?: string,
): Promise<void> {
  const at = (act: string): string => `执法/${unit}/${act}`;
  done(await who.decide(caseNo, at('确认执法人员'), '已确认', { officers }));
  done(await who.decide(caseNo, at('现场签到'), '已到场', { code: 'ZF-1', arrivedOn: on }));
  const found = { records: [], found: '查明属实' };
  if (caseNumber) done(await who.decide(caseNo, at('登记执法情况'), '已立案', { ...found, caseNumber }));
  else done(await who.decide(caseNo, at('登记执法情况'), '不予立案', found, '情节轻微'));
}
