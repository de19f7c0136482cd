/**
 * How often a password may be guessed, counted by all API processes together. A try is paid for before the password is
 * looked at, so that guesses at once count like guesses in turn; one that succeeds gets back what it paid and nothing
 * more. A browser that somebody has signed in from pays from a purse of its own: a stranger cannot lock them out of it.
 */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

type Query = (text: string, values: readonly (string | number)[]) => Promise<readonly unknown[]>;

export type Attempt = {
  readonly username: string;
  /** Where it comes from. */
  readonly address: string;
  /** As `deviceOf` gave it out. */
  readonly device?: string | undefined;
};
export type SignInGate = {
  /** Undefined if the password may be tried; otherwise how long to wait, in ms. */
  readonly pay: (attempt: Attempt) => Promise<number | undefined>;
  readonly refund: (attempt: Attempt) => Promise<void>;
  /** What a browser is known by from which somebody has signed in. */
  readonly deviceOf: (username: string) => string;
};

const purses = {
  /** One name from one address. */
  pair: { points: 5, duration: 300 },
  /** Any names from one address. */
  address: { points: 60, duration: 900 },
  /** One name from anywhere. */
  name: { points: 40, duration: 3_600 },
  /** One name from a browser it is known by. */
  device: { points: 5, duration: 300 },
} as const;
type Purse = keyof typeof purses;

export function signInGate(query: Query, secret: string): SignInGate {
  // The library speaks to a client of the `pg` kind; ours needs one method of it.
  const storeClient = {
    query: async ({
      text,
      values,
    }: {
      readonly text: string;
      readonly values: readonly (string | number)[];
    }) => ({ rows: await query(text, values) }),
  };
  const limiter = (purse: Purse): RateLimiterPostgres =>
    new RateLimiterPostgres({
      storeClient,
      storeType: 'client',
      tableName: 'sign_in_limit',
      tableCreated: true,
      keyPrefix: purse,
      ...purses[purse],
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: purse, ...purses[purse] }),
    });
  const limiters: Readonly<Record<Purse, RateLimiterPostgres>> = {
    pair: limiter('pair'),
    address: limiter('address'),
    name: limiter('name'),
    device: limiter('device'),
  };

  const key = Buffer.from(hkdfSync('sha256', secret, '', 'sign-in device', 32));
  const sealOf = (username: string, nonce: string): Buffer =>
    createHmac('sha256', key).update(`${nonce} ${username}`).digest();

  /** The browser's own name, if it is one that this person has signed in from. */
  function known({ username, device }: Attempt): string | undefined {
    const [nonce = '', seal = ''] = device?.split('.') ?? [];
    const given = Buffer.from(seal, 'base64url');
    const right = sealOf(username, nonce);
    return given.length === right.length && timingSafeEqual(given, right) ? nonce : undefined;
  }

  function paysFrom(attempt: Attempt): readonly (readonly [Purse, string])[] {
    const { username, address } = attempt;
    const device = known(attempt);
    if (device) return [['device', device]];
    return [
      ['pair', `${address} ${username}`],
      ['address', address],
      ['name', username],
    ];
  }

  return {
    async pay(attempt) {
      const waits = await Promise.all(
        paysFrom(attempt).map(async ([purse, name]) => {
          try {
            await limiters[purse].consume(name);
            return 0;
          } catch (limited) {
            if (limited instanceof RateLimiterRes) return Math.max(limited.msBeforeNext, 1_000);
            throw limited;
          }
        }),
      );
      const wait = Math.max(...waits);
      return wait > 0 ? wait : undefined;
    },
    async refund(attempt) {
      await Promise.all(paysFrom(attempt).map(([purse, name]) => limiters[purse].reward(name)));
    },
    deviceOf(username) {
      const nonce = randomBytes(18).toString('base64url');
      return `${nonce}.${sealOf(username, nonce).toString('base64url')}`;
    },
  };
}
