/** A county as data: its units, what it calls them and their roles, its calendar. No other room knows a county by name. */
import type { Office } from './actor.ts';
import type { Calendar } from './calendar.ts';
import type { FieldIssue } from './refusal.ts';
import type { Json, Rule, RuleRow } from './rule.ts';

export type Unit = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'county' | 'department' | 'township';
  /** The unit that oversees this one. */
  readonly parent: string | null;
  /** The unit it has joined (并入), which answers for it. */
  readonly joined?: string | null;
};

/** What a county's folder says in code; its parameters are in a file beside it. */
export type CountyData = {
  readonly name: string;
  readonly units: readonly Unit[];
  /** Which unit is the county's authority in a field of law, by the field a matter's owner names. */
  readonly authorities: { readonly [field: string]: string };
  /** What this county calls a role, where that is not the regulation's own word. */
  readonly roleNames: { readonly [role: string]: string };
  readonly calendar: Calendar;
  /** Who records holiday notices and new values of rules. */
  readonly tableKeepers: readonly Office[];
};

export type County = CountyData & {
  /** Stands before a matter's word in the case numbers people write: 平 in 平低保〔2026〕00123. By the number's year. */
  readonly numberWords: readonly RuleRow<string>[];
  /** Every rule a matter names, by name: the matter's rows overlaid by the county's. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** Everything wrong with a value for a rule. */
  readonly ruleFaults: (name: string, value: Json) => readonly FieldIssue[];
  /** What the parts of a rule's value are called. */
  readonly ruleWords: (name: string) => { readonly [part: string]: string };
};

/** The county's units with those that were changed, or added, after its file was written. */
export function unitsNow(filed: readonly Unit[], changed: readonly Unit[]): readonly Unit[] {
  const later = new Map(changed.map((unit) => [unit.id, unit]));
  const known = new Set(filed.map(({ id }) => id));
  return [...filed.map((unit) => later.get(unit.id) ?? unit), ...changed.filter(({ id }) => !known.has(id))];
}

/** A unit and every unit it oversees, directly or through others. */
export function unitsUnder(county: Pick<County, 'units'>, id: string): readonly string[] {
  const below = county.units.filter(({ parent }) => parent === id);
  return [id, ...below.flatMap((unit) => unitsUnder(county, unit.id))];
}

/** The unit that is the authority in a field. Throws if the county has none: its data is incomplete. */
export function authorityIn({ name, authorities }: County, field: string): string {
  const unit = Object.hasOwn(authorities, field) ? authorities[field] : undefined;
  if (unit === undefined) throw new Error(`${name}没有“${field}”的主管单位`);
  return unit;
}

export const roleNameIn = ({ roleNames }: County, role: string): string =>
  Object.hasOwn(roleNames, role) ? (roleNames[role] ?? role) : role;
