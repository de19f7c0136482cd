/** One way to call an outside system: a deadline per try, a few quick tries, a breaker per system, one key per request. */
import {
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { z } from 'zod';
import { OutsideIncident } from './incident.ts';

export type OutsideOptions = {
  readonly system: string;
  readonly url: string;
  readonly token: string;
  readonly timeoutMs?: number;
};
export type Call<S extends z.ZodType> = {
  readonly path: string;
  readonly key: string;
  readonly body: unknown;
  readonly answer: S;
};
export type OutsideSystem = <S extends z.ZodType>(call: Call<S>) => Promise<z.infer<S>>;

/** What a system answers when it has taken something. */
export const receipt = z.object({ id: z.string().min(1) });

/** Worth another try: nobody answered, or the answer was "later". */
class Passing extends Error {}

const passing = [408, 425, 429];

export function outsideSystem({ system, url, token, timeoutMs = 5_000 }: OutsideOptions): OutsideSystem {
  const isPassing = handleWhen((error) => !(error instanceof OutsideIncident));
  const policy = wrap(
    retry(isPassing, {
      maxAttempts: 2,
      backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1_000 }),
    }),
    circuitBreaker(isPassing, { halfOpenAfter: 2_000, breaker: new ConsecutiveBreaker(6) }),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
  );
  return async ({ path, key, body, answer }) => {
    try {
      return await policy.execute(async ({ signal }) => {
        const headers = {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'idempotency-key': encodeURIComponent(key),
        };
        const response = await fetch(`${url}${path}`, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
          signal,
        });
        if (response.status >= 500 || passing.includes(response.status))
          throw new Passing(`${system}答复 ${response.status}`);
        if (!response.ok) throw new OutsideIncident(system, `${system}拒绝了请求（${response.status}）`);
        const parsed = answer.safeParse(await response.json().catch(() => undefined));
        if (!parsed.success) throw new OutsideIncident(system, `${system}的答复不符合约定`);
        return parsed.data;
      });
    } catch (error) {
      // Messages from outside may carry what was sent: only ours go on.
      throw error instanceof OutsideIncident
        ? error
        : new OutsideIncident(system, error instanceof Passing ? error.message : `${system}没有答复`);
    }
  };
}
