/** The redelivery: repeats the delivery of commands left without an answer, in order per case, on any number of workers. */
import type { Command } from '../contract/command.ts';
import { noteFailure, oldestWaiting, type Waiting } from '../db/commands.ts';
import { CaseFault, type Dispatcher, dispatch } from './dispatch.ts';
import { releaseLeavers } from './leavers.ts';

const lockSpace = 7_146_002;

export type RedeliveryOptions = {
  readonly everyMs: number;
  /** A command younger than this is still in its sender's hands. */
  readonly graceMs: number;
  /** How often what leavers have left behind is looked for. */
  readonly leaversEveryMs: number;
  readonly onError: (error: unknown) => void;
};

const atOnce = 6;

/** Delivers one command unless another worker is at it. True if it was settled. */
async function redeliverCommand(
  dispatcher: Dispatcher,
  { caseNo, matter, ...command }: Waiting,
): Promise<boolean> {
  const held = await dispatcher.sql.reserve();
  try {
    const [lock] = await held<
      { got: boolean }[]
    >`select pg_try_advisory_lock(${lockSpace}, hashtext(${caseNo})) as got`;
    if (!lock?.got) return false;
    try {
      const delivery = await dispatch(dispatcher, matter, caseNo, command as Command, {
        late: command.deferred,
      });
      return delivery.kind !== 'waiting';
    } finally {
      await held`select pg_advisory_unlock(${lockSpace}, hashtext(${caseNo}))`;
    }
  } finally {
    held.release();
  }
}

/** Delivers what waits, one command per case, a few cases at once; returns how many were settled. */
export async function redeliverOnce(
  dispatcher: Dispatcher,
  { graceMs, onError }: Pick<RedeliveryOptions, 'graceMs' | 'onError'>,
): Promise<number> {
  const waiting = [...(await oldestWaiting(dispatcher.sql, 60, graceMs))];
  let settled = 0;
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { id } = next;
      const done = await redeliverCommand(dispatcher, next).catch(async (error: unknown) => {
        onError(error);
        if (error instanceof CaseFault) await noteFailure(dispatcher.sql, id).catch(onError);
        return false;
      });
      if (done) settled++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return settled;
}

/** Sweeps until stopped. */
export function startRedelivery(
  dispatcher: Dispatcher,
  options: RedeliveryOptions,
): { stop(): Promise<void> } {
  let stopped = false;
  let wake = (): void => {};
  let looked = 0;
  const work = (async () => {
    while (!stopped) {
      if (Date.now() - looked >= options.leaversEveryMs) {
        looked = Date.now();
        await releaseLeavers(dispatcher).catch(options.onError);
      }
      const settled = await redeliverOnce(dispatcher, options).catch((error: unknown) => {
        options.onError(error);
        return 0;
      });
      if (settled > 0 || stopped) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, options.everyMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await work;
    },
  };
}
