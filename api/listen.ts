/** Answers over HTTP, until it is closed. */
import { type Http2Bindings, type HttpBindings, serve } from '@hono/node-server';

/** Longer than proxies in front keep a connection for the next request (60 s): whoever lets go first loses what is just being asked. */
const keepAliveTimeout = 75_000;
const idleEveryMs = 50;

type Fetch = (request: Request, env: HttpBindings | Http2Bindings) => Response | Promise<Response>;

export type Listening = {
  readonly port: number;
  /** Takes nothing new; what is being answered is finished. */
  readonly close: () => Promise<void>;
};

export async function listen(fetch: Fetch, hostname: string, wanted: number): Promise<Listening> {
  return await new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port: wanted, serverOptions: { keepAliveTimeout } }, ({ port }) =>
      resolve({ port, close }),
    );
    server.once('error', reject);
    async function close(): Promise<void> {
      const closed = new Promise((done) => server.close(done));
      // What has been answered meanwhile would keep its connection.
      const idle = setInterval(
        () => 'closeIdleConnections' in server && server.closeIdleConnections(),
        idleEveryMs,
      );
      await closed;
      clearInterval(idle);
    }
  });
}
