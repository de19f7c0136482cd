/** What every route's description shares. */
import type { Hook, OpenAPIHono } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import { answerBody, inboundBody, problem } from '../contract/wire.ts';
import type { ApiEnv } from './env.ts';
import { Problem } from './problem.ts';

// What is wrong with a request is said in Chinese, whatever field it is.
z.config(z.locales.zhCN());

export const json = <S extends z.ZodType>(schema: S, description = '成功') => ({
  description,
  content: { 'application/json': { schema } },
});

const bytes = z.any().openapi({ type: 'string', format: 'binary' });
/** Bytes of one of some media types. */
export const binary = (types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, { schema: bytes }]));

/** A body that must be there, and be JSON. */
export const jsonBody = <S extends z.ZodType>(schema: S) => ({ ...json(schema, ''), required: true });

/** A body or query that does not fit its schema: every field named, nothing done. */
export const validated: Hook<unknown, ApiEnv, string, unknown> = (result) => {
  if (result.success) return;
  throw new Problem('BODY_INVALID', {
    fields: result.error.issues.map(({ path, message }) => ({ field: path.join('.'), text: message })),
  });
};

const refused = {
  description: '错误（RFC 9457），code 见 /api/errors',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Reached without a session: whatever else there is needs one. */
const open: readonly string[] = [
  'POST /api/v1/sessions',
  'GET /api/v1/health',
  'GET /api/v1/ready',
  'GET /api/v1/clock',
  'GET /api/v1/calendar',
  'GET /api/v1/notices',
  'GET /api/v1/sample-people',
  'GET /api/v1/units',
  'GET /api/v1/registers',
  'POST /api/v1/my/codes',
  'POST /api/v1/my/sessions',
];
const securityOf: Readonly<Record<string, readonly string[]>> = {
  'POST /api/v1/callbacks/verification': ['回调签名'],
  'POST /api/v1/callbacks/cases': ['回调签名'],
  'GET /api/v1/metrics': ['指标令牌'],
};
/** As security/callback-signature.ts checks it. */
const signatureForm =
  '`密钥编号:` 接 base64url 的 HMAC-SHA256，签的是 `x-yimen-time.x-yimen-nonce.正文`。x-yimen-time 是 epoch 毫秒，相差不超过五分钟；x-yimen-nonce 是 16 至 64 位字母、数字、连字符，只收一次。';
const inHeader = (name: string, description: string) =>
  ({ type: 'apiKey', in: 'header', name, description }) as const;

/** The whole wire as OpenAPI 3.1; every call can also answer with a problem of the error catalogue. */
export function describe(app: OpenAPIHono<ApiEnv>): ReturnType<typeof app.getOpenAPI31Document> {
  const { openAPIRegistry: registry } = app;
  registry.register('Problem', problem);
  registry.register('SourceAnswer', answerBody);
  registry.register('BroughtUp', inboundBody);
  registry.registerComponent('securitySchemes', '会话', {
    type: 'http',
    scheme: 'bearer',
    description: 'POST /api/v1/sessions 给出的令牌；浏览器也可以用同时写入的 cookie',
  });
  registry.registerComponent('securitySchemes', '指标令牌', {
    type: 'http',
    scheme: 'bearer',
    description: 'YIMEN_METRICS_TOKEN',
  });
  registry.registerComponent('securitySchemes', '回调签名', inHeader('x-yimen-signature', signatureForm));
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: '一门 Yimen',
      version: '1',
      description:
        '改变办件的请求须带 Idempotency-Key，同一编号重发得到同一答复；If-Match 写所见的 seq，办件已变化则 412。',
    },
  });
  // Read only after its signature has been checked, and so not by the route's own description.
  for (const [path, body] of [
    ['verification', 'SourceAnswer'],
    ['cases', 'BroughtUp'],
  ]) {
    const callback = document.paths?.[`/api/v1/callbacks/${path}`]?.post;
    if (callback)
      callback.requestBody = {
        required: true,
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${body}` } } },
      };
  }
  for (const [path, operations] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(operations)) {
      if (typeof operation !== 'object' || !('responses' in operation)) continue;
      operation.responses['default'] = refused;
      for (const parameter of operation.parameters ?? [])
        if ('name' in parameter && parameter.name === 'idempotency-key') parameter.required = true;
      const name = `${method.toUpperCase()} ${path}`;
      if (!open.includes(name))
        operation.security = (securityOf[name] ?? ['会话']).map((scheme) => ({ [scheme]: [] }));
    }
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
