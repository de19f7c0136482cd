/** What became of what somebody submitted. */

import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { commandList, commandStatus, deliveryState } from '../../contract/responses/work.ts';
import { outages, stuckCases } from '../../db/cases.ts';
import { acknowledge, commandStatus as statusOf, undelivered, waitingCommands } from '../../db/commands.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, validated } from '../openapi.ts';
import { plain } from '../page.ts';
import { Problem } from '../problem.ts';
import { signedIn } from '../session.ts';
import { keeperOf } from '../visibility.ts';

const shown = 100;

export function commandRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  for (const path of ['/commands', '/commands/*']) app.use(path, signedIn);

  const allRoute = createRoute({
    method: 'get',
    path: '/commands/waiting',
    summary: '全县待送达的操作、没有应答的外部系统、卡住的办件（县里指定的岗位看）',
    responses: { 200: json(deliveryState) },
  });
  app.openapi(allRoute, async (c) => {
    keeperOf(context, c.get('me'));
    const { sql } = context;
    const [waiting, down, stuck] = await Promise.all([
      waitingCommands(sql, shown),
      outages(sql),
      stuckCases(sql, context.now(), shown),
    ]);
    return c.json({ waiting: [...waiting], outages: [...down], stuck: [...stuck] }, 200);
  });

  const statusRoute = createRoute({
    method: 'get',
    path: '/commands/{id}',
    summary: '一次操作的下落',
    request: { params: z.object({ id: plain }) },
    responses: { 200: json(commandStatus) },
  });
  app.openapi(statusRoute, async (c) => {
    const status = await statusOf(context.sql, c.req.valid('param').id);
    if (!status || status.person !== c.get('me').id) throw new Problem('NOT_FOUND');
    const { person: _person, ...shown } = status;
    return c.json(shown, 200);
  });

  const mineRoute = createRoute({
    method: 'get',
    path: '/commands',
    summary: '我的待送达和送达后被退回的操作',
    responses: { 200: json(commandList) },
  });
  app.openapi(mineRoute, async (c) =>
    c.json(
      {
        items: (await undelivered(context.sql, c.get('me').id)).map(({ person: _person, ...shown }) => shown),
      },
      200,
    ),
  );

  const toldRoute = createRoute({
    method: 'post',
    path: '/commands/{id}/read',
    summary: '已知悉',
    request: { params: z.object({ id: plain }) },
    responses: { 204: { description: '已知悉' } },
  });
  app.openapi(toldRoute, async (c) => {
    if (!(await acknowledge(context.sql, c.get('me').id, c.req.valid('param').id)))
      throw new Problem('NOT_FOUND');
    return c.body(null, 204);
  });

  return app;
}
