/** The door outside systems answer at: signed, fresh, once, and only in the agreed shape. */

import { createHash } from 'node:crypto';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { canonical } from '../../contract/hash.ts';
import { answered } from '../../contract/responses/work.ts';
import { answerBody } from '../../contract/wire.ts';
import { head } from '../../db/cases.ts';
import { rememberNonce } from '../../db/nonces.ts';
import { verifyCallback } from '../../security/callback-signature.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, validated } from '../openapi.ts';
import { Problem } from '../problem.ts';
import { submitCommand } from '../submit.ts';

export function callbackRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });

  const callbackRoute = createRoute({
    method: 'post',
    path: '/callbacks/verification',
    summary: '核对中心的答复（签名回调）',
    responses: { 200: json(answered, '已收下'), 202: json(answered, '已记下，待送达') },
  });
  app.openapi(callbackRoute, async (c) => {
    const text = await c.req.text();
    const verified = verifyCallback(
      context.settings.YIMEN_CALLBACK_KEYS,
      c.req.raw.headers,
      text,
      Date.now(),
    );
    if (!verified.ok) throw new Problem(verified.expired ? 'CALLBACK_REPLAYED' : 'CALLBACK_UNSIGNED');
    const parsed = answerBody.safeParse(parse(text));
    if (!parsed.success)
      throw new Problem('BODY_INVALID', {
        fields: parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), text: message })),
      });
    const { caseNo, act, round, answers } = parsed.data;
    const known = await head(context.sql, caseNo);
    if (!known) throw new Problem('NOT_FOUND', { caseNo });
    // The same answers are one command, however many callbacks carry them.
    const key = `answer-${createHash('sha256').update(canonical(parsed.data)).digest('hex')}`;
    const actor = { kind: 'system', name: '核对中心' } as const;
    const submitted = await submitCommand(
      context,
      { matter: known.matter, caseNo },
      {
        key,
        actor,
        body: { type: 'answer', act, round, answers: answers as never },
        // Spent only with what it carried: one that failed on our side is taken when it is sent again as it was.
        once: async (tx) => {
          if (!(await rememberNonce(tx, verified.nonce, verified.until)))
            throw new Problem('CALLBACK_REPLAYED', { caseNo });
        },
      },
    );
    return c.json({ state: submitted.kind }, submitted.kind === 'accepted' ? 200 : 202);
  });

  return app;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('BODY_NOT_JSON');
  }
}
