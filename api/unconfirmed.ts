/** 待县里确认: which values of local configuration something rests on that the county has not signed off. */

import { edgeErrors } from '../contract/errors.ts';
import { isInForce } from '../contract/in-force.ts';
import type { Rule } from '../contract/rule.ts';
import { countyTables, rulesNamed, type SignOff, signOffs } from '../db/tables.ts';
import { dateOf } from '../engine/clock/time.ts';
import { type CaseState, runOf } from '../engine/ledger/state.ts';
import type { AnyProcess } from '../engine/process/definition.ts';
import type { AppContext } from './env.ts';
import { Problem } from './problem.ts';
import { isOf } from './sign-off.ts';

/** The titles of those whose row in force on one of the days is the county's own and not confirmed. */
const unsigned = (rules: readonly Rule[], days: readonly string[], signed: readonly SignOff[]): string[] =>
  rules
    .filter(({ name, rows }) =>
      rows.some(
        (row) =>
          row.standing === 'county' &&
          days.some((day) => isInForce(row, day)) &&
          !signed.some((one) => isOf(one, name, row)),
      ),
    )
    .map(({ title }) => title);

/** What a case has rested on so far. */
export async function unconfirmedIn({ sql }: AppContext, state: CaseState): Promise<string[]> {
  const known = new Map(state.tables.flatMap(({ rules }) => rules.map((rule) => [rule.name, rule] as const)));
  const used = runOf(state).adopted.flatMap(({ name }) => known.get(name) ?? []);
  return unsigned(used, [dateOf(state.opened.at), dateOf(state.at)], await signOffs(sql));
}

/** What a new case of a matter would rest on today. */
export async function unconfirmedFor(
  { sql, county, now }: AppContext,
  { rules }: AnyProcess,
): Promise<string[]> {
  const [tables, signed] = await Promise.all([countyTables(sql, county), signOffs(sql)]);
  return unsigned(rulesNamed(tables, rules), [dateOf(now())], signed);
}

/** Nobody's rights are decided by values nobody has answered for; elsewhere the case says so. */
export async function confirmedInProduction(context: AppContext, process: AnyProcess): Promise<void> {
  if (context.settings.YIMEN_PROFILE !== 'production') return;
  const waiting = await unconfirmedFor(context, process);
  if (waiting.length > 0)
    throw new Problem('COUNTY_UNCONFIRMED', {
      detail: `“${process.title}”有${waiting.length}项县级配置待确认：${waiting.join('、')}。${edgeErrors.COUNTY_UNCONFIRMED.next}`,
    });
}
