/** `npm start`. What Node has compiled is kept with the rest that is built: the next start has less to do. */
import { enableCompileCache } from 'node:module';
import { compiledIn, localFolder } from './local-folder.ts';

enableCompileCache(compiledIn(localFolder));
await import('./foreground.ts');
