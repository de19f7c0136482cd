/** A changed rule or calendar reaches every live case, as one more entry in its ledger; its clocks move with it. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { bureau } from '../../contract/names.ts';
import { countyTables, liveCases } from '../../db/tables.ts';
import { dateOf } from '../../engine/time.ts';
import { calendarSince, countyCalendar } from '../../rules/calendars/county-calendar.ts';
import { currentProcess } from '../../workflows/processes.ts';
import { postsOn } from '../access.ts';
import type { ApiEnv, House } from '../env.ts';
import { anyJson, json, keyHeader, keyOf, validated } from '../openapi.ts';
import { pressCommand } from '../press.ts';
import { Problem } from '../problem.ts';
import { signedIn } from '../session.ts';

const atOnce = 8;

export function tableRoutes(house: House): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  app.use('/tables/*', signedIn);
  const publishRoute = createRoute({
    method: 'post',
    path: '/tables/publish',
    summary: '把现行规则和日历告知所有在办件',
    request: { headers: keyHeader },
    responses: { 200: json(anyJson) },
  });
  app.openapi(publishRoute, async (c) => {
    const key = keyOf(c.req.header('idempotency-key'));
    const head = postsOn(c.get('me'), dateOf(house.now())).some(
      ({ unit, role }) => unit === bureau && role === '负责人',
    );
    if (!head) throw new Problem('FORBIDDEN');
    const tables = await countyTables(house.sql, countyCalendar);
    const year = Number(dateOf(house.now()).slice(0, 4));
    const counted = { accepted: 0, waiting: 0 };
    for (let after = ''; ; ) {
      const cases = await liveCases(house.sql, after, 500);
      const waiting = [...cases];
      const lane = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const rules = (currentProcess(next.matter)?.rules ?? []).map(
            (rule) => tables.rules.get(rule.name) ?? rule,
          );
          const body = { type: 'adopt', calendar: calendarSince(tables.calendar, year), rules } as const;
          const pressed = await pressCommand(house, next, {
            key: `${key}/${next.caseNo}`,
            actor: { kind: 'system', name: '规则发布' },
            body,
          });
          counted[pressed.kind]++;
        }
      };
      await Promise.all(Array.from({ length: atOnce }, lane));
      const last = cases.at(-1);
      if (!last) break;
      after = last.caseNo;
    }
    return c.json(counted, 200);
  });
  return app;
}
