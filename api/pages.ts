/** The pages as they were built: files named by their content are kept for a year, the page itself is asked for again. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './env.ts';

/** Everything comes from this server; the component library writes its styles into the page. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** What anybody opens, most of them on a phone: pages of their own, without the desks' code. */
const forPeople = /^\/(my|apply|notices|registers)(\/|$)/;

/** Whatever is neither the API's nor a file is a place within the desks. */
export function pages(folder: string): MiddlewareHandler<ApiEnv> {
  const file = serveStatic<ApiEnv>({ root: folder, precompressed: true });
  const isPlace = (path: string): boolean => !/^\/(api|verify)(\/|$)|\.\w+$/.test(path);
  return async (c, next) => {
    const { method, path } = c.req;
    if (method !== 'GET' && method !== 'HEAD') return await next();
    if (path.startsWith('/assets/')) {
      c.header('cache-control', 'public, max-age=31536000, immutable');
      return await file(c, next);
    }
    if (!isPlace(path)) return await next();
    const name = forPeople.test(path) ? 'people.html' : 'index.html';
    const page = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (page === undefined) return await next();
    return c.html(page, 200, { 'content-security-policy': policy, 'cache-control': 'no-cache' });
  };
}
