/** What leaves Yimen: each once by its key, with its receipt. */
import type { Json } from '../contract/rule.ts';
import type { Sql } from './connect.ts';

/** What the system answered when it took something, and when (wall time, epoch ms). */
export type Delivery = { readonly receipt: { readonly id: string }; readonly takenAt: number };

export async function deliveries(sql: Sql, caseNo: string): Promise<ReadonlyMap<string, Delivery>> {
  const rows = await sql<(Delivery & { key: string })[]>`
    select key, receipt, floor(extract(epoch from delivered_at) * 1000)::float8 as "takenAt" from delivery where case_no = ${caseNo}`;
  return new Map(rows.map(({ key, receipt, takenAt }) => [key, { receipt, takenAt }]));
}

export async function recordDelivery(sql: Sql, caseNo: string, key: string, receipt: Json): Promise<void> {
  await sql`insert into delivery (case_no, key, receipt) values (${caseNo}, ${key}, ${sql.json(receipt as never)}) on conflict do nothing`;
}
