/** How a state follows from the ledger: entry by entry, and no other way. */
import type { Actor } from '../../contract/actor.ts';
import type { FormInput } from '../../contract/command.ts';
import { accrue } from '../clock/responsibility.ts';
import type { DecidedBy, Moment } from '../process/act.ts';
import type { AnyProcess } from '../process/definition.ts';
import type { RecordedDecision, Tables } from '../replay/run.ts';
import type { CaseEvent, Entry } from './entry.ts';
import { type ActState, actState, type CaseState, freshAct, inheritRun, runOf } from './state.ts';

function decidedBy(actor: Actor): DecidedBy {
  return actor.kind === 'officer'
    ? { kind: 'officer', person: actor.person, name: actor.name, unit: actor.post.unit }
    : { kind: actor.kind };
}

const without = <V>(map: ReadonlyMap<string, V>, keys: readonly string[]): Map<string, V> => {
  const copy = new Map(map);
  for (const key of keys) copy.delete(key);
  return copy;
};
const withEntry = <V>(map: ReadonlyMap<string, V>, key: string, value: V): Map<string, V> =>
  new Map(map).set(key, value);

/** Throws if the version is not at hand: the case then waits for a worker that has it. */
function versionOf(versions: readonly AnyProcess[], version: number): AnyProcess {
  const process = versions.find((candidate) => candidate.version === version);
  if (!process) throw new Error(`process version ${version} is not at hand`);
  return process;
}

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
  const { seq, at } = entry;
  const next = {
    ...state,
    ...apply(state, entry),
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

function touch(
  state: CaseState,
  key: string,
  seq: number,
  change: Partial<ActState> = {},
): Pick<CaseState, 'acts'> {
  return { acts: withEntry(state.acts, key, { ...actState(state, key), ...change, touched: seq }) };
}

function supersede(
  state: CaseState,
  keys: readonly string[],
  moment: Moment,
): Pick<CaseState, 'decisions' | 'superseded' | 'acts'> {
  const gone = keys.flatMap((key) => {
    const decision = state.decisions.get(key);
    return decision ? [{ ...decision, supersededBy: moment.seq }] : [];
  });
  const acts = new Map(state.acts);
  for (const { key } of gone) acts.set(key, { ...freshAct, round: actState(state, key).round + 1 });
  return { decisions: without(state.decisions, keys), superseded: [...state.superseded, ...gone], acts };
}

/**
 * What 退回, 拿回 and a move to another version leave: decisions gone, and every act that thereby opens (the target,
 * and what stood open in branches that had lost to it) in a fresh round, its own limit counted from now.
 */
function reopen(state: CaseState, changed: CaseState, keys: readonly string[], moment: Moment): CaseState {
  const left = { ...changed, ...supersede(changed, keys, moment) };
  const wasOpen = new Set(runOf(state).open.map(({ key }) => key));
  const again = runOf(left).open.filter(({ key }) => !wasOpen.has(key));
  const acts = new Map(left.acts);
  const reopened = new Map(state.reopened);
  for (const { key } of again) {
    if (!keys.includes(key)) acts.set(key, { ...freshAct, round: actState(state, key).round + 1 });
    reopened.set(key, moment);
  }
  return { ...left, acts, reopened };
}

function apply(state: CaseState, { event, seq, at, actor }: Entry): Partial<CaseState> {
  const moment = { seq, at };
  switch (event.type) {
    case 'opened':
      throw new Error('a case is opened once');
    case 'claimed':
      return touch(state, event.act, seq, actor.kind === 'officer' ? { assignee: actor.person } : {});
    case 'released':
      return { acts: withEntry(state.acts, event.act, unassigned(state, event.act)) };
    case 'transferred':
      return touch(
        { ...state, acts: withEntry(state.acts, event.act, unassigned(state, event.act)) },
        event.act,
        seq,
        {
          unit: event.unit,
          ...(event.person ? { assignee: event.person } : {}),
        },
      );
    case 'decided':
      return decided(state, event, moment, actor);
    case 'answered':
      if (event.late) return {};
      return touch(state, event.act, seq, {
        answers: { ...actState(state, event.act).answers, [event.source]: event.answer },
      });
    case 'returned':
      return {
        ...reopen(state, state, event.supersedes, moment),
        directTargets:
          event.mode === 'direct'
            ? [...state.directTargets, event.target]
            : withoutAll(state.directTargets, event.supersedes),
      };
    case 'takenBack':
      return {
        ...reopen(state, state, event.supersedes, moment),
        directTargets: [...state.directTargets, event.act],
      };
    case 'urged':
      return {
        acts: withEntry(state.acts, event.act, {
          ...actState(state, event.act),
          urged: [...actState(state, event.act).urged, moment],
        }),
      };
    case 'suspended':
      return { suspensions: [...state.suspensions, { ...moment, reason: event.reason }] };
    case 'resumed':
      return { suspensions: state.suspensions.map((s) => (s.until === undefined ? { ...s, until: at } : s)) };
    case 'extended':
      return { extensions: [...state.extensions, { ...moment, clock: event.clock, reason: event.reason }] };
    case 'ended':
      return { ending: { ...moment, name: event.name, outcome: event.outcome, opinion: event.opinion } };
    case 'supplemented':
      return { facts: [...state.facts, { ...moment, name: event.fact, data: event.data }] };
    case 'adopted':
      return { tables: [...state.tables, { seq, ...renewed(state, event) }] };
    case 'moved': {
      const process = versionOf(state.versions, event.version);
      const tables = [...state.tables, { seq, calendar: event.calendar, rules: event.rules }];
      return reopen(state, { ...state, process, version: event.version, tables }, event.supersedes, moment);
    }
    case 'troubled':
      return { troubles: [...state.troubles, { system: event.system, subject: event.subject, since: at }] };
    case 'recovered':
      return {
        troubles: state.troubles.filter((t) => t.system !== event.system || t.subject !== event.subject),
      };
  }
}

const withoutAll = (list: readonly string[], gone: readonly string[]): readonly string[] =>
  list.filter((item) => !gone.includes(item));

/** The tables a case holds with what is new in place of what it replaces. */
function renewed(
  state: CaseState,
  { calendar, rules }: CaseEvent & { type: 'adopted' },
): Omit<Tables, 'seq'> {
  const held = state.tables.at(-1) as Tables;
  const kept = held.rules.filter(({ name }) => !rules.some((rule) => rule.name === name));
  return { calendar: calendar ?? held.calendar, rules: [...kept, ...rules] };
}

function unassigned(state: CaseState, key: string): ActState {
  const { assignee: _released, ...rest } = actState(state, key);
  return rest;
}

function decided(
  state: CaseState,
  event: CaseEvent & { type: 'decided' },
  moment: Moment,
  actor: Actor,
): Partial<CaseState> {
  const cleared = event.supersedes?.length
    ? { ...state, ...supersede(state, event.supersedes, moment) }
    : state;
  const decision: RecordedDecision = {
    ...moment,
    key: event.act,
    outcome: event.outcome,
    form: event.form as FormInput,
    opinion: event.opinion,
    by: decidedBy(actor),
    ...(event.answers ? { answers: event.answers } : {}),
  };
  return {
    decisions: withEntry(cleared.decisions, event.act, decision),
    superseded: cleared.superseded,
    acts: touch(cleared, event.act, moment.seq).acts,
    directTargets: state.directTargets.filter((key) => key !== event.act),
  };
}
