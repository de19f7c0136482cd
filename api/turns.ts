/**
 * Deliveries go to Temporal a few at a time, first come first served: those it cannot start at once it would let wait
 * behind later ones. Who has waited too long for their turn is answered that it waits; the redelivery has it.
 */
import pLimit from 'p-limit';
import type { Dispatched } from '../delivery/dispatch.ts';

export type InTurn = (deliver: () => Promise<Dispatched>) => Promise<Dispatched>;

const waiting: Dispatched = { kind: 'waiting' };

export function turns(atOnce: number, patienceMs: number): InTurn {
  const limit = pLimit(atOnce);
  return async (deliver) => {
    let state: 'queued' | 'under way' | 'given up' = 'queued';
    const turn = limit(async () => {
      if (state === 'given up') return waiting;
      state = 'under way';
      return await deliver();
    });
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<Dispatched>((answer) => {
      timer = setTimeout(() => {
        if (state !== 'queued') return;
        state = 'given up';
        answer(waiting);
      }, patienceMs);
    });
    try {
      return await Promise.race([turn, tooLong]);
    } finally {
      clearTimeout(timer);
    }
  };
}
