/** A case begins by being recorded: it has no run before a press, a question or its time calls for one. */
import type { Command } from '../contract/command.ts';
import { putToSleep } from '../db/asleep.ts';
import type { Query } from '../db/connect.ts';
import { recordCase } from '../db/record.ts';
import { open } from '../engine/handle.ts';
import type { CaseOpening, Entry } from '../engine/ledger/entry.ts';
import { project } from '../engine/ledger/projection.ts';
import type { CaseState } from '../engine/ledger/state.ts';
import { firstWake } from '../engine/ledger/wake.ts';
import type { AnyProcess } from '../engine/process/definition.ts';

export type OpeningCommand = Omit<Command, 'body'> & {
  readonly body: { readonly type: 'open'; readonly opening: CaseOpening };
};

export type Begun = { readonly state: CaseState; readonly entries: readonly Entry[] };

/** In the transaction that journals the command: it is settled there. */
export async function begin(tx: Query, process: AnyProcess, command: OpeningCommand): Promise<Begun> {
  const { opening } = command.body;
  const { entries, state } = open(process, opening, command);
  await Promise.all([
    recordCase(tx, { entries, projection: project(state) }),
    putToSleep(tx, { matter: process.code, caseNo: opening.caseNo }, command.at, firstWake(state)),
  ]);
  return { state, entries };
}
