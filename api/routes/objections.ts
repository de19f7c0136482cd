/** 对公示的异议: by anybody who can be reached by telephone, while the notice stands; answered like one made at the window. */
import { createHash } from 'node:crypto';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { codeSent } from '../../contract/responses/own.ts';
import { objected } from '../../contract/responses/work.ts';
import { objectionBody, objectionCodeBody } from '../../contract/wire.ts';
import { publicNotices } from '../../db/cases.ts';
import { commandStatus } from '../../db/commands.ts';
import { runOf } from '../../engine/ledger/state.ts';
import { policyOf } from '../../engine/operations/authority.ts';
import { noticeCode } from '../../security/notice-code.ts';
import { objecting } from '../../workflows/stages/public-notice.ts';
import { isRightCode, sendCode } from '../codes.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, jsonBody, validated } from '../openapi.ts';
import { plain } from '../page.ts';
import { Problem } from '../problem.ts';
import { addressOf, gateOf, tooMany } from '../session.ts';
import { submitCommand } from '../submit.ts';
import { readCase } from '../visibility.ts';

/** More than a county has posted at once. */
const mostPosted = 2_000;

export function objectionRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  const { sql, settings } = context;
  const secret = settings.YIMEN_MATCHING_KEY;
  const gate = gateOf(context);
  const pay = async (c: Context<ApiEnv>, purpose: string): Promise<void> => {
    const wait = await gate.pay({ username: purpose, address: addressOf(c) });
    if (wait !== undefined) throw tooMany(wait);
  };

  /** The case whose notice it is. NOT_FOUND where it is not posted now, or takes no objections. */
  async function posted(id: string) {
    const notices = await publicNotices(sql, context.now(), mostPosted);
    const notice = notices.find(({ caseNo, key }) => noticeCode(secret, caseNo, key) === id);
    const state = notice && (await readCase(context, notice.caseNo));
    const during = state && policyOf(state).facts[objecting]?.during;
    if (!state || !during || runOf(state).open.every(({ name }) => name !== during.act))
      throw new Problem('NOT_FOUND', {
        detail: '这份公示已经满期，或者不收异议。可以向公示上写的机关投诉、举报。',
      });
    return state;
  }

  const params = z.object({ id: plain.min(1) });
  const codeRoute = createRoute({
    method: 'post',
    path: '/notices/{id}/codes',
    summary: '提出异议之前取验证码（无需登录）：发到所填的电话',
    request: { params, body: jsonBody(objectionCodeBody) },
    responses: { 202: json(codeSent) },
  });
  app.openapi(codeRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { phone } = c.req.valid('json');
    await pay(c, `objection code for ${phone}`);
    await posted(id);
    return c.json(await sendCode(context, `objection ${id} ${phone}`, phone), 202);
  });

  const objectRoute = createRoute({
    method: 'post',
    path: '/notices/{id}/objections',
    summary: '对公示提出异议（无需登录）：公示期满以后一并处理，结果答复到所填的电话',
    request: { params, body: jsonBody(objectionBody) },
    responses: { 201: json(objected) },
  });
  app.openapi(objectRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { objector, phone, code, content } = c.req.valid('json');
    await pay(c, `objection by ${phone}`);
    const state = await posted(id);
    const name = `objection ${id} ${phone}`;
    // Sent again after its answer was lost, it is the same objection.
    const key = `objection-${createHash('sha256').update(`${name} ${code}`).digest('hex')}`;
    const known = await commandStatus(sql, key);
    if (!known && !(await isRightCode(context, name, code))) throw new Problem('CODE_WRONG');
    await submitCommand(
      context,
      { matter: state.process.code, caseNo: state.caseNo },
      {
        key,
        actor: { kind: 'system', name: '公示栏' },
        body: { type: 'supplement', fact: objecting, data: { objector, phone, content } },
      },
    );
    return c.json({ received: true as const }, 201);
  });
  return app;
}
