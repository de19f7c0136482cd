/** 文书: one document of a case, to read and to print. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import QRCode from 'qrcode';
import { document } from '../../../contract/responses/case.ts';
import { dateOf } from '../../../engine/clock/time.ts';
import { project } from '../../../engine/ledger/projection.ts';
import { documentOf } from '../../../security/document-code.ts';
import { formatCaseNo } from '../../case-number.ts';
import { codeOf, numberOf, organOf, verifyAt } from '../../documents.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { json } from '../../openapi.ts';
import { plain } from '../../page.ts';
import { documentPage, type Printed, printPolicy } from '../../print.ts';
import { Problem } from '../../problem.ts';
import { caseInHand, caseParam } from './shared.ts';

export function documentsOfCase(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  const params = caseParam.extend({ code: plain.min(1) });

  async function printed(
    c: Parameters<typeof caseInHand>[1],
    { caseNo, code }: z.infer<typeof params>,
  ): Promise<Printed> {
    const { state } = await caseInHand(context, c, caseNo, 'whole');
    const { notices } = project(state);
    const notice = notices.find((one) => codeOf(context, state.caseNo, one, notices) === code);
    const name = documentOf(context.settings.YIMEN_MATCHING_KEY, code);
    if (!notice || !name) throw new Problem('NOT_FOUND', { detail: '这件办件里没有这份文书。', caseNo });
    const address = verifyAt(context, c.req.url, code);
    return {
      number: numberOf(formatCaseNo(context.county, state.process, state.caseNo), name),
      organ: organOf(context, state.input.unit),
      date: dateOf(notice.at),
      text: notice.text,
      code,
      verifyAt: address,
      qr: await QRCode.toDataURL(address, { margin: 1 }),
    };
  }

  const readRoute = createRoute({
    method: 'get',
    path: '/cases/{caseNo}/documents/{code}',
    summary: '一份文书；代码在办件的 notices 里',
    request: { params },
    responses: { 200: json(document) },
  });
  app.openapi(readRoute, async (c) => {
    const { text, ...face } = await printed(c, c.req.valid('param'));
    const { title, paragraphs, remedies = [] } = text;
    return c.json({ ...face, title, paragraphs: [...paragraphs], remedies: [...remedies] }, 200);
  });

  const printRoute = createRoute({
    method: 'get',
    path: '/cases/{caseNo}/documents/{code}/print',
    summary: '一份文书，供打印（A4）',
    request: { params },
    responses: { 200: { description: '网页', content: { 'text/html': { schema: z.string() } } } },
  });
  app.openapi(printRoute, async (c) =>
    c.html(documentPage(await printed(c, c.req.valid('param'))), 200, {
      'content-security-policy': printPolicy,
    }),
  );
}
