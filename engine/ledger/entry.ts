/** One line of the legal record. An entry holds one event, and the ledger's entries alone make the case. */
import type { Actor } from '../../contract/actor.ts';
import type { Calendar } from '../../contract/calendar.ts';
import type { Rule } from '../../contract/rule.ts';
import type { OperationEvent } from '../operations/table.ts';
import type { CaseInput } from '../process/definition.ts';
import type { Derived } from './derived.ts';

export type CaseOpening = {
  readonly caseNo: string;
  readonly process: string;
  readonly version: number;
  readonly input: CaseInput;
  readonly calendar: Calendar;
  readonly rules: readonly Rule[];
};

/** What happened to a case. */
export type CaseEvent = ({ readonly type: 'opened' } & CaseOpening) | OperationEvent;

/** Who, when by county time and by the wall, and what. */
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
  /** Absent in entries written before it was kept; it is then found by running the process. */
  readonly derived?: Derived | null;
};
