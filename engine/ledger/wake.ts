/** When a case must next wake by itself. */
import { expiring } from '../clock/case-clocks.ts';
import { carding } from './cards.ts';
import type { CaseState } from './state.ts';

/** Undefined if only people and systems can move it. */
export const nextWake = (state: CaseState): number | undefined =>
  [carding(state)[0]?.at, expiring(state)[0]?.dueAt]
    .filter((at) => at !== undefined)
    .sort((a, b) => a - b)[0];
