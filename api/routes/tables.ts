/** Dated tables: a new holiday notice or rule value is recorded, then told to every live case, whose clocks move. */

import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import { isInForce } from '../../contract/in-force.ts';
import {
  published,
  recordedCalendar,
  recordedRule,
  ruleList,
  tableTrial,
} from '../../contract/responses/service.ts';
import type { Rule, RuleRow } from '../../contract/rule.ts';
import { calendarBody, ruleBody, signOffBody } from '../../contract/wire.ts';
import { countyTables, recordCalendar, recordings, recordRule, signOff, signOffs } from '../../db/tables.ts';
import { foreseen, publish, triedOnCases } from '../../delivery/publish.ts';
import { calendarSince, withNotice } from '../../engine/clock/calendar.ts';
import { addDays, dateOf } from '../../engine/clock/time.ts';
import { matters } from '../../workflows/index.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, jsonBody, keyHeader, keyOf, validated } from '../openapi.ts';
import { Problem } from '../problem.ts';
import { signedIn } from '../session.ts';
import { isOf, rowHash } from '../sign-off.ts';
import { keeperOf } from '../visibility.ts';

/** The first day after some row has ended on which no other holds. */
const gapIn = (rows: readonly RuleRow[]): string | undefined =>
  rows
    .flatMap(({ to }) => (to ? [addDays(to, 1)] : []))
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
  const { sql } = context;
  app.use('/tables/*', signedIn);

  type NoticeAsked = z.infer<typeof calendarBody>;
  /** The calendar with a notice added, as a whole and as live cases carry it. */
  async function calendarWith({ why: _why, ...notice }: NoticeAsked) {
    const { calendar } = await countyTables(sql, context.county);
    const next = withNotice(calendar, notice);
    return { next, since: calendarSince(next, Number(dateOf(context.now()).slice(0, 4))) };
  }
  /** The rule with a row added, its value and its dates judged. */
  async function ruleWith({ name, version, row }: z.infer<typeof ruleBody>): Promise<Rule> {
    const { rules } = await countyTables(sql, context.county);
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
    return changed;
  }
  const effects = async (draft: Parameters<typeof foreseen>[1]) => {
    const { hurt, ...counted } = await foreseen(sql, draft, context.now());
    return { ...counted, hurt: [...hurt] };
  };

  const calendarRoute = createRoute({
    method: 'post',
    path: '/tables/calendars',
    summary: '录入节假日通知',
    request: { body: jsonBody(calendarBody) },
    responses: { 201: json(recordedCalendar) },
  });
  app.openapi(calendarRoute, async (c) => {
    const by = keeperOf(context, c.get('me'));
    const asked = c.req.valid('json');
    const { next, since } = await calendarWith(asked);
    await tried(context, { calendar: since });
    if (!(await recordCalendar(sql, next, by, asked.why))) throw new Problem('VERSION_EXISTS');
    return c.json({ version: asked.version }, 201);
  });

  const calendarTrialRoute = createRoute({
    method: 'post',
    path: '/tables/calendars/trial',
    summary: '试算节假日通知：多少在办件的期限改变，哪些无法继续（不录入）',
    request: { body: jsonBody(calendarBody) },
    responses: { 200: json(tableTrial) },
  });
  app.openapi(calendarTrialRoute, async (c) => {
    keeperOf(context, c.get('me'));
    const { since } = await calendarWith(c.req.valid('json'));
    return c.json(await effects({ calendar: since }), 200);
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
    const asked = c.req.valid('json');
    const { name, version, why } = asked;
    const changed = await ruleWith(asked);
    await tried(context, { rule: changed });
    if (!(await recordRule(sql, changed, by, why))) throw new Problem('VERSION_EXISTS');
    return c.json({ name, version }, 201);
  });

  const ruleTrialRoute = createRoute({
    method: 'post',
    path: '/tables/rules/trial',
    summary: '试算规则的新数值：多少在办件的期限改变，哪些无法继续（不录入）',
    request: { body: jsonBody(ruleBody) },
    responses: { 200: json(tableTrial) },
  });
  app.openapi(ruleTrialRoute, async (c) => {
    keeperOf(context, c.get('me'));
    return c.json(await effects({ rule: await ruleWith(c.req.valid('json')) }), 200);
  });

  const rulesRoute = createRoute({
    method: 'get',
    path: '/tables/rules',
    summary: '规则：各时段的数值和依据，县级配置县里确认了没有',
    responses: { 200: json(ruleList) },
  });
  app.openapi(rulesRoute, async (c) => {
    const [{ rules }, recorded, signed] = await Promise.all([
      countyTables(sql, context.county),
      recordings(sql),
      signOffs(sql),
    ]);
    const items = [...rules.values()].map(({ name, title, version, rows }) => ({
      name,
      title,
      matters: matters.flatMap((one) => (one.rules.some((rule) => rule.name === name) ? [one.title] : [])),
      version,
      words: { ...context.county.ruleWords(name) },
      recorded: recorded.get(name) ?? null,
      rows: rows.map((row) => {
        const { by, at, why } = signed.find((one) => isOf(one, name, row)) ?? {};
        const signedOff = by !== undefined && at !== undefined && why !== undefined ? { by, at, why } : null;
        return { ...row, to: row.to ?? null, signedOff };
      }),
    }));
    return c.json({ items }, 200);
  });

  const signOffRoute = createRoute({
    method: 'post',
    path: '/tables/rules/sign-offs',
    summary: '县里确认一行县级配置：谁、依据什么',
    request: { body: jsonBody(signOffBody) },
    responses: { 204: { description: '已确认' } },
  });
  app.openapi(signOffRoute, async (c) => {
    const by = keeperOf(context, c.get('me'));
    const { name, from, why } = c.req.valid('json');
    const { rules } = await countyTables(sql, context.county);
    const row = rules.get(name)?.rows.findLast((one) => one.from === from && one.standing === 'county');
    if (!row) throw new Problem('RULE_UNKNOWN');
    await signOff(sql, { rule: name, rowHash: rowHash(row), by, at: context.now(), why });
    return c.body(null, 204);
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
