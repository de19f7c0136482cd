/** What of an application can be put right: each single field by its path, and items to be taken away or added. */
import type { AnyField, Fields } from '../../../contract/form.ts';
import type { Json } from '../../../contract/rule.ts';
import { isWithin } from '../../../engine/process/amendment.ts';
import { labelOf } from '../../forms/label.ts';
import { sayFen } from '../../shared/said.tsx';

export type Amendable = {
  readonly path: string;
  readonly label: string;
  /** What stands there now; null where nothing does. */
  readonly now: Json;
  /** It is an item or a group that can be taken away whole. */
  readonly takesAway?: true;
};

const takeAway = 'take:';
/** A choice names a path, or its taking away. */
export const choiceOf = ({ path, takesAway }: Amendable): string => (takesAway ? `${takeAway}${path}` : path);
export const takenAway = (choice: string): string | undefined =>
  choice.startsWith(takeAway) ? choice.slice(takeAway.length) : undefined;

type Values = { readonly [name: string]: Json };

function within(field: AnyField, value: Json, path: string, label: string): readonly Amendable[] {
  const { shape, optional } = field;
  const entered = { path, label, now: value };
  if (shape.kind === 'drawn') return [];
  if (shape.kind === 'group' && (value === null || typeof value !== 'object')) return [entered];
  if (shape.kind === 'group')
    return [
      ...amendable(shape.fields, value as Values, `${path}.`, `${label}·`),
      ...(optional ? [{ ...entered, takesAway: true as const }] : []),
    ];
  if (shape.kind !== 'list') return [entered];
  const items = Array.isArray(value) ? (value as readonly Json[]) : [];
  const itemLabel = (i: number): string => `${label} ${i + 1}`;
  return [
    ...items.flatMap((item, i) => [
      ...within({ ...shape.of, optional: false }, item, `${path}.${i}`, itemLabel(i)),
      ...(items.length > shape.min
        ? [{ path: `${path}.${i}`, label: itemLabel(i), now: item, takesAway: true as const }]
        : []),
    ]),
    ...(items.length < shape.max
      ? [{ path: `${path}.${items.length}`, label: `添一项${label}`, now: null }]
      : []),
  ];
}

function amendable(fields: Fields, values: Values, prefix: string, labels: string): readonly Amendable[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    within(field, values[name] ?? null, `${prefix}${name}`, `${labels}${labelOf(field)}`),
  );
}

/** All but what can never be put right, in the order of the form. */
export const amendableIn = (fields: Fields, form: Values, never: readonly string[]): readonly Amendable[] =>
  amendable(fields, form, '', '').filter(({ path }) => !never.some((field) => isWithin(path, field)));

/** What stands there now, as the list of choices says it. */
export function sayNow({ path, now }: Amendable): string {
  if (now === null) return '';
  if (typeof now === 'number') return path.endsWith('Fen') ? sayFen(now) : String(now);
  if (typeof now === 'boolean') return now ? '是' : '否';
  if (typeof now === 'string') return now.length > 24 ? '' : now;
  if ('masked' in now) return String(now['masked']);
  const named = (now as Values)['name'] ?? (now as Values)['item'];
  return typeof named === 'string' ? named : '';
}
