/** 办件: one case on one page. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { deliveredKeys } from '../../../db/effects.ts';
import { runOf } from '../../../engine/ledger/state.ts';
import { caseView } from '../../case-view.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { anyJson, json } from '../../openapi.ts';
import { loadCase, officerFor } from '../../visibility.ts';
import { caseParam, postHeader } from './shared.ts';

const route = createRoute({
  method: 'get',
  path: '/cases/{caseNo}',
  summary: '办件',
  request: { params: caseParam, headers: postHeader },
  responses: { 200: json(anyJson) },
});

export function viewCase(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  app.openapi(route, async (c) => {
    const { state, visibility } = await loadCase(context, c.get('me'), c.req.valid('param').caseNo);
    const officer = officerFor(context, c.get('me'), state, {
      post: c.req.header('x-post'),
      act: runOf(state).open[0]?.key,
    });
    const view = caseView(context, state, officer, visibility);
    const shown =
      visibility === 'asked'
        ? view
        : { ...view, delivered: [...(await deliveredKeys(context.sql, state.caseNo))] };
    return c.json(shown, 200, { etag: `"${state.seq}"` });
  });
}
