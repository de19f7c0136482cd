/** 台账: the trail of a case, for whoever sees it whole. */

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { ledger } from '../../../contract/responses/case.ts';
import { ledgerView } from '../../case-view.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { json } from '../../openapi.ts';
import { caseInHand, caseParam } from './shared.ts';

const route = createRoute({
  method: 'get',
  path: '/cases/{caseNo}/ledger',
  summary: '台账',
  request: { params: caseParam },
  responses: { 200: json(ledger) },
});

export function ledgerOfCase(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  app.openapi(route, async (c) => {
    const { ledger: entries } = await caseInHand(context, c, c.req.valid('param').caseNo, 'whole');
    return c.json({ items: ledgerView(entries) }, 200);
  });
}
