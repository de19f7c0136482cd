/** Open acts over the read model: an inbox, what is overseen, what its holder has left behind. */
import type { Office } from '../contract/actor.ts';
import type { ActKind } from '../engine/process/act.ts';
import type { Fragment, Sql } from './connect.ts';
import { jsonb } from './json.ts';
import { isHeldBy } from './people.ts';

export type ActItem = {
  readonly caseNo: string;
  readonly key: string;
  readonly matter: string;
  readonly name: string;
  readonly kind: ActKind;
  readonly unit: string;
  readonly role: string;
  readonly assignee: string | null;
  readonly lapsedFrom: string | null;
  readonly round: number;
  readonly usedBefore: number;
  readonly openedAt: number;
  readonly dueAt: number | null;
  readonly riskAt: number | null;
  readonly provisional: boolean;
  readonly urgency: number;
  readonly stage: string;
  readonly labels: { readonly [name: string]: string };
  readonly caseDueAt: number | null;
  /** How often it has been urged in this round. */
  readonly urged: number;
};
export type ActCursor = { readonly urgency: number; readonly caseNo: string; readonly key: string };

const first: ActCursor = { urgency: 0, caseNo: '', key: '' };

const columns = (
  sql: Sql,
) => sql`a.case_no as "caseNo", a.key, a.matter, a.name, a.kind, a.unit, a.role, a.assignee, a.lapsed_from as "lapsedFrom",
  a.round, a.used_before as "usedBefore", a.opened_at as "openedAt", a.due_at as "dueAt", a.risk_at as "riskAt", a.provisional,
  a.urgency, a.urged, h.stage, h.labels, h.due_at as "caseDueAt"`;

/** What of an inbox is looked for. */
export type Sought = {
  readonly matter?: string | undefined;
  /** The act's name. */
  readonly step?: string | undefined;
  /** The unit the case was opened at. */
  readonly from?: string | undefined;
  /** In the case's number or in what lists say of it. */
  readonly text?: string | undefined;
};

/** Of `open_act o`. */
const isSought = (sql: Sql, { matter, step, from, text }: Sought): Fragment => sql`true
  ${matter ? sql`and o.matter = ${matter}` : sql``}
  ${step ? sql`and o.name = ${step}` : sql``}
  ${from ? sql`and exists (select from case_head f where f.case_no = o.case_no and f.unit = ${from})` : sql``}
  ${
    text
      ? sql`and exists (select from case_head t where t.case_no = o.case_no and (strpos(t.case_no, ${text}) > 0
          or exists (select from jsonb_each_text(t.labels) said where strpos(said.value, ${text}) > 0)))`
      : sql``
  }`;

/** How many of each there are in an inbox. */
export type InboxCount = {
  readonly matter: string;
  readonly step: string;
  /** The unit the cases were opened at. */
  readonly from: string;
  readonly count: number;
};

export async function inboxCounts(
  sql: Sql,
  offices: readonly Office[],
  person: string,
  text: string | undefined,
): Promise<readonly InboxCount[]> {
  const units = offices.map(({ unit }) => unit);
  return await sql<InboxCount[]>`
    select o.matter, o.name as step, h.unit as from, count(*)::int as count
    from open_act o join case_head h on h.case_no = o.case_no
    where ${isSought(sql, { text })} and (
      (o.assignee is null and (o.unit, o.role) in (select * from unnest(${units}::text[], ${offices.map(({ role }) => role)}::text[])))
      or (o.assignee = ${person} and o.unit = any(${units}::text[])))
    group by o.matter, o.name, h.unit order by o.matter, o.name, h.unit`;
}

/**
 * What a person's posts are asked to do, and what is in their own hands in those units, by clock risk. One ordered index
 * scan per office, and one more per unit, merged.
 */
