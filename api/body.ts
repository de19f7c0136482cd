/** What no body may be, whatever its route: too long, of characters a database cannot hold, nested as nobody writes. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { FieldIssue } from '../contract/refusal.ts';
import type { ApiEnv } from './env.ts';
import { Problem } from './problem.ts';

/** Refuses a body of more bytes. One that says its length is not opened to be counted: that makes the request anew. */
export function upTo(maxSize: number): MiddlewareHandler<ApiEnv> {
  const onError = (): never => {
    throw new Problem('BODY_TOO_LARGE');
  };
  const counting = bodyLimit({ maxSize, onError });
  return async (c, next) => {
    if (c.req.header('transfer-encoding') !== undefined) return await counting(c, next);
    if (Number(c.req.header('content-length') ?? 0) > maxSize) onError();
    await next();
  };
}

const deepest = 40;

/** The first thing wrong with a parsed body, by its path. Walks without recursion: the body may be as deep as it likes. */
function faultIn(body: unknown): FieldIssue | undefined {
  const left: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: body, path: [] }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path } = next;
    const field = path.slice(0, 8).join('.');
    if (path.length > deepest) return { field, text: `嵌套不能超过${deepest}层` };
    if (typeof value === 'string' && !isPlain(value)) return { field, text: '含有不能保存的字符' };
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (!isPlain(name)) return { field, text: '名称里含有不能保存的字符' };
      left.push({ value: inner, path: [...path, name] });
    }
  }
  return undefined;
}

const isPlain = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** A body that is not JSON is left to its route, which says so. */
export const plainBody: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (c.req.header('content-type')?.includes('json')) {
    // As text first: a signed body is read again as it came.
    const text = await c.req.text();
    const fault = faultIn(parsed(text));
    if (fault) throw new Problem('BODY_INVALID', { fields: [fault] });
  }
  await next();
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
