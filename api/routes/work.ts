/** 事项目录, 我的待办, 公示栏. */

import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Post } from '../../contract/actor.ts';
import { roleNameIn } from '../../contract/county.ts';
import { isInForce } from '../../contract/in-force.ts';
import { inboxCounts, matter, matterList, noticePage, taskPage } from '../../contract/responses/work.ts';
import { inboxCounts as countInbox } from '../../db/acts.ts';
import { publicNotices } from '../../db/cases.ts';
import { countyTables, rulesNamed } from '../../db/tables.ts';
import { dateOf } from '../../engine/clock/time.ts';
import { jsonSchema } from '../../engine/forms/schema.ts';
import type { AnyProcess, LookedUp } from '../../engine/process/definition.ts';
import { noticeCode } from '../../security/notice-code.ts';
import { currentProcess, matters } from '../../workflows/index.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { inboxPage, overseenPage } from '../inbox.ts';
import { json, validated } from '../openapi.ts';
import { cursorParam, page, placeAfter, placeInNotices, plain } from '../page.ts';
import { Problem } from '../problem.ts';
import { signedIn } from '../session.ts';
import { openerAt, postsOn } from '../visibility.ts';

const named = plain.min(1).optional();
const sought = plain.min(1).max(40).optional().openapi({ description: '办件号、申请人等里含有的字' });

/** `openedBy` is the role that opens it, as this county calls it. */
const summary = (context: AppContext, process: AnyProcess, posts: readonly Post[]) => {
  const { code, title, basis, version, openedBy, offices } = process;
  const units = posts.flatMap(({ unit, role }) =>
    openerAt(context, process, unit)?.role === role ? [unit] : [],
  );
  return {
    code,
    title,
    basis,
    version,
    openedBy: openedBy ? roleNameIn(context.county, offices[openedBy]?.role ?? '') : null,
    units: [...new Set(units)],
  };
};

export function workRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  for (const path of ['/matters', '/matters/*', '/inbox', '/inbox/*', '/acts']) app.use(path, signedIn);

  const mattersRoute = createRoute({
    method: 'get',
    path: '/matters',
    summary: '事项目录',
    responses: { 200: json(matterList) },
  });
  app.openapi(mattersRoute, (c) =>
    c.json(
      {
        items: matters.map((process) =>
          summary(context, process, postsOn(c.get('me'), dateOf(context.now()))),
        ),
      },
      200,
    ),
  );

  const matterRoute = createRoute({
    method: 'get',
    path: '/matters/{code}',
    summary: '事项：依据、时限、申请表',
    request: { params: z.object({ code: z.string() }) },
    responses: { 200: json(matter) },
  });
  app.openapi(matterRoute, async (c) => {
    const process = currentProcess(c.req.valid('param').code);
    if (!process) throw new Problem('NOT_FOUND');
    const today = dateOf(context.now());
    const tables = await countyTables(context.sql, context.county);
    const rules = rulesNamed(tables, process.rules).map((rule) => {
      return {
        name: rule.name,
        title: rule.title,
        version: rule.version,
        row: rule.rows.findLast((row) => isInForce(row, today)) ?? null,
      };
    });
    const posts = postsOn(c.get('me'), today);
    const form = jsonSchema(process.application);
    const lookedUp = rules.find(({ name }) => name === process.lookedUp?.name)?.row?.value ?? [];
    return c.json(
      {
        ...summary(context, process, posts),
        form,
        numberWord: context.county.numberWords.findLast((row) => isInForce(row, today)) ?? null,
        lookedUp: [...(lookedUp as readonly LookedUp[])],
        rules,
      },
      200,
    );
  });

  const inboxRoute = createRoute({
    method: 'get',
    path: '/inbox',
    summary: '我的待办，按时限风险排列',
    request: {
      query: z.object({
        matter: named,
        step: named,
        from: named,
        text: sought,
        limit: z.coerce.number().int().min(1).max(100).default(50),
        cursor: cursorParam,
      }),
    },
    responses: { 200: json(taskPage) },
  });
  app.openapi(inboxRoute, async (c) => {
    const { limit, cursor, ...wanted } = c.req.valid('query');
    return c.json(await inboxPage(context, c.get('me'), limit, cursor, wanted), 200);
  });

  const countsRoute = createRoute({
    method: 'get',
    path: '/inbox/counts',
    summary: '我的待办按事项、环节各有多少',
    request: { query: z.object({ text: sought }) },
    responses: { 200: json(inboxCounts) },
  });
  app.openapi(countsRoute, async (c) => {
    const me = c.get('me');
    const posts = postsOn(me, dateOf(context.now()));
    const counts = await countInbox(context.sql, posts, me.id, c.req.valid('query').text);
    return c.json({ items: [...counts] }, 200);
  });

  const actsRoute = createRoute({
    method: 'get',
    path: '/acts',
    summary: '在办环节：负责人看本单位的，督查和主管单位看所辖办件的，按时限风险排列',
    request: {
      query: z.object({
        only: z
          .enum(['lapsed', 'unheld'])
          .optional()
          .openapi({ description: 'lapsed：原认领人任职已满；unheld：该岗位现在无人任职，须转办' }),
        late: z
          .enum(['overdue', 'risk'])
          .optional()
          .openapi({ description: 'overdue：已经超期；risk：已用去时限的八成' }),
        matter: named,
        unit: named,
        from: named,
        step: named,
        person: named,
        limit: z.coerce.number().int().min(1).max(100).default(50),
        cursor: cursorParam,
      }),
    },
    responses: { 200: json(taskPage) },
  });
  app.openapi(actsRoute, async (c) =>
    c.json(await overseenPage(context, c.get('me'), c.req.valid('query')), 200),
  );

  const noticesRoute = createRoute({
    method: 'get',
    path: '/notices',
    summary: '公示栏（无需登录），新的在前',
    request: {
      query: z.object({
        q: plain.min(1).max(60).optional().openapi({ description: '村（社区）、名称的一部分' }),
        limit: z.coerce.number().int().min(1).max(200).default(200),
        cursor: cursorParam,
      }),
    },
    responses: { 200: json(noticePage) },
  });
  app.openapi(noticesRoute, async (c) => {
    const { q: words, limit, cursor } = c.req.valid('query');
    const place = placeAfter(placeInNotices, cursor);
    const after = place && { at: place[0], caseNo: place[1], key: place[2] };
    const notices = await publicNotices(context.sql, context.now(), limit, after, words);
    return c.json(
      page(
        notices,
        limit,
        ({ at, caseNo, key }) => [at, caseNo, key],
        ({ caseNo, key, name, text, at, until }) => ({
          id: noticeCode(context.settings.YIMEN_MATCHING_KEY, caseNo, key),
          name,
          text,
          at,
          until,
        }),
      ),
      200,
    );
  });

  return app;
}
