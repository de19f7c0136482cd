/**
 * Whistles: one to twelve departments, act by act, against decisions of 低保 in the same run; what a department and a
 * supervisor look at with a county's worth of them under way; and freezing a month of 20,000.
 */
import { Client, Connection } from '@temporalio/client';
import type { ApiClient } from '../client/client.ts';
import { workflowIdOf } from '../contract/names.ts';
import { loadCounty } from '../county/load.ts';
import { departments } from '../county/pingluo/units.ts';
import { connect, type Sql } from '../db/connect.ts';
import { periodActivities } from '../delivery/periods.ts';
import { dateOf, dayMs } from '../engine/clock/time.ts';
import type { LocalStack } from '../stack/local-stack.ts';
import { visitForm } from '../stack/sample-application.ts';
import { signInSample } from '../stack/sample-people.ts';
import { acceptedCases, type Offices, officesOf } from './commands.ts';
import { type Figure, figure, inTurn, measure, median, ms, ratioFigure, type Timing } from './measure.ts';

const whistles = 12;
const lanes = 8;
/** Rounds: in each, as many departments' work as falls to it, and decisions of 低保. */
const turns = 9;
const plainEach = 3;
const called = Object.keys(departments).slice(0, 12);
const frozenWhistles = 20_000;
const liveActs = 500_000;

type Whistled = {
  /** What falls to one round: each department's 签收, 报到 and 反馈. */
  readonly round: (turn: number) => Promise<Timing>;
  /** Once all rounds are done. */
  readonly eventsPerAct: () => Promise<number>;
};

/** `whistles` whistles, handed out to their departments. */
async function dispatched(stack: LocalStack): Promise<Whistled> {
  const sign = (username: string): Promise<ApiClient> =>
    signInSample((path, init) => fetch(stack.address + path, init), username);
  const [caller, principal, dispatcher] = (await Promise.all(
    ['chengguan-chuishao', 'chengguan-fuze', 'diaodu'].map(sign),
  )) as [ApiClient, ApiClient, ApiClient];
  const people = new Map(await Promise.all(called.map(async (unit) => [unit, await sign(unit)] as const)));
  const decide = async (by: ApiClient, caseNo: string, act: string, outcome: string, form?: unknown) => {
    const { status, body } = await by.decide(caseNo, act, outcome, form);
    if (status !== 200) throw new Error(`${act}：${JSON.stringify(body)}`);
  };
  const today = dateOf((await caller.get<{ now: number }>('/clock')).now);
  const numbers: string[] = [];
  for (let n = 0; n < whistles; n++) {
    const form = {
      type: '日常哨',
      source: { kind: '网格' },
      title: `测量${n}`,
      facts: '样例',
      place: { address: `测量路${n}号` },
      photos: [],
      whyNot: '样例',
      item: '样例',
      asks: [{ unit: called[0], what: '样例' }],
    };
    const { body } = await caller.open({ matter: 'whistle', unit: 'chengguan', form }, crypto.randomUUID());
    numbers.push(body.caseNo);
    await decide(principal, body.caseNo, '乡镇审核', '吹哨');
    const [lead, ...helpers] = called;
    await decide(dispatcher, body.caseNo, '分派', '派单', { type: '日常哨', lead, helpers });
  }
  const steps = [
    ['签收', '签收', undefined],
    ['报到', '已报到', { place: '现场', code: 'QD', roster: [{ name: '甲', post: '队员' }] }],
    [
      '处置反馈',
      '已处置',
      {
        takenUpOn: today,
        talkedWith: '样例',
        measures: '样例',
        solvedBy: today,
        caseNumbers: [],
        evidence: [],
      },
    ],
  ] as const;
  // A department's own steps follow one another; different departments and whistles go side by side.
  const tasks = numbers.flatMap((caseNo) => called.map((unit) => ({ caseNo, unit })));
  const perLane = tasks.length / (lanes * turns);
  return {
    round: async (turn) =>
      await measure(lanes, perLane * steps.length, async (lane, i) => {
        const task = tasks[(turn * perLane + Math.floor(i / steps.length)) * lanes + lane];
        const [act, outcome, form] = steps[i % steps.length] as (typeof steps)[number];
        const by = task && people.get(task.unit);
        if (!by) throw new Error(`no task for lane ${lane}`);
        await decide(by, task.caseNo, `部门/${task.unit}/${act}`, outcome, form);
      }),
    async eventsPerAct() {
      const connection = await Connection.connect({ address: stack.settings.TEMPORAL_ADDRESS });
      const client = new Client({ connection });
      let events = 0;
      for (const caseNo of numbers) {
        const id = workflowIdOf(stack.settings.YIMEN_WORKFLOW_PREFIX, 'whistle', caseNo);
        const { raw } = await client.workflow.getHandle(id).describe();
        events += Number(raw.workflowExecutionInfo?.historyLength ?? 0);
      }
      await connection.close();
      return events / (whistles * (called.length * steps.length + 2));
    },
  };
}

