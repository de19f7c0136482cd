/** What a form names outside itself, and where: uploaded materials, units, people, items of the duty list. */
import type { AnyField, Fields } from '../../contract/form.ts';
import type { Json } from '../../contract/rule.ts';

export type NamedKind = 'file' | 'unit' | 'person' | 'duty';
export type Named = { readonly field: string; readonly label: string; readonly value: string };

function namedAt(
  kind: NamedKind,
  { shape, label }: AnyField,
  value: Json | undefined,
  field: string,
): readonly Named[] {
  if (shape.kind === kind) return typeof value === 'string' ? [{ field, label, value }] : [];
  if (shape.kind === 'list' && Array.isArray(value))
    return value.flatMap((item: Json, i) => namedAt(kind, shape.of, item, `${field}.${i}`));
  if (shape.kind === 'group' && typeof value === 'object' && value !== null && !Array.isArray(value))
    return namedIn(kind, shape.fields, value as { readonly [name: string]: Json }, `${field}.`);
  return [];
}

/** By the fields of the form: a text that only looks like a material is none. */
export const namedIn = (
  kind: NamedKind,
  fields: Fields,
  form: { readonly [name: string]: Json },
  prefix = '',
): readonly Named[] =>
  Object.entries(fields).flatMap(([name, field]) => namedAt(kind, field, form[name], `${prefix}${name}`));

/** What stands at a field's path, like `members.0.identity`; null where nothing does. */
export const valueAt = (form: Json, path: string): Json =>
  path.split('.').reduce<Json>((value, part) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return null;
    return (value as { readonly [name: string]: Json })[part] ?? null;
  }, form);
