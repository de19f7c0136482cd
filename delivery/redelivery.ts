/** The redelivery: repeats the delivery of commands left without an answer, in order per case, on any number of workers. */
import type { Command } from '../contract/command.ts';
import { noteFailure, oldestWaiting, type Waiting } from '../db/commands.ts';
import { CaseFault, type Dispatcher, dispatch } from './dispatch.ts';
import { releaseLeavers } from './leavers.ts';
import { inLanes, type Sweep, type SweepOptions, sweep } from './sweep.ts';

const lockSpace = 7_146_002;

export type RedeliveryOptions = SweepOptions & {
  /** A command younger than this is still in its sender's hands. */
  readonly graceMs: number;
  /** How often what leavers have left behind is looked for. */
  readonly leaversEveryMs: number;
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
  const waiting = await oldestWaiting(dispatcher.sql, 60, graceMs);
  let settled = 0;
  await inLanes(waiting, atOnce, async (next) => {
    const done = await redeliverCommand(dispatcher, next).catch(async (error: unknown) => {
      onError(error);
      if (error instanceof CaseFault) await noteFailure(dispatcher.sql, next.id).catch(onError);
      return false;
    });
    if (done) settled++;
  });
  return settled;
}

/** On any number of workers. */
export function startRedelivery(dispatcher: Dispatcher, options: RedeliveryOptions): Pick<Sweep, 'stop'> {
  let looked = 0;
  return sweep(options, async () => {
    if (Date.now() - looked >= options.leaversEveryMs) {
      looked = Date.now();
      await releaseLeavers(dispatcher).catch(options.onError);
    }
    return await redeliverOnce(dispatcher, options);
  });
}
