/** 评价: what applicants thought of how their cases were handled. */
import { type Overseeing, overseenCases } from './acts.ts';
import type { Sql } from './connect.ts';
import type { Period } from './periods.ts';

export type Rating = {
  /** 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意. */
  readonly score: number;
  readonly words: string;
  /** County time, epoch ms. */
  readonly at: number;
};
export type RatedCase = Rating & { readonly caseNo: string; readonly matter: string; readonly unit: string };

/** A later one of the same case takes its place. */
export async function putRating(
  sql: Sql,
  { caseNo, matter, unit, score, words, at }: RatedCase,
): Promise<void> {
  await sql`
    insert into rating (case_no, matter, unit, score, words, at) values (${caseNo}, ${matter}, ${unit}, ${score}, ${words}, ${at})
    on conflict (case_no) do update set score = excluded.score, words = excluded.words, at = excluded.at`;
}

export async function ratingOf(sql: Sql, caseNo: string): Promise<Rating | undefined> {
  const [row] = await sql<Rating[]>`select score, words, at from rating where case_no = ${caseNo}`;
  return row;
}

/** Of the cases somebody answers for: how many of each score in a period, and the worst of them. */
export async function ratingsIn(
  sql: Sql,
  overseeing: Overseeing,
  { from, to }: Period,
  limit: number,
): Promise<{
  readonly scores: readonly { readonly score: number; readonly count: number }[];
  readonly worst: readonly RatedCase[];
}> {
  const within = sql`from rating r join case_head h on h.case_no = r.case_no
    where r.at >= ${from} and r.at < ${to} and ${overseenCases(sql, overseeing)}`;
  const [scores, worst] = await Promise.all([
    sql<
      { score: number; count: number }[]
    >`select r.score, count(*)::int as count ${within} group by 1 order by 1 desc`,
    sql<RatedCase[]>`select r.case_no as "caseNo", r.matter, r.unit, r.score, r.words, r.at ${within}
      order by r.score, r.at desc limit ${limit}`,
  ]);
  return { scores, worst };
}
