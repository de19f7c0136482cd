/** 督查: every figure with the cases behind it, the month's work, and the same in the workbook. */
import { createHash } from 'node:crypto';
import type { ScheduleHandle } from '@temporalio/client';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../../client/client.ts';
import type { AssessedCases, Assessment, Supervision } from '../../contract/responses/supervision.ts';
import { monthAfter } from '../../db/periods.ts';
import { periodSchedule, schedulePeriods } from '../../delivery/period-schedule.ts';
import { type WhistleDesk, whistleDeskOf } from '../matters/whistle/desk.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: WhistleDesk;
let late: string;
let month: string;
let again: string;
let recurs: string;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await whistleDeskOf(stack);
  month = stack.today().slice(0, 7);
  late = await desk.dispatched({}, { lead: 'housing', helpers: ['police'] });
  await desk.works(late, 'police');
  const call = { kind: '12345热线', reference: 'R-7' };
  done(await desk.caller.submit(late, { type: 'supplement', fact: '并入哨源', data: call }));
  done(await desk.of('housing').submit(late, { type: 'claim', act: '部门/housing/签收' }));
  const place = { address: '城关镇复兴路1号' };
  const solved = await desk.dispatched({ place }, { lead: 'education' });
  await desk.works(solved, 'education');
  done(await desk.caller.decide(solved, '乡镇确认', '通过'));
  done(await desk.caller.decide(solved, '群众回访', '已回访', { answer: '基本满意', solved: '已解决' }));
  const marks = { justified: 40, materials: 20, firstSteps: 18, cooperation: 20 };
  const scores = { arrival: 25, people: 15, effort: 28, effect: 30 };
  done(await desk.of('education').decide(solved, '评价乡镇/education/部门评价乡镇', '已评价', marks));
  done(await desk.caller.decide(solved, '评价部门/education/乡镇评价部门', '已评价', scores));
  await stack.advance('P10D');
  again = await desk.opened({ place });
  recurs = solved;
  await desk.signs(late, 'housing');
  await desk.dispatched({}, { lead: 'education' });
});
afterAll(async () => await stack.close());

const assessed = async (who: ApiClient, period: string): Promise<Assessment> =>
  await who.get<Assessment>(`/supervision/periods/${period}`);
const figures = async (who: ApiClient, of = ''): Promise<Supervision> =>
  await who.get<Supervision>(`/supervision${of}`);
const listed = async (who: ApiClient, query: Record<string, string>): Promise<readonly string[]> =>
  (
    await who.get<{ items: { caseNo: string; key: string }[] }>(`/acts?${new URLSearchParams(query)}`)
  ).items.map(({ caseNo, key }) => `${caseNo} ${key}`);

test('现在超期的：按事项、单位、环节、人员；每个数字背后的办件点得开', async () => {
  const arrival = ({ now }: Supervision) => now.find(({ by, step }) => by === 'step' && step === '报到');
  expect(arrival(await figures(desk.inspector))).toMatchObject({ open: 1, overdue: 0 });
  await stack.advance('P7D');
  /** Each figure beside what its list holds; cases decide what has fallen due one after the other. */
  const besideLists = async () => {
    const seen = await figures(desk.inspector);
    const rows = await Promise.all(
      seen.now.map(async ({ name, open, overdue, atRisk, ...row }) => {
        const query: Record<string, string> = {};
        for (const field of ['matter', 'unit', 'step', 'person'] as const) {
          const value = row[field];
          if (value !== null) query[field] = value;
        }
        const count = async (over: Record<string, string> = {}) =>
          (await listed(desk.inspector, { ...query, ...over })).length;
        return {
          said: [name, open, overdue, atRisk],
          listed: [name, await count(), await count({ late: 'overdue' }), await count({ late: 'risk' })],
        };
      }),
    );
    return { seen, rows };
  };
  const { seen, rows } = await until(besideLists, (now) =>
    now.rows.every(({ said, listed: of }) => JSON.stringify(said) === JSON.stringify(of)),
  );
  expect(rows.length).toBeGreaterThan(3);
  expect(arrival(seen)).toMatchObject({ name: '乡镇吹哨、部门报到·报到', overdue: 1 });
  expect(seen.now.find(({ by, unit }) => by === 'unit' && unit === 'housing')?.name).toBe(
    '县住房和城乡建设局',
  );
  expect(await listed(desk.inspector, { late: 'overdue', unit: 'housing', step: '报到' })).toEqual([
    `${late} 部门/housing/报到`,
  ]);
});

