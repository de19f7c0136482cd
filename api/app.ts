/** The API: one Hono app over one context. */
import { randomUUID } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import { except } from 'hono/combine';
import { secureHeaders } from 'hono/secure-headers';
import { errorCatalogue } from '../contract/errors.ts';
import { plainBody, upTo } from './body.ts';
import { docsPage } from './docs-page.ts';
import type { ApiEnv, AppContext } from './env.ts';
import { describe } from './openapi.ts';
import { pages } from './pages.ts';
import { onError, Problem } from './problem.ts';
import { applicationRoutes } from './routes/applications.ts';
import { assessmentRoutes } from './routes/assessments.ts';
import { callbackRoutes } from './routes/callbacks.ts';
import { caseRoutes } from './routes/cases/index.ts';
import { commandRoutes } from './routes/commands.ts';
import { countyClockRoutes } from './routes/county-clock.ts';
import { documentRoutes, verifyPages } from './routes/documents.ts';
import { eventRoutes } from './routes/events.ts';
import { healthRoutes } from './routes/health.ts';
import { materialRoutes } from './routes/materials.ts';
import { myRoutes } from './routes/my.ts';
import { objectionRoutes } from './routes/objections.ts';
import { oidcRoutes } from './routes/oidc.ts';
import { peopleRoutes } from './routes/people.ts';
import { printRoutes } from './routes/prints.ts';
import { registerRoutes } from './routes/registers.ts';
import { staffRoutes } from './routes/staff.ts';
import { standInRoutes } from './routes/stand-ins.ts';
import { supervisionRoutes } from './routes/supervision.ts';
import { tableRoutes } from './routes/tables.ts';
import { unitRoutes } from './routes/units.ts';
import { workRoutes } from './routes/work.ts';

/** Of whatever goes into a case. Tables published for the county hold years of rows. */
const bodyBytes = 64 * 1024;
const tableBytes = 512 * 1024;

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What may be asked of an address; nothing where there is none. HEAD is asked as GET. */
const methodsAt = ({ router }: OpenAPIHono<ApiEnv>, path: string): readonly string[] =>
  methods.filter((method) => {
    const asked = method === 'HEAD' ? 'GET' : method;
    return router.match(asked, path)[0].some(([[, route]]) => route.method === asked);
  });

export function createApp(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>();
  app.onError(onError);
  const page = pages(context.settings.YIMEN_PAGES);
  app.notFound(async (c) => {
    const allowed = methodsAt(app, c.req.path);
    if (allowed.length > 0)
      throw new Problem('METHOD_NOT_ALLOWED', { headers: { allow: allowed.join(', ') } });
    const found = await page(c, async () => {});
    if (found) return found;
    throw new Problem('NOT_FOUND', { detail: '没有这个地址。请查看 /api/docs。' });
  });

  app.use(async (c, next) => {
    const given = c.req.header('x-request-id');
    const requestId = given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
    c.set('context', context);
    c.set('requestId', requestId);
    c.set('log', context.log.child({ requestId }));
    const began = performance.now();
    await next();
    // Not by c.header: once there is an answer that makes it anew, its text into a stream.
    c.res.headers.set('x-request-id', requestId);
    const seconds = (performance.now() - began) / 1_000;
    const route = c.req.routePath;
    context.metrics.requests.observe({ method: c.req.method, route, status: String(c.res.status) }, seconds);
    c.get('log').info(
      { method: c.req.method, route, status: c.res.status, ms: Math.round(seconds * 1_000) },
      'answered',
    );
  });
  app.use(secureHeaders());
  app.use('/api/v1/tables/*', upTo(tableBytes));
  app.use(
    '/api/v1/*',
    except(['/api/v1/materials', '/api/v1/my/materials', '/api/v1/tables/*'], upTo(bodyBytes)),
  );
  // An upload is bytes, whatever it calls itself.
  app.use('/api/v1/*', except(['/api/v1/materials', '/api/v1/my/materials'], plainBody));

  const v1 = new OpenAPIHono<ApiEnv>();
  for (const routes of [
    healthRoutes(context),
    countyClockRoutes(context),
    callbackRoutes(context),
    oidcRoutes(context),
    peopleRoutes(context),
    workRoutes(context),
    registerRoutes(context),
    documentRoutes(context),
    objectionRoutes(context),
    printRoutes(context),
    assessmentRoutes(context),
    supervisionRoutes(context),
    caseRoutes(context),
    eventRoutes(context),
    myRoutes(context),
    commandRoutes(context),
    materialRoutes(context),
    tableRoutes(context),
    staffRoutes(context),
    unitRoutes(context),
    standInRoutes(context),
    applicationRoutes(context),
  ])
    v1.route('/', routes);
  app.route('/api/v1', v1);
  app.get('/api/openapi.json', (c) => c.json(describe(app)));
  app.route('/api/docs', docsPage());
  app.route('/verify', verifyPages(context));
  app.get('/api/errors', (c) => c.json(errorCatalogue));
  return app;
}
