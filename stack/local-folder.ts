/** Where `npm start` keeps all that is its own: servers, data, what has been built. */
import { join, resolve } from 'node:path';

export const localFolder = resolve(process.env['YIMEN_LOCAL_DIR'] ?? '.local');

/** What is made of the sources, for whichever system starts next. */
export const builtIn = (folder: string): string => join(folder, 'built');

/** Node's compiled code of the processes. */
export const compiledIn = (folder: string): string => join(builtIn(folder), 'compiled');
