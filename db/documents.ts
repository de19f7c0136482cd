/** Documents as they were issued, for whoever holds one and asks whether it stands. */
import type { Sql } from './connect.ts';

export type Issued = {
  readonly title: string;
  readonly at: number;
  readonly matter: string;
  readonly unit: string;
};

/** A document of a case by its number; undefined if it no longer stands. */
export async function issuedDocument(
  sql: Sql,
  { caseNo, number }: { readonly caseNo: string; readonly number: number },
): Promise<Issued | undefined> {
  const [row] = await sql<Issued[]>`
    select n.text ->> 'title' as title, n.at, h.matter,
      coalesce(n.text ->> 'authority', h.unit) as unit from notice n join case_head h using (case_no)
    where n.case_no = ${caseNo} and n.number = ${number}`;
  return row;
}
