/** Bare Temporal Updates against Yimen's commands over the whole HTTP path, in one run on one server. */

import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { ApiClient } from '../client/client.ts';
import { workflowIdOf } from '../contract/names.ts';
import { connect } from '../db/connect.ts';
import { dateOf } from '../engine/clock/time.ts';
import type { LocalStack } from '../stack/local-stack.ts';
import { openSample, sampleApplication } from '../stack/sample-application.ts';
import { signInSample } from '../stack/sample-people.ts';
import { type BareKind, noise, startBare } from './bare.ts';
import { cpuMs, writesSince, writtenTo } from './cpu.ts';
import { leanFetch } from './lean-fetch.ts';
import { type Figure, figure, inTurn, measure, median, ms, ratioFigure, type Timing } from './measure.ts';

const clients = 20;
const each = 30;
/** Rounds, a multiple of the contenders. */
const turns = 9;
const alone = 60;
/** Rounds that are not counted: code that runs often is compiled. */
const warming = 3;

export type Offices = { readonly window: ApiClient; readonly visitor: ApiClient; readonly today: string };

export async function officesOf({ address }: LocalStack): Promise<Offices> {
  const http = leanFetch(address);
  const [window, visitor] = await Promise.all([
    signInSample(http, 'chengguan-chuangkou'),
    signInSample(http, 'chengguan-diaocha'),
  ]);
  const { now } = await window.get<{ now: number }>('/clock');
  return { window, visitor, today: dateOf(now) };
}

let applicants = 0;
/** Nobody has two cases of one matter: each case has an applicant of its own, whatever else is measured in this run. */
export const newApplicant = (): number => applicants++;

/** Cases whose 入户调查 can be claimed and released without end. */
export async function acceptedCases({ window, today }: Offices, count: number): Promise<readonly string[]> {
  const cases: string[] = [];
  await measure(Math.min(count, 10), Math.ceil(count / 10), async () => {
    const n = newApplicant();
    const { body, status } = await openSample(
      window,
      'chengguan',
      sampleApplication({ n, name: `测试${n}`, appliedOn: today }),
    );
    if (status !== 201) throw new Error(JSON.stringify(body));
    const accepted = await window.decide(body.caseNo, '材料审查', '受理');
    if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body));
    cases.push(body.caseNo);
  });
  return cases;
}

