/** Faults a test or a trainer can switch on, over HTTP: `PUT /faults`, and `GET` to see them. */
import type { Hono } from 'hono';

export type Faults = {
  /** Answers 503 to everything. */
  down: boolean;
  /** The next so many requests answer 500. */
  failNext: number;
  /** The next so many requests are refused for good. */
  refuseNext: number;
  /** The next so many requests are done, and their answer lost. */
  loseNext: number;
  /** Verification only: sources that do not answer; every source in a callback of its own; each callback twice. */
  silent: readonly string[];
  apart: boolean;
  twice: boolean;
  reversed: boolean;
  delayMs: number;
};

export const noFaults = (): Faults => ({
  down: false,
  failNext: 0,
  refuseNext: 0,
  loseNext: 0,
  silent: [],
  apart: false,
  twice: false,
  reversed: false,
  delayMs: 0,
});

/** Adds the switch to a stand-in and a gate before everything it does. */
export function withFaults(app: Hono, onChange: () => void = () => {}): Faults {
  const faults = noFaults();
  app.put('/faults', async (c) => {
    Object.assign(faults, noFaults(), await c.req.json());
    onChange();
    return c.json(faults);
  });
  app.get('/faults', (c) => c.json(faults));
  app.use(async (c, next) => {
    if (c.req.method !== 'POST') return await next();
    if (faults.down) return c.json({ error: 'down' }, 503);
    if (faults.failNext > 0) {
      faults.failNext--;
      return c.json({ error: 'failed' }, 500);
    }
    if (faults.refuseNext > 0) {
      faults.refuseNext--;
      return c.json({ reason: '请求有误' }, 422);
    }
    await next();
    if (faults.loseNext > 0) {
      faults.loseNext--;
      c.res = new Response('lost', { status: 502 });
    }
  });
  return faults;
}
