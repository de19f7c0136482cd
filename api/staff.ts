/** Who manages whose people, and which offices there are to be given. */
import { roleNameIn } from '../contract/county.ts';
import type { SignedIn } from '../db/people.ts';
import { rolesHeld } from '../db/people.ts';
import { dateOf } from '../engine/clock/time.ts';
import { matters } from '../workflows/index.ts';
import type { AppContext } from './env.ts';
import { isKeeper, postsOn, unitsHeaded } from './visibility.ts';

/** The units whose people somebody manages: those they head; for a keeper of the county's tables, all. */
export function managedBy(context: AppContext, me: SignedIn): readonly string[] {
  if (isKeeper(context, me)) return context.county.units.map(({ id }) => id);
  return unitsHeaded(postsOn(me, dateOf(context.now())));
}

export const isManaged = (context: AppContext, me: SignedIn, unit: string): boolean =>
  managedBy(context, me).includes(unit);

/** Every role a matter asks for, heads a unit by or the county names, as this county calls it; and those held already. */
export async function rolesIn({ county, sql }: AppContext): Promise<string[]> {
  const asked = matters.flatMap(({ offices, headRole }) => [
    headRole,
    ...Object.values(offices).map(({ role }) => roleNameIn(county, role)),
  ]);
  const kept = county.tableKeepers.map(({ role }) => role);
  return [...new Set([...asked, ...kept, ...(await rolesHeld(sql))])].toSorted();
}
