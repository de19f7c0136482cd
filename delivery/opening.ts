/** The command that opens a case: its number is given when it is journaled, so it too is delivered exactly once. */
import type { Command } from '../contract/command.ts';
import type { CaseOpening } from '../engine/ledger/entry.ts';

export type OpeningCommand = Omit<Command, 'body'> & {
  readonly body: { readonly type: 'open'; readonly opening: CaseOpening };
};
