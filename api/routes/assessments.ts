/** 考核: the figures of a month or a year, each with its formula; what was frozen, to the byte. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { assessedCases, assessment, frozenPeriods } from '../../contract/responses/supervision.ts';
import { frozen, frozenPeriods as frozenIn } from '../../db/periods.ts';
import { assessmentOf, assessedCases as casesOf } from '../assessment.ts';
import { assessmentWorkbook } from '../assessment-sheets.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { overseeingOf } from '../inbox.ts';
import { json, validated } from '../openapi.ts';
import { plain } from '../page.ts';
import { Problem } from '../problem.ts';
import { signedIn } from '../session.ts';
import { workbookType } from '../supervision-sheets.ts';
import { period } from './period.ts';

const octets = 'application/octet-stream';
const params = z.object({ period });

export function assessmentRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  for (const path of ['/supervision/periods', '/supervision/periods/*']) app.use(path, signedIn);

  const list = createRoute({
    method: 'get',
    path: '/supervision/periods',
    summary: '考核：已经冻结的年月和年，近的在前',
    responses: { 200: json(frozenPeriods) },
  });
  app.openapi(list, async (c) => c.json({ items: [...(await frozenIn(context.sql))] }, 200));

  const one = createRoute({
    method: 'get',
    path: '/supervision/periods/{period}',
    summary: '考核：某月、某年的指标和综合分；次月（次年）十日之后自行冻结，不再改变；只给所辖的',
    request: { params },
    responses: { 200: json(assessment) },
  });
  app.openapi(one, async (c) =>
    c.json(await assessmentOf(context, c.get('me'), c.req.valid('param').period), 200),
  );

  const cases = createRoute({
    method: 'get',
    path: '/supervision/periods/{period}/cases',
    summary: '考核：一个单位的一项指标算的是哪些办件，各计入多少，新的在前；按台账现在所记',
    request: {
      params,
      query: z.object({
        matter: plain.min(1),
        metric: plain.min(1),
        of: z.enum(['unit', 'opener', 'branch', 'lead', 'shared']),
        unit: plain.min(1),
      }),
    },
    responses: { 200: json(assessedCases) },
  });
  app.openapi(cases, async (c) => {
    const behind = await casesOf(context, c.get('me'), c.req.valid('param').period, c.req.valid('query'));
    return c.json({ items: behind.map((one) => ({ ...one, steps: [...one.steps] })) }, 200);
  });

  const sheets = createRoute({
    method: 'get',
    path: '/supervision/periods/{period}/figures.xlsx',
    summary: '考核工作簿，与所见相同，附公式',
    request: { params },
    responses: {
      200: {
        description: '工作簿',
        content: { [workbookType]: { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
      },
    },
  });
  app.openapi(sheets, async (c) => {
    const { period } = c.req.valid('param');
    const file = await assessmentWorkbook(await assessmentOf(context, c.get('me'), period));
    return c.body(new Uint8Array(file), 200, {
      'content-type': workbookType,
      'content-disposition': `attachment; filename="assessment-${period}.xlsx"`,
    });
  });

  const bytes = createRoute({
    method: 'get',
    path: '/supervision/periods/{period}/frozen',
    summary: '考核：冻结的原文（计数、分钟、指标、综合分），摘要按这些字节',
    request: { params },
    responses: {
      200: {
        description: '原文',
        content: { [octets]: { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
      },
    },
  });
  app.openapi(bytes, async (c) => {
    if (!overseeingOf(context, c.get('me')).everything)
      throw new Problem('FORBIDDEN', { detail: '冻结的原文由县政府督查岗位查看。' });
    const { period } = c.req.valid('param');
    const known = await frozen(context.sql, period);
    if (!known) throw new Problem('NOT_FOUND', { detail: `${period}还没有冻结：期满十日之后自行冻结。` });
    return c.body(known.body, 200, { 'content-type': octets });
  });
  return app;
}
