/** What leaves Yimen: each once by its key, with its receipt. */
import type { Json } from '../contract/rule.ts';
import type { Sql } from './connect.ts';
import { jsonb } from './json.ts';

/** What the system answered when it took something, and when (wall time, epoch ms). */
export type Delivery = { readonly receipt: { readonly id: string }; readonly takenAt: number };

export async function deliveries(sql: Sql, caseNo: string): Promise<ReadonlyMap<string, Delivery>> {
  const rows = await sql<(Delivery & { key: string })[]>`
    select key, receipt, floor(extract(epoch from delivered_at) * 1000)::float8 as "takenAt" from delivery where case_no = ${caseNo}`;
  return new Map(rows.map(({ key, receipt, takenAt }) => [key, { receipt, takenAt }]));
}

/** What has been taken, with each receipt, by key. */
export async function recordDeliveries(
  sql: Sql,
  caseNo: string,
  receipts: { readonly [key: string]: Json },
): Promise<void> {
  await sql`insert into delivery (case_no, key, receipt)
    select ${caseNo}, key, value from jsonb_each(${jsonb(sql, receipts)}) on conflict do nothing`;
}
