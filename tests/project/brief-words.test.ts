/** Whatever a process lays before whoever decides reads as Chinese on the desk. */
import { expect, test } from 'vitest';
import { openWork } from '../../engine/ledger/resending.ts';
import { briefWords, untold } from '../../web/desk/case/brief-words.ts';
import { histories, statesOf } from '../setup/histories.ts';

function* keysIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield key;
    yield* keysIn(inner);
  }
}

test.each(histories)('%s：案情摘要里的每一项都有中文名，或者不给人看', (file) => {
  const isTold = (key: string): boolean =>
    /[\u4e00-\u9fff]/.test(key) || key in briefWords || untold.includes(key);
  const keys = [...statesOf(file)].flatMap((state) =>
    openWork(state).flatMap(({ brief }) => [...keysIn(brief)]),
  );
  expect([...new Set(keys)].filter((key) => !isTold(key))).toEqual([]);
});
