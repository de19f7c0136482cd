/** What a case asks of the world: to be recorded, to send what it said, to put its questions. */
import { ApplicationFailure } from '@temporalio/activity';
import { outsideIncident } from '../contract/names.ts';
import type { Json } from '../contract/rule.ts';
import type { Sql } from '../db/connect.ts';
import { deliveredKeys, recordDelivery } from '../db/effects.ts';
import { recordCase } from '../db/record.ts';
import type { EffectRow } from '../engine/ledger/projection.ts';
import type { CaseActivities, Question } from '../workflows/shell/messages.ts';
import { statePart } from './case-state.ts';
import { OutsideIncident } from './outside/incident.ts';

/** Sends one effect to its system; the receipt is kept. Throws `OutsideIncident` when the system cannot take it now. */
export type Sender = (
  effect: EffectRow & { readonly caseNo: string; readonly idempotencyKey: string },
) => Promise<Json>;
export type Asker = (question: Question) => Promise<void>;

export type OutsideSystems = {
  readonly send: Readonly<Record<string, Sender>>;
  readonly ask: Readonly<Record<string, Asker>>;
};

const asFailure = (error: unknown, patient: boolean): unknown =>
  error instanceof OutsideIncident
    ? ApplicationFailure.create({
        message: error.message,
        type: outsideIncident,
        nonRetryable: !patient,
        details: [error.system],
      })
    : error;

export function caseActivities(sql: Sql, outside: OutsideSystems): CaseActivities {
  async function deliver(caseNo: string, effects: readonly EffectRow[], patient: boolean): Promise<void> {
    if (effects.length === 0) return;
    const done = await deliveredKeys(sql, caseNo);
    for (const effect of effects) {
      if (done.has(effect.key)) continue;
      const send = outside.send[effect.system];
      if (!send) throw new Error(`no connector for the system "${effect.system}"`);
      try {
        const receipt = await send({ ...effect, caseNo, idempotencyKey: `${caseNo}/${effect.key}` });
        await recordDelivery(sql, caseNo, effect.key, receipt);
      } catch (error) {
        throw asFailure(error, patient);
      }
    }
  }

  return {
    state: async (of) => await statePart(sql, of),
    async carryOut({ caseNo, entries, projection, effects }) {
      await recordCase(sql, { entries, projection });
      await deliver(caseNo, effects, false);
    },
    async deliver({ caseNo, effects, patient }) {
      await deliver(caseNo, effects, patient);
    },
    async ask({ patient, ...question }) {
      const ask = outside.ask[question.system];
      if (!ask) throw new Error(`no connector for the system "${question.system}"`);
      try {
        await ask(question);
      } catch (error) {
        throw asFailure(error, patient);
      }
    },
  };
}
