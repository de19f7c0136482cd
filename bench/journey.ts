/**
 * What officers do, kind by kind, from 登记 to the payment list: for each press its CPU by process, its write
 * transactions, and what it adds to the case's history in Temporal. Everything a press sets off belongs to it.
 */
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import type { ApiClient } from '../client/client.ts';
import { workflowIdOf } from '../contract/names.ts';
import { connect } from '../db/connect.ts';
import { dateOf } from '../engine/clock/time.ts';
import type { LocalStack } from '../stack/local-stack.ts';
import { openSample, sampleApplication, visitForm } from '../stack/sample-application.ts';
import { withMaterials } from '../stack/sample-material.ts';
import { signInSample } from '../stack/sample-people.ts';
import { noise, startBare } from './bare.ts';
import { newApplicant } from './commands.ts';
import { type Cpu, cpuMs, cpuOf, parts, writesSince, writtenTo } from './cpu.ts';
import { leanFetch } from './lean-fetch.ts';
import { type Figure, figure, measure } from './measure.ts';

const cases = 120;
const lanes = 10;
/** The first cases warm the processes up and are not counted. */
const warming = 20;
/** What a registration leaves in Temporal, sealed. */
const openingBytes = 7_000;

type Cost = {
  readonly wallMs: number;
  readonly cpu: Cpu;
  readonly writes: number;
  readonly events: number;
  readonly bytes: number;
};
type Bar = { readonly cpuMs: number; readonly writes: number };
type Step = {
  readonly name: string;
  readonly bar?: Bar;
  readonly press: (n: number) => Promise<void>;
  readonly until?: string;
};

const decision: Bar = { cpuMs: 32, writes: 2 };
const paying: Bar = { ...decision, writes: decision.writes + 1 };
const registration = '登记';
const confirmation = '审核确认，列入发放';

const barIn = ({ cpuMs: most, writes }: Bar): string => `目标 CPU ${most} ms、写事务 ${writes}`;
const meets = (bar: Bar, { cpu, writes }: { readonly cpu: number; readonly writes: number }): boolean =>
  cpu <= bar.cpuMs && writes <= bar.writes;

/** What Temporal and a worker spend on starting the least workflow: no registration costs less. */
async function bareStarts(
  stack: LocalStack,
): Promise<{ readonly worker: number; readonly temporal: number }> {
  const bare = await startBare(stack);
  try {
    const reply = { said: noise(openingBytes) };
    // Done with once it answers.
    const start = async (): Promise<void> =>
      void (await (await bare.start('sealed', reply)).executeUpdate('bare', { args: [{}] }));
    await measure(lanes, 5, start);
    const used = async () => ({
      worker: await cpuMs(bare.worker.pid()),
      temporal: await cpuMs(stack.pids().temporal),
    });
    const before = await used();
    const { n } = await measure(lanes, 20, start);
    const after = await used();
    return {
      worker: (after.worker - before.worker) / n,
      temporal: (after.temporal - before.temporal) / n,
    };
  } finally {
    await bare.stop();
  }
}

