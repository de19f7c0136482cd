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
import { type Dispatcher, request } from 'undici';
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
/** What is sent goes to the agreed address alone: where it has moved, an operator says so. */
const isOurs = (status: number): boolean => (status >= 300 && status < 400) || ours.includes(status);

const refusalBody = z.object({ reason: z.string().max(60) });

/** Why a system refuses, in its words, without the numbers of people and accounts it may repeat. */
function reasonOf(status: number, answered: unknown): string {
  const said = refusalBody.safeParse(answered);
  return said.success ? said.data.reason.replace(/[0-9Xx]{5,}/g, '…') : `拒收（${status}）`;
}

/** Read to its end whatever it is: the connection is used again. */
const read = async ({ body }: Dispatcher.ResponseData): Promise<unknown> =>
  await body
    .text()
    .then(JSON.parse)
    .catch(() => undefined);

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
        const response = await request(`${url}${path}`, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
          signal,
        });
        const answered = await read(response);
        const { statusCode: status } = response;
        if (status >= 500 || passing.includes(status)) throw new Passing(`${system}答复 ${status}`);
        if (isOurs(status)) throw new OutsideIncident(system, `${system}不认可本系统（${status}）`);
        if (status >= 400) throw new OutsideRefusal(system, reasonOf(status, answered));
        const parsed = answer.safeParse(answered);
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
