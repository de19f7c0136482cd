/** One request to the API: what it refuses and what never arrived are told apart, and nothing is sent twice under two keys. */
import { chosenPost } from './chosen-post.ts';
import type { Problem, Waiting } from './wire.ts';

/** The API said no, and what to do next. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Nothing was heard back: whether it arrived is not known. */
export class Unreached extends Error {}

type Request = {
  readonly method?: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly seq?: number;
};

let signInAgain: () => Promise<void> = () => Promise.reject(new Error('nobody asks for a sign-in'));

/** Who asks for the password when a session has ended: what was being done waits for it, then goes on. */
export function onSignedOut(ask: () => Promise<void>): void {
  signInAgain = ask;
}

/** Only a case is seen and worked on in one post or another. */
const postFor = (path: string): Record<string, string> => {
  const post = path.startsWith('/cases/') ? chosenPost() : undefined;
  return post === undefined ? {} : { 'x-post': post };
};

const headersOf = ({ body, key, seq }: Request): Record<string, string> => ({
  ...(body === undefined || body instanceof Blob ? {} : { 'content-type': 'application/json' }),
  ...(key === undefined ? {} : { 'idempotency-key': key }),
  ...(seq === undefined ? {} : { 'if-match': `"${seq}"` }),
});

async function answerOf(path: string, request: Request): Promise<Response> {
  const { method = 'GET', body } = request;
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      headers: { ...headersOf(request), ...postFor(path) },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new Unreached('网络暂时不通。已填的内容都在，接通后请再按一次。');
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const said = (await response.json().catch(() => undefined)) as Problem | undefined;
  if (said?.code) return said;
  throw new Unreached('服务暂时没有应答。已填的内容都在，请稍后再按一次。');
}

async function asked(path: string, request: Request): Promise<Response> {
  const response = await answerOf(path, request);
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.code !== 'NOT_SIGNED_IN') throw new Refused(problem);
  await signInAgain();
  return await asked(path, request);
}

export async function get<T>(path: string): Promise<T> {
  return (await (await asked(path, {})).json()) as T;
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await asked(path, { method: 'POST', body });
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export async function put<T>(path: string, body: unknown): Promise<T> {
  return (await (await asked(path, { method: 'PUT', body })).json()) as T;
}

export async function remove(path: string): Promise<void> {
  await asked(path, { method: 'DELETE' });
}

/** Once accepted, the answer; `waiting` when it is journaled and has not reached the case yet. */
export type Sent<T> =
  | { readonly kind: 'done'; readonly answer: T }
  | { readonly kind: 'waiting'; readonly waiting: Waiting };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const tries = 5;

/** Under one key however often it has to be sent: it is carried out once. */
export async function send<T>(
  path: string,
  body: unknown,
  { key, seq }: { readonly key: string; readonly seq?: number },
): Promise<Sent<T>> {
  const request = { method: 'POST', body, key, ...(seq === undefined ? {} : { seq }) };
  for (let n = 1; ; n += 1) {
    try {
      const response = await asked(path, request);
      if (response.status === 202) return { kind: 'waiting', waiting: (await response.json()) as Waiting };
      return { kind: 'done', answer: (await response.json()) as T };
    } catch (error) {
      if (!(error instanceof Unreached) || n === tries) throw error;
      await pause(400 * n);
    }
  }
}
