/** Local sign-in: a password, a session cookie or bearer token, and no more tries than people need. */
import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { createSession, personBySession, personByUsername } from '../db/people.ts';
import { isPassword, newToken, sessionHours, tokenHash } from '../security/sessions.ts';
import type { ApiEnv, AppContext } from './env.ts';
import { Problem } from './problem.ts';

export const cookieName = 'yimen_session';

/** Answers a token. The password's check takes as long for a name nobody has. */
export async function signIn(
  context: AppContext,
  limiter: RateLimiterPostgres,
  username: string,
  password: string,
): Promise<{ token: string; person: string }> {
  const before = await limiter.get(username);
  if (before && before.remainingPoints <= 0) throw tooMany(before.msBeforeNext);
  const person = await personByUsername(context.sql, username);
  const right = await isPassword(person?.passwordHash, password);
  if (!person || !right) {
    await limiter.consume(username).catch((limited: { msBeforeNext?: number }) => {
      throw tooMany(limited.msBeforeNext ?? 60_000);
    });
    throw new Problem('SIGN_IN_FAILED');
  }
  await limiter.delete(username);
  const token = newToken();
  await createSession(context.sql, tokenHash(token), person.id, sessionHours);
  return { token, person: person.id };
}

const tooMany = (ms: number): Problem =>
  new Problem('TOO_MANY_ATTEMPTS', { headers: { 'retry-after': String(Math.ceil(ms / 1_000)) } });

/** Everything behind it needs a live session. */
export const signedIn: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const bearer = c.req.header('authorization')?.match(/^Bearer ([\w-]{20,})$/)?.[1];
  const token = bearer ?? getCookie(c, cookieName);
  if (!token) throw new Problem('NOT_SIGNED_IN');
  const hash = tokenHash(token);
  const me = await personBySession(c.get('context').sql, hash);
  if (!me) throw new Problem('NOT_SIGNED_IN');
  c.set('me', me);
  c.set('sessionHash', hash);
  await next();
};
