/** Where a branch of a run has got to. Copied for each branch, so that branches cannot see one another. */
import type { Moment } from '../process/act.ts';
import type { Position } from './position.ts';

export type Cursor = {
  readonly prefix: Position;
  ordinal: number;
  scope: string;
  /** The last decision consumed: it dates what is said. */
  moment: Moment;
  /** The newest decision consumed on the way here. */
  latest: Moment;
  /** Per fact name, the newest fact read on this way, by `known` or `await`. */
  seen: ReadonlyMap<string, number>;
};

export const newer = (a: Moment, b: Moment): Moment => (b.seq > a.seq ? b : a);

export const startOf = (opened: Moment): Cursor => ({
  prefix: [],
  ordinal: 0,
  scope: '',
  moment: opened,
  latest: opened,
  seen: new Map(),
});

/** Continues after branches: the newest moment of them is now, and what any of them has seen is seen. */
export function join(cursor: Cursor, ends: readonly Cursor[]): void {
  for (const end of ends) {
    if (end.latest.seq > cursor.latest.seq) cursor.moment = end.moment;
    cursor.latest = newer(cursor.latest, end.latest);
    for (const [name, seq] of end.seen) see(cursor, name, seq);
  }
}

/** Facts of a name up to this one have been read on this way. */
export function see(cursor: Cursor, name: string, seq: number): void {
  cursor.seen = new Map(cursor.seen).set(name, Math.max(seq, cursor.seen.get(name) ?? -1));
}
