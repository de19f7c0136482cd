/** The API as a signed-in person uses it, over HTTP. Shared by the samples, the tests and the bench. */

export type Answer<T> = { readonly status: number; readonly body: T; readonly headers: Headers };
type View = {
  readonly caseNo: string;
  readonly seq: number;
  readonly state: string;
  readonly stage: string;
  readonly acts: readonly { readonly key: string; readonly name: string; readonly mine: boolean }[];
};
export type Submitted = {
  readonly seq: number;
  readonly view: View;
  readonly code?: string;
  readonly detail?: string;
};
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;
/** As much of it as the client needs. */
export type TextFetch = (
  path: string,
  init: RequestInit,
) => Promise<Pick<Response, 'status' | 'headers' | 'text' | 'json'>>;

export class ApiClient {
  readonly #fetch: TextFetch;
  readonly token: string;
  constructor(fetch: TextFetch, token: string) {
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
    application: { readonly matter: string; readonly unit: string; readonly form: unknown },
    key: string = crypto.randomUUID(),
  ): Promise<Answer<Submitted & { readonly caseNo: string }>> {
    return await this.call('POST', '/cases', application, { 'idempotency-key': key });
  }

  async submit(
    caseNo: string,
    command: Record<string, unknown>,
    key: string = crypto.randomUUID(),
  ): Promise<Answer<Submitted>> {
    return await this.call('POST', `/cases/${caseNo}/commands`, command, { 'idempotency-key': key });
  }

  async decide(
    caseNo: string,
    act: string,
    outcome: string,
    form?: unknown,
    opinion = '经核实，情况属实。',
  ): Promise<Answer<Submitted>> {
    return await this.submit(caseNo, {
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

export async function signIn(fetch: TextFetch, username: string, password: string): Promise<ApiClient> {
  const response = await fetch('/api/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const body = (await response.json()) as { token?: string; code?: string };
  if (!body.token) throw new Error(`${username} could not sign in: ${body.code}`);
  return new ApiClient(fetch, body.token);
}
