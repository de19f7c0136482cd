/** 登记簿打印（A4）: the cases of a month, and what of them is filed for officers alone. Nobody sees more than they see on a screen. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { filedRegisters } from '../../contract/responses/work.ts';
import { register } from '../../db/cases.ts';
import { periodOf } from '../../db/periods.ts';
import { type RegisterRow, rowsOfMonth, standingIn } from '../../db/registers.ts';
import { dateOf } from '../../engine/clock/time.ts';
import { currentProcess, matters, registers } from '../../workflows/index.ts';
import { formatCaseNo } from '../case-number.ts';
import { organOf } from '../documents.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, validated } from '../openapi.ts';
import { plain } from '../page.ts';
import { printPolicy, tablePage } from '../print.ts';
import { Problem } from '../problem.ts';
import { signedIn } from '../session.ts';
import { thisMonth } from '../supervision.ts';
import { openerAt, postsOn, seenWhole } from '../visibility.ts';
import { month } from './period.ts';

const query = z.object({ month: month.optional().openapi({ description: '不填为当月' }) });
const page = { 200: { description: '网页', content: { 'text/html': { schema: z.string() } } } };
/** A page of paper more than anybody reads. */
const mostRows = 2_000;
const states: { readonly [state: string]: string } = { open: '在办', suspended: '中止计时' };

export function printRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  app.use('/prints/*', signedIn);
  const visibleTo = (me: Parameters<typeof postsOn>[0]) =>
    seenWhole(context, postsOn(me, dateOf(context.now())));
  const numberOf = (matter: string, caseNo: string): string => {
    const process = currentProcess(matter);
    return process ? formatCaseNo(context.county, process, caseNo) : caseNo;
  };

  const casesRoute = createRoute({
    method: 'get',
    path: '/prints/cases',
    summary: '办件登记簿，供打印（A4）：当月登记的，只有看得到的',
    request: { query: query.extend({ matter: plain.optional() }) },
    responses: page,
  });
  app.openapi(casesRoute, async (c) => {
    const { month: of = thisMonth(context), matter } = c.req.valid('query');
    const items = await register(context.sql, {
      visible: visibleTo(c.get('me')),
      matter,
      opened: periodOf(of),
      limit: mostRows,
    });
    const rows = items.map(({ caseNo, matter: code, labels, unit, openedAt, state, outcome }) => [
      numberOf(code, caseNo),
      currentProcess(code)?.title ?? code,
      labels['申请人'] ?? labels['名称'] ?? '',
      organOf(context, unit),
      dateOf(openedAt),
      outcome ?? states[state] ?? state,
    ]);
    const head = ['编号', '事项', '申请人', '登记单位', '登记日期', '结果'];
    return c.html(tablePage({ title: `办件登记簿（${of}）`, head, rows }), 200, {
      'content-security-policy': printPolicy,
    });
  });

  const namesRoute = createRoute({
    method: 'get',
    path: '/prints/registers',
    summary: '只供经办人员看的登记簿有哪些：自己看得到的事项的',
    responses: { 200: json(filedRegisters) },
  });
  app.openapi(namesRoute, (c) => {
    const seen = visibleTo(c.get('me'));
    const names = matters
      .filter(
        (process) =>
          seen.matters.includes(process.code) || seen.units.some((unit) => openerAt(context, process, unit)),
      )
      .flatMap((process) => Object.entries(process.registers ?? {}))
      .flatMap(([name, { officers, soughtBy }]) =>
        officers ? [{ name, searched: soughtBy.length > 0 }] : [],
      );
    return c.json({ items: [...new Map(names.map((one) => [one.name, one])).values()] }, 200);
  });

  const filedRoute = createRoute({
    method: 'get',
    path: '/prints/registers/{register}',
    summary:
      '只供经办人员看的登记簿（如近亲属备案），供打印（A4）：当月写入的，或者现在有效的里面查到的；只有看得到的办件的',
    request: {
      params: z.object({ register: plain.min(1) }),
      query: query.extend({ q: z.string().max(100).optional() }),
    },
    responses: page,
  });
  app.openapi(filedRoute, async (c) => {
    const { register: name } = c.req.valid('param');
    const { month: of = thisMonth(context), q } = c.req.valid('query');
    const fields = Object.entries((Object.hasOwn(registers, name) && registers[name]?.officers) || {});
    if (fields.length === 0) throw new Problem('NOT_FOUND', { detail: `没有“${name}”这个登记簿。` });
    const visible = visibleTo(c.get('me'));
    const said = (data: RegisterRow['data'], from: string) => [
      ...fields.map(([field]) => String(data[field] ?? '')),
      from,
    ];
    if (q !== undefined) {
      const on = dateOf(context.now());
      const standing = await standingIn(context.sql, {
        register: name,
        on,
        words: q,
        limit: mostRows,
        visible,
      });
      const head = [...fields.map(([, label]) => label), '自'];
      const rows = standing.map(({ from, data }) => said(data, from));
      return c.html(tablePage({ title: `${name}（${on}）`, head, rows, sought: q }), 200, {
        'content-security-policy': printPolicy,
      });
    }
    const filed = await rowsOfMonth(context.sql, name, periodOf(of), visible, mostRows);
    const rows = filed.map(({ matter, caseNo, from, data }) => [
      numberOf(matter, caseNo),
      ...said(data, from),
    ]);
    const head = ['办件', ...fields.map(([, label]) => label), '日期'];
    return c.html(tablePage({ title: `${name}（${of}）`, head, rows }), 200, {
      'content-security-policy': printPolicy,
    });
  });
  return app;
}
