/** Where a branch of a run has got to. Copied for each branch, so that branches cannot see one another. */
import type { Moment } from '../process/act.ts';
import type { NoticeText } from '../process/said.ts';
import type { DerivedClock, Superseded } from './derived.ts';
import type { Position } from './position.ts';

/** Acts opened again that this way has passed with their old decisions. */
type Behind = {
  /** The earliest of the entries that opened them again. */
  readonly since: number;
  /** When the old decisions were made. */
  readonly ghosts: readonly number[];
};

export type Cursor = {
  readonly prefix: Position;
  ordinal: number;
  scope: string;
  /**
   * The last decision or fact taken on this way. It dates what is said and bounds what is known, so a decision that
   * still stands says the same, however late something before it was done again.
   */
  moment: Moment;
  /** The newest decision or fact taken on the way here: what opens next opens then. */
  latest: Moment;
  /** The newest taken since this branch began: of a race's branches the one that ended first has won. */
  ended: Moment | undefined;
  /** Per fact name, the newest fact read on this way, by `known` or `await`. */
  seen: ReadonlyMap<string, number>;
  /** The clocks that run on this way, the outermost first. */
  clocks: readonly DerivedClock[];
  accepted: Moment | undefined;
  behind: Behind | undefined;
  /** What the applicant or the public was told since the last act on this way. */
  shown: readonly NoticeText[];
};

const nothing: readonly NoticeText[] = [];

export const newer = (a: Moment, b: Moment): Moment => (b.seq > a.seq ? b : a);

export const startOf = (opened: Moment): Cursor => ({
  prefix: [],
  ordinal: 0,
  scope: '',
  moment: opened,
  latest: opened,
  ended: undefined,
  seen: new Map(),
  clocks: [],
  accepted: undefined,
  behind: undefined,
  shown: nothing,
});

/** A branch's own beginning: nothing has ended in it yet. */
export const branchOf = (from: Cursor, prefix: Position, scope: string): Cursor => ({
  ...from,
  prefix,
  ordinal: 0,
  scope,
  ended: undefined,
});

/** Notes what this branch has waited for: it has not ended before. */
export function waitedFor(cursor: Cursor, moment: Moment): void {
  cursor.ended = cursor.ended ? newer(cursor.ended, moment) : moment;
}

/** Passes a decision, or a fact newer than where the run stands. */
export function pass(cursor: Cursor, moment: Moment): void {
  cursor.moment = moment;
  cursor.latest = newer(cursor.latest, moment);
  cursor.shown = nothing;
  waitedFor(cursor, moment);
}

/** Passes an act that has been opened again as its old decision had it. */
export function passGhost(cursor: Cursor, ghost: Superseded): void {
  pass(cursor, { seq: ghost.seq, at: ghost.at });
  cursor.behind = both(cursor.behind, { since: ghost.supersededBy, ghosts: [ghost.seq] });
}

const both = (one: Behind | undefined, other: Behind): Behind =>
  one ? { since: Math.min(one.since, other.since), ghosts: [...one.ghosts, ...other.ghosts] } : other;

/** Whether what would be said here rests on a decision that is being made anew. */
export const isUnsaid = ({ behind, moment }: Cursor): boolean =>
  behind !== undefined && (moment.seq >= behind.since || behind.ghosts.includes(moment.seq));

/** Continues after branches: now is the newest of where they ended, and what any of them has seen is seen. */
export function join(cursor: Cursor, ends: readonly Cursor[], scoped: boolean): void {
  const from = { moment: cursor.moment, clocks: cursor.clocks, behind: cursor.behind };
  const moved = ends.map(({ moment }) => moment).filter((moment) => moment !== from.moment);
  if (moved.length > 0) cursor.moment = moved.reduce(newer);
  cursor.clocks = from.clocks.filter((clock) => ends.every(({ clocks }) => clocks.includes(clock)));
  if (ends.length > 0) cursor.shown = [...new Set(ends.flatMap(({ shown }) => shown))];
  for (const end of ends) {
    cursor.latest = newer(cursor.latest, end.latest);
    if (end.behind && end.behind !== from.behind) cursor.behind = both(cursor.behind, end.behind);
    if (end.ended) waitedFor(cursor, end.ended);
    if (end.accepted)
      cursor.accepted =
        cursor.accepted && cursor.accepted.seq <= end.accepted.seq ? cursor.accepted : end.accepted;
    for (const [name, seq] of end.seen) see(cursor, name, seq);
    if (!scoped)
      cursor.clocks = [...cursor.clocks, ...end.clocks.filter((clock) => !from.clocks.includes(clock))];
  }
}

/** Facts of a name up to this one have been read on this way. */
export function see(cursor: Cursor, name: string, seq: number): void {
  cursor.seen = new Map(cursor.seen).set(name, Math.max(seq, cursor.seen.get(name) ?? -1));
}
