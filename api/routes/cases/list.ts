/** 登记簿: the cases one may see whole, newest first. */

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { registerPage } from '../../../contract/responses/work.ts';
import { register } from '../../../db/cases.ts';
import { dateOf } from '../../../engine/clock/time.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { json } from '../../openapi.ts';
import { cursorParam, page, placeAfter, placeInRegister, plain } from '../../page.ts';
import { postsOn, seenWhole } from '../../visibility.ts';

const route = createRoute({
  method: 'get',
  path: '/cases',
  summary: '办件登记簿',
  request: {
    query: z.object({
      matter: plain.optional(),
      state: z.enum(['open', 'suspended', 'closed']).optional(),
      unit: plain.optional(),
      unaffirmed: z.stringbool().optional().openapi({ description: '有决定待重新确认的' }),
      identity: z.string().optional().openapi({ description: '申请人身份证号码，完整匹配' }),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: cursorParam,
    }),
  },
  responses: { 200: json(registerPage) },
});

export function listCases(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  app.openapi(route, async (c) => {
    const { matter, state, unit, identity, unaffirmed, limit, cursor } = c.req.valid('query');
    const posts = postsOn(c.get('me'), dateOf(context.now()));
    const place = placeAfter(placeInRegister, cursor);
    const items = await register(context.sql, {
      visible: seenWhole(context, posts),
      unit,
      matter,
      state,
      applicant: identity ? context.vault.hash(identity) : undefined,
      after: place && { openedAt: place[0], caseNo: place[1] },
      unaffirmed,
      limit,
    });
    return c.json(
      page(
        items,
        limit,
        ({ openedAt, caseNo }) => [openedAt, caseNo],
        (item) => item,
      ),
      200,
    );
  });
}
