/** The pages and the workflow bundle, built from their sources once and kept for as long as the sources stay as they are. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const common = ['package-lock.json', 'tsconfig.json', 'contract/**/*.ts', 'engine/**/*.ts'];
const keptMs = 7 * 86_400_000;

/** The same for the same sources under the same Node. */
async function fingerprint(patterns: readonly string[]): Promise<string> {
  const digest = createHash('sha256').update(process.version);
  const files: string[] = [];
  for await (const file of glob([...common, ...patterns], { cwd: root })) files.push(file);
  for (const file of files.sort()) {
    const path = join(root, file);
    if ((await stat(path)).isFile()) digest.update(`\0${file}\0`).update(await readFile(path));
  }
  return digest.digest('hex').slice(0, 16);
}

/** Where it is, under `dir`; built by whoever comes first, whole or not at all. */
export async function built(
  dir: string,
  name: string,
  sources: readonly string[],
  build: (path: string) => Promise<unknown>,
): Promise<string> {
  const place = join(dir, `${name}-${await fingerprint(sources)}`);
  if (existsSync(place)) return place;
  await mkdir(dir, { recursive: true });
  await removeOld(dir);
  const scratch = await mkdtemp(join(dir, 'building-'));
  const made = join(scratch, name);
  await build(made);
  // Somebody else may have been first: theirs is the same.
  await rename(made, place).catch((error: unknown) => {
    if (!existsSync(place)) throw error;
  });
  await rm(scratch, { recursive: true, force: true });
  return place;
}

async function removeOld(dir: string): Promise<void> {
  for await (const entry of glob('*', { cwd: dir })) {
    const path = join(dir, entry);
    const known = await stat(path).catch(() => undefined);
    if (known && Date.now() - known.mtimeMs > keptMs) await rm(path, { recursive: true, force: true });
  }
}

// What builds them is large, and most starts find them built.

/** A folder of files, as the API serves them. */
export const builtPages = (dir: string): Promise<string> =>
  built(dir, 'pages', ['web/**/*'], async (to) => await (await import('../web/build.ts')).buildPages(to));

/** A file, as workers load it. */
export const builtBundle = (dir: string): Promise<string> =>
  built(
    dir,
    'workflows',
    ['workflows/**/*.ts', 'worker/bundle.ts'],
    async (to) => await (await import('../worker/bundle.ts')).buildBundle(to),
  );
