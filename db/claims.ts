/** What only one can have: a live case, or whatever stands in the register of the pool's name. */
import type { Query, Transaction } from './connect.ts';
import { standingOf } from './registers.ts';

/** Who has it; without a case, it is registered. */
export type Holder = { readonly caseNo?: string; readonly unit?: string };

/** Claims it for a new case on a day; otherwise answers who has it. */
export async function claim(
  tx: Transaction,
  wanted: {
    readonly pool: string;
    readonly value: string;
    readonly caseNo: string;
    readonly unit: string;
    readonly on: string;
  },
): Promise<Holder | undefined> {
  const { pool, value, caseNo, unit, on } = wanted;
  // First the claim, then the register: a case that ends hands over from one to the other in one transaction.
  const [made, standing] = await Promise.all([
    tx`
      insert into live_claim (pool, value, case_no, unit) values (${pool}, ${value}, ${caseNo}, ${unit})
      on conflict do nothing returning case_no`,
    standingOf(tx, pool, value, on),
  ]);
  if (made.length > 0) return standing ? {} : undefined;
  const [holder] = await tx<Holder[]>`
    select case_no as "caseNo", unit from live_claim where pool = ${pool} and value = ${value}`;
  return holder ?? {};
}

/** The live case that has it. */
export async function holderOf(
  sql: Query,
  pool: string,
  value: string,
): Promise<{ readonly caseNo: string; readonly matter: string; readonly unit: string } | undefined> {
  const [holder] = await sql<{ caseNo: string; matter: string; unit: string }[]>`
    select c.case_no as "caseNo", h.matter, c.unit from live_claim c join case_head h using (case_no)
    where c.pool = ${pool} and c.value = ${value}`;
  return holder;
}

/** Everything live cases have claimed of a pool, but for one case. */
export async function claimedIn(sql: Query, pool: string, except: string): Promise<readonly string[]> {
  const rows = await sql<{ value: string }[]>`
    select value from live_claim where pool = ${pool} and case_no <> ${except}`;
  return rows.map(({ value }) => value);
}
