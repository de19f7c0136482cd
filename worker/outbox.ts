/** Sends what open cases have queued, as soon as it is recorded, on any number of workers. */
import type { OutsideSystems } from '../activities/outside/connectors.ts';
import { sendingSlots, sendQueued } from '../activities/sending.ts';
import { type JournalRow, journal } from '../db/commands.ts';
import { casesToSend, holdOutbox, outboxChannel, queued } from '../db/outbox.ts';
import type { Dispatcher } from '../delivery/dispatch.ts';
import { commandOf, dispatchJournaled } from '../delivery/linked.ts';

export type OutboxOptions = {
  /** How often what was put off, or what nobody was told of, is looked for. */
  readonly everyMs: number;
  readonly onError: (error: unknown) => void;
  /** How many cases are taken up at once. */
  readonly atOnce?: number;
};

/**
 * Sends what one case has queued. What could not leave is journaled for the case in the same transaction that forgets it.
 * Undefined if another hand has it, else whether there is more.
 */
async function empty(
  dispatcher: Dispatcher,
  outside: OutsideSystems,
  caseNo: string,
  onError: (error: unknown) => void,
): Promise<{ readonly isMore: boolean } | undefined> {
  const { sql } = dispatcher;
  const sent = await sql.begin(async (tx) => {
    const [name, seen] = await Promise.all([holdOutbox(tx, caseNo), queued(tx, caseNo)]);
    if (!name) return undefined;
    const { unsent, isMore, fault } = await sendQueued(tx, outside, caseNo, seen);
    if (fault) onError(fault);
    const rows: JournalRow[] = [];
    for (const one of unsent) {
      // An incident of one effect may come again when it is sent again: each sending has its place in time.
      const id = `outbox/${caseNo}/${one.subject}/${one.type}/${Date.now()}`;
      rows.push(await journal(tx, name, commandOf(dispatcher, id, one, 'case')));
    }
    return { rows, isMore };
  });
  for (const row of sent?.rows ?? []) await dispatchJournaled(dispatcher, row);
  return sent;
}

export async function startOutbox(
  dispatcher: Dispatcher,
  outside: OutsideSystems,
  { everyMs, onError, atOnce = 60 }: OutboxOptions,
): Promise<{ stop(): Promise<void> }> {
  const { sql } = dispatcher;
  const underway = new Map<string, Promise<void>>();
  /** Has queued more while it was being emptied. */
  const more = new Set<string>();
  /** Other hands have these: not looked for again before it is time. */
  const elsewhere = new Set<string>();
  /** There were as many as could be taken up: there may be others. */
  let isFull = false;
  let stopped = false;
  let isLooking = false;
  let looked = Promise.resolve();
  let again = false;
  function take(caseNo: string): void {
    const work = sendingSlots
      .execute(async () => {
        const sent = await empty(dispatcher, outside, caseNo, onError);
        if (!sent) elsewhere.add(caseNo);
        else if (sent.isMore) more.add(caseNo);
      })
      .catch(onError)
      .finally(() => {
        underway.delete(caseNo);
        if (more.delete(caseNo)) onQueued(caseNo);
        if (isFull) wake();
      });
    underway.set(caseNo, work);
  }
  async function look(): Promise<void> {
    do {
      again = false;
      const found = await casesToSend(sql, [...underway.keys(), ...elsewhere], atOnce - underway.size);
      isFull = underway.size + found.length >= atOnce;
      for (const caseNo of found) if (!underway.has(caseNo)) take(caseNo);
    } while (again && !stopped);
  }
  // One look at a time: what is queued meanwhile is looked for again.
  function wake(): void {
    again = true;
    if (stopped || isLooking) return;
    isLooking = true;
    looked = look()
      .catch(onError)
      .finally(() => {
        isLooking = false;
        if (again) wake();
      });
  }
  function onQueued(caseNo: string): void {
    if (stopped) return;
    if (underway.has(caseNo)) more.add(caseNo);
    else if (underway.size < atOnce) take(caseNo);
    else isFull = true;
  }
  const { unlisten } = await sql.listen(outboxChannel, onQueued, wake);
  const timer = setInterval(() => {
    elsewhere.clear();
    wake();
  }, everyMs);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await unlisten();
      await looked;
      await Promise.all(underway.values());
    },
  };
}
