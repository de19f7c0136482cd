/** Cases that have no run: recorded in full, with nothing to do until a press or their time. */
import type { CaseName } from './commands.ts';
import type { Query, Sql } from './connect.ts';

/** Tells that some case has something to do at once. */
export const wakingChannel = 'wake';

/** `wakesAt`: in county time (ms); undefined if only a press can wake it. */
export async function putToSleep(
  tx: Query,
  { matter, caseNo }: CaseName,
  now: number,
  wakesAt: number | undefined,
): Promise<void> {
  await tx`
    with put as (
      insert into asleep (case_no, matter, wakes_at) values (${caseNo}, ${matter}, ${wakesAt ?? null})
      on conflict do nothing returning wakes_at
    )
    select pg_notify(${wakingChannel}, '') from put where wakes_at <= ${now}`;
}

export async function isAsleep(sql: Sql, caseNo: string): Promise<boolean> {
  const [row] = await sql`select from asleep where case_no = ${caseNo}`;
  return row !== undefined;
}

/** Its run has begun. */
export async function wokeUp(sql: Sql, caseNo: string): Promise<void> {
  await sql`delete from asleep where case_no = ${caseNo}`;
}

/** Cases whose time has come, those waiting longest first. */
export async function casesToWake(sql: Sql, now: number, limit: number): Promise<readonly CaseName[]> {
  return await sql<CaseName[]>`
    select matter, case_no as "caseNo" from asleep where wakes_at <= ${now} order by wakes_at limit ${limit}`;
}
