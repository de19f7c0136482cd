/** What changed for me, the moment it does: server-sent events, resumed by the last id a page has seen. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { personBySession } from '../../db/people.ts';
import type { ApiEnv, AppContext, Change } from '../env.ts';
import { validated } from '../openapi.ts';
import { signedIn } from '../session.ts';

/** A line that says nothing is dropped by proxies within a minute. */
const quietMs = 20_000;

export function eventRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  app.use('/events', signedIn);
  const eventsRoute = createRoute({
    method: 'get',
    path: '/events',
    summary: '与我有关的办件有了变化：changed 写明办件号和 seq，missed 表示可能漏了，须全部重读',
    request: { headers: z.object({ 'last-event-id': z.string().max(40).optional() }) },
    responses: {
      200: {
        description: '一直开着的事件流，断线后按 Last-Event-ID 接着',
        content: { 'text/event-stream': { schema: z.string() } },
      },
    },
  });
  app.openapi(eventsRoute, (c) => {
    const me = c.get('me');
    const session = c.get('sessionHash');
    const after = c.req.header('last-event-id');
    return streamSSE(c, async (stream) => {
      const write = (event: string, data: object, id?: number): void =>
        void stream.writeSSE({ event, data: JSON.stringify(data), ...(id ? { id: String(id) } : {}) });
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      stream.onAbort(end);
      const leave = context.changes.listen(
        {
          me,
          onChange: ({ id, caseNo, seq }: Change) => write('changed', { caseNo, seq }, id),
          onGap: () => write('missed', {}),
          onEnd: end,
        },
        after,
      );
      // Whoever has heard nothing yet knows where that was, too.
      const still = (): void => write('still', {}, context.changes.last());
      const pulse = setInterval(async () => {
        // A session that has ended hears no more.
        const who = await personBySession(context.sql, session).catch(() => me);
        if (who) still();
        else end();
      }, quietMs);
      still();
      await ended;
      clearInterval(pulse);
      leave();
    });
  });
  return app;
}
