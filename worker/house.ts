/** The house as a case speaks to it: opens linked cases, takes back how they ended. */
import { z } from 'zod';
import type { Asker, OutsideSystems, Sender } from '../activities/case-activities.ts';
import { OutsideRefusal } from '../activities/outside/refusal.ts';
import type { FormInput } from '../contract/command.ts';
import { house } from '../contract/names.ts';
import type { Dispatcher } from '../delivery/dispatch.ts';
import { LinkRefused, openLinked, reportBack } from '../delivery/linked.ts';

const form = z.record(z.string(), z.json());
const asked = z.object({ matter: z.string(), unit: z.string(), form });
const ended = z.object({
  parent: z.object({ matter: z.string(), caseNo: z.string(), act: z.string(), round: z.number() }),
  matter: z.string(),
  outcome: z.string(),
  detail: form,
});

const ask =
  (dispatcher: Dispatcher): Asker =>
  async ({ key, caseNo, act, round, question }) => {
    try {
      const wanted = asked.parse(question);
      const own = { ...wanted, form: wanted.form as FormInput };
      await openLinked(dispatcher, { key, parent: { caseNo, act, round }, ...own });
    } catch (error) {
      throw error instanceof LinkRefused ? new OutsideRefusal('关联办件', error.message) : error;
    }
  };

const send =
  (dispatcher: Dispatcher): Sender =>
  async ({ idempotencyKey, caseNo, payload }) => {
    const { detail, ...how } = ended.parse(payload);
    await reportBack(dispatcher, idempotencyKey, caseNo, { ...how, detail: detail as FormInput });
    return { id: how.parent.caseNo };
  };

/** The outside systems, and the house among them. */
export const withHouse = (outside: OutsideSystems, dispatcher: Dispatcher): OutsideSystems => ({
  ask: { ...outside.ask, [house]: ask(dispatcher) },
  send: { ...outside.send, [house]: send(dispatcher) },
});
