/** Which materials a form names, and where. */
import type { AnyField, Fields } from '../../contract/form.ts';
import type { Json } from '../../contract/rule.ts';

export type NamedFile = { readonly field: string; readonly label: string; readonly sha256: string };

function filesAt({ shape, label }: AnyField, value: Json | undefined, field: string): readonly NamedFile[] {
  if (shape.kind === 'file') return typeof value === 'string' ? [{ field, label, sha256: value }] : [];
  if (shape.kind === 'list' && Array.isArray(value))
    return value.flatMap((item: Json, i) => filesAt(shape.of, item, `${field}.${i}`));
  if (shape.kind === 'group' && typeof value === 'object' && value !== null && !Array.isArray(value))
    return filesIn(shape.fields, value as { readonly [name: string]: Json }, `${field}.`);
  return [];
}

/** By the fields of the form: a text that only looks like a material is none. */
export const filesIn = (
  fields: Fields,
  form: { readonly [name: string]: Json },
  prefix = '',
): readonly NamedFile[] =>
  Object.entries(fields).flatMap(([name, field]) => filesAt(field, form[name], `${prefix}${name}`));
