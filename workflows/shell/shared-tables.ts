/**
 * Calendars and rules are the same in almost every case. Each case carries its own copy in its ledger; in a worker's
 * memory, equal ones are one object. Nothing else is shared between cases, and these are never changed.
 */
import type { Entry } from '../../engine/ledger/entry.ts';
import type { Snapshot } from '../../engine/ledger/snapshot.ts';

const known = new Map<string, unknown>();

function shared<T>(value: T): T {
  const text = JSON.stringify(value);
  const same = known.get(text);
  if (same !== undefined) return same as T;
  known.set(text, value);
  return value;
}

/** The same state, its calendars and rules being those other cases hold. */
export const inShared = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  tables: snapshot.tables.map(({ seq, calendar, rules }) => ({
    seq,
    calendar: shared(calendar),
    rules: rules.map(shared),
  })),
});

/** The same ledger, its calendars and rules being those other cases hold. */
export function withSharedTables(ledger: readonly Entry[]): Entry[] {
  return ledger.map((entry) => {
    const { event } = entry;
    if (event.type !== 'opened' && event.type !== 'adopted' && event.type !== 'moved') return entry;
    const rules = event.rules.map(shared);
    return {
      ...entry,
      event: { ...event, rules, ...(event.calendar ? { calendar: shared(event.calendar) } : {}) },
    };
  });
}
