/** Local sign-in: a password, a session cookie or bearer token, and no more tries than people need. */
import { createHash, randomBytes } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { createSession, personBySession, personByUsername } from '../db/people.ts';
import type { ApiEnv, AppContext } from './env.ts';
import { Problem } from './problem.ts';

export const cookieName = 'yimen_session';
const hours = 12;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Five wrong passwords in five minutes for one name, counted by all API processes together. */
export function signInLimiter({ sql }: AppContext): RateLimiterPostgres {
  // The library speaks to a client of the `pg` kind; ours needs one method of it.
  const storeClient = {
    query: async ({
      text,
      values,
    }: {
      readonly text: string;
      readonly values: readonly (string | number)[];
    }) => ({
      rows: await sql.unsafe(text, values as (string | number)[]),
    }),
  };
  const insuranceLimiter = new RateLimiterMemory({ points: 5, duration: 300 });
  return new RateLimiterPostgres({
    storeClient,
    storeType: 'client',
    tableName: 'sign_in_limit',
    tableCreated: true,
    points: 5,
    duration: 300,
    insuranceLimiter,
  });
}

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
  const right = await verify(person?.passwordHash ?? nobody, password).catch(() => false);
  if (!person || !right) {
    await limiter.consume(username).catch((limited: { msBeforeNext?: number }) => {
      throw tooMany(limited.msBeforeNext ?? 60_000);
    });
    throw new Problem('SIGN_IN_FAILED');
  }
  await limiter.delete(username);
  const token = randomBytes(32).toString('base64url');
  await createSession(context.sql, hashOf(token), person.id, hours);
  return { token, person: person.id };
}

const tooMany = (ms: number): Problem =>
  new Problem('TOO_MANY_ATTEMPTS', { headers: { 'retry-after': String(Math.ceil(ms / 1_000)) } });

// An argon2id hash of a random text, so that an unknown name costs the same time.
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Ck3Qm2wYxXq0nVb0m1Q7x3mJv1eYz1kq3bq8wJ7h2nI';

/** Everything behind it needs a live session. */
export const signedIn: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const bearer = c.req.header('authorization')?.match(/^Bearer ([\w-]{20,})$/)?.[1];
  const token = bearer ?? getCookie(c, cookieName);
  if (!token) throw new Problem('NOT_SIGNED_IN');
  const hash = hashOf(token);
  const me = await personBySession(c.get('context').sql, hash);
  if (!me) throw new Problem('NOT_SIGNED_IN');
  c.set('me', me);
  c.set('sessionHash', hash);
  await next();
};