/** 入户调查 of a case of 低保 each, as many in each round. */
async function visited(desks: Offices): Promise<(turn: number) => Promise<Timing>> {
  const perRound = lanes * plainEach;
  const cases = await acceptedCases(desks, perRound * turns);
  return async (turn) =>
    await measure(lanes, plainEach, async (lane, i) => {
      const caseNo = cases[turn * perRound + i * lanes + lane] ?? '';
      const { status, body } = await desks.visitor.decide(
        caseNo,
        '入户调查',
        '已调查',
        visitForm(desks.today),
      );
      if (status !== 200) throw new Error(JSON.stringify(body));
    });
}

async function seedLive(sql: Sql): Promise<void> {
  await sql`
    insert into case_head (case_no, matter, version, seq, at, state, stage, outcome, unit, opened_at, accepted_at, due_at, risk_at, labels, troubles, applicant)
    select 'YY2020' || lpad(n::text, 9, '0'), 'whistle', 1, 5, 1577836800000 + n, 'open', '签收', null, 'chengguan',
      1577836800000 + n, 1577836800000 + n, 1893456000000 + n, 1893456000000, '{}', '[]', ''
    from generate_series(1, ${liveActs}::int) n`;
  await sql`
    insert into open_act (case_no, key, matter, name, kind, unit, role, assignee, round, opened_at, due_at, risk_at)
    select 'YY2020' || lpad(n::text, 9, '0'), '部门/x/签收', 'whistle', '签收', 'decide',
      case when n % 500 = 0 then 'police' else 'dep' || n % 500 end, '经办', null, 1, 1577836800000 + n,
      1893456000000 + n, 1893456000000
    from generate_series(1, ${liveActs}::int) n`;
  await sql`vacuum analyze case_head, open_act`;
}

async function seedMonth(sql: Sql): Promise<void> {
  await sql`
    insert into case_head (case_no, matter, version, seq, at, state, stage, outcome, unit, opened_at, labels, troubles, applicant)
    select 'XX2019' || lpad(n::text, 9, '0'), 'whistle', 1, 20, 1575158400000, 'closed', '销号', '销号', 'chengguan', 1575158400000, '{}', '[]', ''
    from generate_series(1, ${frozenWhistles}::int) n`;
  await sql`
    insert into entry (case_no, seq, at, wall, command_id, command_hash, actor, process_version, calendar_version, rule_versions, event, derived)
    select 'XX2019' || lpad(n::text, 9, '0'), s, 1575158400000 + s * 3600000::bigint, 0, 'x' || n || '/' || s, '', '{"kind":"clock"}', 1, '1', '{}',
      jsonb_build_object('type', 'decided', 'act', '签收', 'outcome', '签收', 'account',
        jsonb_build_object('name', '签收', 'unit', 'dep' || n % 60, 'role', '经办', 'opened', 1575158400000, 'due', 1575158400000 + 5 * 3600000)),
      jsonb_build_object('bearer', jsonb_build_object('party', jsonb_build_object('kind', 'office', 'unit', 'dep' || n % 60, 'role', '经办')))
    from generate_series(1, ${frozenWhistles}::int) n cross join generate_series(1, 20) s`;
  await sql`vacuum analyze entry`;
}

