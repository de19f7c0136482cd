/** A stand-in for a system that takes instructions, each once by its key: text messages, the paying bank, how far something has come. */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { withFaults } from './faults.ts';
import { keyedStore } from './store.ts';

/** Why a system would not take such a thing, however often it is sent; undefined if it would. */
type Refuses = (body: { readonly [field: string]: unknown }) => string | undefined;

export const smsRefuses: Refuses = ({ to }) => (/^1\d{10}$/.test(String(to)) ? undefined : '手机号码无效');
export const bankRefuses: Refuses = ({ account }) =>
  /^\d{12,19}$/.test(String(account)) ? undefined : '账户不存在';

export const referenceRefuses: Refuses = ({ reference }) =>
  String(reference).startsWith('无') ? '没有这个编号' : undefined;

type Taken = { readonly id: string; readonly key: string; readonly body: unknown };

/** `POST /<what>` takes one; `GET /<what>` shows what was taken. */
export function takesOnce(what: string, file: string, token: string, refuses: Refuses): Hono {
  const app = new Hono();
  const taken = keyedStore<Taken>(file);
  withFaults(app);
  app.get(`/${what}`, (c) => c.json({ items: taken.all() }));
  app.post(`/${what}`, async (c) => {
    if (c.req.header('authorization') !== `Bearer ${token}`) return c.json({ error: 'unauthorised' }, 401);
    const key = decodeURIComponent(c.req.header('idempotency-key') ?? '');
    if (key === '') return c.json({ error: 'no key' }, 400);
    const known = taken.find(key);
    if (known) return c.json({ id: known.id });
    const body = await c.req.json();
    const reason = refuses(body);
    if (reason) return c.json({ reason }, 422);
    const item = { id: randomUUID(), key, body };
    taken.add(key, item);
    return c.json({ id: item.id });
  });
  return app;
}
