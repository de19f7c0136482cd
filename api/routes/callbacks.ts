/** The door outside systems answer at: signed, fresh, once, and only in the agreed shape. */

import { createHash } from 'node:crypto';
import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import type { HonoRequest } from 'hono';
import { canonical } from '../../contract/hash.ts';
import { answered, broughtUp } from '../../contract/responses/work.ts';
import { answerBody, inboundBody } from '../../contract/wire.ts';
import { head } from '../../db/cases.ts';
import { rememberNonce } from '../../db/nonces.ts';
import { type Verified, verifyCallback } from '../../security/callback-signature.ts';
import { bringUp } from '../bring-up.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, validated } from '../openapi.ts';
import { Problem } from '../problem.ts';
import { submitCommand } from '../submit.ts';

/** What a system says, once its signature has been checked. */
async function signed(
  { settings }: AppContext,
  request: HonoRequest,
): Promise<Extract<Verified, { ok: true }> & { readonly said: unknown }> {
  const text = await request.text();
  const verified = verifyCallback(settings.YIMEN_CALLBACK_KEYS, request.raw.headers, text, Date.now());
  if (!verified.ok) throw new Problem(verified.expired ? 'CALLBACK_REPLAYED' : 'CALLBACK_UNSIGNED');
  return { ...verified, said: parse(text) };
}

function shaped<S extends z.ZodType>(schema: S, said: unknown): z.infer<S> {
  const parsed = schema.safeParse(said);
  if (parsed.success) return parsed.data;
  throw new Problem('BODY_INVALID', {
    fields: parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), text: message })),
  });
}

export function callbackRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });

  const callbackRoute = createRoute({
    method: 'post',
    path: '/callbacks/verification',
    summary: '核对中心的答复（签名回调）',
    responses: { 200: json(answered, '已收下'), 202: json(answered, '已记下，待送达') },
  });
  app.openapi(callbackRoute, async (c) => {
    const { said, nonce, until } = await signed(context, c.req);
    const answer = shaped(answerBody, said);
    const { caseNo, act, round, answers } = answer;
    const known = await head(context.sql, caseNo);
    if (!known) throw new Problem('NOT_FOUND', { caseNo });
    // The same answers are one command, however many callbacks carry them.
    const key = `answer-${createHash('sha256').update(canonical(answer)).digest('hex')}`;
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
          if (!(await rememberNonce(tx, nonce, until))) throw new Problem('CALLBACK_REPLAYED', { caseNo });
        },
      },
    );
    return c.json({ state: submitted.kind }, submitted.kind === 'accepted' ? 200 : 202);
  });

  const inboundRoute = createRoute({
    method: 'post',
    path: '/callbacks/cases',
    summary: '外部系统提起办件（签名）：同一编号提起的是同一件；已经在办的并入，一并答复',
    responses: {
      200: json(broughtUp, '已提起，或已并入'),
      202: json(broughtUp, '已记下，待送达'),
    },
  });
  app.openapi(inboundRoute, async (c) => {
    const { by, said } = await signed(context, c.req);
    const answer = await bringUp(context, by, shaped(inboundBody, said));
    return c.json(answer, answer.state === 'accepted' ? 200 : 202);
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
