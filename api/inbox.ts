/** 我的待办: what my posts are asked to do, by clock risk. */
import { type InboxCursor, type InboxItem, inbox } from '../db/cases.ts';
import type { SignedIn } from '../db/people.ts';
import { dateOf } from '../engine/clock/time.ts';
import type { AppContext } from './env.ts';
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

const encode = ({ urgency, caseNo, key }: InboxItem): string =>
  Buffer.from(JSON.stringify([urgency, caseNo, key])).toString('base64url');

/** A cursor somebody made up reads as the beginning. */
function decode(cursor: string | undefined): InboxCursor | undefined {
  if (!cursor) return undefined;
  try {
    const [urgency, caseNo, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [
      number,
      string,
      string,
    ];
    return { urgency: Number(urgency), caseNo: String(caseNo), key: String(key) };
  } catch {
    return undefined;
  }
}

export async function inboxPage(
  context: AppContext,
  me: SignedIn,
  limit: number,
  cursor?: string,
): Promise<{ readonly items: readonly InboxTask[]; readonly cursor: string | null }> {
  const now = context.now();
  const items = await inbox(context.sql, postsOn(me, dateOf(now)), me.id, limit, decode(cursor));
  const last = items.length === limit ? items.at(-1) : undefined;
  return { items: items.map((item) => task(item, now)), cursor: last ? encode(last) : null };
}

/** The most urgent thing I am asked: handed over with the answer to the last one. */
export async function nextTask(context: AppContext, me: SignedIn): Promise<InboxTask | null> {
  return (await inboxPage(context, me, 1)).items[0] ?? null;
}
