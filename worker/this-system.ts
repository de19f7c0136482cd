/** The system as a case speaks to it: opens linked cases, takes back how they ended. */
import { z } from 'zod';
import type { Asker, OutsideSystems, Sender } from '../activities/outside/connectors.ts';
import { OutsideRefusal } from '../activities/outside/refusal.ts';
import type { FormInput } from '../contract/command.ts';
import { registry, thisSystem } from '../contract/names.ts';
import type { Query } from '../db/connect.ts';
import { answerAlike } from '../delivery/alike-names.ts';
import type { Dispatcher } from '../delivery/dispatch.ts';
import { LinkRefused, LinkTaken, openLinked, reportBack, tellCase } from '../delivery/linked.ts';

const form = z.record(z.string(), z.json());
const asked = z.object({ matter: z.string(), unit: z.string(), form });
const ended = z.object({
  parent: z.object({ matter: z.string(), caseNo: z.string(), act: z.string(), round: z.number() }),
  matter: z.string(),
  outcome: z.string(),
  detail: form,
});
const fact = z.object({ fact: z.string(), data: form });
const founding = z.object({ open: asked.extend({ instead: fact.optional() }) });
const telling = z.object({
  tell: fact.extend({ pool: z.string(), value: z.string() }),
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
      await openLinked(dispatcher, dispatcher.sql, { key, parent: { caseNo, act, round }, ...own });
    } catch (error) {
      throw refused(error);
    }
  };

const toldOf = ({ fact: name, data }: z.infer<typeof fact>) => ({ fact: name, data: data as FormInput });

/** Opens a case that lives on; where another has already what it would claim, that one is told instead, if it may be. */
async function found(
  dispatcher: Dispatcher,
  sql: Query,
  key: string,
  caseNo: string,
  { instead, ...wanted }: z.infer<typeof founding>['open'],
): Promise<string> {
  const own = { ...wanted, form: wanted.form as FormInput };
  try {
    return await openLinked(dispatcher, sql, { key, parent: { caseNo }, ...own });
  } catch (error) {
    if (!(error instanceof LinkTaken) || !instead) throw error;
    return await tellCase(dispatcher, key, error.by, toldOf(instead));
  }
}

const send =
  (dispatcher: Dispatcher): Sender =>
  async ({ idempotencyKey: key, caseNo, payload }, tx) => {
    const what = said.parse(payload);
    try {
      if ('open' in what)
        return { id: await found(dispatcher, tx ?? dispatcher.sql, key, caseNo, what.open) };
      if ('tell' in what) return { id: await tellCase(dispatcher, key, what.tell, toldOf(what.tell)) };
      const { detail, ...how } = what;
      await reportBack(dispatcher, key, caseNo, { ...how, detail: detail as FormInput });
      return { id: how.parent.caseNo };
    } catch (error) {
      throw refused(error);
    }
  };

const askRegisters =
  (dispatcher: Dispatcher): Asker =>
  async ({ key, caseNo, act, round, question }) =>
    await answerAlike(dispatcher, { key, caseNo, act, round, question });

/** The outside systems, and the system among them. */
export const withThisSystem = (outside: OutsideSystems, dispatcher: Dispatcher): OutsideSystems => ({
  ask: { ...outside.ask, [thisSystem]: ask(dispatcher), [registry]: askRegisters(dispatcher) },
  send: { ...outside.send, [thisSystem]: send(dispatcher) },
});
