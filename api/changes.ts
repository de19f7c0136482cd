/** Who is told when a case changes: whoever sees it whole, and the units it asks or has just asked. */
import { LRUCache } from 'lru-cache';
import { type ChangedCase, listenForChanges } from '../db/changes.ts';
import type { SignedIn } from '../db/people.ts';
import { dateOf } from '../engine/clock/time.ts';
import type { AppContext, Change, Changes, Listener } from './env.ts';
import { postsOn, seenWhole } from './visibility.ts';

type Told = Change & { readonly unit: string; readonly matter: string; readonly units: ReadonlySet<string> };

/** What a desk can have missed while its line was down for a few minutes. */
const remembered = 2_000;

export async function followChanges(context: Pick<AppContext, 'sql' | 'county' | 'now'>): Promise<Changes> {
  const boot = Math.floor(Date.now() / 1_000);
  // Other boots never reach the numbers of this one.
  let id = boot * 100_000;
  const recent: Told[] = [];
  const listeners = new Set<Listener>();
  const heard = new LRUCache<string, Pick<ChangedCase, 'seq' | 'units'>>({ max: 20_000 });

  const concerns = ({ unit, matter, units }: Told, me: SignedIn): boolean => {
    const posts = postsOn(me, dateOf(context.now()));
    const whole = seenWhole(context, posts);
    return (
      whole.units.includes(unit) ||
      whole.matters.includes(matter) ||
      posts.some((post) => units.has(post.unit))
    );
  };
  const plain = ({ id: number, caseNo, seq }: Told): Change => ({ id: number, caseNo, seq });

  function tell({ units, ...changed }: ChangedCase): void {
    const { caseNo, seq } = changed;
    const told = { id: ++id, ...changed, units: new Set([...units, ...(heard.get(caseNo)?.units ?? [])]) };
    heard.set(caseNo, { seq, units });
    recent.push(told);
    if (recent.length > remembered) recent.shift();
    for (const { me, onChange } of listeners) if (concerns(told, me)) onChange(plain(told));
  }
  const gap = (): void => {
    recent.length = 0;
    // Whoever saw the last one before it has missed something too.
    id += 1;
    for (const { onGap } of listeners) onGap();
  };
  const unlisten = await listenForChanges(context.sql, tell, gap);

  return {
    listen(listener, after) {
      listeners.add(listener);
      if (after !== undefined) {
        const from = Number(after);
        const oldest = recent[0]?.id ?? id + 1;
        if (!Number.isSafeInteger(from) || from > id || from < oldest - 1) listener.onGap();
        else
          for (const told of recent)
            if (told.id > from && concerns(told, listener.me)) listener.onChange(plain(told));
      }
      return () => void listeners.delete(listener);
    },
    last: () => id,
    newest: (caseNo) => heard.get(caseNo)?.seq,
    async close() {
      for (const { onEnd } of [...listeners]) onEnd();
      await unlisten();
    },
  };
}
