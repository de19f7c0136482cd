/** 登记簿: what stands in it on a day, and how it came to, for anybody: the fields that are open. */

import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import QRCode from 'qrcode';
import { registerHistory, registerList, registerRows } from '../../contract/responses/work.ts';
import type { Json } from '../../contract/rule.ts';
import { historyIn, type RegisterRow, standingIn, standingOf } from '../../db/registers.ts';
import { dateOf } from '../../engine/clock/time.ts';
import type { RegisterKind } from '../../engine/process/said.ts';
import { registers } from '../../workflows/index.ts';
import { yuan } from '../../workflows/wording/money.ts';
import { publicAddress } from '../documents.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, validated } from '../openapi.ts';
import { cursorParam, page, placeAfter, placeInEntries, plain } from '../page.ts';
import { extractPage, printPolicy } from '../print.ts';
import { Problem } from '../problem.ts';
import { registerSheet, xlsx } from '../register-sheet.ts';

const registerNamed = (name: string): RegisterKind => {
  const kind = Object.hasOwn(registers, name) ? registers[name] : undefined;
  if (!kind || Object.keys(kind.open).length === 0)
    throw new Problem('NOT_FOUND', { detail: `没有“${name}”这个登记簿。` });
  return kind;
};

const shown =
  ({ open }: RegisterKind) =>
  ({ subject, from, to, data }: RegisterRow) => ({
    subject,
    from,
    to,
    data: Object.fromEntries(
      Object.keys(open).flatMap((field) =>
        Object.hasOwn(data, field) ? [[field, data[field] ?? null]] : [],
      ),
    ),
  });

/** A value as people read it: units by their names, money in 元. */
function inText(context: AppContext, field: string, value: Json): string {
  if (Array.isArray(value)) return value.map(String).join('、');
  if (typeof value === 'number' && field.endsWith('Fen')) return yuan(value);
  return context.county.units.find(({ id }) => id === value)?.name ?? String(value);
}

/** A workbook holds as many rows as a spreadsheet shows without trouble. */
const mostRows = 50_000;

const asked = z.object({
  q: plain.min(1).optional().openapi({ description: '名称、代码的一部分' }),
  on: z.iso.date().optional().openapi({ description: '哪一日；不填则今日' }),
  state: plain.min(1).optional().openapi({ description: '状态，如 存续' }),
  since: z.iso.date().optional().openapi({ description: '只看这一日以来变化的，包括已经终止的' }),
});

export function registerRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });

  const indexRoute = createRoute({
    method: 'get',
    path: '/registers',
    summary: '有哪些登记簿（无需登录），各登记什么',
    responses: { 200: json(registerList) },
  });
  app.openapi(indexRoute, (c) =>
    c.json(
      {
        items: Object.entries(registers).flatMap(([name, { open, states = [] }]) => {
          const fields = Object.entries(open).map(([field, label]) => ({ name: field, label }));
          return fields.length > 0 ? [{ name, fields, states: [...states] }] : [];
        }),
      },
      200,
    ),
  );

  const listRoute = createRoute({
    method: 'get',
    path: '/registers/{register}',
    summary: '登记簿（无需登录）：某一日仍然有效的，按名称、代码、状态查找；或者某一日以来变化的',
    request: {
      params: z.object({ register: plain.min(1) }),
      query: asked.extend({
        limit: z.coerce.number().int().min(1).max(200).default(50),
        cursor: cursorParam,
      }),
    },
    responses: { 200: json(registerRows) },
  });
  app.openapi(listRoute, async (c) => {
    const { register } = c.req.valid('param');
    const { q: words, on = dateOf(context.now()), state, since, limit, cursor } = c.req.valid('query');
    const kind = registerNamed(register);
    const after = placeAfter(placeInEntries, cursor)?.[0];
    const rows = await standingIn(context.sql, { register, on, words, state, since, after, limit });
    return c.json(
      page(rows, limit, ({ subject }) => [subject], shown(kind)),
      200,
    );
  });

  const historyRoute = createRoute({
    method: 'get',
    path: '/registers/{register}/{subject}',
    summary: '登记簿的一项（无需登录）：历次登记的内容',
    request: { params: z.object({ register: plain.min(1), subject: plain.min(1) }) },
    responses: { 200: json(registerHistory) },
  });
  app.openapi(historyRoute, async (c) => {
    const { register, subject } = c.req.valid('param');
    const kind = registerNamed(register);
    const rows = await historyIn(context.sql, register, subject);
    if (rows.length === 0) throw new Problem('NOT_FOUND', { detail: `登记簿里没有“${subject}”。` });
    return c.json({ items: rows.map(shown(kind)) }, 200);
  });

  const extractRoute = createRoute({
    method: 'get',
    path: '/register-extracts/{register}/{subject}',
    summary: '登记簿摘录（无需登录），供打印（A4）：某一日的内容，附核验二维码',
    request: {
      params: z.object({ register: plain.min(1), subject: plain.min(1) }),
      query: asked.pick({ on: true }),
    },
    responses: { 200: { description: '网页', content: { 'text/html': { schema: z.string() } } } },
  });
  app.openapi(extractRoute, async (c) => {
    const { register, subject } = c.req.valid('param');
    const { on = dateOf(context.now()) } = c.req.valid('query');
    const kind = registerNamed(register);
    const data = await standingOf(context.sql, register, subject, on);
    if (!data) throw new Problem('NOT_FOUND', { detail: `${on}，登记簿里没有“${subject}”。` });
    const words = new URLSearchParams({ q: subject, on });
    const verifyAt = `${publicAddress(context, c.req.url)}/registers/${encodeURIComponent(register)}?${words}`;
    const page = extractPage({
      register,
      fields: Object.entries(kind.open).flatMap(([field, label]) => {
        const value = data[field];
        return value === undefined || value === null
          ? []
          : [[label.replace('（分）', ''), inText(context, field, value)]];
      }),
      number: `${subject}-${on.replaceAll('-', '')}`,
      on,
      verifyAt,
      qr: await QRCode.toDataURL(verifyAt, { margin: 1 }),
    });
    return c.html(page, 200, { 'content-security-policy': printPolicy });
  });

  const sheetRoute = createRoute({
    method: 'get',
    path: '/register-sheets/{register}',
    summary: '登记簿导出（无需登录）：与查到的相同的一份工作簿',
    request: { params: z.object({ register: plain.min(1) }), query: asked },
    responses: {
      200: {
        description: '工作簿',
        content: { [xlsx]: { schema: z.string().openapi({ format: 'binary' }) } },
      },
    },
  });
  app.openapi(sheetRoute, async (c) => {
    const { register } = c.req.valid('param');
    const { q: words, on = dateOf(context.now()), state, since } = c.req.valid('query');
    const kind = registerNamed(register);
    const rows = await standingIn(context.sql, { register, on, words, state, since, limit: mostRows });
    return c.body(new Uint8Array(await registerSheet(register, kind, rows)), 200, { 'content-type': xlsx });
  });

  return app;
}