test('超期的办件写明经由谁：逾期的单位若在时限内办结，整件是否按期', async () => {
  const caseNo = await desk.dispatched({}, { lead: 'housing', helpers: ['police'] });
  const of = async () => (await desk.inspector.get<{ items: unknown[] }>(`/cases/${caseNo}/lateness`)).items;
  expect(await of()).toEqual([]);
  await desk.works(caseNo, 'police');
  await stack.advance('P16D');
  expect(await of()).toEqual([{ unit: 'housing', late: ['部门/housing/签收'], inTime: null }]);
  await desk.works(caseNo, 'housing');
  done(await desk.caller.decide(caseNo, '乡镇确认', '通过'));
  expect(await of()).toMatchObject([
    { unit: 'housing', late: ['部门/housing/签收', '部门/housing/处置反馈'], inTime: true },
  ]);
  expect((await desk.of('police').call('GET', `/cases/${caseNo}/lateness`)).status).toBe(404);
});

test('只算所辖的：部门负责人看本单位的环节，没有所辖的看不到', async () => {
  const head = await stack.as('housing-fuze');
  expect(new Set((await figures(head)).now.map(({ unit }) => unit).filter(Boolean))).toEqual(
    new Set(['housing']),
  );
  expect((await figures(desk.of('police'))).now).toEqual([]);
  expect((await figures(await stack.as('baofeng-fuze'))).now).toEqual([]);
});

test('当月办结的：按时率是按时的除以有时限的；逾期签收的不算按时；样本小的合并', async () => {
  const of = (await figures(desk.inspector, `?month=${month}`)).done;
  const step = (name: string) => of.find((row) => row.by === 'matter' && row.name === name);
  const whole = step('乡镇吹哨、部门报到');
  const { path } = await desk.view(late);
  expect(whole?.decided).toBeGreaterThanOrEqual(path.length);
  expect(whole?.limited).toBeGreaterThan(whole?.onTime ?? 0);
  expect(whole?.rate).toBeCloseTo((whole?.onTime ?? 0) / (whole?.limited ?? 1), 4);
  expect(of.filter(({ by }) => by === 'step').at(-1)?.name).toContain('合并计算');
  const sums = (['matter', 'unit', 'step'] as const).map((by) =>
    of.filter((row) => row.by === by).reduce((sum, { decided }) => sum + decided, 0),
  );
  expect(new Set(sums).size).toBe(1);
  expect((await figures(desk.inspector, '?month=2020-01')).done).toEqual([]);
});

test('当月办结的每个数字点得到环节：与统计一致，逾期的单列；不是所辖的看不到；一页一百件', async () => {
  type Page = {
    items: { caseNo: string; unit: string; at: number; dueAt: number | null }[];
    cursor: string | null;
  };
  const decided = async (who: ApiClient, query: Record<string, string>) =>
    await who.get<Page>(`/supervision/decided?${new URLSearchParams({ period: month, ...query })}`);
  const { done: counted } = await figures(desk.inspector, `?month=${month}`);
  const seen = counted.filter(({ by, unit }) => by === 'unit' && unit !== null);
  expect(seen.length).toBeGreaterThan(0);
  for (const { unit, decided: count, limited, onTime } of seen) {
    const of = { unit: unit ?? '' };
    expect((await decided(desk.inspector, of)).items).toHaveLength(count);
    const late = (await decided(desk.inspector, { ...of, only: 'late' })).items;
    expect(late).toHaveLength(limited - onTime);
    expect(late.every(({ at, dueAt }) => dueAt !== null && at >= dueAt)).toBe(true);
    expect((await decided(desk.inspector, { ...of, only: 'inTime' })).items).toHaveLength(onTime);
  }
  expect((await decided(desk.of('education'), {})).items).toEqual([]);
  const own = (await decided(await stack.as('housing-fuze'), {})).items;
  expect(new Set(own.map(({ unit }) => unit))).toEqual(new Set(['housing']));
  const arrivals = (await decided(desk.inspector, { step: '报到', matter: 'whistle' })).items;
  expect(arrivals.map(({ at }) => at)).toEqual(arrivals.map(({ at }) => at).toSorted((a, b) => b - a));
  const wrong = await desk.inspector.call('GET', '/supervision/decided?cursor=abc');
  expect(wrong).toMatchObject({ status: 422, body: { code: 'CURSOR_INVALID' } });
});

