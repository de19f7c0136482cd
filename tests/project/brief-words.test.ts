/** Whatever a process lays before whoever decides reads as Chinese on the desk. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Entry } from '../../engine/ledger/entry.ts';
import { begin, evolve } from '../../engine/ledger/fold.ts';
import { openWork } from '../../engine/ledger/resending.ts';
import type { CaseState } from '../../engine/ledger/state.ts';
import { briefWords, untold } from '../../web/desk/case/brief-words.ts';
import { versionsOf } from '../../workflows/index.ts';

const files = globSync('tests/matters/*/histories/*.json');

function* keysIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield key;
    yield* keysIn(inner);
  }
}

function* statesOf(file: string): Generator<CaseState> {
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

test.each(files)('%s：案情摘要里的每一项都有中文名，或者不给人看', (file) => {
  const isTold = (key: string): boolean =>
    /[\u4e00-\u9fff]/.test(key) || key in briefWords || untold.includes(key);
  const keys = [...statesOf(file)].flatMap((state) =>
    openWork(state).flatMap(({ brief }) => [...keysIn(brief)]),
  );
  expect([...new Set(keys)].filter((key) => !isTold(key))).toEqual([]);
});
