/** 办件: one case on one page. */

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { caseView as shape } from '../../../contract/responses/case.ts';
import { caseView } from '../../case-view.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { json } from '../../openapi.ts';
import { besideOf, caseInHand, caseParam, officerAt, postHeader } from './shared.ts';

const route = createRoute({
  method: 'get',
  path: '/cases/{caseNo}',
  summary: '办件',
  request: { params: caseParam, headers: postHeader },
  responses: { 200: json(shape) },
});

export function viewCase(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  app.openapi(route, async (c) => {
    const loaded = await caseInHand(context, c, c.req.valid('param').caseNo);
    const { state, visibility } = loaded;
    const officer = officerAt(context, c, loaded);
    const view = caseView(context, state, officer, visibility, await besideOf(context, state));
    return c.json(view, 200, { etag: `"${state.seq}"` });
  });
}