export async function inbox(
  sql: Sql,
  offices: readonly Office[],
  person: string,
  limit: number,
  after?: ActCursor,
  sought: Sought = {},
): Promise<readonly ActItem[]> {
  if (offices.length === 0) return [];
  const beyond = after
    ? sql`(o.urgency, o.case_no, o.key) > (${after.urgency}, ${after.caseNo}, ${after.key}) and ${isSought(sql, sought)}`
    : isSought(sql, sought);
  // How many is part of the text, the offices are one value, and a first page is after nothing: PostgreSQL then expects the
  // same of whoever asks and keeps one plan; to plan takes it longer than to read.
  const howMany = sql.unsafe(String(limit));
  const order = sql`order by o.urgency, o.case_no, o.key limit ${howMany}`;
  const held = sql`jsonb_to_recordset(${jsonb(sql, offices)})`;
  return await sql<ActItem[]>`
    with mine as (
      select o.* from ${held} office(unit text, role text)
      cross join lateral (
        select * from open_act o where o.unit = office.unit and o.role = office.role and o.assignee is null and ${beyond} ${order}
      ) o
      union all
      (select * from open_act o where o.assignee = ${person} and o.unit in (select unit from ${held} office(unit text))
        and ${beyond} ${order})
    )
    select ${columns(sql)} from mine a join case_head h on h.case_no = a.case_no
    order by a.urgency, a.case_no, a.key limit ${howMany}`;
}

/** What somebody answers for: acts of these units; and all of cases of these units and of these matters. */
export type Overseeing = {
  /** The whole county: nothing is asked of the case an act belongs to. */
  readonly everything: boolean;
  readonly headed: readonly string[];
  readonly whole: { readonly units: readonly string[]; readonly matters: readonly string[] };
};

/** Of `case_head h`. */
export const overseenCases = (sql: Sql, { everything, whole }: Overseeing): Fragment =>
  everything
    ? sql`true`
    : sql`(h.unit = any(${whole.units as string[]}) or h.matter = any(${whole.matters as string[]}))`;

/** Of `open_act a` and its `case_head h`. */
export const overseenActs = (sql: Sql, overseeing: Overseeing): Fragment =>
  sql`(a.unit = any(${overseeing.headed as string[]}) or ${overseenCases(sql, overseeing)})`;

export type Overseen = Overseeing & {
  /** Left behind by somebody whose post has ended; of an office that nobody holds. */
  readonly only?: 'lapsed' | 'unheld' | undefined;
  /** Past due; or with less than a fifth of the limit left. */
  readonly late?: 'overdue' | 'risk' | undefined;
  readonly matter?: string | undefined;
  readonly unit?: string | undefined;
  /** The unit that opened the case. */
  readonly from?: string | undefined;
  readonly step?: string | undefined;
  readonly person?: string | undefined;
  readonly today: string;
  /** County time, epoch ms. */
  readonly now: number;
  readonly after?: ActCursor | undefined;
  readonly limit: number;
};

/** Open acts as those see them who answer for them, by clock risk. */
export async function overseen(sql: Sql, asked: Overseen): Promise<readonly ActItem[]> {
  const { only, late, matter, unit, step, person, from, today, now, after = first, limit } = asked;
  return await sql<ActItem[]>`
    select ${columns(sql)} from open_act a join case_head h on h.case_no = a.case_no
    where ${overseenActs(sql, asked)}
      ${late === 'overdue' ? sql`and a.due_at <= ${now}` : sql``}
      ${late === 'risk' ? sql`and a.due_at > ${now} and a.risk_at <= ${now}` : sql``}
      ${matter ? sql`and a.matter = ${matter}` : sql``}
      ${unit ? sql`and a.unit = ${unit}` : sql``}
      ${from ? sql`and h.unit = ${from}` : sql``}
      ${step ? sql`and a.name = ${step}` : sql``}
      ${person ? sql`and a.assignee = ${person}` : sql``}
      ${only === 'lapsed' ? sql`and a.lapsed_from is not null` : sql``}
      ${only === 'unheld' ? sql`and a.assignee is null and not ${isHeldBy(sql, { unit: sql`a.unit`, role: sql`a.role` }, today)}` : sql``}
      and (a.urgency, a.case_no, a.key) > (${after.urgency}, ${after.caseNo}, ${after.key})
    order by a.urgency, a.case_no, a.key limit ${limit}`;
}

export type LeftBehind = {
  readonly caseNo: string;
  readonly matter: string;
  readonly key: string;
  readonly person: string;
  /** Of the case: tells one such moment from another. */
  readonly seq: number;
};

/** Acts in the hands of somebody who holds no post in their unit on a date. */
export async function leftBehind(sql: Sql, today: string, limit: number): Promise<readonly LeftBehind[]> {
  return await sql<LeftBehind[]>`
    select a.case_no as "caseNo", a.matter, a.key, a.assignee as person, h.seq
    from open_act a join case_head h on h.case_no = a.case_no
    where a.assignee is not null and h.state <> 'closed' and 
      not ${isHeldBy(sql, { unit: sql`a.unit`, person: sql`a.assignee` }, today)}
    limit ${limit}`;
}
