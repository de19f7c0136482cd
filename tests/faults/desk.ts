/** A desk that never gives up: it presses with one key until it is told what became of it, as a browser would. */

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, ApiClient } from '../../client/client.ts';
import { openSample } from '../../stack/sample-application.ts';
import { signInSample } from '../../stack/sample-people.ts';

/** What was promised to the sender, to be held against the ledger afterwards. */
export type Acknowledged = {
  readonly key: string;
  readonly caseNo: string;
  readonly verdict: 'accepted' | 'refused';
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
  /** Promised with 202 first. */
  readonly late: boolean;
};
type Told = { readonly caseNo?: string; readonly code?: string; readonly detail?: string };
type Status = {
  readonly state: 'waiting' | 'accepted' | 'refused';
  readonly reply: { readonly code?: string; readonly detail?: string } | null;
};

export class Offices {
  readonly acknowledged: Acknowledged[] = [];
  presses = 0;
  /** No answer, 5xx or 429: submitted again with the same key. */
  repeats = 0;
  readonly #people = new Map<string, Promise<ApiClient>>();
  readonly #address: string;
  constructor(address: string) {
    this.#address = address;
  }

  as(username: string): Promise<ApiClient> {
    const known =
      this.#people.get(username) ??
      this.#insist(() => signInSample((path, init) => fetch(this.#address + path, init), username));
    this.#people.set(username, known);
    return known;
  }

  /** Asks until there is an answer that is no fault of the stack. */
  async #insist<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask();
      } catch {
        this.repeats++;
        await pause(200);
      }
    }
  }

  async #answered<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
    return await this.#insist(async () => {
      const answer = await ask();
      if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
      return answer;
    });
  }

  async read<T>(username: string, path: string): Promise<T> {
    const person = await this.as(username);
    return (await this.#answered(() => person.call<T>('GET', path))).body;
  }

  async #settled(person: ApiClient, key: string): Promise<Status> {
    for (;;) {
      const { body } = await this.#answered(() => person.call<Status>('GET', `/commands/${key}`));
      if (body.state !== 'waiting') return body;
      await pause(100);
    }
  }

  async #submit(person: ApiClient, key: string, send: () => Promise<Answer<Told>>): Promise<Acknowledged> {
    this.presses++;
    const { status, body } = await this.#answered(send);
    const late = status === 202;
    const last = late ? await this.#settled(person, key) : undefined;
    const refused = last ? last.state === 'refused' : status >= 400;
    const { code, detail } = last?.reply ?? body;
    return {
      key,
      caseNo: body.caseNo ?? '',
      verdict: refused ? 'refused' : 'accepted',
      code,
      detail,
      late,
    };
  }

  async openSample(username: string, unit: string, form: unknown): Promise<string> {
    return await this.#open(username, (person, key) => openSample(person, unit, form, key));
  }

  async open(username: string, asked: Parameters<ApiClient['open']>[0]): Promise<string> {
    return await this.#open(username, (person, key) => person.open(asked, key));
  }

  async #open(
    username: string,
    send: (person: ApiClient, key: string) => Promise<Answer<Told>>,
  ): Promise<string> {
    const person = await this.as(username);
    const key = randomUUID();
    const done = await this.#submit(person, key, () => send(person, key));
    if (done.verdict === 'refused') throw new Error(`登记被拒：${done.code} ${done.detail}`);
    this.acknowledged.push(done);
    return done.caseNo;
  }

  /** `clicks` connections submit the same key at once. */
  async submit(
    username: string,
    caseNo: string,
    command: Record<string, unknown>,
    clicks = 1,
  ): Promise<Acknowledged> {
    const person = await this.as(username);
    const key = randomUUID();
    const told = await Promise.all(
      Array.from({ length: clicks }, () =>
        this.#submit(person, key, () => person.submit(caseNo, command, key)),
      ),
    );
    const [first] = told;
    if (!first || told.some(({ verdict }) => verdict !== first.verdict))
      throw new Error(`同一编号得到不同的答复：${JSON.stringify(told)}`);
    const acknowledged = { ...first, caseNo };
    this.acknowledged.push(acknowledged);
    return acknowledged;
  }
}
