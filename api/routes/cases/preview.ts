/** 预演: what an operation would do; nothing is done. */

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Command, PersonCommand } from '../../../contract/command.ts';
import { previewed } from '../../../contract/responses/preview.ts';
import { commandBody } from '../../../contract/wire.ts';
import { notYetDrawn } from '../../../engine/forms/form.ts';
import { preview } from '../../../engine/preview.ts';
import { withDrawn } from '../../drawing.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { json, jsonBody } from '../../openapi.ts';
import { problemOf } from '../../problem.ts';
import { fieldsOf, sealed } from '../../sealing.ts';
import { caseInHand, caseParam, officerAt, postHeader } from './shared.ts';

const route = createRoute({
  method: 'post',
  path: '/cases/{caseNo}/preview',
  summary: '这一操作会带来什么（不办理）',
  request: { params: caseParam, headers: postHeader, body: jsonBody(commandBody) },
  responses: { 200: json(previewed) },
});

export function previewOfCase(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  app.openapi(route, async (c) => {
    const body = c.req.valid('json') as PersonCommand;
    const loaded = await caseInHand(context, c, c.req.valid('param').caseNo);
    const { state } = loaded;
    const actor = officerAt(context, c, loaded, body);
    const command: Command = {
      id: 'preview',
      hash: '',
      at: context.now(),
      wall: Date.now(),
      actor,
      body: withDrawn(fieldsOf(state, body), sealed(context.vault, state, body), () => notYetDrawn),
    };
    const shown = preview(state, command);
    if (shown.kind === 'refused') throw problemOf(shown.refusal, state.caseNo);
    return c.json(shown, 200);
  });
}