test('时间去向：各月记入的分钟之和，等于各办件责任账的分钟之和', async () => {
  const { items } = await desk.inspector.get<{ items: { caseNo: string }[] }>('/cases');
  // An entry at this moment: nothing is still running that no month has been given yet.
  for (const { caseNo } of items) {
    const [act] = await desk.open(caseNo);
    if (act) done(await desk.inspector.submit(caseNo, { type: 'urge', act, opinion: '请抓紧' }));
  }
  let [counted, borne, rounded] = [0, 0, 0];
  for (const one of new Set([month, stack.today().slice(0, 7)]))
    for (const { minutes } of (await figures(desk.inspector, `?month=${one}`)).days) {
      counted += minutes;
      rounded++;
    }
  for (const { caseNo } of items) {
    borne += (await desk.view(caseNo)).responsibility.totalMinutes;
    rounded++;
  }
  expect(counted).toBeGreaterThan(1_000);
  expect(Math.abs(counted - borne)).toBeLessThanOrEqual(rounded);
});

test('年月写错的说明；报表与所见相同', async () => {
  expect(await desk.inspector.call('GET', '/supervision?month=2026-13')).toMatchObject({ status: 422 });
  const seen = await figures(desk.inspector);
  const response = await stack.http('/api/v1/supervision.xlsx', {
    headers: { authorization: `Bearer ${desk.inspector.token}` },
  });
  expect(response.status).toBe(200);
  const file = Buffer.from(await response.arrayBuffer());
  const rows = await readSheet(file, '在办');
  expect(rows.slice(1).map(([, name, open, overdue]) => [name, open, overdue])).toEqual(
    seen.now.map(({ name, open, overdue }) => [name, open, overdue]),
  );
  const rates = await readSheet(file, '按时办结');
  expect(rates.slice(1).map(([, name, decided]) => [name, decided])).toEqual(
    seen.done.map(({ name, decided }) => [name, decided]),
  );
});

test('督查关注：与测算不一致的决定，列给所辖的督查，不列给别的乡镇', async () => {
  const living = await deskOf(stack);
  const caseNo = await living.confirming();
  done(await living.head.decide(caseNo, '审核确认', '不同意', { reasons: ['邻里反映家境较好'] }));
  const listed = async (who: Pick<Desk['inspector'], 'get'>) =>
    (await who.get<{ items: { caseNo: string; why: string }[] }>('/supervision/attention')).items;
  expect(await listed(living.inspector)).toMatchObject([{ caseNo, why: '测算符合条件而不同意' }]);
  expect(await listed(await stack.as('baofeng-fuze'))).toEqual([]);
  const sample = living.application();
  const other = await living.investigated({
    ...sample,
    income: sample.income.map((line) => ({ ...line, amountFen: 600_000 })),
  });
  done(await living.reviewer.decide(other, '初审', '拟同意', { despite: '负担重病医疗费' }));
  await living.posted(other);
  await stack.advance('P12D');
  await living.opensAct(other, '审核确认');
  const despite = { reason: '扣除重病医疗费后生活困难', monthlyFen: 15_000 };
  done(await living.head.decide(other, '审核确认', '同意', { despite }));
  expect(await listed(living.inspector)).toMatchObject([
    { caseNo: other, why: '测算不符合条件而同意' },
    { caseNo, why: '测算符合条件而不同意' },
  ]);
});

test('六十日内复发的：新的一哨写明原哨，列入督查关注', async () => {
  expect((await desk.view(again)).labels).toMatchObject({ 复发: recurs });
  const { items } = await desk.inspector.get<{ items: { caseNo: string; why: string }[] }>(
    '/supervision/attention',
  );
  expect(items.find(({ caseNo }) => caseNo === again)?.why).toContain(`${recurs}复发`);
});

test('督查按登记的乡镇：不管环节在哪个单位手里；数字点得到办件', async () => {
  const { items } = await desk.inspector.get<{ items: { from: string; name: string; open: number }[] }>(
    '/supervision/origins',
  );
  const township = items.find(({ from }) => from === 'chengguan');
  expect(township).toMatchObject({ name: '城关镇人民政府' });
  const listed = await desk.inspector.get<{ items: { caseNo: string; unit: string }[] }>(
    '/acts?from=chengguan&limit=100',
  );
  expect(listed.items).toHaveLength(township?.open ?? -1);
  expect(listed.items.some(({ unit }) => unit !== 'chengguan')).toBe(true);
  expect((await desk.inspector.get<{ items: object[] }>('/acts?from=no')).items).toEqual([]);
});

