/** The county's calendar and rules as they stand: the newest recorded version of each, else what its data says. */
import type { Calendar } from '../contract/calendar.ts';
import type { County } from '../contract/county.ts';
import type { Rule, RuleName } from '../contract/rule.ts';
import type { Query, Sql } from './connect.ts';
import { jsonb } from './json.ts';

export type CountyTables = {
  readonly calendar: Calendar;
  readonly rules: ReadonlyMap<string, Rule>;
  /** Rules of which a later version has been recorded. */
  readonly recorded: ReadonlySet<string>;
};

const tablesLock = 7_146_003;

/**
 * Held to the end of the transaction: by whoever opens a case while it takes its tables, by whoever publishes alone. So a
 * case has either been told of what is published, or was opened with it.
 */
export async function holdTables(tx: Query, how: 'together' | 'alone'): Promise<void> {
  await (how === 'alone'
    ? tx`select pg_advisory_xact_lock(${tablesLock})`
    : tx`select pg_advisory_xact_lock_shared(${tablesLock})`);
}

export async function countyTables(
  sql: Query,
  county: Pick<County, 'calendar' | 'rules'>,
): Promise<CountyTables> {
  const [[calendar], rules] = await Promise.all([
    sql<{ body: Calendar }[]>`select body from calendar order by recorded_at desc, version desc limit 1`,
    sql<
      { body: Rule }[]
    >`select distinct on (name) body from rule order by name, recorded_at desc, version desc`,
  ]);
  return {
    calendar: calendar?.body ?? county.calendar,
    rules: new Map([...county.rules, ...rules.map(({ body }) => [body.name, body] as const)]),
    recorded: new Set(rules.map(({ body }) => body.name)),
  };
}

/** False if that version has been recorded before: what was recorded is never changed. */
export async function recordCalendar(
  sql: Sql,
  calendar: Calendar,
  by: string,
  why: string,
): Promise<boolean> {
  const { count } = await sql`
    insert into calendar (version, body, recorded_by, why)
    values (${calendar.version}, ${jsonb(sql, calendar)}, ${by}, ${why}) on conflict do nothing`;
  return count === 1;
}

/** False if that version has been recorded before. */
export async function recordRule(sql: Sql, rule: Rule, by: string, why: string): Promise<boolean> {
  const { count } = await sql`
    insert into rule (name, version, body, recorded_by, why)
    values (${rule.name}, ${rule.version}, ${jsonb(sql, rule)}, ${by}, ${why}) on conflict do nothing`;
  return count === 1;
}

/** Live cases, whose clocks a changed calendar moves. */
export async function liveCases(
  sql: Sql,
  after: string,
  limit: number,
): Promise<readonly { readonly caseNo: string; readonly matter: string }[]> {
  return await sql<{ caseNo: string; matter: string }[]>`
    select case_no as "caseNo", matter from case_head where state <> 'closed' and case_no > ${after} order by case_no limit ${limit}`;
}

/** The rules a process names, as they stand. Throws for one nobody has defined. */
export function rulesNamed(tables: Pick<CountyTables, 'rules'>, names: readonly RuleName[]): readonly Rule[] {
  return names.map(({ name }) => {
    const rule = tables.rules.get(name);
    if (!rule) throw new Error(`no rule ${name}`);
    return rule;
  });
}

export type Recorded = { readonly by: string; readonly at: string; readonly why: string };

/** Who recorded the newest version of each rule, when (ISO) and why. */
export async function recordings(sql: Sql): Promise<ReadonlyMap<string, Recorded>> {
  const rows = await sql<(Recorded & { name: string })[]>`
    select distinct on (r.name) r.name, coalesce(p.name, r.recorded_by) as by, r.recorded_at::text as at, r.why
    from rule r left join person p on p.id = r.recorded_by order by r.name, r.recorded_at desc, r.version desc`;
  return new Map(rows.map(({ name, ...rest }) => [name, rest]));
}

export type SignOff = {
  readonly rule: string;
  readonly rowHash: string;
  readonly by: string;
  /** County time, epoch ms. */
  readonly at: number;
  readonly why: string;
};

export const signOffs = async (sql: Sql): Promise<readonly SignOff[]> =>
  await sql<SignOff[]>`
    select s.rule, s.row_hash as "rowHash", p.name as by, s.at, s.why from sign_off s join person p on p.id = s.by_person`;

/** Once is enough: the first stands. */
export async function signOff(sql: Sql, { rule, rowHash, by, at, why }: SignOff): Promise<void> {
  await sql`insert into sign_off (rule, row_hash, by_person, at, why) values (${rule}, ${rowHash}, ${by}, ${at}, ${why}) on conflict do nothing`;
}
