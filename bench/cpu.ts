/** What the parts of a running stack have cost so far. */
import { readdir, readFile } from 'node:fs/promises';
import type { Sql } from '../db/connect.ts';
import type { LocalStack } from '../stack/local-stack.ts';

const tickMs = 10;

/** Fields of /proc/<pid>/stat after the name, which may hold blanks; undefined if the process is gone. */
async function statOf(pid: number | string): Promise<readonly number[] | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return text?.split(') ')[1]?.split(' ').map(Number);
}

/** CPU milliseconds of a process; 0 if it is gone or not ours. */
export async function cpuMs(pid: number | undefined): Promise<number> {
  const stat = pid === undefined ? undefined : await statOf(pid);
  return stat ? ((stat[11] ?? 0) + (stat[12] ?? 0)) * tickMs : 0;
}

/** Of a process, of those it has forked and of those of them that have ended. */
async function familyMs(pid: number | undefined): Promise<number> {
  const own = pid === undefined ? undefined : await statOf(pid);
  if (!own) return 0;
  const ended = ((own[13] ?? 0) + (own[14] ?? 0)) * tickMs;
  const all = (await readdir('/proc')).filter((name) => /^[0-9]+$/.test(name));
  const stats = await Promise.all(all.map(statOf));
  const children = stats
    .filter((stat) => stat?.[1] === pid)
    .reduce((sum, stat) => sum + ((stat?.[11] ?? 0) + (stat?.[12] ?? 0)) * tickMs, 0);
  return (await cpuMs(pid)) + ended + children;
}

/** Where PostgreSQL's log of writes has come to. */
export async function writtenTo(sql: Sql): Promise<string> {
  const [row] = await sql<{ at: string }[]>`select pg_current_wal_insert_lsn()::text as at`;
  return row?.at ?? '';
}

/**
 * Write transactions committed since then, as they stand in that log: a savepoint is none of its own, and those that touch
 * the catalogue are autovacuum's.
 */
export async function writesSince(sql: Sql, at: string): Promise<number> {
  await sql`create extension if not exists pg_walinspect`;
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from pg_get_wal_records_info(${at}, pg_current_wal_flush_lsn())
    where resource_manager = 'Transaction' and record_type = 'COMMIT' and description not like '%inval msgs%'`;
  return row?.n ?? 0;
}

export const parts = ['api', 'worker', 'postgres', 'temporal', 'client'] as const;
export type Cpu = Readonly<Record<(typeof parts)[number], number>>;

/** CPU milliseconds by part since each was started. */
export async function cpuOf(stack: LocalStack): Promise<Cpu> {
  const { api, worker, postgres, temporal } = stack.pids();
  const [apiMs, workerMs, postgresMs, temporalMs] = await Promise.all([
    cpuMs(api),
    cpuMs(worker),
    familyMs(postgres),
    cpuMs(temporal),
  ]);
  const { user, system } = process.cpuUsage();
  return {
    api: apiMs,
    worker: workerMs,
    postgres: postgresMs,
    temporal: temporalMs,
    client: (user + system) / 1_000,
  };
}
