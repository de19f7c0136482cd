/** One PostgreSQL, one Temporal and one workflow bundle for a whole test run; each file takes its own database and task queue. */
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { builtBundle, builtPages } from '../../stack/built.ts';
import { builtIn, localFolder } from '../../stack/local-folder.ts';
import { startPostgres } from '../../stack/postgres.ts';
import { startTemporal } from '../../stack/temporal.ts';
import { temporalBinary } from '../../stack/temporal-binary.ts';
import { anotherDatabase } from './another-database.ts';
import { chromiumPath } from './chromium.ts';
import { memoryFolder } from './memory-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    /** A database with every migration, to make others of. */
    migrated: string;
    temporalAddress: string;
    temporalFile: string;
    bundlePath: string;
    pagesPath: string;
  }
}

async function migratedDatabase(url: string): Promise<string> {
  const name = 'migrated';
  const root = connect(url, 'yimen-test', 1);
  await root.unsafe(`create database ${name}`);
  await root.end();
  const sql = connect(anotherDatabase(url, name), 'yimen-test', 1);
  await migrate(sql);
  await sql.end();
  return name;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await memoryFolder('test');
  await temporalBinary(resolve('.local'));
  const built = builtIn(localFolder);
  const [postgres, temporal, bundlePath, pagesPath] = await Promise.all([
    startPostgres({ dir: join(dir, 'postgres'), flags: ['-c', 'fsync=off'] }),
    // As PostgreSQL here: what is written need not outlive the machine, so nobody waits for its disk.
    startTemporal({ dir, binaryDir: resolve('.local'), flags: ['--sqlite-pragma', 'synchronous=0'] }),
    builtBundle(built),
    builtPages(built),
    // Unpacked once, before two files of tests would.
    chromiumPath(),
  ]);
  project.provide('postgresUrl', postgres.url);
  project.provide('migrated', await migratedDatabase(postgres.url));
  project.provide('temporalAddress', temporal.address);
  project.provide('temporalFile', join(dir, 'temporal.sqlite'));
  project.provide('bundlePath', bundlePath);
  project.provide('pagesPath', pagesPath);
  return async () => {
    await temporal.stop();
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  };
}
