/** What a case asks of the world: to be recorded, to send what it said, to put its questions. */
import { ApplicationFailure } from '@temporalio/activity';
import { ZodError } from 'zod';
import { outsideIncident, outsideRefusal } from '../contract/names.ts';
import type { Json } from '../contract/rule.ts';
import type { Sql } from '../db/connect.ts';
import { deliveries, recordDelivery } from '../db/effects.ts';
import { recordCase } from '../db/record.ts';
import type { EffectRow } from '../engine/ledger/effects.ts';
import type { CaseActivities, Question, RefusedOutside } from '../workflows/shell/messages.ts';
import { statePart } from './case-state.ts';
import { OutsideIncident } from './outside/incident.ts';
import { OutsideRefusal } from './outside/refusal.ts';

/** Sends one effect to its system; the receipt is kept. Throws `OutsideIncident` when the system cannot take it now. */
export type Sender = (
  effect: EffectRow & { readonly caseNo: string; readonly idempotencyKey: string },
) => Promise<Json>;
export type Asker = (question: Question) => Promise<void>;

export type OutsideSystems = {
  readonly send: Readonly<Record<string, Sender>>;
  readonly ask: Readonly<Record<string, Asker>>;
};

/** As the case hears of it: `about` is the effect or question it was asked for. */
function asFailure(error: unknown, patient: boolean, about: { subject: string; system: string }): unknown {
  if (error instanceof OutsideIncident)
    return ApplicationFailure.create({
      message: error.message,
      type: outsideIncident,
      nonRetryable: !patient,
      details: [error.system],
    });
  const reason =
    error instanceof OutsideRefusal
      ? error.reason
      : error instanceof ZodError
        ? '内容不合对方的约定'
        : undefined;
  return reason === undefined
    ? error
    : ApplicationFailure.nonRetryable(reason, outsideRefusal, { ...about, reason } satisfies RefusedOutside);
}

export function caseActivities(sql: Sql, outside: OutsideSystems): CaseActivities {
  async function deliver(caseNo: string, effects: readonly EffectRow[], patient: boolean): Promise<void> {
    if (effects.length === 0) return;
    const done = await deliveries(sql, caseNo);
    for (const effect of effects) {
      if (done.has(effect.key)) continue;
      const send = outside.send[effect.system];
      if (!send) throw new Error(`no connector for the system "${effect.system}"`);
      try {
        const { key, attempt } = effect;
        const idempotencyKey = `${caseNo}/${key}${attempt ? `~${attempt}` : ''}`;
        const receipt = await send({ ...effect, caseNo, idempotencyKey });
        await recordDelivery(sql, caseNo, effect.key, receipt);
      } catch (error) {
        throw asFailure(error, patient, { subject: effect.key, system: effect.system });
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
        throw asFailure(error, patient, { subject: question.key, system: question.system });
      }
    },
  };
}
