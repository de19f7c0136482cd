/** The outside world of the local stack: stand-in servers spoken to over real HTTP. */
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { CallbackKey } from '../security/callback-signature.ts';
import { host } from './ports.ts';
import { bankRefuses, referenceRefuses, smsRefuses, takesOnce } from './stand-ins/once.ts';
import { verificationCentre } from './stand-ins/verification-centre.ts';

export type StandIns = {
  readonly verification: string;
  readonly sms: string;
  readonly bank: string;
  readonly grid: string;
  readonly hotline: string;
  readonly stop: () => Promise<void>;
};
export type StandInOptions = {
  readonly dir: string;
  readonly token: string;
  readonly callbackUrl: () => string;
  readonly callbackKey: CallbackKey;
};

async function listen(app: Hono): Promise<{ readonly url: string; readonly server: ServerType }> {
  return await new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: host, port: 0 }, ({ port }) =>
      resolve({ url: `http://${host}:${port}`, server }),
    );
  });
}

export async function startStandIns({
  dir,
  token,
  callbackUrl,
  callbackKey,
}: StandInOptions): Promise<StandIns> {
  const centre = verificationCentre({
    file: join(dir, 'verification.json'),
    token,
    callbackUrl,
    callbackKey,
  });
  const running = await Promise.all(
    [
      centre.app,
      takesOnce('messages', join(dir, 'messages.json'), token, smsRefuses),
      takesOnce('instructions', join(dir, 'instructions.json'), token, bankRefuses),
      takesOnce('progress', join(dir, 'grid.json'), token, referenceRefuses),
      takesOnce('progress', join(dir, 'hotline.json'), token, referenceRefuses),
    ].map(listen),
  );
  const [verification = '', sms = '', bank = '', grid = '', hotline = ''] = running.map(({ url }) => url);
  return {
    verification,
    sms,
    bank,
    grid,
    hotline,
    async stop() {
      centre.stop();
      await Promise.all(running.map(({ server }) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
