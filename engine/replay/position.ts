/**
 * Where an act stands in a run: ordinals and branch numbers in turn, from the root (even places are ordinals in a
 * sequence, odd places are branches of an `all`, `each` or `race`). Two positions relate by their first difference.
 */
export type Position = readonly number[];

export type Relation = 'same' | 'before' | 'after' | 'concurrent';

export function relation(a: Position, b: Position): Relation {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    if (x === y) continue;
    if (i % 2 === 1) return 'concurrent';
    return x < y ? 'before' : 'after';
  }
  return 'same';
}