export async function journey(stack: LocalStack): Promise<{ figures: readonly Figure[]; raw: unknown }> {
  const http = leanFetch(stack.address);
  const sign = (username: string): Promise<ApiClient> => signInSample(http, username);
  const [window, visitor, reviewer, head, verifier, keeper] = (await Promise.all(
    [
      'chengguan-chuangkou',
      'chengguan-diaocha',
      'chengguan-chushen',
      'chengguan-fuze',
      'hedui',
      'juzhang',
    ].map(sign),
  )) as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
  await Promise.all([window, visitor].map(withMaterials));
  const sql = connect(stack.settings.DATABASE_URL, 'yimen-bench', 1);
  const connection = await Connection.connect({ address: stack.settings.TEMPORAL_ADDRESS });
  const client = new Client({ connection });
  const today = async (): Promise<string> => dateOf((await window.get<{ now: number }>('/clock')).now);

  const caseNos: string[] = [];
  const numberOf = (n: number): string => caseNos[n] ?? '';
  const decide = async (
    by: ApiClient,
    n: number,
    act: string,
    outcome: string,
    form?: unknown,
  ): Promise<void> => {
    const { status, body } = await by.decide(numberOf(n), act, outcome, form);
    if (status !== 200) throw new Error(`${act}：${JSON.stringify(body)}`);
  };
  const each = async (from: number, to: number, work: (n: number) => Promise<void>): Promise<void> => {
    let next = from;
    const lane = async (): Promise<void> => {
      for (let n = next++; n < to; n = next++) await work(n);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  };
  /** Nothing of these cases is still on its way, and the named act is open in each. */
  const settled = async (of: readonly string[], act: string | undefined): Promise<void> => {
    for (;;) {
      const [row] = await sql<{ n: number }[]>`
        select (select count(*) from command where state = 'waiting')::int
          + (select count(*) from effect e where case_no = any(${of as string[]}) and withdrawn_by is null
             and not exists (select from delivery d where d.case_no = e.case_no and d.key = e.key))::int
          + (select count(*) from unnest(${of as string[]}::text[]) c where ${act ?? null}::text is not null
             and not exists (select from open_act o where o.case_no = c and o.name = ${act ?? null}))::int as n`;
      if (row?.n === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  /** None of a case that nobody has pressed: it has no run. */
  const history = async (of: readonly string[]): Promise<{ events: number; bytes: number }> => {
    let [events, bytes] = [0, 0];
    for (const caseNo of of) {
      const id = workflowIdOf(stack.settings.YIMEN_WORKFLOW_PREFIX, 'minimum-living', caseNo);
      const run = await client.workflow
        .getHandle(id)
        .describe()
        .catch((error: unknown) => {
          if (!(error instanceof WorkflowNotFoundError)) throw error;
        });
      events += Number(run?.raw.workflowExecutionInfo?.historyLength ?? 0);
      bytes += Number(run?.raw.workflowExecutionInfo?.historySizeBytes ?? 0);
    }
    return { events: events / of.length, bytes: bytes / of.length };
  };

  let date = await today();
  const steps: readonly Step[] = [
    {
      name: registration,
      async press(n) {
        const form = sampleApplication({ n: newApplicant(), name: `测试${n}`, appliedOn: date });
        const { status, body } = await openSample(window, 'chengguan', form);
        if (status !== 201) throw new Error(JSON.stringify(body));
        caseNos[n] = body.caseNo;
      },
    },
    { name: '受理', bar: { cpuMs: 45, writes: 3 }, press: (n) => decide(window, n, '材料审查', '受理') },
    {
      name: '提请核对，九份答复',
      bar: { cpuMs: 80, writes: 8 },
      press: (n) => decide(visitor, n, '提请信息核对', '已提请'),
      until: '核对报告',
    },
    {
      name: '入户调查',
      bar: decision,
      press: (n) => decide(visitor, n, '入户调查', '已调查', visitForm(date)),
    },
    { name: '核对报告', bar: decision, press: (n) => decide(verifier, n, '核对报告', '相符') },
    { name: '初审', bar: decision, press: (n) => decide(reviewer, n, '初审', '拟同意') },
    {
      name: '张贴公示',
      bar: decision,
      press: (n) =>
        decide(reviewer, n, '张贴公示', '已张贴', {
          place: '村务公开栏',
          photo: visitForm(date).familySignature,
          postedOn: date,
        }),
    },
    {
      name: confirmation,
      bar: paying,
      press: (n) => decide(head, n, '审核确认', '同意'),
    },
    {
      name: '送达',
      bar: decision,
      press: (n) => decide(window, n, '送达确认通知书', '已送达', { method: '直接送达', deliveredOn: date }),
    },
    {
      name: '公布，办结',
      bar: decision,
      press: (n) => decide(reviewer, n, '公布', '已公布', { place: '公示栏' }),
    },
  ];

  const costs: { name: string; bar: Bar | undefined; cost: Cost }[] = [];
  for (const { name, bar, press, until } of steps) {
    if (name === confirmation) {
      const { status, body } = await keeper.call('POST', '/local/clock', { advance: 'P12D' });
      if (status !== 200) throw new Error(JSON.stringify(body));
      await settled(caseNos, '审核确认');
      date = await today();
    }
    await each(0, warming, press);
    await settled(caseNos.slice(0, warming), until);
    const counted = (): readonly string[] => caseNos.slice(warming, cases);
    const was = name === registration ? { events: 0, bytes: 0 } : await history(counted());
    const [began, cpu, written] = [performance.now(), await cpuOf(stack), await writtenTo(sql)];
    await each(warming, cases, press);
    await settled(counted(), until);
    const [wallMs, spent] = [performance.now() - began, await cpuOf(stack)];
    const writes = await writesSince(sql, written);
    const now = await history(counted());
    const per = cases - warming;
    const byPart = Object.fromEntries(parts.map((part) => [part, (spent[part] - cpu[part]) / per])) as Cpu;
    costs.push({
      name,
      bar,
      cost: {
        wallMs: wallMs / per,
        cpu: byPart,
        writes: writes / per,
        events: now.events - was.events,
        bytes: now.bytes - was.bytes,
      },
    });
  }
  await sql.end();
  await connection.close();
  const started = await bareStarts(stack);

  const total = (cpu: Cpu): number =>
    parts.reduce((sum, part) => sum + (part === 'client' ? 0 : cpu[part]), 0);
  const row = (name: string, { cpu, writes: w, events, bytes, wallMs }: Cost, bar?: Bar): Figure => {
    const all = total(cpu);
    const shown = parts.map((part) => `${part} ${cpu[part].toFixed(1)}`).join('，');
    const value = `CPU ${all.toFixed(0)} ms（${shown}），写事务 ${w.toFixed(1)}，历史 ${events.toFixed(0)} 条 ${(bytes / 1_024).toFixed(1)} KiB，每秒 ${(1_000 / wallMs).toFixed(1)} 次`;
    return figure(name, value, bar ? barIn(bar) : '', bar ? meets(bar, { cpu: all, writes: w }) : null);
  };
  const sum = (of: (cost: Cost) => number): number => costs.reduce((all, { cost }) => all + of(cost), 0);
  const whole: Cost = {
    wallMs: sum(({ wallMs }) => wallMs),
    cpu: Object.fromEntries(parts.map((part) => [part, sum(({ cpu }) => cpu[part])])) as Cpu,
    writes: sum(({ writes: w }) => w),
    events: sum(({ events }) => events),
    bytes: sum(({ bytes }) => bytes),
  };
  return {
    figures: [
      ...costs.map(({ name, bar, cost }) => row(name, cost, bar)),
      row('全程', whole),
      figure(
        '裸的起一个工作流，载荷与登记一样大',
        `CPU ${(started.worker + started.temporal).toFixed(0)} ms（worker ${started.worker.toFixed(1)}，temporal ${started.temporal.toFixed(1)}）`,
      ),
    ],
    raw: { cases: cases - warming, lanes, costs, whole, bareStart: started },
  };
}
