/** Time at risk: a bar that fills with the working days used, and the days in words beside it. Never colour alone. */
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import './time-bar.css';
import { calendar, clock } from './queries.ts';
import { sayLeft, sayUntil, used } from './time.ts';

const everyMs = 30_000;
let wall = Date.now();
const watchers = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/** One tick for a whole page, however many rows tell the time. */
function watch(onTick: () => void): () => void {
  watchers.add(onTick);
  if (ticking === undefined) wall = Date.now();
  ticking ??= setInterval(() => {
    wall = Date.now();
    for (const tell of watchers) tell();
  }, everyMs);
  return () => {
    watchers.delete(onTick);
    if (watchers.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

/** County time, renewed every half minute: a limit runs while a page stands open. */
export function useNow(): number {
  const { data } = useQuery(clock);
  return useSyncExternalStore(watch, () => wall) + (data?.ahead ?? 0);
}

export type Limit = {
  readonly from: number;
  readonly dueAt: number | null;
  readonly riskAt: number | null;
  readonly provisional?: boolean;
};

export function TimeBar({ from, dueAt, riskAt, provisional }: Limit) {
  const now = useNow();
  const { data: days } = useQuery(calendar);
  if (dueAt === null) return <span className="quiet">不限时</span>;
  if (!days) return null;
  const risk = dueAt <= now ? 'red' : riskAt !== null && riskAt <= now ? 'yellow' : '';
  const share = Math.round(used(days, from, dueAt, now) * 100);
  return (
    <span className={`left ${risk}`} title={sayUntil(dueAt, now)}>
      <span className={`bar ${risk}`} aria-hidden="true">
        <i style={{ width: `${share}%` }} />
      </span>{' '}
      {sayLeft(days, dueAt, now)}
      {provisional ? '（预计）' : ''}
    </span>
  );
}
