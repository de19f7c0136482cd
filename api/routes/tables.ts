/** Dated tables: a new holiday notice or rule value is recorded, then told to every live case, whose clocks move. */

import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { isInForce } from '../../contract/in-force.ts';
import { published, recordedCalendar, recordedRule } from '../../contract/responses/service.ts';
import type { RuleRow } from '../../contract/rule.ts';
import { calendarBody, ruleBody } from '../../contract/wire.ts';
import { countyTables, recordCalendar, recordRule } from '../../db/tables.ts';
import { publish, triedOnCases } from '../../delivery/publish.ts';
import { calendarSince, withNotice } from '../../engine/clock/calendar.ts';
import { dateOf, dateText, parseDate } from '../../engine/clock/time.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, jsonBody, keyHeader, keyOf, validated } from '../openapi.ts';
import { Problem } from '../problem.ts';
import { signedIn } from '../session.ts';
import { keeperOf } from '../visibility.ts';

/** The first day after some row has ended on which no other holds. */
const gapIn = (rows: readonly RuleRow[]): string | undefined =>
  rows
    .flatMap(({ to }) => (to ? [dateText(parseDate(to) + 1)] : []))
    .toSorted()
    .find((day) => !rows.some((row) => isInForce(row, day)));

/** Nothing is recorded that would leave a live case unable to go on. */
async function tried(context: AppContext, tables: Parameters<typeof triedOnCases>[1]): Promise<void> {
  const cases = await triedOnCases(context.sql, tables, context.now());
  if (cases.length > 0)
    throw new Problem('TABLE_HURTS_CASES', {
      detail: `按这份新表，${cases.join('、')}无法继续办理，没有录入。请核对数值；核对无误的，请联系系统管理员。`,
      about: { cases: [...cases] },
    });
}

export function tableRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  app.use('/tables/*', signedIn);

  const calendarRoute = createRoute({
    method: 'post',
    path: '/tables/calendars',
    summary: '录入节假日通知',
    request: { body: jsonBody(calendarBody) },
    responses: { 201: json(recordedCalendar) },
  });
  app.openapi(calendarRoute, async (c) => {
    const by = keeperOf(context, c.get('me'));
    const { why, ...notice } = c.req.valid('json');
    const { calendar } = await countyTables(context.sql, context.county);
    const next = withNotice(calendar, notice);
    await tried(context, { calendar: calendarSince(next, Number(dateOf(context.now()).slice(0, 4))) });
    if (!(await recordCalendar(context.sql, next, by, why))) throw new Problem('VERSION_EXISTS');
    return c.json({ version: notice.version }, 201);
  });

  const ruleRoute = createRoute({
    method: 'post',
    path: '/tables/rules',
    summary: '录入规则的新数值',
    request: { body: jsonBody(ruleBody) },
    responses: { 201: json(recordedRule) },
  });
  app.openapi(ruleRoute, async (c) => {
    const by = keeperOf(context, c.get('me'));
    const { name, version, row, why } = c.req.valid('json');
    const { rules } = await countyTables(context.sql, context.county);
    const current = rules.get(name);
    if (!current) throw new Problem('RULE_UNKNOWN');
    const fields = context.county.ruleFaults(name, row.value);
    if (fields.length > 0) throw new Problem('RULE_SHAPE_CHANGED', { fields });
    const { to, ...rest } = row;
    const changed = { ...current, version, rows: [...current.rows, { ...rest, ...(to ? { to } : {}) }] };
    const gap = gapIn(changed.rows);
    if (gap)
      throw new Problem('BODY_INVALID', {
        fields: [{ field: 'row.to', text: `${gap}起没有任何时段的值，请不写止日，或者先录入其后的数值` }],
      });
    await tried(context, { rule: changed });
    if (!(await recordRule(context.sql, changed, by, why))) throw new Problem('VERSION_EXISTS');
    return c.json({ name, version }, 201);
  });

  const publishRoute = createRoute({
    method: 'post',
    path: '/tables/publish',
    summary: '把现行规则和日历告知所有在办件',
    request: { headers: keyHeader },
    responses: { 200: json(published) },
  });
  app.openapi(publishRoute, async (c) => {
    const key = keyOf(c.req.header('idempotency-key'));
    keeperOf(context, c.get('me'));
    return c.json(await publish(context.sql, context.county, key, context.now()), 200);
  });
  return app;
}
