/** 单位: the county's own, as its file says and as the county has changed them since. */
import { type Unit, unitsNow } from '../contract/county.ts';
import type { Fragment, Query, Sql } from './connect.ts';
import { type Change, entered } from './staff.ts';

export async function units(sql: Sql): Promise<readonly Unit[]> {
  return await sql<Unit[]>`select id, name, kind, parent, joined from unit order by id`;
}

/** Those the county has changed, or added: its file is older than they are. */
async function changedUnits(sql: Sql): Promise<readonly Unit[]> {
  return await sql<Unit[]>`select id, name, kind, parent, joined from unit where changed order by id`;
}

/** The county's, of its file, as they are now. */
export const currentUnits = async (sql: Sql, filed: readonly Unit[]): Promise<readonly Unit[]> =>
  unitsNow(filed, await changedUnits(sql));

/** As the county's file says them; what the county has changed since stays. */
export async function putUnits(sql: Sql, all: readonly Unit[]): Promise<void> {
  await sql`insert into unit ${sql(all as Unit[])}
    on conflict (id) do update set name = excluded.name, kind = excluded.kind, parent = excluded.parent
    where not unit.changed`;
}

export const unitsChanged = 'units_changed';

/** Changes a unit, or adds one. Whoever had joined it goes on to where it joins. */
export async function changeUnit(
  sql: Sql,
  { id, name, kind, parent, joined = null }: Unit,
  change: Change,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`insert into unit (id, name, kind, parent, joined, changed)
      values (${id}, ${name}, ${kind}, ${parent}, ${joined}, true)
      on conflict (id) do update set name = excluded.name, kind = excluded.kind, parent = excluded.parent,
        joined = excluded.joined, changed = true`;
    if (joined !== null) await tx`update unit set joined = ${joined}, changed = true where joined = ${id}`;
    await entered(tx, change);
    await tx`select pg_notify(${unitsChanged}, '')`;
  });
}

/** A unit by itself and by whoever answers for it. */
export const answeringFor = (sql: Query, unit: Fragment): Fragment =>
  sql`select u.joined from unit u where u.id = ${unit} and u.joined is not null union all select ${unit}`;