/** Runs the schedule until the month is frozen: as it comes round every day, one run that came to nothing is no loss. */
async function frozenBy(schedule: ScheduleHandle, period: string): Promise<Assessment> {
  for (let tries = 0; ; tries++) {
    await schedule.trigger('BUFFER_ONE');
    try {
      return await until(
        () => assessed(desk.inspector, period),
        ({ sha256 }) => sha256 !== null,
        15_000,
      );
    } catch (error) {
      if (tries < 8) continue;
      const { info } = await schedule.describe();
      throw new Error(`${String(error)} ${JSON.stringify(info)}`);
    }
  }
}

test('考核：次月十日之后由月度计划冻结，每项指标附公式；再运行一次，一字不差', {
  timeout: 180_000,
}, async () => {
  const { client, workflowPrefix } = stack.context.dispatcher;
  await schedulePeriods(stack.context.dispatcher);
  await schedulePeriods(stack.context.dispatcher);
  expect(await assessed(desk.inspector, month)).toMatchObject({ sha256: null });
  const bytes = (period: string) =>
    stack.http(`/api/v1/supervision/periods/${period}/frozen`, {
      headers: { authorization: `Bearer ${desk.inspector.token}` },
    });
  expect((await bytes(month)).status).toBe(404);
  while (stack.today() < `${monthAfter(month)}-12`) await stack.advance('P10D');
  const schedule = client.schedule.getHandle(periodSchedule(workflowPrefix));
  const frozen = await frozenBy(schedule, month);
  const { metrics, scores } = frozen;
  const rateOf = (name: string, of: string) =>
    metrics.find(({ metric, unit }) => metric === name && unit === of);
  expect(rateOf('按时签收率', 'police')).toMatchObject({
    matter: 'whistle',
    title: '乡镇吹哨、部门报到',
    name: '县公安局',
    formula: '按时签收或者退单 ÷ 应当签收',
    rate: 1,
  });
  expect(rateOf('有效吹哨率', 'chengguan')?.rate).toBe(1);
  // Passed at once, but come up again; the one visit was in time, solved, and rather satisfied: 100 × (0.2 + 0.4 + 0.24).
  expect(rateOf('一次解决率', 'chengguan')).toMatchObject({ counted: 1, among: 2, rate: 0.5 });
  expect(rateOf('复发率', 'education')).toMatchObject({ counted: 1, among: 2 });
  // Seven tenths of the one visit are the department's, three the township's.
  expect(rateOf('满意率', 'education')).toMatchObject({ counted: 0, among: 0.7, rate: 0 });
  expect(rateOf('解决率', 'chengguan')).toMatchObject({ counted: 0.3, among: 0.3, rate: 1, small: true });
  expect(scores).toMatchObject([
    { score: '三率综合分', unit: 'chengguan', points: 84, small: true, group: '乡镇', rank: null },
    { score: '三率综合分', unit: 'education', points: 84, small: true, group: '部门', rank: null },
  ]);
  expect(rateOf('乡镇评价得分率', 'education')).toMatchObject({ counted: 0.98, among: 1, rate: 0.98 });
  expect(rateOf('部门评价得分率', 'chengguan')).toMatchObject({ counted: 0.98, among: 1 });
  expect(rateOf('重复诉求率', 'chengguan')).toMatchObject({ counted: 2 });
  const ofLead = metrics.find(({ metric, of }) => metric === '一次解决率' && of === 'lead');
  expect(ofLead).toMatchObject({ unit: 'education', counted: 1, among: 2 });
  // In time at every step so far: police all of it; housing signed late.
  expect(rateOf('部门响应率', 'police')?.rate).toBe(1);
  expect(rateOf('部门响应率', 'housing')?.rate).toBeLessThan(1);
  const small = metrics.filter(({ metric }) => metric === '按时签收率');
  expect(small.find(({ unit }) => unit === null)).toMatchObject({ small: true, name: '样本不足的合并' });
  expect(metrics.some(({ metric }) => metric === '吹哨率')).toBe(false);
  const first = Buffer.from(await (await bytes(month)).arrayBuffer());
  expect(createHash('sha256').update(first).digest('hex')).toBe(frozen.sha256);
  const { counts } = JSON.parse(first.toString()) as { counts: { step: string; said: unknown }[] };
  const brought = counts.filter(({ step }) => ['登记', '并入哨源'].includes(step)).map(({ said }) => said);
  expect(brought).toEqual(expect.arrayContaining([{ 'source.kind': '网格' }, { kind: '12345热线' }]));
  await stack.context.sql`delete from frozen_period`;
  expect((await frozenBy(schedule, month)).sha256).toBe(frozen.sha256);
  expect(Buffer.from(await (await bytes(month)).arrayBuffer()).equals(first)).toBe(true);
  expect(await desk.inspector.get('/supervision/periods')).toEqual({ items: [month] });
});

