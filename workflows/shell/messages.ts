/** What passes between a case's workflow and those who start, command and serve it. */
import type { SystemCommand } from '../../contract/command.ts';
import type { CountyClock } from '../../contract/county-clock.ts';
import type { Json } from '../../contract/rule.ts';
import type { Entry } from '../../engine/ledger/entry.ts';
import type { EffectRow, Projection } from '../../engine/ledger/projection.ts';

export type Move = Extract<SystemCommand, { type: 'move' }>;

/** Starts a case, or continues it: the ledger is all that is needed, the rest saves work done before. */
export type CaseStart = {
  readonly ledger: readonly Entry[];
  readonly clock: CountyClock;
  /** Keys of effects known to have been delivered. */
  readonly delivered?: readonly string[];
  /** Questions known to have been put (`act/round`). */
  readonly asked?: readonly string[];
  /** A move to another process version, to be made first. */
  readonly move?: Move;
  /** Continue as new after this many history events, besides when the server suggests it. */
  readonly continueAfterEvents?: number;
};

/** The answer to a command: the entries it made (none if it changed nothing) and the case as it now stands. */
export type CommandReply = { readonly entries: readonly Entry[]; readonly projection: Projection };

/** What a case hands over to be recorded and sent. */
export type CarryOut = {
  readonly caseNo: string;
  readonly entries: readonly Entry[];
  readonly projection: Projection;
  readonly effects: readonly EffectRow[];
};

export type Question = {
  readonly key: string;
  readonly caseNo: string;
  readonly act: string;
  readonly round: number;
  readonly system: string;
  readonly sources: readonly string[];
  readonly question: { readonly [key: string]: Json };
};

/** The activities of a case. `patient` ones make Temporal retry for ever; the others report trouble at once. */
export type CaseActivities = {
  /** Records entries and sends effects, each once by its key. */
  carryOut(work: CarryOut): Promise<void>;
  deliver(work: {
    readonly caseNo: string;
    readonly effects: readonly EffectRow[];
    readonly patient: boolean;
  }): Promise<void>;
  ask(work: Question & { readonly patient: boolean }): Promise<void>;
};

/** How a part of a case tells the case something of its own accord. */
export type Tell = (body: SystemCommand) => void;
