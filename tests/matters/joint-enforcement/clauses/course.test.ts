/** 联合执法, clause by clause. The engine alone. */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { ApiClient } from '../../../../client/client.ts';
import { type CaseView, done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';
import { callForm, enforces, officers } from '../desk.ts';

let town: MemoryTown;
let [convener, police, housing]: ApiClient[] = [];
let caseNo: string;
const open = async (over: Record<string, unknown> = {}) =>
  await (convener as ApiClient).open(
    { matter: 'joint-enforcement', unit: 'chengguan', form: callForm(town.today(), over) },
    randomUUID(),
  );
beforeEach(async () => {
  town = await memoryTown();
  [convener, police, housing] = await Promise.all(['chengguan-chuishao', 'police', 'housing'].map(town.as));
  caseNo = done(await open()).caseNo;
});

const view = async (): Promise<CaseView> =>
  await (await town.as('xianducha')).get<CaseView>(`/cases/${caseNo}`);

test('第四十二条：执法人员不得少于两人，执法证号各不相同', async () => {
  const act = '执法/police/确认执法人员';
  const one = await police?.decide(caseNo, act, '已确认', { officers: officers.slice(0, 1) });
  expect(one?.body).toMatchObject({ code: 'FORM_INVALID', fields: [{ field: 'officers' }] });
  const same = await police?.decide(caseNo, act, '已确认', { officers: [officers[0], officers[0]] });
  expect(same?.body).toMatchObject({ fields: [{ text: '执法证号不能重复' }] });
  expect((await police?.decide(caseNo, act, '已确认', { officers }))?.status).toBe(200);
});

test('第五十四条：各单位在各自职权内立案，案号记在联合执法里，不予立案的说明理由', async () => {
  await enforces(police as ApiClient, caseNo, 'police', town.today(), '平公（治）行罚〔2026〕31号');
  const act = '执法/housing/登记执法情况';
  done(await (housing as ApiClient).decide(caseNo, '执法/housing/确认执法人员', '已确认', { officers }));
  done(
    await (housing as ApiClient).decide(caseNo, '执法/housing/现场签到', '已到场', {
      code: 'ZF-1',
      arrivedOn: town.today(),
    }),
  );
  const silent = await housing?.decide(caseNo, act, '不予立案', { records: [], found: '已自行清理' }, '');
  expect(silent?.body).toMatchObject({ code: 'OPINION_REQUIRED' });
  done(
    await (housing as ApiClient).decide(
      caseNo,
      act,
      '不予立案',
      { records: [], found: '已自行清理' },
      '情节轻微',
    ),
  );
  done(await (convener as ApiClient).decide(caseNo, '汇总结果', '已汇总', { result: '处罚一家' }));
  expect((await view()).result).toMatchObject({
    outcome: '联合执法完成',
    detail: { result: '处罚一家', cases: [{ unit: 'police', caseNumber: '平公（治）行罚〔2026〕31号' }] },
  });
});

test('第五十五条：确认人员之后现场签到，签到之后登记', async () => {
  expect((await view()).acts.map(({ key }) => key)).toEqual([
    '执法/police/确认执法人员',
    '执法/housing/确认执法人员',
  ]);
  done(await (police as ApiClient).decide(caseNo, '执法/police/确认执法人员', '已确认', { officers }));
  expect((await view()).acts.map(({ key }) => key)).toContain('执法/police/现场签到');
});

test('联合执法至少两个单位；召集单位可以取消', async () => {
  const alone = await open({ units: [{ unit: 'police', power: '治安管理处罚法' }] });
  expect(alone.body).toMatchObject({ code: 'FORM_INVALID', fields: [{ field: 'units' }] });
  done(
    await (convener as ApiClient).submit(caseNo, { type: 'terminate', reason: '取消召集', opinion: '改期' }),
  );
  expect((await view()).outcome).toBe('取消联合执法');
});
