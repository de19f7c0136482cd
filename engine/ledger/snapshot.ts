/** A state as plain data, for another run of the case to go on from, however long its ledger is. */
import type { AnyProcess } from '../process/definition.ts';
import type { RecordedDecision, Superseded } from '../replay/derived.ts';
import { Keyed } from './keyed.ts';
import { type ActState, type CaseState, type Rejection, type Remembered, versionOf } from './state.ts';

type Entries<V> = readonly (readonly [key: string, value: V])[];

export type Snapshot = Omit<
  CaseState,
  'process' | 'versions' | 'commands' | 'decisions' | 'ghosts' | 'acts' | 'reopened' | 'rejections'
> & {
  /** The newest commands, newest first: any of them may still be on its way a second time. */
  readonly commands: readonly Omit<Remembered, 'before'>[];
  readonly decisions: Entries<RecordedDecision>;
  readonly ghosts: Entries<Superseded>;
  readonly acts: Entries<ActState>;
  readonly reopened: Entries<CaseState['opened']>;
  readonly rejections: Entries<Rejection>;
};

/** A command this many commands old is not on its way any more. */
const remembered = 500;

const entriesOf = <V>({ map }: Keyed<V>): Entries<V> => [...map];
const keyed = <V>(entries: Entries<V>): Keyed<V> => new Keyed(new Map(entries));

export function snapshotOf(state: CaseState): Snapshot {
  const { process: _own, versions: _all, decisions, ghosts, acts, reopened, rejections, ...rest } = state;
  const commands: Omit<Remembered, 'before'>[] = [];
  for (let known: Remembered | undefined = state.commands; known; known = known.before) {
    if (commands.length === remembered) break;
    commands.push({ id: known.id, hash: known.hash, seq: known.seq });
  }
  return {
    ...rest,
    commands,
    decisions: entriesOf(decisions),
    ghosts: entriesOf(ghosts),
    acts: entriesOf(acts),
    reopened: entriesOf(reopened),
    rejections: entriesOf(rejections),
  };
}

export function restored(versions: readonly AnyProcess[], snapshot: Snapshot): CaseState {
  const { commands, decisions, ghosts, acts, reopened, rejections, ...rest } = snapshot;
  const chain = commands.reduceRight<Remembered | undefined>(
    (before, command) => (before ? { ...command, before } : command),
    undefined,
  );
  if (!chain) throw new Error(`${rest.caseNo} remembers no command`);
  return {
    ...rest,
    // Absent in snapshots taken before anything could be put right.
    former: rest.former ?? [],
    // Absent in snapshots taken before documents were numbered.
    documents: rest.documents ?? [],
    process: versionOf(versions, rest.version),
    versions,
    commands: chain,
    decisions: keyed(decisions),
    ghosts: keyed(ghosts),
    acts: keyed(acts),
    reopened: keyed(reopened),
    rejections: keyed(rejections),
  };
}
