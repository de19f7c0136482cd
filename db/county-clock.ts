/** The county clock: now = county0 + (wall − wall0) × speed. In production it is the wall clock. */
import type { CountyClock } from '../contract/county-clock.ts';
import type { Sql } from './connect.ts';

export async function readCountyClock(sql: Sql): Promise<CountyClock | undefined> {
  const [row] = await sql<CountyClock[]>`select wall0, county0, speed from county_clock`;
  return row;
}

export async function writeCountyClock(sql: Sql, clock: CountyClock): Promise<void> {
  await sql`insert into county_clock ${sql({ ...clock })} on conflict (one) do update
    set wall0 = excluded.wall0, county0 = excluded.county0, speed = excluded.speed`;
  await sql`select pg_notify('county_clock_moved', '')`;
}
