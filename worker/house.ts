/** The house as a case speaks to it: opens linked cases, takes back how they ended. */
import { z } from 'zod';
import type { Asker, OutsideSystems, Sender } from '../activities/case-activities.ts';
import { OutsideRefusal } from '../activities/outside/refusal.ts';
import type { FormInput } from '../contract/command.ts';
import { house } from '../contract/names.ts';
import type { Dispatcher } from '../delivery/dispatch.ts';
import { LinkRefused, openLinked, reportBack, tellCase } from '../delivery/linked.ts';

const form = z.record(z.string(), z.json());
const asked = z.object({ matter: z.string(), unit: z.string(), form });
const ended = z.object({
  parent: z.object({ matter: z.string(), caseNo: z.string(), act: z.string(), round: z.number() }),
  matter: z.string(),
  outcome: z.string(),
  detail: form,
});
const founding = z.object({ open: asked });
const telling = z.object({
  tell: z.object({ pool: z.string(), value: z.string(), fact: z.string(), data: form }),
});
const said = z.union([founding, telling, ended]);

/** What cannot be done as it was asked is for a person to put right. */
const refused = (error: unknown): unknown =>
  error instanceof LinkRefused ? new OutsideRefusal('关联办件', error.message) : error;

const ask =
  (dispatcher: Dispatcher): Asker =>
  async ({ key, caseNo, act, round, question }) => {
    const wanted = asked.parse(question);
    const own = { ...wanted, form: wanted.form as FormInput };
    try {
      await openLinked(dispatcher, { key, parent: { caseNo, act, round }, ...own });
    } catch (error) {
      throw refused(error);
    }
  };

const send =
  (dispatcher: Dispatcher): Sender =>
  async ({ idempotencyKey: key, caseNo, payload }) => {
    const what = said.parse(payload);
    try {
      if ('open' in what) {
        const own = { ...what.open, form: what.open.form as FormInput };
        return { id: await openLinked(dispatcher, { key, parent: { caseNo }, ...own }) };
      }
      if ('tell' in what)
        return { id: await tellCase(dispatcher, key, { ...what.tell, data: what.tell.data as FormInput }) };
      const { detail, ...how } = what;
      await reportBack(dispatcher, key, caseNo, { ...how, detail: detail as FormInput });
      return { id: how.parent.caseNo };
    } catch (error) {
      throw refused(error);
    }
  };

/** The outside systems, and the house among them. */
export const withHouse = (outside: OutsideSystems, dispatcher: Dispatcher): OutsideSystems => ({
  ask: { ...outside.ask, [house]: ask(dispatcher) },
  send: { ...outside.send, [house]: send(dispatcher) },
});
