/** Recorded cases, as they were after each of their entries. */
import { globSync, readFileSync } from 'node:fs';
import type { Entry } from '../../engine/ledger/entry.ts';
import { begin, evolve } from '../../engine/ledger/fold.ts';
import type { CaseState } from '../../engine/ledger/state.ts';
import { versionsOf } from '../../workflows/index.ts';

export const histories = globSync('tests/matters/*/histories/*.json').toSorted();

export function* statesOf(file: string): Generator<CaseState> {
  const { process, ledger } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly process: string;
    readonly ledger: readonly Entry[];
  };
  const [first, ...rest] = ledger;
  if (!first) return;
  let state = begin(versionsOf(process), first);
  yield state;
  for (const entry of rest) {
    state = evolve(state, entry);
    yield state;
  }
}
