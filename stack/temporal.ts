/** A Temporal server for the local stack: `TEMPORAL_ADDRESS` if given, else the dev server with its file kept in a folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { writeWhole } from './files.ts';
import type { RunningServer } from './kept-server.ts';
import { freePort, host } from './ports.ts';
import { end, isStartedWith } from './processes.ts';
import { temporalBinary } from './temporal-binary.ts';

export type RunningTemporal = RunningServer & { readonly address: string };

const dynamicConfig = [
  'frontend.rps=20000',
  'frontend.namespaceRPS=20000',
  'history.rps=20000',
  'matching.rps=20000',
];

const isOver = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** Waits until the server answers and the namespace is there. */
async function untilReady(address: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (isOver(server)) throw new Error(`Temporal 服务退出，代码 ${server.exitCode ?? server.signalCode}`);
    try {
      const connection = await Connection.connect({ address, connectTimeout: 2_000 });
      try {
        await connection.workflowService.describeNamespace({ namespace: 'default' });
        return;
      } finally {
        await connection.close();
      }
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

const pidFile = 'temporal.pid';

/** A server whose supervisor was killed still holds its file: two on one file would spoil it. */
async function endLeftover(dir: string, database: string): Promise<void> {
  const pid = Number(await readFile(join(dir, pidFile), 'utf8').catch(() => ''));
  if (pid > 0 && (await isStartedWith(pid, ['start-dev', database]))) await end(pid, 'SIGTERM');
}

export type TemporalOptions = {
  readonly dir: string;
  readonly port?: number | undefined;
  /** Where a fetched server is kept. */
  readonly binaryDir?: string;
  readonly flags?: readonly string[];
};

export async function startTemporal({
  dir,
  port,
  binaryDir = dir,
  flags: more = [],
}: TemporalOptions): Promise<RunningTemporal> {
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given)
    return { address: given, stop: async () => {}, kill: async () => {}, gone: new Promise(() => {}) };
  await mkdir(dir, { recursive: true });
  const database = join(dir, 'temporal.sqlite');
  await endLeftover(dir, database);
  const binary = await temporalBinary(binaryDir);
  const chosen = port ?? (await freePort());
  const flags = [
    'server',
    'start-dev',
    '--headless',
    '--ip',
    host,
    '--port',
    String(chosen),
    '--db-filename',
    database,
    ...more,
  ];
  const server = spawn(
    binary,
    [
      ...flags,
      '--log-level',
      'error',
      ...dynamicConfig.flatMap((value) => ['--dynamic-config-value', value]),
    ],
    {
      stdio: 'ignore',
      detached: true,
    },
  );
  writeWhole(join(dir, pidFile), String(server.pid));
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (isOver(server)) return;
    server.kill(signal);
    // It has nothing to lose: its file is written with each step.
    const hard = setTimeout(() => server.kill('SIGKILL'), 3_000);
    await gone;
    clearTimeout(hard);
  };
  const address = `${host}:${chosen}`;
  try {
    await untilReady(address, server);
  } catch (error) {
    await stop('SIGKILL');
    throw error;
  }
  return {
    pid: server.pid,
    address,
    stop: async () => await stop('SIGTERM'),
    kill: async () => await stop('SIGKILL'),
    gone,
  };
}
