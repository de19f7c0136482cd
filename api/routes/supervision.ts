/** 督查报表: figures of what I answer for, on the screen and as a workbook. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import {
  attentionList,
  decidedPage,
  ratings,
  supervision,
  supervisionByOrigin,
} from '../../contract/responses/supervision.ts';
import { attentionIn } from '../../db/attention.ts';
import { decidedActs } from '../../db/decided.ts';
import { periodOf } from '../../db/periods.ts';
import { ratingsIn } from '../../db/ratings.ts';
import { standingByOrigin } from '../../db/supervision.ts';
import { organOf } from '../documents.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { overseeingOf } from '../inbox.ts';
import { json, validated } from '../openapi.ts';
import { cursorParam, page, placeAfter, placeInDecided, plain } from '../page.ts';
import { signedIn } from '../session.ts';
import { answeredFor, supervisionOf, thisMonth, titleOf } from '../supervision.ts';
import { workbook, workbookType } from '../supervision-sheets.ts';
import { month, period } from './period.ts';

const query = z.object({
  month: month.optional().openapi({ description: '不填为当月', example: '2026-11' }),
});
const worstShown = 50;
const decidedShown = 100;

export function supervisionRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  for (const path of ['/supervision', '/supervision.xlsx', '/supervision/*']) app.use(path, signedIn);

  const figures = createRoute({
    method: 'get',
    path: '/supervision',
    summary: '督查：现在超期、将届的，当月按时办结的，时间由谁承担；只算所辖的',
    request: { query },
    responses: { 200: json(supervision) },
  });
  app.openapi(figures, async (c) => {
    const month = c.req.valid('query').month ?? thisMonth(context);
    return c.json(await supervisionOf(context, c.get('me'), month), 200);
  });

  const sheets = createRoute({
    method: 'get',
    path: '/supervision.xlsx',
    summary: '督查报表，与所见相同',
    request: { query },
    responses: {
      200: {
        description: '工作簿',
        content: { [workbookType]: { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
      },
    },
  });
  app.openapi(sheets, async (c) => {
    const month = c.req.valid('query').month ?? thisMonth(context);
    const file = await workbook(await supervisionOf(context, c.get('me'), month));
    return c.body(new Uint8Array(file), 200, {
      'content-type': workbookType,
      'content-disposition': `attachment; filename="supervision-${month}.xlsx"`,
    });
  });

  const ratingsRoute = createRoute({
    method: 'get',
    path: '/supervision/ratings',
    summary: '群众评价：当月各档多少，最不满意的是哪些',
    request: { query },
    responses: { 200: json(ratings) },
  });
  app.openapi(ratingsRoute, async (c) => {
    const of = c.req.valid('query').month ?? thisMonth(context);
    const overseeing = overseeingOf(context, c.get('me'));
    const { scores, worst } = await ratingsIn(context.sql, overseeing, periodOf(of), worstShown);
    return c.json({ month: of, scores: [...scores], worst: [...worst] }, 200);
  });

  const decidedRoute = createRoute({
    method: 'get',
    path: '/supervision/decided',
    summary: '督查：当月（当年）办结的环节，近的在前；可以按事项、单位、环节，只看逾期的、按时的',
    request: {
      query: z.object({
        period: period.optional(),
        matter: plain.min(1).optional(),
        unit: plain.min(1).optional(),
        step: plain.min(1).optional(),
        only: z.enum(['late', 'inTime']).optional().openapi({ description: '逾期的、按时的' }),
        cursor: cursorParam,
      }),
    },
    responses: { 200: json(decidedPage) },
  });
  app.openapi(decidedRoute, async (c) => {
    const { period: of = thisMonth(context), cursor, ...asked } = c.req.valid('query');
    const { sql } = context;
    const [at = 0, caseNo = '', seq = 0] = placeAfter(placeInDecided, cursor) ?? [];
    const after = cursor ? { at, caseNo, seq } : undefined;
    const mine = answeredFor(sql, overseeingOf(context, c.get('me')));
    const acts = await decidedActs(sql, mine, periodOf(of), { ...asked, after, limit: decidedShown });
    return c.json(
      page(
        acts,
        decidedShown,
        (last) => [last.at, last.caseNo, last.seq],
        (act) => ({ ...act, title: titleOf(act.matter) }),
      ),
      200,
    );
  });

  const originRoute = createRoute({
    method: 'get',
    path: '/supervision/origins',
    summary: '督查：按登记的乡镇（单位），现在在办、超期、将届',
    responses: { 200: json(supervisionByOrigin) },
  });
  app.openapi(originRoute, async (c) => {
    const at = context.now();
    const rows = await standingByOrigin(context.sql, overseeingOf(context, c.get('me')), at);
    return c.json({ at, items: rows.map((row) => ({ ...row, name: organOf(context, row.from) })) }, 200);
  });

  const attentionRoute = createRoute({
    method: 'get',
    path: '/supervision/attention',
    summary: '督查关注：与测算不一致的决定等，在办的和当月办结的',
    request: { query },
    responses: { 200: json(attentionList) },
  });
  app.openapi(attentionRoute, async (c) => {
    const of = periodOf(c.req.valid('query').month ?? thisMonth(context));
    const overseeing = overseeingOf(context, c.get('me'));
    return c.json({ items: [...(await attentionIn(context.sql, overseeing, of, worstShown))] }, 200);
  });
  return app;
}
