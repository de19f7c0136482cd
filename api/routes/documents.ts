/** 核验: for anybody, whether a document stands. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { verifiedDocument } from '../../contract/responses/document.ts';
import { issuedDocument } from '../../db/documents.ts';
import { dateOf } from '../../engine/clock/time.ts';
import { documentOf } from '../../security/document-code.ts';
import { currentProcess } from '../../workflows/index.ts';
import { formatCaseNo } from '../case-number.ts';
import { documentNumber, organOf } from '../documents.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, validated } from '../openapi.ts';
import { plain } from '../page.ts';
import { printPolicy, type Verified, verificationPage } from '../print.ts';
import { Problem } from '../problem.ts';

/** What a code's document says on its face; undefined if there is none that stands. */
async function verified(context: AppContext, code: string): Promise<Verified | undefined> {
  const name = documentOf(context.settings.YIMEN_MATCHING_KEY, code);
  if (!name) return undefined;
  const issued = await issuedDocument(context.sql, name);
  const process = issued && currentProcess(issued.matter);
  if (!process) return undefined;
  const { title, unit, at } = issued;
  const number = documentNumber(formatCaseNo(context.county, process, name.caseNo), name);
  return { title, number, organ: organOf(context, unit), date: dateOf(at) };
}

export function documentRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });

  const verifyRoute = createRoute({
    method: 'get',
    path: '/documents/{code}',
    summary: '核验文书（无需登录）：是否由本系统出具、现在是否有效',
    request: { params: z.object({ code: plain.min(1) }) },
    responses: { 200: json(verifiedDocument) },
  });
  app.openapi(verifyRoute, async (c) => {
    const found = await verified(context, c.req.valid('param').code);
    if (!found)
      throw new Problem('NOT_FOUND', {
        detail: '没有这份文书，或者它已经撤回、不再有效。请核对文书代码，或者向出具机关询问。',
      });
    return c.json(found, 200);
  });
  return app;
}

/** The page behind every QR code. */
export function verifyPages(context: AppContext): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get('/:code', async (c) => {
    const code = c.req.param('code');
    const found = await verified(context, code);
    return c.html(verificationPage(code, found), found ? 200 : 404, {
      'content-security-policy': printPolicy,
    });
  });
  return app;
}
