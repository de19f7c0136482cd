/** Dated tables: a new holiday notice or rule value is recorded, then told to every live case, whose clocks move. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { isInForce } from '../../contract/in-force.ts';
import type { RuleRow } from '../../contract/rule.ts';
import { calendarBody, ruleBody } from '../../contract/wire.ts';
import { journalForAll } from '../../db/commands.ts';
import type { SignedIn } from '../../db/people.ts';
import { countyTables, recordCalendar, recordRule, rulesNamed } from '../../db/tables.ts';
import { type Redated, redate } from '../../delivery/read-model/redate.ts';
import { calendarSince, withNotice } from '../../engine/clock/calendar.ts';
import { dateOf, dateText, parseDate } from '../../engine/clock/time.ts';
import { matters } from '../../workflows/index.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { anyJson, json, jsonBody, keyHeader, keyOf, validated } from '../openapi.ts';
import { Problem } from '../problem.ts';
import { signedIn } from '../session.ts';
import { fingerprint } from '../submit.ts';
import { postsOn } from '../visibility.ts';

/** Only whom the county names for it changes what the law's numbers are. */
function keeperOf(context: AppContext, me: SignedIn): string {
  const { tableKeepers } = context.county;
  const keeps = postsOn(me, dateOf(context.now())).some((post) =>
    tableKeepers.some(({ unit, role }) => unit === post.unit && role === post.role),
  );
  if (!keeps) throw new Problem('FORBIDDEN');
  return me.id;
}

/** The first day after some row has ended on which no other holds. */
const gapIn = (rows: readonly RuleRow[]): string | undefined =>
  rows
    .flatMap(({ to }) => (to ? [dateText(parseDate(to) + 1)] : []))
    .toSorted()
    .find((day) => !rows.some((row) => isInForce(row, day)));

/**
 * Every live case is told, durably and in the background; its deadlines in every list move now. Calendars and rules
 * that were never recorded here are those every case carries from its opening.
 */
async function publish(context: AppContext, key: string): Promise<Redated & { told: number }> {
  const { sql } = context;
  const tables = await countyTables(sql, context.county);
  const at = context.now();
  const calendar =
    tables.calendar === context.county.calendar
      ? undefined
      : calendarSince(tables.calendar, Number(dateOf(at).slice(0, 4)));
  const counted = { told: 0, cases: 0, clocks: 0 };
  for (const { code: matter, rules: named } of matters) {
    const rules = rulesNamed(
      tables,
      named.filter(({ name }) => tables.recorded.has(name)),
    );
    const body = { type: 'adopt', ...(calendar ? { calendar } : {}), rules } as const;
    const actor = { kind: 'system', name: '规则发布' } as const;
    const id = `${key}/${matter}`;
    counted.told += await journalForAll(sql, matter, {
      id,
      hash: fingerprint(actor, body),
      at,
      wall: Date.now(),
      actor,
      body,
    });
    const { cases, clocks } = await redate(sql, matter, body, at);
    counted.cases += cases;
    counted.clocks += clocks;
  }
  return counted;
}

export function tableRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  app.use('/tables/*', signedIn);

  const calendarRoute = createRoute({
    method: 'post',
    path: '/tables/calendars',
    summary: '录入节假日通知',
    request: { body: jsonBody(calendarBody) },
    responses: { 201: json(anyJson) },
  });
  app.openapi(calendarRoute, async (c) => {
    const by = keeperOf(context, c.get('me'));
    const { why, ...notice } = c.req.valid('json');
    const { calendar } = await countyTables(context.sql, context.county);
    if (!(await recordCalendar(context.sql, withNotice(calendar, notice), by, why)))
      throw new Problem('VERSION_EXISTS');
    return c.json({ version: notice.version }, 201);
  });

  const ruleRoute = createRoute({
    method: 'post',
    path: '/tables/rules',
    summary: '录入规则的新数值',
    request: { body: jsonBody(ruleBody) },
    responses: { 201: json(anyJson) },
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
    if (!(await recordRule(context.sql, changed, by, why))) throw new Problem('VERSION_EXISTS');
    return c.json({ name, version }, 201);
  });

  const publishRoute = createRoute({
    method: 'post',
    path: '/tables/publish',
    summary: '把现行规则和日历告知所有在办件',
    request: { headers: keyHeader },
    responses: { 200: json(anyJson) },
  });
  app.openapi(publishRoute, async (c) => {
    const key = keyOf(c.req.header('idempotency-key'));
    keeperOf(context, c.get('me'));
    return c.json(await publish(context, key), 200);
  });
  return app;
}
