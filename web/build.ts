/** The pages, built from their sources into a folder of files. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const config = fileURLToPath(new URL('./vite.config.ts', import.meta.url));
const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');

/** By a process of its own: as they are served, whatever the caller runs as. */
export async function buildPages(outDir: string): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--config', config, '--outDir', outDir, '--logLevel', 'error'],
    { env: { ...process.env, NODE_ENV: 'production' } },
  );
}
