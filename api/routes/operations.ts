/** Health, readiness, metrics, the county clock of trial profiles, and the door outside systems answer at. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { parsePeriod } from '../../contract/county-clock.ts';
import { answerBody, clockBody } from '../../contract/wire.ts';
import { head, stuckCases } from '../../db/cases.ts';
import { attemptOf, waitingCount } from '../../db/commands.ts';
import { rememberNonce } from '../../db/nonces.ts';
import { workerSeen } from '../../delivery/temporal.ts';
import { verifyCallback } from '../../security/callback-signature.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { anyJson, json, jsonBody, validated } from '../openapi.ts';
import { Problem } from '../problem.ts';
import { submitCommand } from '../submit.ts';

const patienceMs = 2_000;
/** How many stuck cases /ready names. */
const stuckShown = 20;

/** Whether PostgreSQL answers soon. */
const databaseAnswers = async ({ sql }: AppContext): Promise<boolean> =>
  await Promise.race([
    sql`select 1`.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, false)),
  ]).catch(() => false);

/** Whether Temporal answers yes soon. Waited for to its end: a call left behind tries again after its connection is closed. */
const temporalSays = async ({ dispatcher }: AppContext, ask: () => Promise<boolean>): Promise<boolean> =>
  await dispatcher.client.withDeadline(Date.now() + patienceMs, ask).catch(() => false);

export function operationsRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });

  app.openapi(
    createRoute({ method: 'get', path: '/health', summary: '存活', responses: { 200: json(anyJson) } }),
    (c) => c.json({ status: 'up' }, 200),
  );

  const readyRoute = createRoute({
    method: 'get',
    path: '/ready',
    summary: '就绪：PostgreSQL、Temporal、worker',
    responses: { 200: json(anyJson), 503: json(anyJson) },
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
    summary: 'Prometheus',
    responses: { 200: { description: '指标' } },
  });
  app.openapi(metricsRoute, async (c) => {
    context.metrics.waiting.set(await waitingCount(context.sql));
    context.metrics.stuck.set((await stuckCases(context.sql, context.now(), 1_000)).length);
    return c.text(await context.metrics.registry.metrics(), 200, {
      'content-type': context.metrics.registry.contentType,
    });
  });

  const clockRoute = createRoute({
    method: 'post',
    path: '/local/clock',
    summary: '调整县时钟（本地、测试、培训）',
    request: { body: jsonBody(clockBody) },
    responses: { 200: json(anyJson) },
  });
  app.openapi(clockRoute, async (c) => {
    if (context.settings.YIMEN_PROFILE === 'production') throw new Problem('CLOCK_IS_WALL');
    const { advance, speed } = c.req.valid('json');
    const wall = Date.now();
    const clock = {
      wall0: wall,
      county0: context.now() + (advance ? parsePeriod(advance) : 0),
      speed: speed ?? context.clock().speed,
    };
    await context.moveClock(clock);
    return c.json({ now: context.now(), speed: clock.speed }, 200);
  });

  const nowRoute = createRoute({
    method: 'get',
    path: '/clock',
    summary: '县时间',
    responses: { 200: json(z.object({ now: z.number(), speed: z.number() })) },
  });
  app.openapi(nowRoute, (c) => c.json({ now: context.now(), speed: context.clock().speed }, 200));

  const callbackRoute = createRoute({
    method: 'post',
    path: '/callbacks/verification',
    summary: '核对中心的答复（签名回调）',
    responses: { 200: json(anyJson), 202: json(anyJson) },
  });
  app.openapi(callbackRoute, async (c) => {
    const text = await c.req.text();
    const verified = verifyCallback(
      context.settings.YIMEN_CALLBACK_KEYS,
      c.req.raw.headers,
      text,
      Date.now(),
    );
    if (!verified.ok) throw new Problem(verified.expired ? 'CALLBACK_REPLAYED' : 'CALLBACK_UNSIGNED');
    const parsed = answerBody.safeParse(parse(text));
    if (!parsed.success)
      throw new Problem('BODY_INVALID', {
        fields: parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), text: message })),
      });
    const { caseNo, act, round, source, status, findings } = parsed.data;
    const known = await head(context.sql, caseNo);
    if (!known) throw new Problem('NOT_FOUND', { caseNo });
    if (!(await rememberNonce(context.sql, verified.nonce, verified.until)))
      throw new Problem('CALLBACK_REPLAYED', { caseNo });
    // One answer per source and round, however many callbacks carry it.
    const key = await attemptOf(context.sql, caseNo, `answer-${caseNo}-${act}-${round}-${source}`);
    const actor = { kind: 'system', name: '核对中心' } as const;
    const submitted = await submitCommand(
      context,
      { matter: known.matter, caseNo },
      {
        key,
        actor,
        body: { type: 'answer', act, round, source, answer: { status, findings: findings as never } },
      },
    );
    return c.json({ state: submitted.kind }, submitted.kind === 'accepted' ? 200 : 202);
  });

  return app;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('BODY_NOT_JSON');
  }
}
