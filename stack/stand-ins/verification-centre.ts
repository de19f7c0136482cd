/**
 * A stand-in for the verification centre (核对中心): takes a request, and answers later by signed callback, all sources
 * that have answered at once together, trying until it is heard. Scripted findings: `PUT /answers {"李四": [{kind, amountFen, note}]}` by person.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { type CallbackKey, signCallback } from '../../security/callback-signature.ts';
import { withFaults } from './faults.ts';
import { keyedStore } from './store.ts';

type Asked = {
  readonly caseNo: string;
  readonly act: string;
  readonly round: number;
  readonly sources: readonly string[];
  readonly people: readonly { readonly name: string; readonly identity: string }[];
};
type Request = {
  readonly id: string;
  readonly key: string;
  readonly asked: Asked;
  readonly answered: string[];
};
type Finding = {
  readonly kind: string;
  readonly person?: string;
  readonly amountFen?: number;
  readonly note: string;
  readonly source?: string;
};

export type CentreOptions = {
  readonly file: string;
  readonly token: string;
  readonly callbackUrl: () => string;
  readonly callbackKey: CallbackKey;
};

export function verificationCentre({ file, token, callbackUrl, callbackKey }: CentreOptions): {
  readonly app: Hono;
  readonly stop: () => void;
} {
  const app = new Hono();
  const requests = keyedStore<Request>(file);
  const timers = new Set<NodeJS.Timeout>();
  let findings: Readonly<Record<string, readonly Finding[]>> = {};

  const later = (ms: number, work: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };

  function answerOf({ asked }: Request, source: string): unknown {
    const found = asked.people.flatMap(({ name }) =>
      (findings[name] ?? [])
        .filter((f) => (f.source ?? '银行') === source)
        .map(({ source: _source, ...f }) => ({ ...f, person: name })),
    );
    return { status: found.length > 0 ? 'answered' : 'no-data', findings: found };
  }

  function bodyOf(request: Request, sources: readonly string[]): string {
    const { caseNo, act, round } = request.asked;
    const answers = Object.fromEntries(sources.map((source) => [source, answerOf(request, source)]));
    return JSON.stringify({ caseNo, act, round, answers });
  }

  async function call(
    request: Request,
    sources: readonly string[],
    body: string,
    attempt = 0,
  ): Promise<void> {
    try {
      const headers = {
        'content-type': 'application/json',
        ...signCallback(callbackKey, randomBytes(18).toString('base64url'), body, Date.now()),
      };
      const response = await fetch(callbackUrl(), { method: 'POST', headers, body });
      if (response.ok || response.status === 409 || response.status === 422) {
        for (const source of sources) if (!request.answered.includes(source)) request.answered.push(source);
        requests.save();
        return;
      }
    } catch {
      // Nobody listened: tried again below.
    }
    if (attempt < 200)
      later(
        Math.min(200 * 2 ** Math.min(attempt, 5), 5_000),
        () => void call(request, sources, body, attempt + 1),
      );
  }

  const faults = withFaults(app, () => {
    for (const request of requests.all()) answer(request);
  });

  function answer(request: Request): void {
    const open = request.asked.sources.filter(
      (source) => !request.answered.includes(source) && !faults.silent.includes(source),
    );
    const order = faults.reversed ? open.toReversed() : open;
    for (const sources of faults.apart ? order.map((source) => [source]) : [order]) {
      if (sources.length === 0) continue;
      const body = bodyOf(request, sources);
      later(faults.delayMs, () => void call(request, sources, body));
      if (faults.twice) later(faults.delayMs + 20, () => void call(request, sources, body));
    }
  }

  app.put('/answers', async (c) => {
    findings = await c.req.json();
    return c.json(findings);
  });
  app.get('/requests', (c) =>
    c.json({
      items: requests
        .all()
        .map(({ id, key, asked: { people: _people, ...asked }, answered }) => ({ id, key, asked, answered })),
    }),
  );
  app.post('/requests', async (c) => {
    if (c.req.header('authorization') !== `Bearer ${token}`) return c.json({ error: 'unauthorised' }, 401);
    const key = decodeURIComponent(c.req.header('idempotency-key') ?? '');
    const known = requests.find(key);
    if (known) return c.json({ id: known.id });
    const request: Request = { id: randomUUID(), key, asked: await c.req.json(), answered: [] };
    requests.add(key, request);
    answer(request);
    return c.json({ id: request.id });
  });
  for (const request of requests.all()) answer(request);
  return {
    app,
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
