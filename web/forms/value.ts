/** A form as it is being filled in: what is sent, what is wrong with it, by the engine's own checks. */
import type { AnyField, Fields } from '../../contract/form.ts';
import { readBirthCertificate, readIdentity } from '../../contract/identity-number.ts';
import type { FieldIssue } from '../../contract/refusal.ts';
import type { Json } from '../../contract/rule.ts';
import { checkForm } from '../../engine/forms/form.ts';

export type Values = { readonly [name: string]: Json | undefined };

/** A form nobody has filled in: a list that must have items starts with them. */
export const begun = (fields: Fields): Values =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { shape }]) =>
      shape.kind === 'list' && shape.min > 0 ? [[name, Array.from({ length: shape.min }, () => ({}))]] : [],
    ),
  );

/** Without what was left empty: an empty input is nothing said. */
export function filled(fields: Fields, values: Values): { readonly [name: string]: Json } {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = filledField(field, values[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function filledField({ shape, optional }: AnyField, value: Json | undefined): Json | undefined {
  if (shape.kind === 'list') {
    const items = Array.isArray(value) ? (value as readonly Json[]) : [];
    return items.length === 0 && optional
      ? undefined
      : items.map((item) => filledField({ ...shape.of, optional: false }, item) ?? null);
  }
  if (shape.kind === 'group') {
    const group = filled(shape.fields, typeof value === 'object' ? (value as Values) : {});
    return optional && Object.keys(group).length === 0 ? undefined : group;
  }
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  return value;
}

/** The engine keeps an identity number sealed; here it stands for itself once it is one. */
const sealed = { masked: '', hash: '-', sealed: '', birthDate: '', sex: '男' };

function asKept({ shape }: AnyField, value: Json): Json {
  if (shape.kind === 'identity')
    return typeof value === 'string' &&
      (readIdentity(value) || (shape.orBirthCertificate && readBirthCertificate(value)))
      ? sealed
      : value;
  if (shape.kind === 'list' && Array.isArray(value))
    return value.map((item: Json) => (item === null ? item : asKept(shape.of, item)));
  if (shape.kind === 'group' && value !== null && typeof value === 'object' && !Array.isArray(value))
    return allAsKept(shape.fields, value as { readonly [name: string]: Json });
  return value;
}

const allAsKept = (
  fields: Fields,
  values: { readonly [name: string]: Json },
): { readonly [name: string]: Json } =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields[name];
      return [name, field ? asKept(field, value) : value];
    }),
  );

/** What nobody types is no fault of who fills the form in. */
const typed = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, { shape }]) => shape.kind !== 'drawn'));

/** Every fault, field by field, as the engine would find it. */
export const faultsOf = (fields: Fields, values: Values): readonly FieldIssue[] =>
  checkForm(typed(fields), allAsKept(fields, filled(typed(fields), values)));

/** Where a fault's field stands in the form: `members.0.name`. */
export const placeOf = (field: string): (string | number)[] =>
  field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
