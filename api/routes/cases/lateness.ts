/** 超期归因: through whom the case is late. */

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { lateness } from '../../../contract/responses/supervision.ts';
import { counterfactuals } from '../../../engine/counterfactual.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { json } from '../../openapi.ts';
import { caseInHand, caseParam } from './shared.ts';

const route = createRoute({
  method: 'get',
  path: '/cases/{caseNo}/lateness',
  summary: '超期归因：各逾期单位若都在时限内办结，整件是否按期；没有超期的为空',
  request: { params: caseParam },
  responses: { 200: json(lateness) },
});

export function latenessOfCase(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  app.openapi(route, async (c) => {
    const { state, ledger } = await caseInHand(context, c, c.req.valid('param').caseNo, 'whole');
    return c.json({ items: counterfactuals(state, ledger, context.now()) }, 200);
  });
}
