/** What happened to a case. One union, exhaustive by type; an entry of the ledger holds one event. */
import type { Actor } from '../../contract/actor.ts';
import type { Calendar } from '../../contract/calendar.ts';
import type { FormInput, ReturnMode } from '../../contract/command.ts';
import type { Json, Rule } from '../../contract/rule.ts';
import type { Answers } from '../process/definition.ts';

export type CaseOpening = {
  readonly caseNo: string;
  readonly process: string;
  readonly version: number;
  readonly input: { readonly [name: string]: Json };
  readonly calendar: Calendar;
  readonly rules: readonly Rule[];
};

export type CaseEvent =
  | ({ readonly type: 'opened' } & CaseOpening)
  | { readonly type: 'claimed'; readonly act: string }
  | { readonly type: 'released'; readonly act: string }
  | {
      readonly type: 'transferred';
      readonly act: string;
      readonly unit: string;
      readonly person?: string;
      readonly opinion: string;
    }
  | {
      readonly type: 'decided';
      readonly act: string;
      readonly outcome: string;
      readonly form: FormInput;
      readonly opinion: string;
      readonly basis: string;
      readonly answers?: Answers;
      /** Decisions that waited for this one under 直达 and are no longer asked for. */
      readonly supersedes?: readonly string[];
    }
  | {
      readonly type: 'answered';
      readonly act: string;
      readonly round: number;
      readonly source: string;
      readonly answer: FormInput;
      readonly late: boolean;
    }
  | {
      readonly type: 'returned';
      readonly act: string;
      readonly target: string;
      readonly mode: ReturnMode;
      readonly opinion: string;
      readonly supersedes: readonly string[];
    }
  | {
      readonly type: 'takenBack';
      readonly act: string;
      readonly opinion: string;
      readonly supersedes: readonly string[];
    }
  | { readonly type: 'urged'; readonly act: string; readonly opinion: string }
  | { readonly type: 'suspended'; readonly reason: string; readonly basis: string; readonly opinion: string }
  | { readonly type: 'resumed'; readonly opinion: string }
  | {
      readonly type: 'extended';
      readonly clock: string;
      readonly reason: string;
      readonly basis: string;
      readonly opinion: string;
    }
  | {
      readonly type: 'ended';
      readonly name: string;
      readonly outcome: string;
      readonly form: FormInput;
      readonly basis: string;
      readonly opinion: string;
    }
  | { readonly type: 'supplemented'; readonly fact: string; readonly data: FormInput }
  | { readonly type: 'adopted'; readonly calendar?: Calendar; readonly rules: readonly Rule[] }
  | {
      readonly type: 'moved';
      readonly version: number;
      readonly calendar: Calendar;
      readonly rules: readonly Rule[];
      readonly reason: string;
      /** Decisions the new version no longer asks for. */
      readonly supersedes: readonly string[];
    }
  | { readonly type: 'troubled'; readonly system: string; readonly subject: string }
  | { readonly type: 'recovered'; readonly system: string; readonly subject: string };

/** One line of the legal record: who, when by county time and by the wall, and what. */
export type Entry = {
  readonly caseNo: string;
  /** Gapless from 1. */
  readonly seq: number;
  readonly at: number;
  readonly wall: number;
  readonly actor: Actor;
  readonly commandId: string;
  /** SHA-256 of the command's body and actor: the same id with another body is refused. */
  readonly commandHash: string;
  readonly processVersion: number;
  readonly calendarVersion: string;
  /** Versions of the rules the process had adopted when this was written. */
  readonly ruleVersions: { readonly [rule: string]: string };
  readonly event: CaseEvent;
};
