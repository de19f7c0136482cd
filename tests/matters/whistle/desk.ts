/** The people a whistle passes through, and how far one is led for a test. */
import type { ApiClient } from '../../../client/client.ts';
import { type CaseView, type ClockView, done, type Town } from '../../setup/desk.ts';
import { until } from '../../setup/until.ts';

export type WhistleDesk = Awaited<ReturnType<typeof whistleDeskOf>>;

let lanes = 0;

/** Each at a place of its own: the same matter at the same place is the same whistle. */
export const whistleForm = (over: Record<string, unknown> = {}) => ({
  type: '日常哨',
  source: { kind: '网格', reference: '网格-0012' },
  title: '占道堆放建筑垃圾',
  facts: '巷口堆放建筑垃圾约三立方米，影响消防通道。',
  place: { address: `城关镇民族巷${++lanes}号`, grid: '640221100-07' },
  photos: [],
  whyNot: '乡镇没有处罚权，多次劝导无效。',
  item: '配合履职事项第23项 建筑垃圾处置',
  asks: [{ unit: 'housing', what: '清运并依法处罚' }],
  ...over,
});

export async function whistleDeskOf(town: Town) {
  const [
    caller,
    principal,
    dutyLeader,
    dispatcher,
    commandHead,
    leader,
    inspector,
    police,
    housing,
    education,
  ] = (await Promise.all(
    [
      'chengguan-chuishao',
      'chengguan-fuze',
      'chengguan-zhiban',
      'diaodu',
      'zhihui',
      'fenguan',
      'xianducha',
      'police',
      'housing',
      'education',
    ].map(town.as),
  )) as [
    ApiClient,
    ApiClient,
    ApiClient,
    ApiClient,
    ApiClient,
    ApiClient,
    ApiClient,
    ApiClient,
    ApiClient,
    ApiClient,
  ];
  const departments: Record<string, ApiClient> = { police, housing, education };
  const of = (unit: string): ApiClient => {
    const found = departments[unit];
    if (!found) throw new Error(`nobody of ${unit}`);
    return found;
  };
  const view = async (caseNo: string): Promise<CaseView> => await inspector.get<CaseView>(`/cases/${caseNo}`);
  const open = async (caseNo: string): Promise<readonly string[]> =>
    (await view(caseNo)).acts.filter(({ kind }) => kind !== 'reply').map(({ key }) => key);
  const clocks = async (caseNo: string): Promise<readonly ClockView[]> =>
    (await inspector.get<{ items: readonly ClockView[] }>(`/cases/${caseNo}/clocks`)).items;
  const clock = async (caseNo: string, key: string): Promise<ClockView | undefined> =>
    (await clocks(caseNo)).find((one) => one.key === key);

  /** Waits until an act is open: on the whole stack a case sees by itself to what has fallen due. */
  const opens = async (caseNo: string, key: string): Promise<void> =>
    void (await until(
      () => open(caseNo),
      (keys) => keys.includes(key),
    ));

  const opened = async (over: Record<string, unknown> = {}): Promise<string> =>
    done(
      await caller.open(
        { matter: 'whistle', unit: 'chengguan', form: whistleForm(over) },
        crypto.randomUUID(),
      ),
    ).caseNo;
  const blown = async (over: Record<string, unknown> = {}): Promise<string> => {
    const caseNo = await opened(over);
    if (over['type'] === '应急哨') done(await dutyLeader.decide(caseNo, '应急吹哨', '吹哨'));
    else done(await principal.decide(caseNo, '乡镇审核', '吹哨'));
    return caseNo;
  };
  const dispatched = async (
    over: Record<string, unknown> = {},
    { lead = 'housing', helpers = [] as readonly string[] } = {},
  ): Promise<string> => {
    const caseNo = await blown(over);
    const form = { type: over['type'] ?? '日常哨', lead, helpers };
    done(await dispatcher.decide(caseNo, '分派', '派单', form));
    return caseNo;
  };
  const arrives = async (caseNo: string, unit: string, scope = `部门/${unit}`): Promise<void> => {
    done(
      await of(unit).decide(caseNo, `${scope}/报到`, '已报到', {
        place: '民族巷口',
        code: 'QD-88',
        roster: [{ name: '陈勇', post: '执法队员' }],
      }),
    );
  };
  const signs = async (caseNo: string, unit: string, scope = `部门/${unit}`): Promise<void> => {
    done(await of(unit).decide(caseNo, `${scope}/签收`, '签收'));
  };
  const feedback = {
    takenUpOn: town.today(),
    talkedWith: '业主张某、民族社区书记',
    measures: '已清运，立案一件。',
    solvedBy: town.today(),
    caseNumbers: ['平住建罚〔2026〕17号'],
    evidence: [],
  };
  const answers = async (caseNo: string, unit: string, act = `部门/${unit}/处置反馈`): Promise<void> => {
    done(await of(unit).decide(caseNo, act, '已处置', feedback));
  };
  /** 签收, 报到, 反馈. */
  const works = async (caseNo: string, unit: string): Promise<void> => {
    await signs(caseNo, unit);
    await arrives(caseNo, unit);
    await answers(caseNo, unit);
  };
  const objects = async (
    caseNo: string,
    unit: string,
    competent: string,
    scope = `部门/${unit}`,
  ): Promise<void> => {
    done(
      await of(unit).decide(caseNo, `${scope}/签收`, '退单', {
        item: '上级部门收回事项第5项',
        grounds: '三定规定未列该项职责',
        competent,
      }),
    );
  };
  return {
    caller,
    principal,
    dutyLeader,
    dispatcher,
    commandHead,
    leader,
    inspector,
    of,
    view,
    open,
    opens,
    clock,
    clocks,
    opened,
    blown,
    dispatched,
    signs,
    arrives,
    answers,
    works,
    objects,
    feedback,
  };
}
