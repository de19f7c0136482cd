/** What every route's description shares. */
import type { Hook, OpenAPIHono } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import { problem } from '../contract/wire.ts';
import type { ApiEnv } from './env.ts';
import { Problem } from './problem.ts';

export const json = <S extends z.ZodType>(schema: S, description = '成功') => ({
  description,
  content: { 'application/json': { schema } },
});

/** A body that must be there, and be JSON. */
export const jsonBody = <S extends z.ZodType>(schema: S) => ({ ...json(schema, ''), required: true });

/** A body or query that does not fit its schema: every field named, nothing done. */
export const validated: Hook<unknown, ApiEnv, string, unknown> = (result) => {
  if (result.success) return;
  throw new Problem('BODY_INVALID', {
    fields: result.error.issues.map(({ path, message }) => ({ field: path.join('.'), text: message })),
  });
};

/** The whole wire as OpenAPI 3.1; every call can also answer with a problem of the error catalogue. */
export function describe(app: OpenAPIHono<ApiEnv>): ReturnType<typeof app.getOpenAPI31Document> {
  app.openAPIRegistry.register('Problem', problem);
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: '一门 Yimen', version: '1', description: '错误一律为 RFC 9457，code 见 /api/errors' },
  });
  const refused = {
    description: '错误',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const path of Object.values(document.paths ?? {}))
    for (const operation of Object.values(path))
      if (typeof operation === 'object' && 'responses' in operation) operation.responses['default'] = refused;
  return document;
}

export const keyHeader = z.object({
  'idempotency-key': z.string().optional().openapi({ description: '必填；每次提交一个唯一编号，重发时不变' }),
});

/** The Idempotency-Key of a request that changes a case. */
export function keyOf(header: string | undefined): string {
  if (!header) throw new Problem('KEY_REQUIRED');
  if (!/^[\w-]{8,64}$/.test(header)) throw new Problem('KEY_INVALID');
  return header;
}
