/** 时限: every clock of a case with its derivation, day by day. */

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { clockList } from '../../../contract/responses/case.ts';
import { explainedClocks } from '../../case-view.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { json } from '../../openapi.ts';
import { caseInHand, caseParam } from './shared.ts';

const route = createRoute({
  method: 'get',
  path: '/cases/{caseNo}/clocks',
  summary: '时限及逐日推算',
  request: { params: caseParam },
  responses: { 200: json(clockList) },
});

export function clocksOfCase(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  app.openapi(route, async (c) => {
    const { state } = await caseInHand(context, c, c.req.valid('param').caseNo, 'whole');
    return c.json({ items: explainedClocks(state) }, 200);
  });
}
