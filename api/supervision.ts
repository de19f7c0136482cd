/** 督查: what is overdue and at risk now and through whom; what was decided in time; where the time went in a month. */
import type { z } from '@hono/zod-openapi';
import type { supervision as shape } from '../contract/responses.ts';
import type { SignedIn } from '../db/people.ts';
import { borne, type Decided, decided, namesOf, type Standing, standing } from '../db/supervision.ts';
import { countyTables } from '../db/tables.ts';
import { workingTime } from '../engine/clock/deadline.ts';
import type { Party } from '../engine/clock/responsibility-span.ts';
import { dateOf, minuteMs } from '../engine/clock/time.ts';
import { currentProcess } from '../workflows/index.ts';
import type { AppContext } from './env.ts';
import { overseeingOf } from './inbox.ts';

export type Supervision = z.infer<typeof shape>;

/** Raised with every change of what a figure means. */
const formula = 1;
/** A rate of fewer than these says nothing of anybody: they are put together. */
const smallestSample = 5;

const zone = '+08:00';
const startOf = (month: string): number => Date.parse(`${month}-01T00:00:00${zone}`);

export function monthAfter(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}

const titleOf = (matter: string | null): string =>
  (matter && currentProcess(matter)?.title) || (matter ?? '');

function nameOf(
  { county }: AppContext,
  people: ReadonlyMap<string, string>,
  {
    by,
    matter,
    unit,
    step,
    person,
  }: Pick<Standing, 'by' | 'matter' | 'unit' | 'step'> & { person?: string | null },
): string {
  switch (by) {
    case 'matter':
      return titleOf(matter);
    case 'unit':
      return county.units.find(({ id }) => id === unit)?.name ?? unit ?? '';
    case 'step':
      return `${titleOf(matter)}·${step}`;
    case 'person':
      return people.get(person ?? '') ?? person ?? '';
  }
}

const rate = (onTime: number, limited: number): number | null =>
  limited === 0 ? null : Math.round((onTime / limited) * 10_000) / 10_000;

/** Those of too small a sample become one, which says so. */
function pooled(rows: Supervision['done']): Supervision['done'] {
  return (['matter', 'unit', 'step'] as const).flatMap((by) => {
    const own = rows.filter((row) => row.by === by);
    const small = own.filter(({ limited }) => limited > 0 && limited < smallestSample);
    if (small.length < 2) return own;
    const sum = (of: (row: (typeof own)[number]) => number): number =>
      small.reduce((all, row) => all + of(row), 0);
    const [limited, onTime] = [sum((row) => row.limited), sum((row) => row.onTime)];
    const together = {
      by,
      matter: null,
      unit: null,
      step: null,
      name: `其余${small.length}项（每项不足${smallestSample}件，合并计算）`,
      decided: sum((row) => row.decided),
      limited,
      onTime,
      rate: rate(onTime, limited),
    };
    return [...own.filter((row) => !small.includes(row)), together];
  });
}

function partyName({ county }: AppContext, party: Party): string {
  switch (party.kind) {
    case 'office':
      return `${county.units.find(({ id }) => id === party.unit)?.name ?? party.unit}·${party.role}`;
    case 'applicant':
      return '申请人';
    case 'outside':
      return `外部系统：${party.system}`;
    case 'statutory':
      return `法定等待：${party.why}`;
  }
}

/** Of a month like 2026-11; `now` for what stands. */
export async function supervisionOf(context: AppContext, me: SignedIn, month: string): Promise<Supervision> {
  const { sql, county } = context;
  const now = context.now();
  const overseeing = overseeingOf(context, me);
  const period = { from: startOf(month), to: startOf(monthAfter(month)) };
  const [standings, done, { calendar }] = await Promise.all([
    standing(sql, overseeing, now),
    decided(sql, overseeing, period),
    countyTables(sql, county),
  ]);
  const people = await namesOf(
    sql,
    standings.flatMap(({ person }) => person ?? []),
  );
  const days = new Map<string, number>();
  for await (const spans of borne(sql, overseeing, period))
    for (const { party, from, to } of spans) {
      const name = partyName(context, party);
      days.set(name, (days.get(name) ?? 0) + workingTime(calendar, from, to));
    }
  return {
    at: now,
    month,
    formula,
    now: standings.map((row) => ({ ...row, name: nameOf(context, people, row) })),
    done: pooled(
      done.map((row: Decided) => ({
        ...row,
        name: nameOf(context, people, row),
        rate: rate(row.onTime, row.limited),
      })),
    ),
    days: [...days]
      .map(([party, ms]) => ({ party, minutes: Math.round(ms / minuteMs) }))
      .sort((a, b) => b.minutes - a.minutes || (a.party < b.party ? -1 : 1)),
  };
}

/** The month it is, in the county. */
export const thisMonth = ({ now }: AppContext): string => dateOf(now()).slice(0, 7);
