/** 职责清单: who is competent for what on a date. */
import type { Query, Sql } from './connect.ts';

export const dutyKinds = ['基本履职', '配合履职', '上级部门收回'] as const;

export type Duty = {
  readonly code: string;
  readonly kind: (typeof dutyKinds)[number];
  readonly item: string;
  readonly unit: string;
  readonly basis: string;
  readonly from: string;
  readonly to: string | null;
};

/** In force on a date, by code: the newest entry for each. */
export async function duties(sql: Query, date: string): Promise<readonly Duty[]> {
  return await sql<Duty[]>`
    select distinct on (code) code, kind, item, unit, basis, valid_from::text as "from", valid_to::text as "to"
    from duty_item where not withdrawn and valid_from <= ${date}::date and (valid_to is null or valid_to >= ${date}::date)
    order by code, valid_from desc, id desc`;
}

/** By what a ruling's entries are known. */
export const rulingSource = (key: string): string => `裁定 ${key}`;

/** Whether the county has taken a list: rulings alone are none. */
export async function hasDutyList(sql: Query): Promise<boolean> {
  const rows = await sql`select from duty_item where not starts_with(source, ${rulingSource('')}) limit 1`;
  return rows.length > 0;
}

/** The entry a source makes; again, it changes nothing. */
export async function recordDuties(sql: Query, all: readonly Duty[], source: string): Promise<number> {
  const rows = all.map(({ from, to, ...duty }) => ({ ...duty, valid_from: from, valid_to: to, source }));
  const { count } =
    await sql`insert into duty_item ${sql(rows)} on conflict (source, code, valid_from) do nothing`;
  return count;
}

/** What a ruling entered no longer counts: the ruling has been withdrawn. */
export async function withdrawDuties(sql: Sql, source: string): Promise<void> {
  await sql`update duty_item set withdrawn = true where source = ${source}`;
}
