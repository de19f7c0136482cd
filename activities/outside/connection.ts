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
import { OutsideRefusal } from './refusal.ts';

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
/** We are set up wrongly: nothing about what is sent, and put right by an operator. */
const ours = [401, 403, 404, 405, 407];

const refusalBody = z.object({ reason: z.string().max(60) });

/** Why a system refuses, in its words, without the numbers of people and accounts it may repeat. */
async function reasonOf(response: Response): Promise<string> {
  const said = refusalBody.safeParse(await response.json().catch(() => undefined));
  return said.success ? said.data.reason.replace(/[0-9Xx]{5,}/g, '…') : `拒收（${response.status}）`;
}

export function outsideSystem({ system, url, token, timeoutMs = 5_000 }: OutsideOptions): OutsideSystem {
  const isPassing = handleWhen(
    (error) => !(error instanceof OutsideIncident || error instanceof OutsideRefusal),
  );
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
        if (ours.includes(response.status))
          throw new OutsideIncident(system, `${system}不认可本系统（${response.status}）`);
        if (!response.ok) throw new OutsideRefusal(system, await reasonOf(response));
        const parsed = answer.safeParse(await response.json().catch(() => undefined));
        if (!parsed.success) throw new OutsideIncident(system, `${system}的答复不符合约定`);
        return parsed.data;
      });
    } catch (error) {
      // Messages from outside may carry what was sent: only ours go on.
      throw error instanceof OutsideIncident || error instanceof OutsideRefusal
        ? error
        : new OutsideIncident(system, error instanceof Passing ? error.message : `${system}没有答复`);
    }
  };
}
