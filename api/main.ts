/** The API process. */
import { flushCompileCache } from 'node:module';
import { readSettings } from '../contract/settings.ts';
import { loadCounty } from '../county/load.ts';
import { createApp } from './app.ts';
import { listen } from './listen.ts';
import { openAppContext } from './open-context.ts';

const settings = readSettings(process.env);
const { context, close } = await openAppContext(settings, await loadCounty(settings.YIMEN_COUNTY));
const server = await listen(createApp(context).fetch, settings.YIMEN_HOST, settings.YIMEN_PORT);

let ending = false;
function end(): void {
  if (ending) return;
  ending = true;
  void server
    .close()
    .then(close)
    .then(() => process.exit(0));
  void context.changes.close();
  setTimeout(() => process.exit(1), 10_000).unref();
}
process.on('SIGINT', end);
process.on('SIGTERM', end);
process.on('disconnect', end);
const { port } = server;
context.log.info({ port }, 'listening');
process.send?.({ ready: true, port });
// Killed, it would keep nothing that has been compiled for the one after it.
flushCompileCache();
