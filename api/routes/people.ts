/** Sessions and who I am. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { deleteCookie, getCookie } from 'hono/cookie';
import { isInForce } from '../../contract/in-force.ts';
import { datedList, dutyList, person, samplePeople, session } from '../../contract/responses/service.ts';
import { signInBody } from '../../contract/wire.ts';
import { duties } from '../../db/duties.ts';
import { endSession, everybody } from '../../db/people.ts';
import { countyTables } from '../../db/tables.ts';
import { dateOf } from '../../engine/clock/time.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, jsonBody, validated } from '../openapi.ts';
import { plain } from '../page.ts';
import { Problem } from '../problem.ts';
import {
  addressOf,
  cookieName,
  deviceCookie,
  gateOf,
  keepDevice,
  keepSession,
  signedIn,
  signIn,
} from '../session.ts';
import { managedBy } from '../staff.ts';
import { isKeeper, postsOn } from '../visibility.ts';

/** What a dated list is made of. */
const named = z.array(z.looseObject({ item: z.string() }));

export function peopleRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  const gate = gateOf(context);

  const signInRoute = createRoute({
    method: 'post',
    path: '/sessions',
    summary: '登录',
    request: { body: jsonBody(signInBody) },
    responses: { 201: json(session, '会话；同时写入 cookie') },
  });
  app.openapi(signInRoute, async (c) => {
    const { username, password } = c.req.valid('json');
    const attempt = { username, address: addressOf(c), device: getCookie(c, deviceCookie) };
    const token = await signIn(context, gate, attempt, password);
    keepSession(c, context, token);
    keepDevice(c, context, gate.deviceOf(username));
    return c.json({ token }, 201);
  });

  const samplesRoute = createRoute({
    method: 'get',
    path: '/sample-people',
    summary: '样例人员，供试用时一按即登录',
    responses: { 200: json(samplePeople) },
  });
  app.openapi(samplesRoute, async (c) => {
    const { YIMEN_SAMPLE_PASSWORD: samplePassword } = context.settings;
    if (samplePassword === undefined) throw new Problem('NOT_FOUND');
    const items = await everybody(context.sql, dateOf(context.now()));
    return c.json({ password: samplePassword, items: [...items] }, 200);
  });

  app.use('/sessions/current', signedIn);
  const signOutRoute = createRoute({
    method: 'delete',
    path: '/sessions/current',
    summary: '退出',
    responses: { 204: { description: '已退出' } },
  });
  app.openapi(signOutRoute, async (c) => {
    await endSession(context.sql, c.get('sessionHash'));
    deleteCookie(c, cookieName, { path: '/' });
    return c.body(null, 204);
  });

  app.use('/me', signedIn);
  const meRoute = createRoute({
    method: 'get',
    path: '/me',
    summary: '我和我的岗位',
    responses: { 200: json(person) },
  });
  app.openapi(meRoute, (c) => {
    const { id, name, username, ...rest } = c.get('me');
    const current = postsOn({ id, name, username, ...rest }, dateOf(context.now()));
    return c.json(
      {
        id,
        name,
        username,
        posts: current.map(({ to, ...post }) => ({ ...post, ...(to ? { to } : {}) })),
        manages: [...managedBy(context, c.get('me'))],
        keeps: isKeeper(context, c.get('me')),
        trial: context.settings.YIMEN_PROFILE !== 'production',
      },
      200,
    );
  });

  const listRoute = createRoute({
    method: 'get',
    path: '/lists/{rule}',
    summary: '表单里从名录选的：名录现行的各项（无需登录）',
    request: { params: z.object({ rule: plain.min(1) }) },
    responses: { 200: json(datedList) },
  });
  app.openapi(listRoute, async (c) => {
    const { rule } = c.req.valid('param');
    const today = dateOf(context.now());
    const held = (await countyTables(context.sql, context.county)).rules.get(rule);
    const names = named.safeParse(held?.rows.findLast((row) => isInForce(row, today))?.value);
    if (!names.success) throw new Problem('NOT_FOUND', { detail: '没有这份名录。' });
    return c.json({ items: names.data.map(({ item }) => item) }, 200);
  });

  app.use('/duties', signedIn);
  const dutiesRoute = createRoute({
    method: 'get',
    path: '/duties',
    summary: '职责清单：今天有效的事项和主管单位',
    responses: { 200: json(dutyList) },
  });
  app.openapi(dutiesRoute, async (c) =>
    c.json({ items: await duties(context.sql, dateOf(context.now())) }, 200),
  );

  return app;
}