test('考核的每个数字点得到它的办件：各件计入的加起来就是分子、分母；不归自己的不给看', async () => {
  const { metrics } = await assessed(desk.inspector, month);
  const casesOf = async (who: ApiClient, { matter, metric, of, unit }: Assessment['metrics'][number]) => {
    const asked = new URLSearchParams({ matter, metric, of, unit: unit ?? '' });
    return await who.call<AssessedCases>('GET', `/supervision/periods/${month}/cases?${asked}`);
  };
  const sum = (numbers: readonly number[]) => Number(numbers.reduce((a, b) => a + b, 0).toFixed(2));
  const own = metrics.filter(({ unit }) => unit !== null);
  expect(own.length).toBeGreaterThan(20);
  for (const figure of own) {
    const { items } = (await casesOf(desk.inspector, figure)).body;
    const name = `${figure.metric} ${figure.of} ${figure.name}`;
    const { counted, among } = figure;
    expect({ name, counted: sum(items.map((one) => one.counted)) }).toEqual({ name, counted });
    if (items.every((one) => one.among !== null))
      expect({ name, among: sum(items.map((one) => one.among ?? 0)) }).toEqual({ name, among });
  }
  const again = own.find(({ metric, unit }) => metric === '复发率' && unit === 'education');
  if (!again) throw new Error('nothing has come up again');
  const { items } = (await casesOf(desk.inspector, again)).body;
  expect(items.filter(({ counted }) => counted > 0).map(({ caseNo }) => caseNo)).toEqual([recurs]);
  expect((await casesOf(desk.of('education'), again)).status).toBe(200);
  expect((await casesOf(desk.of('police'), again)).body).toMatchObject({ code: 'FORBIDDEN' });
  expect((await casesOf(desk.inspector, { ...again, metric: '没有的' })).body).toMatchObject({
    code: 'NOT_FOUND',
    detail: expect.stringContaining('没有这项指标'),
  });
});

test('考核只给所辖的：事项的主管单位看全部，各单位看自己的；原文只给县督查；还没有开始的说明', async () => {
  const names = async (who: ApiClient) => [
    ...new Set((await assessed(who, month)).metrics.map(({ matter, name }) => `${matter} ${name}`)),
  ];
  expect(await names(desk.dispatcher)).toEqual(
    (await names(desk.inspector)).filter((name) => name.startsWith('whistle ')),
  );
  expect(await names(desk.principal)).toEqual(
    (await names(desk.inspector)).filter((name) => name.endsWith('城关镇人民政府')),
  );
  expect(await names(desk.of('police'))).toEqual(['whistle 县公安局']);
  expect((await desk.dispatcher.call('GET', `/supervision/periods/${month}/frozen`)).status).toBe(403);
  const later = await desk.inspector.call('GET', '/supervision/periods/2099-01');
  expect(later).toMatchObject({ status: 404, body: { detail: '2099-01还没有开始。请选当月或者以前的。' } });
});

test('年度考核：乡镇评价按权重折算，样本不足的按合并的得分率；工作簿与所见相同，附公式', async () => {
  const year = month.slice(0, 4);
  const figures = await assessed(desk.inspector, year);
  expect(figures.scores.find(({ score }) => score === '乡镇评价折算分')).toMatchObject({
    unit: 'education',
    formula: '100 ×（0.3 × 乡镇评价得分率）',
    points: 29.4,
    small: true,
  });
  const response = await stack.http(`/api/v1/supervision/periods/${year}/figures.xlsx`, {
    headers: { authorization: `Bearer ${desk.inspector.token}` },
  });
  const file = Buffer.from(await response.arrayBuffer());
  expect(
    (await readSheet(file, '综合分')).slice(1).map(([score, , name, , points]) => [score, name, points]),
  ).toEqual(figures.scores.map(({ score, name, points }) => [score, name, points]));
  const said = (await readSheet(file, '公式')).map(([, name, formula]) => `${name}：${formula}`);
  expect(said).toContain('重复诉求率：（并入的哨源 + 复发）÷（吹哨单 + 并入的哨源）');
});
