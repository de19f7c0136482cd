/** 我的待办: what my posts are asked to do, by clock risk. */
import { type InboxItem, inbox } from '../db/cases.ts';
import type { SignedIn } from '../db/people.ts';
import { dateOf } from '../engine/clock/time.ts';
import type { AppContext } from './env.ts';
import { page, placeAfter, placeInInbox } from './page.ts';
import { postsOn } from './visibility.ts';

export type InboxTask = Omit<InboxItem, 'urgency'> & { readonly risk: 'red' | 'yellow' | 'green' };

const task = ({ urgency: _order, ...item }: InboxItem, now: number): InboxTask => ({
  ...item,
  risk:
    item.dueAt !== null && item.dueAt <= now
      ? 'red'
      : item.riskAt !== null && item.riskAt <= now
        ? 'yellow'
        : 'green',
});

export async function inboxPage(
  context: AppContext,
  me: SignedIn,
  limit: number,
  cursor?: string,
): Promise<{ readonly items: readonly InboxTask[]; readonly cursor: string | null }> {
  const now = context.now();
  const place = placeAfter(placeInInbox, cursor);
  const after = place && { urgency: place[0], caseNo: place[1], key: place[2] };
  const items = await inbox(context.sql, postsOn(me, dateOf(now)), me.id, limit, after);
  return page(
    items,
    limit,
    ({ urgency, caseNo, key }) => [urgency, caseNo, key],
    (item) => task(item, now),
  );
}

/** The most urgent thing I am asked: handed over with the answer to the last one. */
export async function nextTask(context: AppContext, me: SignedIn): Promise<InboxTask | null> {
  return (await inboxPage(context, me, 1)).items[0] ?? null;
}
