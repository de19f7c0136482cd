/** 督查关注: cases in which something was decided that a supervisor should look at, and why. */
import { attention } from '../contract/names.ts';
import { type Overseeing, overseenCases } from './acts.ts';
import type { Sql } from './connect.ts';
import type { Period } from './periods.ts';

export type Attention = {
  readonly caseNo: string;
  readonly matter: string;
  readonly unit: string;
  readonly why: string;
  readonly at: number;
};

/** Of the cases somebody answers for: those under way, and those closed within a period; the newest first. */
export async function attentionIn(
  sql: Sql,
  overseeing: Overseeing,
  { from, to }: Period,
  limit: number,
): Promise<readonly Attention[]> {
  return await sql<Attention[]>`
    select h.case_no as "caseNo", h.matter, h.unit, h.labels ->> ${attention} as why, h.at from case_head h
    where h.labels ? ${attention} and (h.closed_at is null or (h.closed_at >= ${from} and h.closed_at < ${to}))
      and ${overseenCases(sql, overseeing)}
    order by h.at desc limit ${limit}`;
}
