/** 待县里确认: what a case rests on that the county has not confirmed. */

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { unconfirmedRules } from '../../../contract/responses/case.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { json } from '../../openapi.ts';
import { unconfirmedIn } from '../../unconfirmed.ts';
import { caseInHand, caseParam } from './shared.ts';

const route = createRoute({
  method: 'get',
  path: '/cases/{caseNo}/unconfirmed',
  summary: '这件办件所依据的县级配置里，还没有经县里确认的',
  request: { params: caseParam },
  responses: { 200: json(unconfirmedRules) },
});

export function unconfirmedOfCase(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  app.openapi(route, async (c) => {
    const { state } = await caseInHand(context, c, c.req.valid('param').caseNo, 'whole');
    return c.json({ items: await unconfirmedIn(context, state) }, 200);
  });
}