export const submitOnce = async (visitor: ApiClient, caseNo: string, i: number): Promise<void> => {
  const { status, body } = await visitor.submit(caseNo, {
    type: i % 2 === 0 ? 'claim' : 'release',
    act: '入户调查',
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
};

type Contender = BareKind | 'yimen';
const contenders: readonly Contender[] = ['bare', 'sealed', 'yimen'];

/** How large a command and its answer are in a case's history, sealed. */
async function sizesOf(
  client: Client,
  id: string,
): Promise<{ readonly asked: number; readonly answered: number }> {
  const { events } = await client.workflow.getHandle(id).fetchHistory();
  const bytes = (payloads: readonly { readonly data?: Uint8Array | null }[] | null | undefined): number =>
    (payloads ?? []).reduce((sum, { data }) => sum + (data?.length ?? 0), 0);
  const asked = (events ?? []).flatMap(({ workflowExecutionUpdateAcceptedEventAttributes: of }) =>
    of ? [bytes(of.acceptedRequest?.input?.args?.payloads)] : [],
  );
  const answered = (events ?? []).flatMap(({ workflowExecutionUpdateCompletedEventAttributes: of }) =>
    of ? [bytes(of.outcome?.success?.payloads)] : [],
  );
  return { asked: median(asked.slice(-5)), answered: median(answered.slice(-5)) };
}

export async function commands(stack: LocalStack): Promise<{ figures: readonly Figure[]; raw: unknown }> {
  const desks = await officesOf(stack);
  // Fresh cases and fresh bare workflows in each round: a real case has some twenty entries, not a thousand, and Temporal is
  // slower with a long history.
  const cases = await acceptedCases(desks, clients * (turns + 2));
  const bare = await startBare(stack);
  const sql = connect(stack.settings.DATABASE_URL, 'yimen-bench', 1);
  const press =
    (round: number) =>
    async (lane: number, i: number): Promise<void> =>
      await submitOnce(desks.visitor, cases[clients * round + lane] ?? '', i);
  await measure(clients, 10, press(turns));
  const { YIMEN_WORKFLOW_PREFIX: prefix } = stack.settings;
  const size = await sizesOf(
    bare.clients.bare,
    workflowIdOf(prefix, 'minimum-living', cases[clients * turns] ?? ''),
  );
  const start = async (kind: BareKind, reply: object) =>
    await Promise.all(Array.from({ length: clients }, () => bare.start(kind, reply)));
  const fresh = async () => ({
    bare: await start('bare', { seq: 1 }),
    sealed: await start('sealed', { said: noise(size.answered) }),
  });
  let handles = await fresh();
  const asked = { bare: { type: 'claim', act: '入户调查' }, sealed: { said: noise(size.asked) } };
  const update =
    (of: BareKind) =>
    async (lane: number): Promise<void> =>
      void (await handles[of][lane]?.executeUpdate('bare', { args: [asked[of]], updateId: randomUUID() }));
  const work = (who: Contender, round: number) => (who === 'yimen' ? press(round) : update(who));
  try {
    for (let turn = 0; turn < warming; turn++)
      for (const who of contenders) await measure(clients, each, work(who, turns));
    const many = new Map<Contender, Timing[]>(contenders.map((who) => [who, []]));
    const single = new Map<Contender, Timing[]>(contenders.map((who) => [who, []]));
    let committed = 0;
    const cpu = { api: 0, worker: 0, client: 0 };
    const used = async () => ({
      api: await cpuMs(stack.api.pid()),
      worker: await cpuMs(stack.worker.pid()),
      client: process.cpuUsage().user / 1_000 + process.cpuUsage().system / 1_000,
    });
    for (let turn = 0; turn < turns; turn++) {
      const order = inTurn(contenders, turn);
      handles = await fresh();
      for (const who of contenders) await measure(clients, 2, work(who, turn));
      for (const who of order) {
        const [before, spent] = [await writtenTo(sql), await used()];
        many.get(who)?.push(await measure(clients, each, work(who, turn)));
        if (who === 'yimen') {
          const now = await used();
          committed += await writesSince(sql, before);
          for (const room of ['api', 'worker', 'client'] as const)
            cpu[room] += (now[room] - spent[room]) / (clients * each * turns);
        }
      }
      for (const who of order)
        single
          .get(who)
          ?.push(
            await measure(1, alone, who === 'yimen' ? (_lane, i) => press(turns + 1)(turn, i) : update(who)),
          );
    }
    const timed = (
      of: ReadonlyMap<Contender, readonly Timing[]>,
      who: Contender,
      key: 'perSecond' | 'p50' | 'p99',
    ) => (of.get(who) ?? []).map((timing) => timing[key]);
    const ratios = (of: ReadonlyMap<Contender, readonly Timing[]>, to: Contender, key: 'perSecond' | 'p50') =>
      timed(of, 'yimen', key).map((value, i) => value / (timed(of, to, key)[i] ?? Number.NaN));
    const title: Record<Contender, string> = {
      bare: '裸 Update，空的',
      sealed: `裸 Update，带编解码器和同样大小的载荷（${size.asked} 字节，答复 ${size.answered} 字节）`,
      yimen: '一门命令（完整 HTTP 路径）',
    };
    const perCommand = committed / (clients * each * turns);
    return {
      figures: [
        ...contenders.map((who) =>
          figure(
            `${title[who]}，${clients} 个客户端`,
            `${median(timed(many, who, 'perSecond')).toFixed(1)} 次/秒，p50 ${ms(median(timed(many, who, 'p50')))}，p99 ${ms(median(timed(many, who, 'p99')))}`,
          ),
        ),
        ratioFigure(
          '吞吐之比，对空的',
          ratios(many, 'bare', 'perSecond'),
          '≥ 0.65',
          (ratio) => ratio >= 0.65,
        ),
        ratioFigure(
          '吞吐之比，对同样载荷的',
          ratios(many, 'sealed', 'perSecond'),
          '≥ 0.75',
          (ratio) => ratio >= 0.75,
        ),
        ...contenders.map((who) =>
          figure(`${title[who]}，单个客户端`, `p50 ${ms(median(timed(single, who, 'p50')))}`),
        ),
        ratioFigure(
          '单个客户端 p50 之比，对空的',
          ratios(single, 'bare', 'p50'),
          '≤ 2.0',
          (ratio) => ratio <= 2,
        ),
        ratioFigure(
          '单个客户端 p50 之比，对同样载荷的',
          ratios(single, 'sealed', 'p50'),
          '目标 ≤ 1.4',
          (ratio) => ratio <= 1.4,
        ),
        figure('每条命令的 CPU：API、worker、客户端', `${ms(cpu.api)}、${ms(cpu.worker)}、${ms(cpu.client)}`),
        figure('每条命令的 PostgreSQL 写事务', perCommand.toFixed(2), '≤ 2.2', perCommand <= 2.2),
      ],
      raw: {
        size,
        many: Object.fromEntries(many),
        single: Object.fromEntries(single),
        committed,
        cpuMsPerCommand: cpu,
      },
    };
  } finally {
    await sql.end();
    await Promise.all(
      Object.values(handles)
        .flat()
        .map(async (handle) => await handle.terminate('bench')),
    );
    await bare.stop();
  }
}
