/** Acts decided in a period: the cases behind what was counted of it. */
import type { Fragment, Sql } from './connect.ts';
import type { Period } from './periods.ts';

export type DecidedAct = {
  readonly caseNo: string;
  readonly matter: string;
  readonly unit: string;
  readonly step: string;
  readonly outcome: string;
  /** County time, epoch ms. */
  readonly at: number;
  /** When its limit ended; null where it had none. */
  readonly dueAt: number | null;
  readonly seq: number;
};

export type AskedDecided = {
  readonly matter?: string | undefined;
  readonly unit?: string | undefined;
  readonly step?: string | undefined;
  /** After its limit, or before. */
  readonly only?: 'late' | 'inTime' | undefined;
  readonly after?: Pick<DecidedAct, 'at' | 'caseNo' | 'seq'> | undefined;
  readonly limit: number;
};

/** The latest first. `of` restricts `entry e` and its `case_head h`. */
export async function decidedActs(
  sql: Sql,
  of: Fragment,
  { from, to }: Period,
  { matter, unit, step, only, after, limit }: AskedDecided,
): Promise<readonly DecidedAct[]> {
  const due = sql`(e.event #>> '{account,due}')::bigint`;
  return await sql<DecidedAct[]>`
    select e.case_no as "caseNo", h.matter, e.event #>> '{account,unit}' as unit, e.event #>> '{account,name}' as step,
      e.event ->> 'outcome' as outcome, e.at, ${due} as "dueAt", e.seq
    from entry e join case_head h on h.case_no = e.case_no
    where e.event ->> 'type' = 'decided' and e.event ? 'account' and e.at >= ${from} and e.at < ${to} and ${of}
      ${matter === undefined ? sql`` : sql`and h.matter = ${matter}`}
      ${unit === undefined ? sql`` : sql`and e.event #>> '{account,unit}' = ${unit}`}
      ${step === undefined ? sql`` : sql`and e.event #>> '{account,name}' = ${step}`}
      ${only === 'late' ? sql`and e.at >= ${due}` : only === 'inTime' ? sql`and e.at < ${due}` : sql``}
      ${after ? sql`and (e.at, e.case_no, e.seq) < (${after.at}, ${after.caseNo}, ${after.seq})` : sql``}
    order by e.at desc, e.case_no desc, e.seq desc limit ${limit}`;
}
