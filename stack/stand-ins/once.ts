/** A stand-in for a system that takes instructions, each once by its key: text messages, the paying bank. */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { withFaults } from './faults.ts';
import { keyedStore } from './store.ts';

type Taken = { readonly id: string; readonly key: string; readonly body: unknown };

/** `POST /<what>` takes one; `GET /<what>` shows what was taken. */
export function takesOnce(what: string, file: string, token: string): Hono {
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
    const item = { id: randomUUID(), key, body: await c.req.json() };
    taken.add(key, item);
    return c.json({ id: item.id });
  });
  return app;
}
