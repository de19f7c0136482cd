/** Every error a caller meets: problem+json with a code of the catalogue. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type ErrorCode, errorCatalogue } from '../contract/errors.ts';
import type { FieldIssue, Refusal } from '../contract/refusal.ts';
import type { Json } from '../contract/rule.ts';
import type { ApiEnv } from './env.ts';

type More = {
  readonly detail?: string | undefined;
  readonly fields?: readonly FieldIssue[] | undefined;
  readonly about?: { readonly [key: string]: Json } | undefined;
  readonly caseNo?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Thrown anywhere in a handler; becomes the answer. */
export class Problem extends Error {
  readonly code: ErrorCode;
  readonly more: More;
  constructor(code: ErrorCode, more: More = {}) {
    super(code);
    this.code = code;
    this.more = more;
  }
}

export const problemOf = (refusal: Refusal, caseNo?: string): Problem =>
  new Problem(refusal.code, { detail: refusal.detail, fields: refusal.fields, about: refusal.about, caseNo });

export function answerProblem(c: Context<ApiEnv>, { code, more }: Problem): Response {
  const { http, title, next } = errorCatalogue[code];
  const { detail = `${title}。${next}`, fields, about, caseNo, headers } = more;
  const body = {
    type: `/api/errors#${code}`,
    title,
    status: http,
    code,
    detail,
    ...(caseNo ? { caseNo } : {}),
    ...(fields ? { fields } : {}),
    ...(about ? { about } : {}),
    requestId: c.get('requestId'),
  };
  // What was too large was not read to its end: the connection cannot carry another request.
  if (http === 413) c.header('connection', 'close');
  return c.json(body, http, { 'content-type': 'application/problem+json; charset=utf-8', ...headers });
}

/** Whatever was thrown, as an answer: known problems as they are, everything else a logged 500. */
export function onError(error: Error, c: Context<ApiEnv>): Response {
  if (error instanceof Problem) return answerProblem(c, error);
  if (error instanceof HTTPException) {
    if (error.status === 413) return answerProblem(c, new Problem('BODY_TOO_LARGE'));
    if (error.status < 500) return answerProblem(c, new Problem('BODY_NOT_JSON'));
  }
  c.get('log').error({ err: { name: error.name, message: error.message, stack: error.stack } }, 'unexpected');
  const { code, syscall } = error as NodeJS.ErrnoException;
  const databaseAway =
    syscall === 'connect' ||
    code === 'CONNECTION_CLOSED' ||
    code === 'CONNECTION_ENDED' ||
    code === '57P01' ||
    code === '57P03';
  return answerProblem(
    c,
    new Problem(
      databaseAway ? 'NOT_READY' : 'INTERNAL',
      databaseAway ? { headers: { 'retry-after': '3' } } : {},
    ),
  );
}
