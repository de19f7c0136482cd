/** Single fields of a form put right, each by its path like `members.0.name`; null takes an item or an optional field away. */
import type { AnyField, Fields } from '../../contract/form.ts';
import type { Json } from '../../contract/rule.ts';
import { optional } from './form.ts';
import { valueAt } from './named.ts';

type Form = { readonly [name: string]: Json };
export type Changes = { readonly [path: string]: Json };

const isIndex = (part: string): boolean => /^(0|[1-9]\d{0,3})$/.test(part);

/** The field at a path and how people call it; an item of a list may be one past its end. */
function fieldAt(fields: Fields, form: Form, path: string): AnyField | undefined {
  const [first = '', ...rest] = path.split('.');
  let field: AnyField | undefined = Object.hasOwn(fields, first) ? fields[first] : undefined;
  let label = field?.label ?? '';
  let at = first;
  for (const part of rest) {
    if (!field) return undefined;
    const { shape } = field;
    if (shape.kind === 'group') {
      field = Object.hasOwn(shape.fields, part) ? shape.fields[part] : undefined;
      label = `${label}·${field?.label ?? ''}`;
    } else if (shape.kind === 'list' && isIndex(part)) {
      const held = valueAt(form, at);
      if (Number(part) > (Array.isArray(held) ? held.length : 0)) return undefined;
      field = optional(shape.of);
      label = `${label}第${Number(part) + 1}项`;
    } else return undefined;
    at = `${at}.${part}`;
  }
  return field && { ...field, label };
}

/** The fields of the changed paths, each by its path: what a form of changes is checked and sealed by. */
export const fieldsAt = (fields: Fields, form: Form, changes: Changes): Fields =>
  Object.fromEntries(
    Object.keys(changes).flatMap((path) => {
      const field = fieldAt(fields, form, path);
      return field ? [[path, field]] : [];
    }),
  );

function put(value: Json, [part, ...rest]: readonly string[], to: Json): Json {
  if (part === undefined) return to;
  if (Array.isArray(value)) {
    const index = Number(part);
    return [...value.slice(0, index), put(value[index] ?? {}, rest, to), ...value.slice(index + 1)];
  }
  return { ...(value as Form), [part]: put((value as Form)[part] ?? {}, rest, to) };
}

function take(value: Json, [part = '', ...rest]: readonly string[]): Json {
  const held = (value as Form)[part];
  if (rest.length > 0 && held === undefined) return value;
  if (Array.isArray(value)) {
    const index = Number(part);
    return rest.length === 0 ? value.toSpliced(index, 1) : value.with(index, take(value[index] ?? {}, rest));
  }
  if (rest.length > 0) return { ...(value as Form), [part]: take(held ?? {}, rest) };
  const { [part]: _gone, ...left } = value as Form;
  return left;
}

const deepest = ([one]: readonly [string, Json], [other]: readonly [string, Json]): number =>
  other.localeCompare(one, 'en', { numeric: true });

/** The form with its changes: what is put right first, then what is taken away, the last of a list first. */
export function changed(form: Form, changes: Changes): Form {
  const all = Object.entries(changes);
  const right = all
    .filter(([, to]) => to !== null)
    .toSorted((a, b) => deepest(b, a))
    .reduce<Json>((value, [path, to]) => put(value, path.split('.'), to), form);
  return all
    .filter(([, to]) => to === null)
    .toSorted(deepest)
    .reduce<Json>((value, [path]) => take(value, path.split('.')), right) as Form;
}
