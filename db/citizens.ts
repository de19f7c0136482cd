/** One-time codes and the sessions they open, each of one case. */
import type { Sql } from './connect.ts';

export async function putCode(sql: Sql, caseNo: string, codeHash: string, minutes: number): Promise<void> {
  await sql`insert into one_time_code (case_no, code_hash, expires_at)
    values (${caseNo}, ${codeHash}, now() + ${`${minutes} minutes`}::interval)
    on conflict (case_no) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0`;
}

/** Spends the code if it is the right one; every try counts, and after `most` wrong ones there is no right one. */
export async function spendCode(sql: Sql, caseNo: string, codeHash: string, most: number): Promise<boolean> {
  return await sql.begin(async (tx) => {
    const [tried] = await tx<{ right: boolean }[]>`
      update one_time_code set tries = tries + 1
      where case_no = ${caseNo} and expires_at > now() and tries < ${most}
      returning code_hash = ${codeHash} as right`;
    if (tried?.right) await tx`delete from one_time_code where case_no = ${caseNo}`;
    return tried?.right === true;
  });
}

export async function createCitizenSession(
  sql: Sql,
  tokenHash: string,
  caseNo: string,
  minutes: number,
): Promise<void> {
  await sql`delete from citizen_session where expires_at < now()`;
  await sql`insert into citizen_session (token_hash, case_no, expires_at)
    values (${tokenHash}, ${caseNo}, now() + ${`${minutes} minutes`}::interval)`;
}

/** The case of a live session. */
export async function caseOfSession(sql: Sql, tokenHash: string): Promise<string | undefined> {
  const [row] = await sql<{ caseNo: string }[]>`
    select case_no as "caseNo" from citizen_session where token_hash = ${tokenHash} and expires_at > now()`;
  return row?.caseNo;
}

export async function endCitizenSession(sql: Sql, tokenHash: string): Promise<void> {
  await sql`delete from citizen_session where token_hash = ${tokenHash}`;
}
