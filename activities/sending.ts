/** Sends what a case has queued: one effect after the other, in the order it was said, by one hand at a time. */
import { bulkhead } from 'cockatiel';
import type { UnsentCommand } from '../contract/command.ts';
import { thisSystem } from '../contract/names.ts';
import type { Json } from '../contract/rule.ts';
import type { Transaction } from '../db/connect.ts';
import { type Queued, settleOutbox } from '../db/outbox.ts';
import type { EffectRow } from '../engine/ledger/effects.ts';
import type { OutsideSystems } from './outside/connectors.ts';
import { verdictOn } from './outside/verdict.ts';

/** Each holds a connection of the pool for as long as the outside system takes: fewer than there are. */
export const sendingSlots = bulkhead(6, Number.POSITIVE_INFINITY);

export async function sendEffect(
  { send }: OutsideSystems,
  caseNo: string,
  effect: EffectRow,
  tx?: Transaction,
): Promise<Json> {
  const { key, system, attempt = 1 } = effect;
  const sender = send[system];
  if (!sender) throw new Error(`no connector for the system "${system}"`);
  const idempotencyKey = `${caseNo}/${key}${attempt > 1 ? `~${attempt}` : ''}`;
  return await sender({ ...effect, caseNo, idempotencyKey }, tx);
}

/** `fault` is ours: what it met, and all after it, stays queued. `isMore`: so does what can leave as soon as `tx` has ended. */
export type Sent = {
  readonly unsent: readonly UnsentCommand[];
  readonly isMore: boolean;
  readonly fault?: unknown;
};

const isOwn = ({ effect }: Queued): boolean => effect?.system === thisSystem;

/**
 * The outbox of the case must be held by `tx`. What this system does itself is done in `tx`: last, so that what it holds
 * until then is not held while an outside system takes its time, and one at a time, for the next may be about what that one
 * has made. What an outside system could not or would not take leaves the outbox too.
 */
export async function sendQueued(
  tx: Transaction,
  outside: OutsideSystems,
  caseNo: string,
  seen: readonly Queued[],
): Promise<Sent> {
  if (seen.length === 0) return { unsent: [], isMore: false };
  const own = seen.filter(isOwn);
  const now = [...seen.filter((one) => !isOwn(one)), ...own.slice(0, 1)];
  const receipts: Record<string, Json> = {};
  const waits: string[] = [];
  const unsent: UnsentCommand[] = [];
  let fault: unknown;
  for (const { key, effect, undone } of now) {
    if (!effect || undone === 'never') continue;
    const isEarly = undone === 'underway' && !(effect.undoes && effect.undoes in receipts);
    if (fault || isEarly) {
      waits.push(key);
      continue;
    }
    try {
      receipts[key] = await sendEffect(outside, caseNo, effect, tx);
    } catch (error) {
      const verdict = verdictOn(error);
      if (verdict) unsent.push({ ...verdict, subject: key, system: effect.system });
      else {
        fault = error;
        waits.push(key);
      }
    }
  }
  await settleOutbox(tx, caseNo, now, receipts, waits);
  return { unsent, isMore: own.length > 1 && waits.length === 0, ...(fault ? { fault } : {}) };
}
