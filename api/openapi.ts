/** What every route's description shares. */
import type { Hook, OpenAPIHono } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import type { ApiEnv } from './env.ts';
import { Problem } from './problem.ts';

export const json = <S extends z.ZodType>(schema: S, description = '成功') => ({
  description,
  content: { 'application/json': { schema } },
});

/** A body or query that does not fit its schema: every field named, nothing done. */
export const validated: Hook<unknown, ApiEnv, string, unknown> = (result) => {
  if (result.success) return;
  throw new Problem('BODY_INVALID', {
    fields: result.error.issues.map(({ path, message }) => ({ field: path.join('.'), text: message })),
  });
};

export const keyHeader = z.object({
  'idempotency-key': z.string().optional().openapi({ description: '必填；每次提交一个唯一编号，重发时不变' }),
});
export const anyJson = z.any().openapi({ type: 'object' });

/** The Idempotency-Key of a request that changes a case. */
export function keyOf(header: string | undefined): string {
  if (!header) throw new Problem('KEY_REQUIRED');
  if (!/^[\w-]{8,64}$/.test(header)) throw new Problem('KEY_INVALID');
  return header;
}

export type Routes = OpenAPIHono<ApiEnv>;
