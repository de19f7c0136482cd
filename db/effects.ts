/** What leaves Yimen: each once by its key, with its receipt. */
import type { Json } from '../contract/rule.ts';
import type { Sql } from './connect.ts';

export async function deliveredKeys(sql: Sql, caseNo: string): Promise<ReadonlySet<string>> {
  const rows = await sql<{ key: string }[]>`select key from delivery where case_no = ${caseNo}`;
  return new Set(rows.map(({ key }) => key));
}

export async function recordDelivery(sql: Sql, caseNo: string, key: string, receipt: Json): Promise<void> {
  await sql`insert into delivery (case_no, key, receipt) values (${caseNo}, ${key}, ${sql.json(receipt as never)}) on conflict do nothing`;
}
