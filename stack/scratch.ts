/** Folders for a run that is thrown away afterwards. */
import { chmod, mkdir, mkdtemp } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** An empty folder; PostgreSQL, which runs as a user of its own under root, can enter it. */
export async function scratchFolder(name: string, under = '.local'): Promise<string> {
  await mkdir(under, { recursive: true });
  const dir = resolve(await mkdtemp(join(under, `${name}-`)));
  await chmod(dir, 0o755);
  return dir;
}
