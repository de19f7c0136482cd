/** Every answer of the API, held against what the API says of itself: a status or a shape that is not in the document fails. */
import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../../api/env.ts';
import { problem } from '../../contract/wire.ts';

type Described = {
  readonly method: string;
  readonly pattern: RegExp;
  readonly path: string;
  readonly responses: Readonly<Record<string, { content?: Record<string, { schema?: unknown }> }>>;
};

function routesOf(app: OpenAPIHono<ApiEnv>): readonly Described[] {
  return app.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return [];
    const { method, path, responses } = definition.route;
    const pattern = new RegExp(`^${path.replace(/[{][^}]+[}]/g, '[^/]+')}$`);
    return [{ method: method.toUpperCase(), path, pattern, responses: responses as Described['responses'] }];
  });
}

/** What is wrong with an answer; undefined if it is as described. */
export function undocumented(
  app: OpenAPIHono<ApiEnv>,
): (method: string, path: string, status: number, type: string, body: string) => string | undefined {
  const routes = routesOf(app);
  return (method, path, status, type, body) => {
    if (!path.startsWith('/api/v1/')) return undefined;
    const where = `${method} ${path} ${status}`;
    if (type.startsWith('application/problem+json')) {
      const read = problem.strict().safeParse(JSON.parse(body));
      return read.success ? undefined : `${where}: ${read.error.message}`;
    }
    const route = routes.find((known) => known.method === method && known.pattern.test(path));
    if (!route) return `${where}: no such route is described`;
    const described = route.responses[String(status)];
    if (!described) return `${where}: the status is not described`;
    const schema = described.content?.['application/json']?.schema as z.ZodType | undefined;
    if (!schema) return undefined;
    const read = schema.safeParse(JSON.parse(body));
    return read.success ? undefined : `${where}: ${read.error.message}`;
  };
}

/** Fetches like the app; throws where an answer is not as described. */
export function documented(
  app: OpenAPIHono<ApiEnv>,
): (request: Request, ...rest: unknown[]) => Promise<Response> {
  const wrongWith = undocumented(app);
  return async (request, ...rest) => {
    const answer = await app.fetch(request, ...(rest as []));
    const { status, headers } = answer;
    const type = headers.get('content-type') ?? '';
    const isJson = type.includes('json');
    const body = isJson ? await answer.text() : '';
    const wrong = wrongWith(request.method, new URL(request.url).pathname, status, type, body);
    if (wrong) return new Response(wrong, { status: 599 });
    return isJson ? new Response(body, { status, headers }) : answer;
  };
}
