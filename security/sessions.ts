/** Passwords and session tokens: what is kept is never what is sent, and a guess costs the same for a name nobody has. */
import { createHash, randomBytes } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';

export const sessionHours = 12;

export const newToken = (): string => randomBytes(32).toString('base64url');
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');

// An argon2id hash of a random text, so that an unknown name costs the same time.
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Ck3Qm2wYxXq0nVb0m1Q7x3mJv1eYz1kq3bq8wJ7h2nI';

/** Undefined as a hash: a name nobody has. */
export const isPassword = async (passwordHash: string | undefined, password: string): Promise<boolean> =>
  await verify(passwordHash ?? nobody, password).catch(() => false);

type Query = (text: string, values: readonly (string | number)[]) => Promise<readonly unknown[]>;

/** Five wrong passwords in five minutes for one name, counted by all API processes together. */
export function signInLimiter(query: Query): RateLimiterPostgres {
  // The library speaks to a client of the `pg` kind; ours needs one method of it.
  const storeClient = {
    query: async ({
      text,
      values,
    }: {
      readonly text: string;
      readonly values: readonly (string | number)[];
    }) => ({
      rows: await query(text, values),
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
