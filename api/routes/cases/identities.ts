/** 查看号码: an identity number in full, for a purpose that is written down before it is shown. */

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { identityShown, identityViews as shape } from '../../../contract/responses/case.ts';
import type { Json } from '../../../contract/rule.ts';
import { identityViewBody } from '../../../contract/wire.ts';
import { addIdentityView, identityViews } from '../../../db/identity-views.ts';
import { valueAt } from '../../../engine/forms/named.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { json, jsonBody } from '../../openapi.ts';
import { Problem } from '../../problem.ts';
import { caseInHand, caseParam } from './shared.ts';

const viewsShown = 200;

const showRoute = createRoute({
  method: 'post',
  path: '/cases/{caseNo}/identities',
  summary: '写明目的，看一个身份证号码的全部；看过的留有记录',
  request: { params: caseParam, body: jsonBody(identityViewBody) },
  responses: { 200: json(identityShown) },
});
const listRoute = createRoute({
  method: 'get',
  path: '/cases/{caseNo}/identities',
  summary: '这件里的身份证号码谁看过、为什么，新的在前',
  request: { params: caseParam },
  responses: { 200: json(shape) },
});

export function identitiesOfCase(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  app.openapi(showRoute, async (c) => {
    const { state } = await caseInHand(context, c, c.req.valid('param').caseNo, 'whole');
    const { field, purpose } = c.req.valid('json');
    const value = valueAt(state.input.form as Json, field);
    if (typeof value !== 'object' || value === null || !('sealed' in value))
      throw new Problem('BODY_INVALID', {
        fields: [{ field: 'field', text: '申请表的这一处没有身份证号码，请从办件页上选' }],
      });
    const number = context.vault.unseal({ sealed: String(value['sealed']) });
    await addIdentityView(context.sql, state.caseNo, {
      field,
      person: c.get('me').id,
      purpose,
      at: context.now(),
    });
    return c.json({ number }, 200, { 'cache-control': 'no-store' });
  });
  app.openapi(listRoute, async (c) => {
    const { state } = await caseInHand(context, c, c.req.valid('param').caseNo, 'whole');
    return c.json({ items: [...(await identityViews(context.sql, state.caseNo, viewsShown))] }, 200);
  });
}
