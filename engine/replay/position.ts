/**
 * Where an act stands in a run: ordinals and branch names in turn, from the root (even places are ordinals in a
 * sequence, odd places are branches of an `all`, `each` or `race`). Two positions relate by their first difference.
 */
export type Position = readonly (number | string)[];

export type Relation = 'same' | 'before' | 'after' | 'concurrent';

export function relation(a: Position, b: Position): Relation {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const [x, y] = [a[i] as number | string, b[i] as number | string];
    if (x === y) continue;
    if (i % 2 === 1) return 'concurrent';
    return x < y ? 'before' : 'after';
  }
  return 'same';
}

export const isAt = (a: Position, b: Position): boolean => a.length === b.length && relation(a, b) === 'same';
