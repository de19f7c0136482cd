/** The county clock: what time it is, and, in trial profiles, making it another. */

import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { lastInstant, parsePeriod } from '../../contract/county-clock.ts';
import { calendar, clockNow } from '../../contract/responses/service.ts';
import { clockBody } from '../../contract/wire.ts';
import { countyTables } from '../../db/tables.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, jsonBody, validated } from '../openapi.ts';
import { Problem } from '../problem.ts';
import { signedIn } from '../session.ts';
import { keeperOf } from '../visibility.ts';

export function countyClockRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });

  const clockRoute = createRoute({
    method: 'post',
    path: '/local/clock',
    summary: '调整县时钟（本地、测试、培训）',
    request: { body: jsonBody(clockBody) },
    responses: { 200: json(clockNow) },
  });
  if (context.settings.YIMEN_PROFILE !== 'production') app.use('/local/*', signedIn);
  app.openapi(clockRoute, async (c) => {
    if (context.settings.YIMEN_PROFILE === 'production') throw new Problem('CLOCK_IS_WALL');
    keeperOf(context, c.get('me'));
    const { advance, speed } = c.req.valid('json');
    const known = context.clock();
    const wall = Date.now();
    const county0 = context.now() + (advance ? parsePeriod(advance) : 0);
    if (county0 > lastInstant)
      throw new Problem('BODY_INVALID', { fields: [{ field: 'advance', text: '县时钟最晚到2099年底' }] });
    // Asked for nothing new, it is the same clock: only who has not heard of it is told.
    const clock = advance || speed ? { wall0: wall, county0, speed: speed ?? known.speed } : known;
    await context.moveClock(clock);
    return c.json({ now: context.now(), speed: clock.speed }, 200);
  });

  const calendarRoute = createRoute({
    method: 'get',
    path: '/calendar',
    summary: '现行工作日历（无需登录）：剩余的工作日据以计算',
    responses: { 200: json(calendar) },
  });
  app.openapi(calendarRoute, async (c) => {
    const { calendar: inForce } = await countyTables(context.sql, context.county);
    return c.json(inForce, 200);
  });

  const nowRoute = createRoute({
    method: 'get',
    path: '/clock',
    summary: '县时间',
    responses: { 200: json(clockNow) },
  });
  app.openapi(nowRoute, (c) => c.json({ now: context.now(), speed: context.clock().speed }, 200));

  return app;
}
