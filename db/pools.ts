/** Pools of codes: each is drawn once, by one case, and never again. */
import type { Query } from './connect.ts';

/** The code a case has of a pool: the one it has drawn already, or the next free one. Undefined if there is none. */
export async function draw(tx: Query, pool: string, caseNo: string): Promise<string | undefined> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`${pool}/${caseNo}`}, 0))`;
  const [drawn] = await tx<{ code: string }[]>`
    with known as (
      select code from pool_code where pool = ${pool} and case_no = ${caseNo}
    ), taken as (
      update pool_code set case_no = ${caseNo}, drawn_at = now()
      where pool = ${pool} and code = (
        select code from pool_code where pool = ${pool} and case_no is null and not exists (select from known)
        order by place limit 1 for update skip locked
      )
      returning code
    )
    select code from known union all select code from taken`;
  return drawn?.code;
}

/** Puts codes in, in this order; those that are there already stay as they are. Answers how many are new. */
export async function putIn(sql: Query, pool: string, codes: readonly string[]): Promise<number> {
  const { count } = await sql`
    insert into pool_code (pool, code)
    select ${pool}, code from unnest(${codes as string[]}::text[]) with ordinality as given(code, place) order by place
    on conflict do nothing`;
  return count;
}
