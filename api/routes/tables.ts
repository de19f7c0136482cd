/** Dated tables: a new holiday notice or rule value is recorded, then told to every live case, whose clocks move. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { bureau } from '../../contract/names.ts';
import { calendarBody, ruleBody } from '../../contract/wire.ts';
import type { SignedIn } from '../../db/people.ts';
import { countyTables, liveCases, recordCalendar, recordRule } from '../../db/tables.ts';
import { dateOf } from '../../engine/time.ts';
import { calendarSince, countyCalendar, withNotice } from '../../rules/calendars/county-calendar.ts';
import { sameShape } from '../../rules/rule-at.ts';
import { currentProcess, shippedRule } from '../../workflows/processes.ts';
import { postsOn } from '../access.ts';
import type { ApiEnv, House } from '../env.ts';
import { anyJson, json, jsonBody, keyHeader, keyOf, validated } from '../openapi.ts';
import { pressCommand } from '../press.ts';
import { Problem } from '../problem.ts';
import { signedIn } from '../session.ts';

const atOnce = 8;

/** Only the head of the county's bureau changes what the law's numbers are. */
function headOf(house: House, me: SignedIn): string {
  const head = postsOn(me, dateOf(house.now())).some(
    ({ unit, role }) => unit === bureau && role === '负责人',
  );
  if (!head) throw new Problem('FORBIDDEN');
  return me.id;
}

async function tellLiveCases(house: House, key: string): Promise<{ accepted: number; waiting: number }> {
  const tables = await countyTables(house.sql, countyCalendar);
  const calendar = calendarSince(tables.calendar, Number(dateOf(house.now()).slice(0, 4)));
  const counted = { accepted: 0, waiting: 0 };
  for (let after = ''; ; ) {
    const cases = await liveCases(house.sql, after, 500);
    const waiting = [...cases];
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const carried = currentProcess(next.matter)?.rules ?? [];
        const rules = carried.map((rule) => tables.rules.get(rule.name) ?? rule);
        const pressed = await pressCommand(house, next, {
          key: `${key}/${next.caseNo}`,
          actor: { kind: 'system', name: '规则发布' },
          body: { type: 'adopt', calendar, rules },
        });
        counted[pressed.kind]++;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    const last = cases.at(-1);
    if (!last) return counted;
    after = last.caseNo;
  }
}

export function tableRoutes(house: House): OpenAPIHono<ApiEnv> {
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
    const by = headOf(house, c.get('me'));
    const { why, ...notice } = c.req.valid('json');
    const { calendar } = await countyTables(house.sql, countyCalendar);
    if (!(await recordCalendar(house.sql, withNotice(calendar, notice), by, why)))
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
    const by = headOf(house, c.get('me'));
    const { name, version, row, why } = c.req.valid('json');
    const { rules } = await countyTables(house.sql, countyCalendar);
    const current = rules.get(name) ?? shippedRule(name);
    if (!current) throw new Problem('RULE_UNKNOWN');
    if (!sameShape(current.rows.at(-1)?.value ?? null, row.value)) throw new Problem('RULE_SHAPE_CHANGED');
    const { to, ...rest } = row;
    const changed = { ...current, version, rows: [...current.rows, { ...rest, ...(to ? { to } : {}) }] };
    if (!(await recordRule(house.sql, changed, by, why))) throw new Problem('VERSION_EXISTS');
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
    headOf(house, c.get('me'));
    return c.json(await tellLiveCases(house, key), 200);
  });
  return app;
}
