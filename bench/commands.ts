/** Bare Temporal Updates against Yimen's commands over the whole HTTP path, in one run on one server. */

import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import type { ApiClient } from '../client/client.ts';
import { connect } from '../db/connect.ts';
import { dateOf } from '../engine/clock/time.ts';
import type { LocalStack } from '../stack/local-stack.ts';
import { openSample, sampleApplication } from '../stack/sample-application.ts';
import { signInSample } from '../stack/sample-people.ts';
import { startProcess } from '../stack/stack-process.ts';
import { cpuMs } from './cpu.ts';
import { type Figure, figure, measure, median, ms, type Timing } from './measure.ts';

const clients = 20;
const each = 40;
const rounds = 3;
const alone = 80;

export type Offices = { readonly window: ApiClient; readonly visitor: ApiClient; readonly today: string };

export async function officesOf({ address }: LocalStack): Promise<Offices> {
  const http = (path: string, init: RequestInit): Promise<Response> => fetch(address + path, init);
  const [window, visitor] = await Promise.all([
    signInSample(http, 'chengguan-chuangkou'),
    signInSample(http, 'chengguan-diaocha'),
  ]);
  const { now } = await window.get<{ now: number }>('/clock');
  return { window, visitor, today: dateOf(now) };
}

/** Cases whose 入户调查 can be claimed and released without end. */
export async function acceptedCases(
  { window, today }: Offices,
  from: number,
  count: number,
): Promise<readonly string[]> {
  const cases: string[] = [];
  await measure(Math.min(count, 10), Math.ceil(count / 10), async (client, i) => {
    const n = from + i * 10 + client;
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

export async function commands(stack: LocalStack): Promise<{ figures: readonly Figure[]; raw: unknown }> {
  const desks = await officesOf(stack);
  // Fresh cases in each round: a real case has some twenty entries, not a thousand.
  const cases = await acceptedCases(desks, 0, clients * (rounds + 2));
  const bareWorker = await startProcess({
    script: fileURLToPath(new URL('./bare-worker.ts', import.meta.url)),
    env: stack.env,
  });
  const connection = await Connection.connect({ address: stack.settings.TEMPORAL_ADDRESS });
  const client = new Client({ connection });
  const handles = await Promise.all(
    Array.from(
      { length: clients },
      async () =>
        await client.workflow.start('bare', { workflowId: `bare-${randomUUID()}`, taskQueue: 'bare' }),
    ),
  );
  const bareOnce = async (lane: number): Promise<void> =>
    void (await handles[lane]?.executeUpdate('bare', {
      args: [{ type: 'claim', act: '入户调查' }],
      updateId: randomUUID(),
    }));
  const sql = connect(stack.settings.DATABASE_URL, 'yimen-bench', 1);
  const writes = async (): Promise<number> => {
    const [row] = await sql<
      { n: number }[]
    >`select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as n`;
    return row?.n ?? 0;
  };
  try {
    await measure(clients, 10, bareOnce);
    await measure(
      clients,
      10,
      async (lane, i) => await submitOnce(desks.visitor, cases[clients * rounds + lane] ?? '', i),
    );
    const bare: Timing[] = [];
    const yimen: Timing[] = [];
    const bareAlone: Timing[] = [];
    const yimenAlone: Timing[] = [];
    let committed = 0;
    const cpu = { api: 0, worker: 0, client: 0 };
    const used = async () => ({
      api: await cpuMs(stack.api.pid()),
      worker: await cpuMs(stack.worker.pid()),
      client: process.cpuUsage().user / 1_000 + process.cpuUsage().system / 1_000,
    });
    for (let round = 0; round < rounds; round++) {
      bare.push(await measure(clients, each, bareOnce));
      const [before, spent] = [await writes(), await used()];
      yimen.push(
        await measure(
          clients,
          each,
          async (lane, i) => await submitOnce(desks.visitor, cases[clients * round + lane] ?? '', i),
        ),
      );
      committed += (await writes()) - before;
      const now = await used();
      for (const room of ['api', 'worker', 'client'] as const)
        cpu[room] += (now[room] - spent[room]) / (clients * each * rounds);
      bareAlone.push(await measure(1, alone, bareOnce));
      yimenAlone.push(
        await measure(
          1,
          alone,
          async (_lane, i) => await submitOnce(desks.visitor, cases[clients * (rounds + 1) + round] ?? '', i),
        ),
      );
    }
    const of = (timings: readonly Timing[], key: 'perSecond' | 'p50' | 'p99'): number =>
      median(timings.map((timing) => timing[key]));
    const throughput = of(yimen, 'perSecond') / of(bare, 'perSecond');
    const latency = of(yimenAlone, 'p50') / of(bareAlone, 'p50');
    const perCommand = committed / (clients * each * rounds);
    return {
      figures: [
        figure(
          `裸 Update，${clients} 个客户端`,
          `${of(bare, 'perSecond').toFixed(1)} 次/秒，p50 ${ms(of(bare, 'p50'))}，p99 ${ms(of(bare, 'p99'))}`,
        ),
        figure(
          `一门命令（完整 HTTP 路径），${clients} 个客户端`,
          `${of(yimen, 'perSecond').toFixed(1)} 次/秒，p50 ${ms(of(yimen, 'p50'))}，p99 ${ms(of(yimen, 'p99'))}`,
        ),
        figure('吞吐之比', throughput.toFixed(2), '≥ 0.65', throughput >= 0.65),
        figure('裸 Update，单个客户端', `p50 ${ms(of(bareAlone, 'p50'))}`),
        figure('一门命令，单个客户端', `p50 ${ms(of(yimenAlone, 'p50'))}`),
        figure('单个客户端 p50 之比', latency.toFixed(2), '≤ 2.0', latency <= 2),
        figure('每条命令的 CPU：API、worker、客户端', `${ms(cpu.api)}、${ms(cpu.worker)}、${ms(cpu.client)}`),
        figure('每条命令的 PostgreSQL 写事务', perCommand.toFixed(2), '≤ 2.2', perCommand <= 2.2),
      ],
      raw: { bare, yimen, bareAlone, yimenAlone, committed, cpuMsPerCommand: cpu },
    };
  } finally {
    await sql.end();
    await Promise.all(handles.map(async (handle) => await handle.terminate('bench')));
    await connection.close();
    await bareWorker.stop();
  }
}
