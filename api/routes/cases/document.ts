/** 文书: one document of a case, to read and to print. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { document } from '../../../contract/responses/document.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { json } from '../../openapi.ts';
import { plain } from '../../page.ts';
import { documentPage, type Printed, printPolicy } from '../../print.ts';
import { printedDocument } from '../../printed.ts';
import { receiptPage } from '../../receipt.ts';
import { unconfirmedIn } from '../../unconfirmed.ts';
import { caseInHand, caseParam } from './shared.ts';

export function documentsOfCase(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  const params = caseParam.extend({ code: plain.min(1) });

  const printed = async (
    c: Parameters<typeof caseInHand>[1],
    { caseNo, code }: z.infer<typeof params>,
  ): Promise<Printed> =>
    await printedDocument(context, (await caseInHand(context, c, caseNo, 'whole')).state, code, c.req.url);

  const receiptRoute = createRoute({
    method: 'get',
    path: '/cases/{caseNo}/receipt',
    summary: '回执，供打印（80 毫米或者 A4）：编号、何时办好和依据、群众查看的二维码',
    request: { params: caseParam, query: z.object({ paper: z.enum(['80mm', 'A4']).default('80mm') }) },
    responses: { 200: { description: '网页', content: { 'text/html': { schema: z.string() } } } },
  });
  app.openapi(receiptRoute, async (c) => {
    const { state } = await caseInHand(context, c, c.req.valid('param').caseNo, 'whole');
    const { paper } = c.req.valid('query');
    return c.html(await receiptPage(context, state, c.req.url, paper), 200, {
      'content-security-policy': printPolicy,
    });
  });

  const readRoute = createRoute({
    method: 'get',
    path: '/cases/{caseNo}/documents/{code}',
    summary: '一份文书；代码在办件的 notices 里',
    request: { params },
    responses: { 200: json(document) },
  });
  app.openapi(readRoute, async (c) => {
    const { text, ...face } = await printed(c, c.req.valid('param'));
    const { title, paragraphs, effect, contact = null, remedies = [] } = text;
    return c.json(
      { ...face, title, effect, contact, paragraphs: [...paragraphs], remedies: [...remedies] },
      200,
    );
  });

  const printRoute = createRoute({
    method: 'get',
    path: '/cases/{caseNo}/documents/{code}/print',
    summary: '一份文书，供打印（A4）；存档联写明所依据的哪些待县里确认',
    request: { params, query: z.object({ copy: z.enum(['file']).optional() }) },
    responses: { 200: { description: '网页', content: { 'text/html': { schema: z.string() } } } },
  });
  app.openapi(printRoute, async (c) => {
    const { caseNo, code } = c.req.valid('param');
    const { state } = await caseInHand(context, c, caseNo, 'whole');
    const [page, waiting] = await Promise.all([
      printedDocument(context, state, code, c.req.url),
      c.req.valid('query').copy === 'file' ? unconfirmedIn(context, state) : [],
    ]);
    const filed = waiting.length > 0 ? `存档联：所依据的县级配置中，${waiting.join('、')}待县里确认。` : '';
    return c.html(documentPage({ ...page, filed }), 200, { 'content-security-policy': printPolicy });
  });
}
