/** Whether all is well: up, ready, what Prometheus reads. */

import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { health, readiness } from '../../contract/responses/service.ts';
import { stuckCases } from '../../db/cases.ts';
import { waitingCount } from '../../db/commands.ts';
import { queuedCount } from '../../db/outbox.ts';
import { within, workerSeen } from '../../delivery/temporal.ts';
import { tokenHash } from '../../security/sessions.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, validated } from '../openapi.ts';
import { Problem } from '../problem.ts';

const patienceMs = 2_000;
/** How many stuck cases /ready names. */
const stuckShown = 20;

/** Whether PostgreSQL answers soon. */
const databaseAnswers = async ({ sql }: AppContext): Promise<boolean> =>
  await Promise.race([
    sql`select 1`.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, false)),
  ]).catch(() => false);

/** Whether Temporal answers yes soon. */
const temporalSays = async ({ dispatcher }: AppContext, ask: () => Promise<boolean>): Promise<boolean> =>
  await within(dispatcher.client, patienceMs, ask).catch(() => false);

export function healthRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });

  app.openapi(
    createRoute({ method: 'get', path: '/health', summary: '存活', responses: { 200: json(health) } }),
    (c) => c.json({ status: 'up' as const }, 200),
  );

  const readyRoute = createRoute({
    method: 'get',
    path: '/ready',
    summary: '就绪：PostgreSQL、Temporal、worker',
    responses: { 200: json(readiness, '就绪'), 503: json(readiness, '尚未就绪') },
  });
  app.openapi(readyRoute, async (c) => {
    const { client } = context.dispatcher;
    const [postgresql, temporal, worker] = await Promise.all([
      databaseAnswers(context),
      temporalSays(context, () => client.workflowService.getSystemInfo({}).then(() => true)),
      temporalSays(context, () => workerSeen(client, context.dispatcher.taskQueue)),
    ]);
    const ready = postgresql && temporal && worker;
    const stuck = postgresql ? await stuckCases(context.sql, context.now(), stuckShown) : [];
    return c.json(
      { status: ready ? 'ready' : 'waiting', postgresql, temporal, worker, stuck },
      ready ? 200 : 503,
    );
  });

  const metricsRoute = createRoute({
    method: 'get',
    path: '/metrics',
    summary: 'Prometheus（凭 YIMEN_METRICS_TOKEN）',
    responses: { 200: { description: '指标', content: { 'text/plain': { schema: z.string() } } } },
  });
  app.openapi(metricsRoute, async (c) => {
    const token = context.settings.YIMEN_METRICS_TOKEN;
    if (!token) throw new Problem('NOT_FOUND');
    const given = c.req.header('authorization')?.match(/^Bearer (.+)$/)?.[1] ?? '';
    if (tokenHash(given) !== tokenHash(token)) throw new Problem('NOT_SIGNED_IN');
    context.metrics.waiting.set(await waitingCount(context.sql));
    context.metrics.unsent.set(await queuedCount(context.sql));
    context.metrics.stuck.set((await stuckCases(context.sql, context.now(), 1_000)).length);
    return c.text(await context.metrics.registry.metrics(), 200, {
      'content-type': context.metrics.registry.contentType,
    });
  });

  return app;
}
