/** 我的待办: what my posts are asked to do, by clock risk; and 在办环节, as those see them who answer for them. */
import { type ActItem, inbox, type Overseeing, type Overseen, overseen, type Sought } from '../db/acts.ts';
import type { SignedIn } from '../db/people.ts';
import { dateOf } from '../engine/clock/time.ts';
import type { AppContext } from './env.ts';
import { page, placeAfter, placeInInbox } from './page.ts';
import { postsOn, seenWhole, unitsHeaded } from './visibility.ts';

export type Task = Omit<ActItem, 'urgency'> & { readonly risk: 'red' | 'yellow' | 'green' };

export type TaskPage = { readonly items: readonly Task[]; readonly cursor: string | null };

const task = ({ urgency: _order, ...item }: ActItem, now: number): Task => ({
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
  sought: Sought = {},
): Promise<TaskPage> {
  const now = context.now();
  const place = placeAfter(placeInInbox, cursor);
  const items = await inbox(
    context.sql,
    postsOn(me, dateOf(now)),
    me.id,
    limit,
    place && cursorOf(place),
    sought,
  );
  return tasks(items, limit, now);
}

const cursorOf = ([urgency, caseNo, key]: readonly [number, string, string]) => ({ urgency, caseNo, key });

const tasks = (items: readonly ActItem[], limit: number, now: number): TaskPage =>
  page(
    items,
    limit,
    ({ urgency, caseNo, key }) => [urgency, caseNo, key],
    (item) => task(item, now),
  );

/** What somebody answers for: the units they head, and the cases they see whole. */
export function overseeingOf(context: AppContext, me: SignedIn): Overseeing {
  const posts = postsOn(me, dateOf(context.now()));
  const whole = seenWhole(context, posts);
  const everything = context.county.units.every(({ id }) => whole.units.includes(id));
  return { everything, headed: unitsHeaded(posts), whole };
}

/** Open acts of the units somebody heads, and of the cases they see whole. */
export async function overseenPage(
  context: AppContext,
  me: SignedIn,
  {
    cursor,
    ...asked
  }: Omit<Overseen, keyof Overseeing | 'today' | 'now' | 'after'> & {
    readonly cursor?: string | undefined;
  },
): Promise<TaskPage> {
  const { limit } = asked;
  const now = context.now();
  const place = placeAfter(placeInInbox, cursor);
  const items = await overseen(context.sql, {
    ...asked,
    ...overseeingOf(context, me),
    today: dateOf(now),
    now,
    after: place && cursorOf(place),
  });
  return tasks(items, limit, now);
}

/** The most urgent thing I am asked: handed over with the answer to the last one. */
export async function nextTask(context: AppContext, me: SignedIn): Promise<Task | null> {
  return (await inboxPage(context, me, 1)).items[0] ?? null;
}
