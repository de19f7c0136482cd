/** `npm run pages`: builds the pages to where the API looks for them. */
import { resolve } from 'node:path';
import { buildPages } from './build.ts';

await buildPages(resolve(process.env['YIMEN_PAGES'] ?? 'dist/web'));