export async function whistlesBench(
  stack: LocalStack,
): Promise<{ figures: readonly Figure[]; raw: unknown }> {
  const sql = connect(stack.settings.DATABASE_URL, 'yimen-bench', 2);
  const county = await loadCounty('pingluo');
  try {
    const desks = await officesOf(stack);
    const [{ round, eventsPerAct: counted }, visits] = [await dispatched(stack), await visited(desks)];
    const timed = { whistles: [] as Timing[], plain: [] as Timing[] };
    for (let turn = 0; turn < turns; turn++)
      for (const who of inTurn(['whistles', 'plain'] as const, turn))
        timed[who].push(await (who === 'whistles' ? round(turn) : visits(turn)));
    const eventsPerAct = await counted();
    await seedLive(sql);
    const http = (path: string, init: RequestInit): Promise<Response> => fetch(stack.address + path, init);
    const [police, inspector] = await Promise.all([
      signInSample(http, 'police'),
      signInSample(http, 'xianducha'),
    ]);
    const page = async (who: ApiClient, path: string): Promise<Timing> => {
      await measure(1, 20, async () => void (await who.get(path)));
      return await measure(1, 200, async () => void (await who.get(path)));
    };
    const own = await page(desks.visitor, '/inbox');
    const department = await page(police, '/inbox');
    const supervision = await measure(
      1,
      20,
      async () => void (await inspector.get('/supervision?month=2020-01')),
    );
    await seedMonth(sql);
    const began = performance.now();
    const afterMonth = Date.parse('2020-01-20T00:00:00+08:00');
    await periodActivities(sql, county, () => Math.max(afterMonth, 11 * dayMs)).freezePeriods();
    const freezing = performance.now() - began;
    const speed = (of: readonly Timing[]): string =>
      `${median(of.map(({ perSecond }) => perSecond)).toFixed(1)} 次/秒，p50 ${ms(median(of.map(({ p50 }) => p50)))}`;
    return {
      figures: [
        figure(`低保一个决定，${lanes} 个客户端`, speed(timed.plain)),
        figure(`一哨 ${called.length} 个部门，逐个环节，${lanes} 个客户端`, speed(timed.whistles)),
        ratioFigure(
          '吹哨与低保每秒之比',
          timed.whistles.map(
            ({ perSecond }, turn) => perSecond / (timed.plain[turn]?.perSecond ?? Number.NaN),
          ),
          '目标 ≥ 0.75',
          (ratio) => ratio >= 0.75,
        ),
        figure('吹哨每个环节的历史', `${eventsPerAct.toFixed(1)} 条`, '目标 ≤ 9', eventsPerAct <= 9),
        figure(
          `部门待办首页，${liveActs.toLocaleString('en')} 件在办`,
          `p50 ${ms(department.p50)}（低保 ${ms(own.p50)}）`,
          '目标 ≤ 2 倍',
          department.p50 <= 2 * own.p50,
        ),
        figure(
          '督查首页，同上',
          `p50 ${ms(supervision.p50)}`,
          '目标 ≤ 低保待办的 2 倍',
          supervision.p50 <= 2 * own.p50,
        ),
        figure(
          `冻结一个月 ${frozenWhistles.toLocaleString('en')} 件、${(frozenWhistles * 20).toLocaleString('en')} 条`,
          `${(freezing / 1_000).toFixed(1)} 秒`,
          '目标 10 秒',
          freezing <= 10_000,
        ),
      ],
      raw: { timed, eventsPerAct, own, department, supervision, freezing },
    };
  } finally {
    await sql`delete from open_act where case_no like 'YY2020%'`;
    await sql`delete from case_head where case_no like 'YY2020%' or case_no like 'XX2019%'`;
    await sql`delete from entry where case_no like 'XX2019%'`;
    await sql`delete from frozen_period`;
    await sql.end();
  }
}
