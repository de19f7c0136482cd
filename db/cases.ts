/** Lists and look-ups over the read model. Cursors are keysets: a page costs the same wherever it lies. */
import type { CaseHead } from '../engine/ledger/projection.ts';
import type { NoticeText } from '../engine/process/said.ts';
import type { Query, Sql } from './connect.ts';
import { jsonb } from './json.ts';
import type { Period } from './periods.ts';

export type Head = {
  readonly caseNo: string;
  readonly matter: string;
  readonly seq: number;
  readonly state: CaseHead['state'];
  readonly stage: string;
  readonly outcome: string | null;
  readonly unit: string;
  readonly openedAt: number;
  readonly acceptedAt: number | null;
  readonly closedAt: number | null;
  readonly dueAt: number | null;
  readonly riskAt: number | null;
  readonly labels: { readonly [name: string]: string };
  readonly troubles: readonly { readonly system: string; readonly subject: string; readonly since: number }[];
  readonly unaffirmed: readonly { readonly act: string; readonly name: string; readonly person: string }[];
};

const headColumns = (
  sql: Sql,
) => sql`case_no as "caseNo", matter, seq, state, stage, outcome, unit, opened_at as "openedAt",
  accepted_at as "acceptedAt", closed_at as "closedAt", due_at as "dueAt", risk_at as "riskAt", labels, troubles, unaffirmed`;

export async function head(sql: Sql, caseNo: string): Promise<Head | undefined> {
  const [row] = await sql<Head[]>`select ${headColumns(sql)} from case_head where case_no = ${caseNo}`;
  return row;
}

export type Linked = Pick<Head, 'caseNo' | 'matter' | 'stage' | 'outcome'>;

/** Cases that were opened for a case, oldest first. */
export async function linkedTo(sql: Sql, caseNo: string): Promise<readonly Linked[]> {
  return await sql<Linked[]>`
    select case_no as "caseNo", matter, stage, outcome from case_head where parent = ${caseNo} order by opened_at, case_no`;
}

export type RegisterQuery = {
  /** Cases of these units and cases of these matters, and no others. */
  readonly visible: { readonly units: readonly string[]; readonly matters: readonly string[] };
  readonly unit?: string | undefined;
  readonly matter?: string | undefined;
  readonly state?: string | undefined;
  readonly applicant?: string | undefined;
  readonly unaffirmed?: boolean | undefined;
  /** When they were opened. */
  readonly opened?: Period | undefined;
  readonly after?: { readonly openedAt: number; readonly caseNo: string } | undefined;
  readonly limit: number;
};

/**
 * The register of cases, newest first: one ordered index scan per unit and per matter that is seen, merged; for what few
 * cases are, those.
 */
export async function register(sql: Sql, query: RegisterQuery): Promise<readonly Head[]> {
  const { visible, unit, matter, state, applicant, unaffirmed, opened, after, limit } = query;
  const { units, matters } = visible as { readonly units: string[]; readonly matters: string[] };
  const sought = sql`true
      ${unit ? sql`and unit = ${unit}` : sql``}
      ${matter ? sql`and matter = ${matter}` : sql``}
      ${state ? sql`and state = ${state}` : sql``}
      ${applicant ? sql`and applicant = ${applicant}` : sql``}
      ${unaffirmed ? sql`and unaffirmed <> '[]'` : sql``}
      ${opened ? sql`and opened_at >= ${opened.from} and opened_at < ${opened.to}` : sql``}
      ${after ? sql`and (opened_at, case_no) < (${after.openedAt}, ${after.caseNo})` : sql``}`;
  // One plan for whoever asks, as in the inbox.
  const howMany = sql.unsafe(String(limit));
  const newest = sql`order by opened_at desc, case_no desc limit ${howMany}`;
  if (applicant || unaffirmed)
    return await sql<Head[]>`
      select ${headColumns(sql)} from case_head
      where (unit = any(${units}) or matter = any(${matters})) and ${sought} ${newest}`;
  const heads = sql`select ${headColumns(sql)} from case_head where ${sought}`;
  return await sql<Head[]>`
    select distinct on ("openedAt", "caseNo") * from (
      select h.* from jsonb_array_elements_text(${jsonb(sql, units)}) own(seen) cross join lateral (${heads} and unit = own.seen ${newest}) h
      union all
      select h.* from jsonb_array_elements_text(${jsonb(sql, matters)}) own(seen) cross join lateral (${heads} and matter = own.seen ${newest}) h
    ) seen order by "openedAt" desc, "caseNo" desc limit ${howMany}`;
}

export async function matterOf(sql: Query, caseNo: string): Promise<string | undefined> {
  const [row] = await sql<{ matter: string }[]>`select matter from case_head where case_no = ${caseNo}`;
  return row?.matter;
}

export async function nextCaseNumber(sql: Query, matter: string, year: number): Promise<number> {
  const [row] = await sql<{ last: number }[]>`
    insert into case_number (matter, year, last) values (${matter}, ${year}, 1)
    on conflict (matter, year) do update set last = case_number.last + 1 returning last`;
  return row?.last ?? 1;
}

export type PublicNotice = {
  readonly caseNo: string;
  readonly key: string;
  readonly name: string;
  readonly text: NoticeText;
  readonly at: number;
  readonly until: number | null;
};

/** Public notices standing at an instant, newest first. */
export async function publicNotices(
  sql: Sql,
  at: number,
  limit: number,
  after?: { readonly at: number; readonly caseNo: string; readonly key: string },
  /** In its title or its paragraphs. */
  words?: string,
): Promise<readonly PublicNotice[]> {
  return await sql<PublicNotice[]>`
    select case_no as "caseNo", key, name, text, at, until from notice
    where audience = 'public' and at <= ${at} and (until is null or until > ${at})
      ${words ? sql`and (strpos(text ->> 'title', ${words}) > 0 or strpos(text ->> 'paragraphs', ${words}) > 0)` : sql``}
      ${after ? sql`and (at, case_no, key) < (${after.at}, ${after.caseNo}, ${after.key})` : sql``}
    order by at desc, case_no desc, key desc limit ${limit}`;
}

/** How long a case may take to take a command or to decide what has fallen due. */
const patienceMs = 120_000;

/** Cases that neither take their commands nor decide what is due by `now` (county time): their runs are lost or stuck. */
export async function stuckCases(sql: Sql, now: number, limit: number): Promise<readonly string[]> {
  const rows = await sql<{ caseNo: string }[]>`
    select case_no as "caseNo" from (
      select case_no from command where state = 'waiting' and not background and wall < ${Date.now() - patienceMs}
      union
      select case_no from case_head where state = 'open' and wake_at < ${now - patienceMs}
    ) stuck order by case_no limit ${limit}`;
  return rows.map(({ caseNo }) => caseNo);
}

export type Outage = {
  readonly system: string;
  /** How many live cases wait for it. */
  readonly cases: number;
  /** County time, epoch ms. */
  readonly since: number;
};

/** Outside systems that do not answer now, by the cases that wait for them. */
export const outages = async (sql: Sql): Promise<readonly Outage[]> =>
  await sql<Outage[]>`
    select trouble ->> 'system' as system, count(distinct case_no)::int as cases, min((trouble ->> 'since')::bigint) as since
    from case_head, jsonb_array_elements(troubles) trouble where troubles <> '[]'::jsonb group by 1 order by 1`;
