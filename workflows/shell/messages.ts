/** What passes between a case's workflow and those who start, command and serve it. */
import type { Command, SystemCommand, UnsentCommand } from '../../contract/command.ts';
import type { CountyClock } from '../../contract/county-clock.ts';
import type { Json } from '../../contract/rule.ts';
import type { EffectRow } from '../../engine/ledger/effects.ts';
import type { Entry } from '../../engine/ledger/entry.ts';
import type { Projection } from '../../engine/ledger/projection.ts';

export type Move = Extract<SystemCommand, { type: 'move' }>;

/** Starts a case by its first entry, or goes on from its recorded ledger; the rest saves work done before. */
export type CaseStart = ({ readonly ledger: readonly Entry[] } | { readonly resumed: Recorded }) & {
  readonly clock: CountyClock;
  /**
   * The run sets its timer before it begins anything else, and what it says is queued as it is recorded and sent from
   * there. Runs from before go on as they began: their timer and their sending each for itself.
   */
  readonly inOrder?: true;
  /**
   * The run ends with its case: whoever asked for the end records it, and what is still to leave is sent from the queue. What
   * comes of that starts another run. Runs from before record and send everything first.
   */
  readonly endsWithCase?: true;
  /** Keys of effects known to have been delivered. */
  readonly delivered?: readonly string[];
  /** Questions known to have been put (`act/round`). */
  readonly asked?: readonly string[];
  /** A move to another process version, to be made first. */
  readonly move?: Move;
  /** Continue as new after this many history events, besides when the server suggests it. */
  readonly continueAfterEvents?: number;
};

/** A case as far as it has been recorded. */
export type Recorded = { readonly caseNo: string; readonly seq: number };

/** A command as it is sent: `known` is the last entry its sender has seen, from which it can work out the rest itself. */
export type SentCommand = Command & { readonly known?: number };

/** The answer to a command. */
export type CommandReply = {
  /** None if it changed nothing; else all since those its sender knows, or at least those it made in this run. */
  readonly entries: readonly Entry[];
  /** The case as it now stands, for a sender who cannot tell it from the entries. */
  readonly projection?: Projection;
  /** The last entry the command made, in this run or one before; the newest of all if it made none. */
  readonly seq: number;
};

/** What a case hands over to be recorded. */
export type HandOver = {
  readonly caseNo: string;
  /** The last entry known to be recorded. */
  readonly recorded: number;
  /** What nobody else will record, or what must be recorded before the run ends. */
  readonly record?: { readonly entries: readonly Entry[]; readonly projection: Projection };
};

/** What a case hands over to be recorded and sent. */
export type CarryOut = HandOver & { readonly effects: readonly EffectRow[] };

/** The last entry recorded without a gap, and what was queued and could not leave. */
export type WoundUp = { readonly recorded: number; readonly unsent: readonly UnsentCommand[] };

export type Question = {
  readonly key: string;
  readonly caseNo: string;
  readonly act: string;
  readonly round: number;
  readonly system: string;
  readonly sources: readonly string[];
  readonly question: { readonly [key: string]: Json };
};

/** A part of a state as JSON text: no payload is larger than Temporal takes. */
export type StatePart = { readonly text: string; readonly parts: number };

/** An outside system's last word on an effect or a question. */
export type RefusedOutside = { readonly subject: string; readonly system: string; readonly reason: string };

/** The activities of a case. */
export type CaseActivities = {
  /** The state that the recorded ledger makes up to a seq. */
  state(of: Recorded & { readonly part: number }): Promise<StatePart>;
  /** Records entries and sends effects, each once by its key. Answers the last entry recorded without a gap. */
  carryOut(work: CarryOut): Promise<number>;
  /** Records a closed case to its end and sends all it has queued. */
  windUp(work: HandOver): Promise<WoundUp>;
  ask(work: Question): Promise<void>;
};

/** To a telephone: `id` is the message's own, so that it arrives once. */
export type CodeMessage = { readonly id: string; readonly to: string; readonly code: string };
export type CodeActivities = { sendCode(message: CodeMessage): Promise<void> };

/** Of the monthly schedule. */
export type PeriodActivities = {
  /** Freezes the months that are due and answers which those were. */
  freezePeriods(): Promise<readonly string[]>;
};

/** How a part of a case tells the case something of its own accord. */
export type Tell = (body: SystemCommand) => void;
