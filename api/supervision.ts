/** 督查: what is overdue and at risk now and through whom; what was decided in time; where the time went in a month. */

import { canonical } from '../contract/hash.ts';
import type { Supervision } from '../contract/responses/supervision.ts';
import { type Overseeing, overseenCases } from '../db/acts.ts';
import type { Fragment, Sql } from '../db/connect.ts';
import type { SignedIn } from '../db/people.ts';
import { type Count, counts, formula, minutesBorne, periodOf } from '../db/periods.ts';
import { namesOf, type Standing, standing } from '../db/supervision.ts';
import { countyTables } from '../db/tables.ts';
import { rate, smallestSample } from '../delivery/measures.ts';
import type { Party } from '../engine/clock/responsibility-span.ts';
import { dateOf } from '../engine/clock/time.ts';
import { currentProcess } from '../workflows/index.ts';
import type { AppContext } from './env.ts';
import { overseeingOf } from './inbox.ts';

export const titleOf = (matter: string | null): string =>
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

type Done = Omit<Supervision['done'][number], 'name'>;

/** The same decisions by matter, by unit, by step. */
function grouped(all: readonly Count[]): readonly Done[] {
  const groups = new Map<string, Done>();
  for (const { matter, unit, step, decided, limited, onTime } of all)
    for (const of of [
      { by: 'matter', matter, unit: null, step: null },
      { by: 'unit', matter: null, unit, step: null },
      { by: 'step', matter, unit: null, step },
    ] as const) {
      const known = groups.get(JSON.stringify(of)) ?? {
        ...of,
        decided: 0,
        limited: 0,
        onTime: 0,
        rate: null,
      };
      const sum = {
        decided: known.decided + decided,
        limited: known.limited + limited,
        onTime: known.onTime + onTime,
      };
      groups.set(JSON.stringify(of), { ...known, ...sum, rate: rate(sum.onTime, sum.limited) });
    }
  return [...groups.values()].sort((a, b) => b.decided - a.decided);
}

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

/** Of a month like 2026-11; what stands is of the moment it says. Whoever answers for the same is shown the same count. */
export async function supervisionOf(context: AppContext, me: SignedIn, month: string): Promise<Supervision> {
  const overseeing = overseeingOf(context, me);
  return await context.supervised.of(canonical({ month, overseeing }), () =>
    counted(context, overseeing, month),
  );
}

/** Of `entry e` and its `case_head h`: who heads a unit answers for what it decided, in whatever case. */
export const answeredFor = (sql: Sql, overseeing: Overseeing): Fragment =>
  sql`(${overseenCases(sql, overseeing)} or e.event #>> '{account,unit}' = any(${overseeing.headed as string[]}))`;

async function counted(context: AppContext, overseeing: Overseeing, month: string): Promise<Supervision> {
  const { sql, county } = context;
  const now = context.now();
  const period = periodOf(month);
  const mine = answeredFor(sql, overseeing);
  const [standings, all, { calendar }] = await Promise.all([
    standing(sql, overseeing, now),
    counts(sql, { ...period, of: mine }),
    countyTables(sql, county),
  ]);
  const people = await namesOf(
    sql,
    standings.flatMap(({ person }) => person ?? []),
  );
  const borne = await minutesBorne(sql, overseenCases(sql, overseeing), period, calendar);
  return {
    at: now,
    month,
    formula,
    now: standings.map((row) => ({ ...row, name: nameOf(context, people, row) })),
    done: pooled(grouped(all).map((row) => ({ ...row, name: nameOf(context, people, row) }))),
    days: borne.map(({ party, minutes }) => ({ party: partyName(context, party), minutes })),
  };
}

/** The month it is, in the county. */
export const thisMonth = ({ now }: AppContext): string => dateOf(now()).slice(0, 7);
