/** The whole stack on this machine: database, Temporal, stand-ins, worker, API, each a process of its own. */
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings, type Settings } from '../contract/settings.ts';
import { loadCounty } from '../county/load.ts';
import { connect } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { identityVault } from '../security/identity-vault.ts';
import { builtBundle, builtPages } from './built.ts';
import { type KeptServer, keptServer, type RunningServer } from './kept-server.ts';
import { builtIn, compiledIn } from './local-folder.ts';
import { freePort, host } from './ports.ts';
import { type PostgresOptions, startPostgres } from './postgres.ts';
import { seedPools } from './sample-codes.ts';
import { samplePassword, seedCounty } from './sample-people.ts';
import { localSecrets } from './secrets.ts';
import { type StackProcess, startProcess } from './stack-process.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';
import { startTemporal } from './temporal.ts';

export type LocalStack = {
  readonly address: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly settings: Settings;
  readonly standIns: StandIns;
  readonly worker: StackProcess;
  readonly api: StackProcess;
  /** By the name of the part; undefined for servers that are not ours. */
  readonly pids: () => Readonly<Record<'api' | 'worker' | 'postgres' | 'temporal', number | undefined>>;
  /** End the server at once, as a power cut would. */
  readonly killPostgres: () => Promise<void>;
  readonly killTemporal: () => Promise<void>;
  /** Start it again where it was. */
  readonly restartPostgres: () => Promise<void>;
  readonly restartTemporal: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type LocalStackOptions = {
  readonly dir: string;
  /** Where a fetched Temporal server is kept. */
  readonly binaryDir?: string;
  readonly ports?: {
    readonly postgres?: number | undefined;
    readonly temporal?: number | undefined;
    readonly api?: number | undefined;
  };
  readonly settings?: Readonly<Record<string, string>>;
  readonly postgresFlags?: PostgresOptions['flags'];
  /** The database and Temporal are started again when they die, like the rest. */
  readonly keepServers?: boolean;
  /** Told before each step; answered by a function told after it. */
  readonly onStep?: (title: string) => () => void;
  readonly onDeath?: (what: string, code: number | null) => void;
};

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function firstKey(text: string): { readonly id: string; readonly key: Uint8Array } {
  const [id = '', encoded = ''] = text.split(':');
  return { id, key: new Uint8Array(Buffer.from(encoded, 'base64')) };
}

/** Whatever has been started is ended again if a later step fails. */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const { dir, binaryDir = dir, ports = {}, onStep = () => () => {}, onDeath = () => {} } = options;
  mkdirSync(dir, { recursive: true });
  const log = openSync(join(dir, 'yimen.log'), 'a');
  // Those of one level are ended together, the last level first.
  const stops: (() => Promise<void>)[][] = [[], [], []];
  let stopping = false;
  const stop = async (): Promise<void> => {
    stopping = true;
    for (let level = stops.pop(); level; level = stops.pop())
      await Promise.all(level.map((end) => end().catch(() => {})));
  };
  async function step<T>(title: string, start: () => Promise<T>): Promise<T> {
    const done = onStep(title);
    const started = await start();
    done();
    return started;
  }

  try {
    const secrets = localSecrets(join(dir, 'secrets.json'));
    const postgresAt: PostgresOptions = {
      dir: join(dir, 'postgres'),
      port: ports.postgres ?? (await freePort()),
      ...(options.postgresFlags ? { flags: options.postgresFlags } : {}),
    };
    const temporalAt = { dir, binaryDir, port: ports.temporal ?? (await freePort()) };
    const server = <S extends RunningServer>(
      title: string,
      start: () => Promise<S>,
    ): Promise<KeptServer<S>> =>
      step(title, () =>
        keptServer(start, () => stopping, options.keepServers ? () => onDeath(title, null) : undefined),
      );
    const postgres = await server('PostgreSQL', () => startPostgres(postgresAt));
    stops[0]?.push(postgres.stop);
    const temporal = await server('Temporal', () => startTemporal(temporalAt));
    stops[1]?.push(temporal.stop);
    const port = ports.api ?? (await freePort());
    const address = `http://${host}:${port}`;
    const standIns = await step('外部系统（替身）', () =>
      startStandIns({
        dir: join(dir, 'stand-ins'),
        token: secrets.YIMEN_OUTSIDE_TOKEN,
        callbackUrl: () => `${address}/api/v1/callbacks/verification`,
        callbackKey: firstKey(secrets.YIMEN_CALLBACK_KEYS),
      }),
    );
    stops[1]?.push(standIns.stop);
    const at = builtIn(binaryDir);
    const [pages, bundle] = await step('页面、工作流包', () =>
      Promise.all([builtPages(at), builtBundle(at)]),
    );
    const env = {
      ...process.env,
      ...secrets,
      YIMEN_PROFILE: 'local',
      DATABASE_URL: postgres.last().url,
      TEMPORAL_ADDRESS: temporal.last().address,
      YIMEN_VERIFICATION_URL: standIns.verification,
      YIMEN_SMS_URL: standIns.sms,
      YIMEN_BANK_URL: standIns.bank,
      YIMEN_GRID_URL: standIns.grid,
      YIMEN_HOTLINE_URL: standIns.hotline,
      YIMEN_PORT: String(port),
      YIMEN_SAMPLE_PASSWORD: samplePassword,
      YIMEN_MATERIALS: join(dir, 'materials'),
      YIMEN_PAGES: pages,
      YIMEN_WORKFLOW_BUNDLE: bundle,
      YIMEN_KEEP_BUNDLE: 'true',
      NODE_COMPILE_CACHE: compiledIn(binaryDir),
      ...options.settings,
    };
    const settings = readSettings(env);
    await step('数据库与样例单位、人员', async () => {
      const sql = connect(postgres.last().url, 'yimen-start', 2);
      await migrate(sql);
      const vault = identityVault(settings.YIMEN_IDENTITY_KEYS, settings.YIMEN_MATCHING_KEY);
      const isNew = await seedCounty(sql, vault, (await loadCounty(settings.YIMEN_COUNTY)).units);
      if (isNew) await seedPools(sql, 2_000);
      await sql.end();
    });
    const run = (title: string, script: string): Promise<StackProcess> =>
      step(title, () =>
        startProcess({ script: here(script), env, log, onDeath: (code) => onDeath(title, code) }),
      );
    const worker = await run('worker', '../worker/main.ts');
    stops[2]?.push(worker.stop);
    const api = await run('API', '../api/main.ts');
    stops[2]?.push(api.stop);
    return {
      address,
      env,
      settings,
      standIns,
      worker,
      api,
      pids: () => ({
        api: api.pid(),
        worker: worker.pid(),
        postgres: postgres.last().pid,
        temporal: temporal.last().pid,
      }),
      killPostgres: async () => await postgres.last().kill(),
      killTemporal: async () => await temporal.last().kill(),
      restartPostgres: postgres.startAgain,
      restartTemporal: temporal.startAgain,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
