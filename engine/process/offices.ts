/** The offices of a matter: which of them are in the unit that opened the case, which in the matter's authority. */
import type { Office } from '../../contract/actor.ts';
import { authorityIn, type County, roleNameIn } from '../../contract/county.ts';

export type OfficeSlot = {
  readonly at: 'unit' | 'authority';
  /** The field whose authority it is; the matter's own without one. */
  readonly field?: string;
  /** The regulation's word for the role; a county may have its own. */
  readonly role: string;
};
export type OfficeSlots = { readonly [name: string]: OfficeSlot };
type Offices<S extends OfficeSlots> = { readonly [K in keyof S]: Office };

const place = <S extends OfficeSlots>(
  slots: S,
  officeOf: (slot: OfficeSlot, name: string) => Office,
): Offices<S> =>
  // Object.fromEntries forgets the names it was given.
  Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, officeOf(slot, name)])) as Offices<S>;

/** The same role in another unit: of whichever is called. */
export const inUnit = ({ role }: Office, unit: string): Office => ({ unit, role });

/** The offices of a case opened in a unit of a county, by that county's own units and role names. */
export function officesIn<S extends OfficeSlots>(
  county: County,
  { owner, offices }: { readonly owner: string; readonly offices: S },
  unit: string,
): Offices<S> {
  return place(offices, ({ at, field = owner, role }) => ({
    unit: at === 'unit' ? unit : authorityIn(county, field),
    role: roleNameIn(county, role),
  }));
}

/** The offices a case carries. One opened before cases carried them has the regulation's roles, the owner's field as its unit. */
export function officesOf<S extends OfficeSlots>(
  { owner, offices }: { readonly owner: string; readonly offices: S },
  input: { readonly unit: string; readonly offices?: { readonly [name: string]: Office } | undefined },
): Offices<S> {
  return place(
    offices,
    ({ at, field = owner, role }, name) =>
      input.offices?.[name] ?? { unit: at === 'unit' ? input.unit : field, role },
  );
}
