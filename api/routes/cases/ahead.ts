/** 将办: the acts a case will most likely still meet. */

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { actsAhead } from '../../../contract/responses/case.ts';
import { ahead } from '../../../engine/foresee.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { json } from '../../openapi.ts';
import { caseInHand, caseParam } from './shared.ts';

const route = createRoute({
  method: 'get',
  path: '/cases/{caseNo}/ahead',
  summary: '将办：没有异议、没有退回时，此后还要经过的环节；推得到哪里算哪里',
  request: { params: caseParam },
  responses: { 200: json(actsAhead) },
});

export function aheadOfCase(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  app.openapi(route, async (c) => {
    const { state } = await caseInHand(context, c, c.req.valid('param').caseNo, 'whole');
    return c.json({ items: [...ahead(state)] }, 200);
  });
}
