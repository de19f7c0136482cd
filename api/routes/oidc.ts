/** 统一身份登录: to the identity provider and back; whoever it names signs in here, if they are known here. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { signInWays } from '../../contract/responses/service.ts';
import { personByUsername } from '../../db/people.ts';
import { publicAddress } from '../documents.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { oidcOf, type Pending } from '../oidc.ts';
import { json, validated } from '../openapi.ts';
import { Problem } from '../problem.ts';
import { admit } from '../session.ts';

const path = '/api/v1/sessions/oidc';
const cookieName = 'yimen_oidc';
const minutes = 10;

/** Shown in the window of its own in which somebody signs in again beside a page they are working on. */
const back = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>已经登录</title></head>
<body><p>已经登录。请关上这个窗口，回到原来的页面，填的都还在。</p></body></html>`;

export function oidcRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  const { settings, sql, log } = context;
  const provider = oidcOf(settings);
  const secret = `oidc ${settings.YIMEN_MATCHING_KEY}`;
  const secure = settings.YIMEN_PROFILE === 'production';

  const waysRoute = createRoute({
    method: 'get',
    path: '/sign-in-ways',
    summary: '怎样登录',
    responses: { 200: json(signInWays) },
  });
  app.openapi(waysRoute, (c) => c.json({ oidc: provider !== undefined }, 200));

  /** Back to the sign-in, which says why. */
  const refused = (c: Context<ApiEnv>, why: 'away' | 'failed' | 'unknown') =>
    c.redirect(`/?sign-in=${why}`, 302);

  const beginRoute = createRoute({
    method: 'get',
    path: '/sessions/oidc',
    summary: '统一身份登录：转到统一身份平台',
    request: { query: z.object({ beside: z.enum(['yes']).optional() }) },
    responses: { 302: { description: '转到统一身份平台' } },
  });
  app.openapi(beginRoute, async (c) => {
    if (!provider) throw new Problem('NOT_FOUND');
    try {
      const { url, pending } = await provider.begin(`${publicAddress(context, c.req.url)}${path}/callback`);
      const kept = JSON.stringify({ ...pending, beside: c.req.valid('query').beside === 'yes' });
      await setSignedCookie(c, cookieName, kept, secret, {
        httpOnly: true,
        // The provider's answer comes from another site.
        sameSite: 'Lax',
        path,
        secure,
        maxAge: minutes * 60,
      });
      return c.redirect(url.href, 302);
    } catch (error) {
      log.warn({ error }, 'the identity provider does not answer');
      return refused(c, 'away');
    }
  });

  const callbackRoute = createRoute({
    method: 'get',
    path: '/sessions/oidc/callback',
    summary: '统一身份登录：由统一身份平台转回',
    responses: {
      200: { description: '网页：已经登录', content: { 'text/html': { schema: z.string() } } },
      302: { description: '已登录，或者回到登录页说明原因' },
    },
  });
  app.openapi(callbackRoute, async (c) => {
    if (!provider) throw new Problem('NOT_FOUND');
    const kept = await getSignedCookie(c, secret, cookieName);
    deleteCookie(c, cookieName, { path });
    if (!kept) return refused(c, 'failed');
    const { beside, ...pending } = JSON.parse(kept) as Pending & { readonly beside: boolean };
    const answered = new URL(`${publicAddress(context, c.req.url)}${path}/callback`);
    answered.search = new URL(c.req.url).search;
    const username = await provider.finish(answered, pending).catch((error: unknown) => {
      log.warn({ error }, 'an identity provider’s answer was refused');
      return null;
    });
    if (username === null) return refused(c, 'failed');
    const person = username === undefined ? undefined : await personByUsername(sql, username);
    if (!person) return refused(c, 'unknown');
    await admit(c, context, person);
    return beside ? c.html(back, 200) : c.redirect('/', 302);
  });
  return app;
}
