/** After the drain: ledger, read model, workflows, journal and the outside world say the same. Each line is one that does not. */
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { WorkflowHandle } from '@temporalio/client';
import { stateQuery, workflowIdOf } from '../../contract/names.ts';
import { isAsleep } from '../../db/asleep.ts';
import { connect, type Sql } from '../../db/connect.ts';
import { ledgers } from '../../db/ledger.ts';
import { dumpReadModel, rebuild } from '../../delivery/read-model/rebuild.ts';
import { temporalClient } from '../../delivery/temporal.ts';
import { fold } from '../../engine/ledger/fold.ts';
import { project } from '../../engine/ledger/projection.ts';
import type { LocalStack } from '../../stack/local-stack.ts';
import { currentProcess, versionsOf } from '../../workflows/index.ts';
import type { Acknowledged } from './desk.ts';

async function promises(sql: Sql, acknowledged: readonly Acknowledged[]): Promise<readonly string[]> {
  const rows = await sql<{ id: string; state: string; groups: number; entries: number; repeated: number }[]>`
    select c.id, c.state, count(distinct e.case_no)::int as groups, count(e.seq)::int as entries,
      count(*) filter (where e.event ->> 'type' in ('decided', 'opened'))::int as repeated
    from command c left join entry e on e.command_id = c.id group by c.id, c.state`;
  const byKey = new Map(rows.map((row) => [row.id, row]));
  const wrong = acknowledged.flatMap(({ key, caseNo, verdict, code }) => {
    const row = byKey.get(key);
    if (!row) return verdict === 'accepted' ? [`${caseNo} 已答复的操作 ${key} 不在操作记录里`] : [];
    if (row.state !== verdict)
      return [`${caseNo} 操作 ${key} 答复为 ${verdict}（${code}），记录为 ${row.state}`];
    if (verdict === 'accepted' && (row.groups !== 1 || row.entries < 1 || row.repeated > 1))
      return [`${caseNo} 操作 ${key} 在台账里有 ${row.repeated} 次`];
    return verdict === 'refused' && row.entries > 0 ? [`${caseNo} 被拒的操作 ${key} 在台账里`] : [];
  });
  const waiting = rows.filter(({ state }) => state === 'waiting').map(({ id }) => `操作 ${id} 仍待送达`);
  const decisions = await sql<{ caseNo: string; act: string; n: number }[]>`
    select case_no as "caseNo", event ->> 'act' as act, count(*)::int as n from entry
    where event ->> 'type' = 'decided' group by case_no, event ->> 'act', event ->> 'round' having count(*) > 1`;
  return [...wrong, ...waiting, ...decisions.map(({ caseNo, act, n }) => `${caseNo} ${act} 办理了 ${n} 次`)];
}

async function outside(stack: LocalStack, sql: Sql): Promise<readonly string[]> {
  const effects = await sql<{ key: string; system: string; delivered: boolean }[]>`
    select e.case_no || '/' || e.key as key, e.system, d.key is not null as delivered
    from effect e left join delivery d using (case_no, key)
    where d.key is not null or (e.withdrawn_by is null and (e.undoes is null or exists (
      select from delivery original where original.case_no = e.case_no and original.key = e.undoes)))`;
  const wrong = effects.filter(({ delivered }) => !delivered).map(({ key }) => `${key} 没有送出`);
  for (const [system, url] of [
    ['sms', `${stack.standIns.sms}/messages`],
    ['bank', `${stack.standIns.bank}/instructions`],
  ] as const) {
    const { items } = (await (await fetch(url)).json()) as { items: readonly { key: string }[] };
    const due = effects.filter((effect) => effect.system === system).map(({ key }) => key);
    const taken = items.map(({ key }) => key);
    if (!isDeepStrictEqual(due.toSorted(), taken.toSorted()))
      wrong.push(
        `${system}：应有 ${due.length} 笔，对方收到 ${taken.length} 笔（${new Set(taken).size} 个编号）`,
      );
  }
  return wrong;
}

/** An activity whose worker was killed is given up only when its time is over; until then its case is still running. */
async function endOf(handle: WorkflowHandle): Promise<string> {
  const deadline = Date.now() + 90_000;
  for (;;) {
    const { status } = await handle.describe();
    if (status.name !== 'RUNNING' || Date.now() > deadline) return status.name;
    await pause(500);
  }
}

async function workflows(stack: LocalStack, sql: Sql): Promise<readonly string[]> {
  const { settings } = stack;
  const client = await temporalClient({
    address: settings.TEMPORAL_ADDRESS,
    namespace: settings.TEMPORAL_NAMESPACE,
    keys: settings.YIMEN_PAYLOAD_KEYS,
  });
  const wrong: string[] = [];
  try {
    for await (const batch of ledgers(sql)) {
      await Promise.all(
        batch.map(async (ledger) => {
          const caseNo = ledger[0]?.caseNo ?? '';
          const opened = ledger[0]?.event;
          const matter = opened?.type === 'opened' ? opened.process : '';
          const { head, acts } = project(fold(versionsOf(matter), ledger));
          const handle = client.workflow.getHandle(
            workflowIdOf(settings.YIMEN_WORKFLOW_PREFIX, matter, caseNo),
          );
          if (ledger.length > 1 || !(await isAsleep(sql, caseNo))) {
            const said = await handle.query<{ head: unknown; acts: unknown }>(stateQuery);
            const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
            if (!isDeepStrictEqual(plain({ head, acts }), plain({ head: said.head, acts: said.acts })))
              wrong.push(`${caseNo} 工作流与台账不一致`);
          }
          // What other cases found lives on.
          const founded = opened?.type === 'opened' && opened.input.parent && !opened.input.parent.act;
          if (founded || !currentProcess(matter)?.openedBy) return;
          if (head.state !== 'closed') return void wrong.push(`${caseNo} 没有办结：${head.stage}`);
          const ended = await endOf(handle);
          if (ended !== 'COMPLETED') wrong.push(`${caseNo} 已办结而工作流为 ${ended}`);
        }),
      );
    }
  } finally {
    await client.connection.close();
  }
  return wrong;
}

export async function disagreements(
  stack: LocalStack,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const sql = connect(stack.settings.DATABASE_URL, 'yimen-faults', 2);
  try {
    const wrong = [
      ...(await promises(sql, acknowledged)),
      ...(await outside(stack, sql)),
      ...(await workflows(stack, sql)),
    ];
    const before = await dumpReadModel(sql);
    await rebuild(sql);
    if ((await dumpReadModel(sql)) !== before) wrong.push('读模型与由台账重建的不一致');
    return wrong;
  } finally {
    await sql.end();
  }
}
