/** Sends what open cases have queued, as soon as it is recorded, on any number of workers. */
import type { OutsideSystems } from '../activities/outside/connectors.ts';
import { sendingSlots, sendQueued } from '../activities/sending.ts';
import { type CaseName, type JournalRow, journal } from '../db/commands.ts';
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

/** Sends what one case has queued. What could not leave is journaled for the case in the same transaction that forgets it. */
async function empty(
  dispatcher: Dispatcher,
  outside: OutsideSystems,
  name: CaseName,
  onError: (error: unknown) => void,
): Promise<void> {
  const { sql } = dispatcher;
  const told: readonly JournalRow[] = await sql.begin(async (tx) => {
    const { caseNo } = name;
    const [isMine, seen] = await Promise.all([holdOutbox(tx, caseNo), queued(tx, caseNo)]);
    if (!isMine) return [];
    const { unsent, fault } = await sendQueued(tx, outside, caseNo, seen);
    if (fault) onError(fault);
    const rows: JournalRow[] = [];
    for (const one of unsent) {
      // An incident of one effect may come again when it is sent again: each sending has its place in time.
      const id = `outbox/${caseNo}/${one.subject}/${one.type}/${Date.now()}`;
      rows.push(await journal(tx, name, commandOf(dispatcher, id, one, 'case')));
    }
    return rows;
  });
  for (const row of told) await dispatchJournaled(dispatcher, row);
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
  /** There were as many as could be taken up: there may be others. */
  let isFull = false;
  let stopped = false;
  let isLooking = false;
  let looked = Promise.resolve();
  let again = false;
  async function look(): Promise<void> {
    do {
      again = false;
      const names = await casesToSend(sql, [...underway.keys()], atOnce - underway.size);
      isFull = underway.size + names.length >= atOnce;
      for (const name of names) {
        const { caseNo } = name;
        const work = sendingSlots
          .execute(() => empty(dispatcher, outside, name, onError))
          .catch(onError)
          .finally(() => {
            underway.delete(caseNo);
            if (more.delete(caseNo) || isFull) wake();
          });
        underway.set(caseNo, work);
      }
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
  const onQueued = (caseNo: string): void => {
    if (underway.has(caseNo)) more.add(caseNo);
    else wake();
  };
  const { unlisten } = await sql.listen(outboxChannel, onQueued, wake);
  const timer = setInterval(wake, everyMs);
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
