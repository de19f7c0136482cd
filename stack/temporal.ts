/** A Temporal server for the local stack: `TEMPORAL_ADDRESS` if given, else the dev server with its file kept in a folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { freePort, host } from './ports.ts';
import { temporalBinary } from './temporal-binary.ts';

export type RunningTemporal = {
  readonly address: string;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
};

const dynamicConfig = [
  'frontend.rps=20000',
  'frontend.namespaceRPS=20000',
  'history.rps=20000',
  'matching.rps=20000',
];

/** Waits until the server answers and the namespace is there. */
async function untilReady(address: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`Temporal 服务退出，代码 ${server.exitCode}`);
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

export type TemporalOptions = {
  readonly dir: string;
  readonly port?: number | undefined /** Where a fetched server is kept. */;
  readonly binaryDir?: string;
};

export async function startTemporal({
  dir,
  port,
  binaryDir = dir,
}: TemporalOptions): Promise<RunningTemporal> {
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) return { address: given, stop: async () => {}, kill: async () => {} };
  await mkdir(dir, { recursive: true });
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
    join(dir, 'temporal.sqlite'),
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
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) server.kill(signal);
    await gone;
  };
  const address = `${host}:${chosen}`;
  await untilReady(address, server);
  return { address, stop: async () => await end('SIGTERM'), kill: async () => await end('SIGKILL') };
}
