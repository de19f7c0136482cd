/**
 * What follows from an entry by the process, found once, when the entry is written, and written with it: folding a
 * ledger needs no process. Absent lists are empty.
 */
import { canonical } from '../../contract/hash.ts';
import { bearerOf } from '../clock/responsibility.ts';
import type { Bearer } from '../clock/responsibility-span.ts';
import type { DerivedEffect, OpenAct, RecordedDecision, Run, Visit } from '../replay/derived.ts';
import { isAt } from '../replay/position.ts';
import { nextRounds, supersede } from './change.ts';
import { issuedSince } from './documents.ts';
import type { Keyed } from './keyed.ts';
import { type CaseState, readsTheSame, runOf } from './state.ts';

export type Derived = {
  /** Decisions the process no longer asks for, or asks otherwise. */
  readonly superseded?: readonly string[];
  /** Acts that closed without a decision: their round is over. */
  readonly lapsed?: readonly string[];
  /** Acts that opened with this entry though the last thing before them is older: their own limit counts from here. */
  readonly opened?: readonly string[];
  /** Acts opened again that the process no longer comes by. */
  readonly dropped?: readonly string[];
  /** What decisions that no longer stand had sent. */
  readonly left?: readonly DerivedEffect[];
  /** Documents that this entry issues, by key. */
  readonly issued?: readonly string[];
  /** Who bore the time since the entry before; absent if no time passed, before 受理, and after the end. */
  readonly bearer?: Bearer;
};

/** The same act is open; under another version its place says nothing. */
const isOpenIn = ({ open }: Run, act: OpenAct, anywhere: boolean): boolean =>
  open.some(({ key, position }) => key === act.key && (anywhere || isAt(position, act.position)));

/** What follows, and the state whose run it was read from. */
type Found = { readonly derived: Derived; readonly seen: CaseState };

/** What follows: `before` the entry, and `after` its event has changed what it says and nothing else. */
export function derive(before: CaseState, after: CaseState): Found {
  const bearer = after.at > before.at ? { bearer: bearerOf(before) } : {};
  if (readsTheSame(before, after))
    return { derived: filled({ ...bearer, issued: issuedBy(before, after) }), seen: after };
  const was = runOf(before);
  const { seen, rewritten, dropped } = pruned(was, after);
  const now = runOf(seen);
  const superseded = [...rewritten, ...unmet(seen.decisions, now.trace)];
  const stands = (key: string): boolean => after.decisions.has(key) && !superseded.includes(key);
  const moved = before.version !== after.version;
  const said = new Set(now.effects.map(({ key }) => key));
  const derived = {
    ...bearer,
    superseded,
    lapsed: keysOf(was.open.filter((act) => !isOpenIn(now, act, moved) && !stands(act.key))),
    opened: keysOf(now.open.filter((act) => act.opened.seq < after.seq && !isOpenIn(was, act, moved))),
    dropped,
    left: was.effects.filter(({ key }) => !said.has(key)),
    issued: issuedBy(before, seen),
  };
  return { derived: filled(derived), seen };
}

/** The first entry is written without what follows from it: the second numbers its documents too. */
const issuedBy = (before: CaseState, after: CaseState): readonly string[] =>
  issuedSince(before, after).slice(before.documents.length);

/** Only what there is: most entries have few consequences or none. */
const filled = (derived: { readonly [name: string]: unknown }): Derived =>
  Object.fromEntries(
    Object.entries(derived).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );

type Pruned = {
  readonly seen: CaseState;
  readonly rewritten: readonly string[];
  readonly dropped: readonly string[];
};

/**
 * The state without what cannot stay: acts opened again that the process no longer comes by, and decisions whose words
 * would now read otherwise, since something they did not ask about was decided anew: they are asked again.
 */
function pruned(was: Run, after: CaseState): Pruned {
  const rewritten: string[] = [];
  const dropped: string[] = [];
  for (let seen = after; ; ) {
    const now = runOf(seen);
    const gone = unmet(seen.ghosts, now.ghosts);
    const otherwise = after.ghosts.size > 0 || was.ghosts.length > 0 ? saidOtherwise(was, now) : [];
    if (gone.length === 0 && otherwise.length === 0) return { seen, rewritten, dropped };
    dropped.push(...gone);
    rewritten.push(...otherwise);
    seen = { ...seen, ghosts: seen.ghosts.without(gone), decisions: seen.decisions.without(otherwise) };
  }
}

/** Standing decisions that said something and would now say it in other words. */
function saidOtherwise(was: Run, now: Run): readonly string[] {
  const said = contents(was);
  const otherwise = new Set<number>();
  for (const [key, { text, seq }] of contents(now)) {
    const known = said.get(key);
    if (known && known.seq === seq && known.text !== text) otherwise.add(seq);
  }
  return now.trace.filter(({ decision }) => otherwise.has(decision.seq)).map(({ act }) => act.key);
}

const keysOf = (acts: readonly OpenAct[]): readonly string[] => acts.map(({ key }) => key);

type Content = { readonly text: string; readonly seq: number };

function contents({ clocks, notices, effects, records }: Run): ReadonlyMap<string, Content> {
  const all = new Map<string, Content>();
  for (const { key, limit, started } of clocks)
    all.set(`clock ${key}`, { text: canonical(limit), seq: started.seq });
  for (const { key, to, text, moment } of notices)
    all.set(`notice ${key}`, { text: canonical([to, text]), seq: moment.seq });
  for (const { key, system, payload, moment } of effects)
    all.set(`effect ${key}`, { text: canonical([system, payload]), seq: moment.seq });
  for (const { key, subject, from, to, data, moment } of records)
    all.set(`record ${key}`, { text: canonical([subject, from, to ?? null, data]), seq: moment.seq });
  return all;
}

/** Decisions a run has not come by, oldest first; what it has come by is among them. */
function unmet(decisions: Keyed<RecordedDecision>, met: readonly Visit[]): readonly string[] {
  if (decisions.size === met.length) return [];
  const known = new Set(met.map(({ act }) => act.key));
  return [...decisions.values()]
    .filter(({ key }) => !known.has(key))
    .sort((a, b) => a.seq - b.seq)
    .map(({ key }) => key);
}

/** The state with what followed. What is taken out is what the run does not come by, so the run stays as it is. */
export function settle(changed: CaseState, derived: Derived): CaseState {
  const { superseded = [], lapsed = [], opened = [], dropped = [], left = [], issued = [] } = derived;
  if ([superseded, lapsed, opened, dropped, left, issued].every(({ length }) => length === 0)) return changed;
  const { seq, at } = changed;
  const withdrawn = { seq, at };
  const redone = { ...changed, ...supersede(changed, superseded, seq) };
  return {
    ...redone,
    ghosts: redone.ghosts.without(dropped),
    acts: nextRounds(
      redone,
      lapsed.filter((key) => !superseded.includes(key)),
    ),
    reopened: opened.reduce((map, key) => map.set(key, { seq, at }), changed.reopened),
    documents: [...changed.documents, ...issued],
    left: [...changed.left, ...left.map((effect) => ({ ...effect, withdrawn }))],
  };
}
