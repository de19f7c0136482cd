/** Documents as they were issued, for whoever holds one and asks whether it stands. */
import type { Sql } from './connect.ts';

export type Issued = {
  readonly title: string;
  readonly at: number;
  readonly matter: string;
  readonly unit: string;
};

/** The nth document of a ledger entry, by key; undefined if it no longer stands. */
export async function issuedDocument(
  sql: Sql,
  caseNo: string,
  seq: number,
  nth: number,
): Promise<Issued | undefined> {
  const [row] = await sql<Issued[]>`
    select n.text ->> 'title' as title, n.at, h.matter,
      coalesce(n.text ->> 'authority', h.unit) as unit from notice n join case_head h using (case_no)
    where n.case_no = ${caseNo} and n.seq = ${seq} order by n.key collate "C" limit 1 offset ${nth - 1}`;
  return row;
}
