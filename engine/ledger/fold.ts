/** How a state follows from the ledger: entry by entry, and no other way. */
import { accrue } from '../clock/responsibility.ts';
import { changeBy } from '../operations/table.ts';
import type { AnyProcess } from '../process/definition.ts';
import type { Entry } from './entry.ts';
import { type CaseState, inheritRun, versionOf } from './state.ts';

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
    opened: moment,
    ...moment,
    commands: { id: entry.commandId, hash: entry.commandHash, seq: entry.seq },
    decisions: new Map(),
    superseded: [],
    acts: new Map(),
    reopened: new Map(),
    directTargets: [],
    facts: [],
    tables: [{ seq: entry.seq, calendar, rules }],
    suspensions: [],
    extensions: [],
    troubles: [],
    borne: [],
  };
}

/** The state after one more entry. The time since the last entry is charged to whoever bore it. */
export function evolve(state: CaseState, entry: Entry): CaseState {
  const { seq, at, actor, event } = entry;
  if (event.type === 'opened') throw new Error('a case is opened once');
  const next = {
    ...state,
    ...changeBy(state, event, { seq, at, actor }),
    seq,
    at,
    commands: { id: entry.commandId, hash: entry.commandHash, seq, before: state.commands },
    borne: at > state.at ? accrue(state, at) : state.borne,
  };
  inheritRun(state, next);
  return next;
}

export const fold = (versions: readonly AnyProcess[], ledger: readonly Entry[]): CaseState => {
  const [first, ...rest] = ledger;
  if (!first) throw new Error('an empty ledger has no state');
  return rest.reduce(evolve, begin(versions, first));
};
