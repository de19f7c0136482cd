/** Materials: in by stream, out only to who may see a case that holds them. */

import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { storedMaterial } from '../../contract/responses/service.ts';
import { addAttachment, attachment, casesNaming, type Looking } from '../../db/attachments.ts';
import type { SignedIn } from '../../db/people.ts';
import { dateOf } from '../../engine/clock/time.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { binary, json, validated } from '../openapi.ts';
import { Problem } from '../problem.ts';
import { signedIn } from '../session.ts';
import { loadCase, postsOn, seenWhole, shownTo } from '../visibility.ts';

/** What may be uploaded. */
export const kinds = ['image/jpeg', 'image/png', 'application/pdf'];

function looking(context: AppContext, me: SignedIn): Looking {
  const posts = postsOn(me, dateOf(context.now()));
  return {
    person: me.id,
    units: [...new Set(posts.map(({ unit }) => unit))],
    whole: seenWhole(context, posts),
  };
}

/** Cases looked into for whoever sees only a part of them. */
const casesLookedInto = 50;

/** Whether what this person is asked, or what they have decided, names the material. */
async function isAskedAbout(context: AppContext, me: SignedIn, sha256: string): Promise<boolean> {
  const cases = await casesNaming(context.sql, sha256, looking(context, me), casesLookedInto);
  for (const caseNo of cases) {
    const loaded = await loadCase(context, me, caseNo).catch(() => undefined);
    if (loaded && JSON.stringify(shownTo(context, loaded.state, me)).includes(`"${sha256}"`)) return true;
  }
  return false;
}

export function materialRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  app.use('/materials', signedIn);
  app.use('/materials/*', signedIn);

  const putRoute = createRoute({
    method: 'post',
    path: '/materials',
    summary: '上传材料（JPEG、PNG、PDF，不超过 20 MB，正文即文件）',
    request: { body: { content: binary(kinds), required: true } },
    responses: { 201: json(storedMaterial) },
  });
  app.openapi(putRoute, async (c) => {
    if (!c.req.raw.body) throw new Problem('FILE_EMPTY');
    const file = await context.materials.put(c.req.raw.body);
    await addAttachment(context.sql, file, looking(context, c.get('me')).units, c.get('me').id);
    return c.json(file, 201);
  });

  const getRoute = createRoute({
    method: 'get',
    path: '/materials/{sha256}',
    summary: '查看材料',
    request: { params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }) },
    responses: { 200: { description: '文件', content: binary(kinds) } },
  });
  app.openapi(getRoute, async (c) => {
    const { sha256 } = c.req.valid('param');
    const me = c.get('me');
    const known = await attachment(context.sql, sha256, looking(context, me));
    if (!known || !(known.visible || (await isAskedAbout(context, me, sha256))))
      throw new Problem('NOT_FOUND');
    const body = await context.materials.get(sha256);
    if (!body) throw new Problem('NOT_FOUND');
    return c.body(body, 200, {
      'content-type': known.mediaType,
      'content-disposition': 'inline',
      // A browser shows no PDF in a sandbox; what a PDF runs, it runs in the viewer's own.
      'content-security-policy':
        known.mediaType === 'application/pdf'
          ? "default-src 'none'; object-src 'self'"
          : "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
  });
  return app;
}
