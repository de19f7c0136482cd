/** Branches: each driven apart from the others, and how they come together again. */

import type { Moment } from '../process/act.ts';
import { type Branch, ProcessDefinitionError, type Step } from '../process/definition.ts';
import type { LateJoiners } from '../process/said.ts';
import { branchOf, type Cursor, join, newer, pass, see } from './cursor.ts';
import type { OpenAct } from './derived.ts';
import type { Mark } from './emissions.ts';
import type { Position } from './position.ts';
import { block, checkName, type Walk } from './walk.ts';

/** A branch driven to its end or its first open act. */
type Driven<R> = {
  readonly done: boolean;
  /** What it ended with, once it has. */
  readonly value: R | undefined;
  readonly cursor: Cursor;
  readonly open: readonly OpenAct[];
  readonly joinable: readonly string[];
  /** What this branch said and met, by how far the run's lists had got. */
  readonly said: readonly [from: Mark, to: Mark];
  readonly visits: readonly [from: number, to: number];
  readonly ghosts: readonly [from: number, to: number];
};

type Branches = { readonly [name: string]: Branch<unknown> };

/** Runs one branch to its end or its first open act, on a copy of the cursor. */
function drive<R>(walk: Walk, branch: Branch<R>, from: Cursor, prefix: Position, scope: string): Driven<R> {
  const outer = walk.cursor;
  const [outerOpen, outerJoinable] = [walk.open, walk.joinable];
  const [saidFrom, visitsFrom, ghostsFrom] = [walk.said.mark(), walk.trace.length, walk.ghosts.length];
  walk.cursor = branchOf(from, prefix, scope);
  walk.open = [];
  walk.joinable = [];
  const step = (typeof branch === 'function' ? branch() : branch).next();
  const driven = {
    done: step.done === true,
    value: step.done ? step.value : undefined,
    cursor: walk.cursor,
    open: walk.open,
    joinable: walk.joinable,
    said: [saidFrom, walk.said.mark()] as const,
    visits: [visitsFrom, walk.trace.length] as const,
    ghosts: [ghostsFrom, walk.ghosts.length] as const,
  };
  walk.cursor = outer;
  walk.open = outerOpen;
  walk.joinable = outerJoinable;
  return driven;
}

/** Drives branches apart from here, each at a place of its own. */
function fork(walk: Walk, branches: Branches): readonly Driven<unknown>[] {
  const node = [...walk.cursor.prefix, walk.cursor.ordinal++];
  const from = { ...walk.cursor };
  return Object.entries(branches).map(([name, branch]) =>
    drive(walk, branch, from, [...node, name], from.scope),
  );
}

function waitOn(walk: Walk, driven: readonly Driven<unknown>[]): void {
  for (const { open, joinable } of driven) {
    walk.open.push(...open);
    walk.joinable.push(...joinable);
  }
}

/** Goes on once every branch has ended. */
function* gather<R>(walk: Walk, driven: readonly Driven<R>[], scoped: boolean): Step<readonly R[]> {
  waitOn(walk, driven);
  if (driven.some(({ done }) => !done)) return yield* block();
  join(
    walk.cursor,
    driven.map(({ cursor }) => cursor),
    scoped,
  );
  return driven.map(({ value }) => value as R);
}

export function* all(walk: Walk, branches: Branches): Step<{ readonly [name: string]: unknown }> {
  const driven = fork(walk, branches);
  const values = yield* gather(walk, driven, false);
  return Object.fromEntries(Object.keys(branches).map((name, i) => [name, values[i]]));
}

/** When the last of them ended; undefined while one of them is under way, or under way again. */
function closedAt(driven: readonly Driven<unknown>[], { moment, behind }: Cursor): Moment | undefined {
  if (driven.some(({ done, cursor }) => !done || cursor.behind !== behind)) return undefined;
  return driven.reduce((last, { cursor }) => (cursor.ended ? newer(last, cursor.ended) : last), moment);
}

/** Lets those in who were named before everyone there had ended; each comes when it was named. */
function letIn<T>(
  walk: Walk,
  late: LateJoiners<T>,
  driven: readonly Driven<unknown>[],
  from: Cursor,
  enter: (start: Cursor, item: T) => void,
): void {
  const told = new Map<string, number>();
  for (const { name, seq, at, data } of walk.input.facts) {
    const itemsOf = Object.hasOwn(late, name) ? late[name] : undefined;
    if (!itemsOf) continue;
    const nth = (told.get(name) ?? 0) + 1;
    told.set(name, nth);
    if (seq <= (from.seen.get(name) ?? -1)) continue;
    const closed = closedAt(driven, from);
    if (closed && seq > closed.seq) return;
    const start = { ...from };
    see(start, name, seq);
    if (seq > start.moment.seq) pass(start, { seq, at });
    for (const item of itemsOf(data, nth)) enter(start, item);
  }
  if (!closedAt(driven, from)) walk.joinable.push(...Object.keys(late));
}

export function* each<T, R>(
  walk: Walk,
  scope: string,
  list: readonly T[],
  nameOf: (item: T) => string,
  branch: (item: T) => Step<R>,
  late?: LateJoiners<T>,
): Step<readonly R[]> {
  const names = list.map(nameOf);
  for (const part of [scope, ...names]) checkName(part);
  if (new Set(names).size !== names.length)
    throw new ProcessDefinitionError(`“${scope}”的分支重名：${names.join('、')}`);
  const node = [...walk.cursor.prefix, walk.cursor.ordinal++];
  const from = { ...walk.cursor };
  const driveFrom = (start: Cursor, item: T, name: string) =>
    drive(walk, () => branch(item), start, [...node, name], `${from.scope}${scope}/${name}/`);
  const driven = list.map((item, i) => driveFrom(from, item, names[i] as string));
  if (late)
    letIn(walk, late, driven, from, (start, item) => {
      const name = nameOf(item);
      checkName(name);
      if (names.includes(name)) return;
      names.push(name);
      driven.push(driveFrom(start, item, name));
    });
  return yield* gather(walk, driven, true);
}

function concludeRace(walk: Walk, winner: Driven<unknown>, driven: readonly Driven<unknown>[]): void {
  const { moment } = walk.cursor;
  const ended = winner.cursor.ended ? newer(moment, winner.cursor.ended) : moment;
  // From the last to the first: taking out what one has said moves the places of what was said after it.
  for (const loser of driven.toReversed()) {
    if (loser === winner) continue;
    walk.said.lose(...loser.said, ended);
    for (const visit of walk.trace.slice(...loser.visits)) visit.lost = true;
    for (const ghost of walk.ghosts.slice(...loser.ghosts)) ghost.lost = true;
  }
}

export function* race(walk: Walk, branches: Branches): Step<{ winner: string; value: unknown }> {
  const driven = fork(walk, branches);
  const { behind } = walk.cursor;
  // A branch whose end rests on an act opened again has not ended: it comes after any that has.
  const isOpenAgain = ({ cursor }: Driven<unknown>): boolean => cursor.behind !== behind;
  const [winner] = driven
    .filter(({ done }) => done)
    .toSorted(
      (a, b) =>
        Number(isOpenAgain(a)) - Number(isOpenAgain(b)) ||
        (a.cursor.ended?.seq ?? 0) - (b.cursor.ended?.seq ?? 0),
    );
  if (winner && !isOpenAgain(winner)) concludeRace(walk, winner, driven);
  else waitOn(walk, driven);
  if (!winner) return yield* block();
  join(walk.cursor, [winner.cursor], false);
  return { winner: Object.keys(branches)[driven.indexOf(winner)] ?? '', value: winner.value };
}
