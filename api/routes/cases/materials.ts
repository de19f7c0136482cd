/** 材料: what a case holds, to be looked through one after another. */

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { caseMaterials } from '../../../contract/responses/case.ts';
import { materialsOf } from '../../case-materials.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { json } from '../../openapi.ts';
import { caseInHand, caseParam } from './shared.ts';

const route = createRoute({
  method: 'get',
  path: '/cases/{caseNo}/materials',
  summary: '办件里的材料：申请时、各环节、登记情况时交来的，从先到后',
  request: { params: caseParam },
  responses: { 200: json(caseMaterials) },
});

export function materialsOfCase(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  app.openapi(route, async (c) => {
    const { state } = await caseInHand(context, c, c.req.valid('param').caseNo, 'whole');
    return c.json(await materialsOf(context.sql, state), 200);
  });
}
