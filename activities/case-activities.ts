/** What a case asks of the world: to be recorded, to send what it said, to put its questions. */
import { ApplicationFailure } from '@temporalio/activity';
import { outsideIncident, outsideRefusal } from '../contract/names.ts';
import type { Json } from '../contract/rule.ts';
import type { Sql } from '../db/connect.ts';
import { deliveries, recordDeliveries } from '../db/effects.ts';
import { awaitOutbox, queued, unheard } from '../db/outbox.ts';
import { recordCase, recordedTo } from '../db/record.ts';
import type { EffectRow } from '../engine/ledger/effects.ts';
import type { CaseActivities, RefusedOutside } from '../workflows/shell/messages.ts';
import { statePart } from './case-state.ts';
import type { OutsideSystems } from './outside/connectors.ts';
import { verdictOn } from './outside/verdict.ts';
import { sendEffect, sendingSlots, sendQueued } from './sending.ts';

/** As the case hears of it: `about` is the effect or question it was asked for. */
function asFailure(error: unknown, about: { subject: string; system: string }): unknown {
  const verdict = verdictOn(error);
  if (!verdict) return error;
  if (verdict.type === 'trouble')
    return ApplicationFailure.retryable((error as Error).message, outsideIncident, about.system);
  const { reason } = verdict;
  return ApplicationFailure.nonRetryable(reason, outsideRefusal, {
    ...about,
    reason,
  } satisfies RefusedOutside);
}

export function caseActivities(sql: Sql, outside: OutsideSystems): CaseActivities {
  async function send(caseNo: string, effect: EffectRow): Promise<Json> {
    try {
      return await sendEffect(outside, caseNo, effect);
    } catch (error) {
      throw asFailure(error, { subject: effect.key, system: effect.system });
    }
  }

  /** One after the other; what has been taken is kept, whatever comes of the rest. */
  async function sendAll(caseNo: string, effects: readonly EffectRow[]): Promise<void> {
    const done = await deliveries(sql, caseNo);
    const receipts: Record<string, Json> = {};
    try {
      for (const effect of effects)
        if (!done.has(effect.key)) receipts[effect.key] = await send(caseNo, effect);
    } finally {
      if (Object.keys(receipts).length > 0) await recordDeliveries(sql, caseNo, receipts);
    }
  }

  return {
    state: async (of) => await statePart(sql, of),
    async carryOut({ caseNo, recorded, record, effects }) {
      if (record) await recordCase(sql, record);
      if (effects.length > 0) await sendAll(caseNo, effects);
      return await recordedTo(sql, caseNo, recorded);
    },
    async windUp({ caseNo, recorded, record }) {
      if (record) await recordCase(sql, record);
      const { unsent, fault, journaled } = await sendingSlots.execute(() =>
        sql.begin(async (tx) => {
          await awaitOutbox(tx, caseNo);
          return {
            ...(await sendQueued(tx, outside, caseNo, await queued(tx, caseNo))),
            journaled: await unheard(tx, caseNo),
          };
        }),
      );
      // What is journaled is found again; what has just left the outbox is known here alone.
      if (fault && unsent.length === 0) throw fault;
      return {
        recorded: await recordedTo(sql, caseNo, recorded),
        unsent: [...unsent, ...journaled],
      };
    },
    async ask(question) {
      const ask = outside.ask[question.system];
      if (!ask) throw new Error(`no connector for the system "${question.system}"`);
      try {
        await ask(question);
      } catch (error) {
        throw asFailure(error, { subject: question.key, system: question.system });
      }
    },
  };
}
