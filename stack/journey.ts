/** A person at a desk, over real HTTP: signs in once, presses, reads. Used by the samples, the tests and the bench. */
import { createHash, randomUUID } from 'node:crypto';
import { samplePassword } from './county.ts';

export type Answer<T> = { readonly status: number; readonly body: T; readonly headers: Headers };
type View = {
  readonly caseNo: string;
  readonly seq: number;
  readonly state: string;
  readonly stage: string;
  readonly acts: readonly { readonly key: string; readonly name: string; readonly mine: boolean }[];
};
export type Pressed = {
  readonly seq: number;
  readonly view: View;
  readonly code?: string;
  readonly detail?: string;
};
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

export class Person {
  readonly #fetch: Fetch;
  readonly token: string;
  constructor(fetch: Fetch, token: string) {
    this.#fetch = fetch;
    this.token = token;
  }

  async call<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await this.#fetch(`/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : text) as T,
      headers: response.headers,
    };
  }

  async get<T>(path: string): Promise<T> {
    return (await this.call<T>('GET', path)).body;
  }

  async open(
    unit: string,
    form: unknown,
    key: string = randomUUID(),
    matter = 'minimum-living',
  ): Promise<Answer<Pressed & { readonly caseNo: string }>> {
    return await this.call('POST', '/cases', { matter, unit, form }, { 'idempotency-key': key });
  }

  async press(
    caseNo: string,
    command: Record<string, unknown>,
    key: string = randomUUID(),
  ): Promise<Answer<Pressed>> {
    return await this.call('POST', `/cases/${caseNo}/commands`, command, { 'idempotency-key': key });
  }

  async decide(
    caseNo: string,
    act: string,
    outcome: string,
    form?: unknown,
    opinion = '经核实，情况属实。',
  ): Promise<Answer<Pressed>> {
    return await this.press(caseNo, {
      type: 'decide',
      act,
      outcome,
      opinion,
      ...(form === undefined ? {} : { form }),
    });
  }

  async upload(
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<Answer<{ readonly sha256: string; readonly code?: string }>> {
    const response = await this.#fetch('/api/v1/materials', {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}` },
      body: bytes,
    });
    return { status: response.status, body: await response.json(), headers: response.headers };
  }
}

export async function signInAs(fetch: Fetch, username: string, password = samplePassword): Promise<Person> {
  const response = await fetch('/api/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const body = (await response.json()) as { token?: string; code?: string };
  if (!body.token) throw new Error(`${username} could not sign in: ${body.code}`);
  return new Person(fetch, body.token);
}

/** The same small picture each time: a material's address by content. */
export const sampleFile = (what: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.from(what)]));
export const sampleSha = (what: string): string =>
  createHash('sha256').update(sampleFile(what)).digest('hex');
