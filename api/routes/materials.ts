/** Materials: in by stream, out only to who may see a case that holds them. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { addAttachment, attachment } from '../../db/attachments.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, validated } from '../openapi.ts';
import { Problem } from '../problem.ts';
import { signedIn } from '../session.ts';
import { seenWhole } from '../visibility.ts';

const stored = z.object({ sha256: z.string(), bytes: z.number(), mediaType: z.string() });

export function materialRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  app.use('/materials', signedIn);
  app.use('/materials/*', signedIn);

  const putRoute = createRoute({
    method: 'post',
    path: '/materials',
    summary: '上传材料（JPEG、PNG、PDF，不超过 20 MB，正文即文件）',
    responses: { 201: json(stored) },
  });
  app.openapi(putRoute, async (c) => {
    if (!c.req.raw.body) throw new Problem('FILE_EMPTY');
    const file = await context.materials.put(c.req.raw.body);
    await addAttachment(
      context.sql,
      file,
      c.get('me').posts.map(({ unit }) => unit),
      c.get('me').id,
    );
    return c.json(file, 201);
  });

  const getRoute = createRoute({
    method: 'get',
    path: '/materials/{sha256}',
    summary: '查看材料',
    request: { params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }) },
    responses: { 200: { description: '文件' } },
  });
  app.openapi(getRoute, async (c) => {
    const { sha256 } = c.req.valid('param');
    const { units, matters } = seenWhole(context, c.get('me').posts);
    const known = await attachment(context.sql, sha256, matters.length > 0 ? undefined : units);
    const body = known ? await context.materials.get(sha256) : undefined;
    if (!known || !body) throw new Problem('NOT_FOUND');
    return c.body(body, 200, {
      'content-type': known.mediaType,
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
  });
  return app;
}
