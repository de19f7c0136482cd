/** Tables of the county reach its cases: tried on every live case first, told to each durably, a correction overtaking. */
import type { Calendar } from '../contract/calendar.ts';
import type { SystemCommand } from '../contract/command.ts';
import type { County } from '../contract/county.ts';
import type { Rule } from '../contract/rule.ts';
import { journalForAll, overtake } from '../db/commands.ts';
import type { Sql } from '../db/connect.ts';
import { countyTables, holdTables, rulesNamed } from '../db/tables.ts';
import { calendarSince } from '../engine/clock/calendar.ts';
import { dateOf } from '../engine/clock/time.ts';
import { matters } from '../workflows/index.ts';
import { type Effect, effectOf, hurtBy, type Redated, redate } from './read-model/redate.ts';

type News = Extract<SystemCommand, { type: 'adopt' }>;

/** How many hurt cases are named. */
const namedCases = 20;

/** A calendar or a rule that is not in force yet. */
type Draft = { readonly calendar?: Calendar; readonly rule?: Rule };

/** What each matter it is for would be told. */
const newsOf = ({ calendar, rule }: Draft): readonly { readonly matter: string; readonly news: News }[] =>
  matters.flatMap(({ code: matter, rules }) => {
    const named = rule && rules.some(({ name }) => name === rule.name) ? [rule] : [];
    if (!calendar && named.length === 0) return [];
    return [{ matter, news: { type: 'adopt', ...(calendar ? { calendar } : {}), rules: named } }];
  });

/** Live cases that a new calendar or rule would leave unable to go on. */
export async function triedOnCases(sql: Sql, draft: Draft, at: number): Promise<readonly string[]> {
  const hurt: string[] = [];
  for (const { matter, news } of newsOf(draft)) {
    hurt.push(...(await hurtBy(sql, matter, news, at, namedCases - hurt.length)));
    if (hurt.length === namedCases) break;
  }
  return hurt;
}

/** What a new calendar or rule would do to the live cases, and which of them could not go on; changes nothing. */
export async function foreseen(sql: Sql, draft: Draft, at: number): Promise<Effect> {
  const hurt: string[] = [];
  let [cases, sooner, later] = [0, 0, 0];
  for (const { matter, news } of newsOf(draft)) {
    const effect = await effectOf(sql, matter, news, at);
    cases += effect.cases;
    sooner += effect.sooner;
    later += effect.later;
    hurt.push(...effect.hurt);
  }
  return { cases, sooner, later, hurt: hurt.slice(0, namedCases) };
}

/**
 * Every live case is told, durably and in the background; a case is opened before this or after, never meanwhile. News of
 * tables still on its way is overtaken by this. Deadlines in every list move now. Calendars and rules that were never recorded here are
 * those every case carries from its opening.
 */
export async function publish(
  sql: Sql,
  county: County,
  key: string,
  at: number,
): Promise<Redated & { readonly told: number }> {
  const actor = { kind: 'system', name: '规则发布' } as const;
  const { news, told } = await sql.begin(async (tx) => {
    await holdTables(tx, 'alone');
    const tables = await countyTables(tx, county);
    const calendar =
      tables.calendar === county.calendar
        ? undefined
        : calendarSince(tables.calendar, Number(dateOf(at).slice(0, 4)));
    const all = matters.map(({ code: matter, rules: named }) => {
      const recorded = named.filter(({ name }) => tables.recorded.has(name));
      const body: News = {
        type: 'adopt',
        ...(calendar ? { calendar } : {}),
        rules: rulesNamed(tables, recorded),
      };
      return { matter, body };
    });
    let count = 0;
    for (const { matter, body } of all) {
      const id = `${key}/${matter}`;
      await overtake(tx, matter, 'adopt', id);
      count += await journalForAll(tx, matter, { id, hash: id, at, wall: Date.now(), actor, body });
    }
    return { news: all, told: count };
  });
  let [cases, clocks] = [0, 0];
  for (const { matter, body } of news) {
    const moved = await redate(sql, matter, body, at);
    cases += moved.cases;
    clocks += moved.clocks;
  }
  return { told, cases, clocks };
}
