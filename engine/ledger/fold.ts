/** How a state follows from the ledger: entry by entry, and no other way. */
import { accrue } from '../clock/responsibility.ts';
import { changeBy } from '../operations/table.ts';
import type { AnyProcess } from '../process/definition.ts';
import { type Derived, derive, settle } from './derived.ts';
import type { Entry } from './entry.ts';
import { Keyed } from './keyed.ts';
import { type CaseState, keepRun, readsTheSame, versionOf } from './state.ts';

/** Starts a state from the ledger's first entry. */
export function begin(versions: readonly AnyProcess[], entry: Entry): CaseState {
  if (entry.event.type !== 'opened') throw new Error('a ledger begins with "opened"');
  const { caseNo, version, input, calendar, rules } = entry.event;
  const process = versionOf(versions, version);
  const moment = { seq: entry.seq, at: entry.at };
  return {
    process,
    versions,
    caseNo,
    version,
    input,
    former: [],
    opened: moment,
    versionSince: moment,
    ...moment,
    commands: { id: entry.commandId, hash: entry.commandHash, seq: entry.seq },
    decisions: new Keyed(),
    superseded: [],
    acts: new Keyed(),
    reopened: new Keyed(),
    ghosts: new Keyed(),
    facts: [],
    tables: [{ seq: entry.seq, calendar, rules }],
    suspensions: [],
    extensions: [],
    troubles: [],
    rejections: new Keyed(),
    corrections: [],
    cards: [],
    documents: [],
    left: [],
    borne: [],
  };
}

/** The state with what an entry's event says, and nothing that follows from it. */
function changed(state: CaseState, entry: Entry): CaseState {
  const { seq, at, actor, event } = entry;
  if (event.type === 'opened') throw new Error('a case is opened once');
  return {
    ...state,
    ...changeBy(state, event, { seq, at, actor }),
    seq,
    at,
    commands: { id: entry.commandId, hash: entry.commandHash, seq, before: state.commands },
  };
}

/** The state with what followed from its newest entry, as the entry says. */
function followed(before: CaseState, after: CaseState, derived: Derived): CaseState {
  return settle({ ...after, borne: accrue(before.borne, before.at, after.at, derived.bearer) }, derived);
}

/** The next entry complete with what follows from it, and the state after it. */
export function extended(
  state: CaseState,
  entry: Entry,
): { readonly entry: Entry; readonly state: CaseState } {
  const after = changed(state, entry);
  if (readsTheSame(state, after)) keepRun(state, after);
  const { derived, seen } = derive(state, after);
  const next = followed(state, after, derived);
  keepRun(seen, next, derived.opened);
  return { entry: { ...entry, derived }, state: next };
}

/** The state after one more entry of a ledger. */
export function evolve(state: CaseState, entry: Entry): CaseState {
  if (!entry.derived) return extended(state, entry).state;
  const after = changed(state, entry);
  const next = followed(state, after, entry.derived);
  if (readsTheSame(state, after)) keepRun(state, next);
  return next;
}

const tables = ['decisions', 'acts', 'reopened', 'ghosts'] as const;

/** The same state with each of its tables turned into another kind of itself. */
const turned = (state: CaseState, how: 'drafted' | 'kept'): CaseState => ({
  ...state,
  ...Object.fromEntries(tables.map((name) => [name, state[name][how]()])),
});

/** The state after more entries. Those that say what followed from them are written into one draft. */
export function continued(from: CaseState, entries: readonly Entry[]): CaseState {
  let state = from;
  for (const entry of entries) state = evolve(turned(state, entry.derived ? 'drafted' : 'kept'), entry);
  return turned(state, 'kept');
}

/** The state a ledger makes. */
export function fold(versions: readonly AnyProcess[], [first, ...rest]: readonly Entry[]): CaseState {
  if (!first) throw new Error('an empty ledger has no state');
  return continued(begin(versions, first), rest);
}
