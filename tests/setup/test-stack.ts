/** A whole context for one test file: its own database, task queue, county clock and outside world, in this process. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { inject } from 'vitest';
import { caseActivities } from '../../activities/case-activities.ts';
import { codeActivities } from '../../activities/one-time-codes.ts';
import { outsideSystems } from '../../activities/systems.ts';
import { createApp } from '../../api/app.ts';
import type { AppContext } from '../../api/env.ts';
import { type Listening, listen } from '../../api/listen.ts';
import { openAppContext } from '../../api/open-context.ts';
import type { ApiClient, Fetch } from '../../client/client.ts';
import type { County } from '../../contract/county.ts';
import { workflowIdOf } from '../../contract/names.ts';
import { readSettings, type Settings } from '../../contract/settings.ts';
import { loadCounty } from '../../county/load.ts';
import { connect } from '../../db/connect.ts';
import { writeCountyClock } from '../../db/county-clock.ts';
import { periodActivities } from '../../delivery/periods.ts';
import { startRedelivery } from '../../delivery/redelivery.ts';
import { installRuntime } from '../../delivery/temporal.ts';
import { startWaking } from '../../delivery/waking.ts';
import { dateOf } from '../../engine/clock/time.ts';
import { identityVault } from '../../security/identity-vault.ts';
import { host } from '../../stack/ports.ts';
import { seedPools } from '../../stack/sample-codes.ts';
import { type SamplePerson, samplePeople, seedCounty, signInSample } from '../../stack/sample-people.ts';
import { newSecrets } from '../../stack/secrets.ts';
import { type StandIns, startStandIns } from '../../stack/stand-ins.ts';
import { startOutbox } from '../../worker/outbox.ts';
import { withThisSystem } from '../../worker/this-system.ts';
import { createWorker } from '../../worker/worker.ts';
import { anotherDatabase } from './another-database.ts';
import { documented } from './documented.ts';

export { until } from './until.ts';

/** What a stand-in calls the things it has taken. */
const takenAs = { sms: 'messages', bank: 'instructions', grid: 'progress', hotline: 'progress' } as const;

export type RunningWorker = { readonly stop: () => Promise<void> };
export type TestStack = {
  readonly context: AppContext;
  readonly http: Fetch;
  readonly address: string;
  readonly standIns: StandIns;
  /** What Prometheus reads. */
  readonly metrics: () => Promise<string>;
  readonly as: (username: string) => Promise<ApiClient>;
  /** Moves the county clock on; live cases are told. */
  readonly advance: (period: string) => Promise<void>;
  readonly today: () => string;
  /** The newest run of a case, of 低保 unless another matter is named. */
  readonly runOf: (caseNo: string, matter?: string) => WorkflowHandle;
  /** With other settings than the rest, where they are given. */
  readonly startWorker: (over?: Partial<Settings>) => Promise<RunningWorker>;
  readonly stopWorker: () => Promise<void>;
  /** The API process ends, its connections with it; and comes again at the same address. */
  readonly stopApi: () => Promise<void>;
  readonly startApi: () => Promise<void>;
  readonly faults: (
    system: 'verification' | keyof typeof takenAs,
    faults: Record<string, unknown>,
  ) => Promise<void>;
  readonly findings: (byPerson: Record<string, unknown>) => Promise<void>;
  readonly taken: (
    system: keyof typeof takenAs,
  ) => Promise<readonly { readonly key: string; readonly body: Record<string, unknown> }[]>;
  readonly close: () => Promise<void>;
};

export type TestStackOptions = {
  readonly now?: string;
  readonly county?: County;
  readonly people?: readonly SamplePerson[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly withWorker?: boolean;
  /** 0: every task of a case is worked on from its history alone, as by a worker just started. */
  readonly maxCachedCases?: number;
};

// Monday morning, well inside an announced year.
const defaultNow = '2026-03-02T09:00:00+08:00';

export async function startTestStack({
  now = defaultNow,
  county: given,
  people = samplePeople,
  settings: over = {},
  withWorker = true,
  maxCachedCases,
}: TestStackOptions = {}): Promise<TestStack> {
  const county = given ?? (await loadCounty('pingluo'));
  const name = `t${randomBytes(6).toString('hex')}`;
  const root = connect(inject('postgresUrl'), 'yimen-test', 1);
  await root.unsafe(`create database ${name} template ${inject('migrated')}`);
  const databaseUrl = anotherDatabase(inject('postgresUrl'), name);
  const dir = await mkdtemp(join(tmpdir(), `yimen-${name}-`));
  const secrets = newSecrets();
  let address = '';
  const [id = '', encoded = ''] = (over['YIMEN_CALLBACK_KEYS'] ?? secrets.YIMEN_CALLBACK_KEYS).split(/[:,]/);
  const callbackKey = { id, key: new Uint8Array(Buffer.from(encoded, 'base64')) };
  const standIns = await startStandIns({
    dir,
    token: secrets.YIMEN_OUTSIDE_TOKEN,
    callbackUrl: () => `${address}/api/v1/callbacks/verification`,
    callbackKey,
  });
  const settings = readSettings({
    ...secrets,
    YIMEN_PROFILE: 'test',
    YIMEN_LOG: 'silent',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    YIMEN_TASK_QUEUE: name,
    YIMEN_WORKFLOW_PREFIX: name,
    YIMEN_VERIFICATION_URL: standIns.verification,
    YIMEN_SMS_URL: standIns.sms,
    YIMEN_BANK_URL: standIns.bank,
    YIMEN_GRID_URL: standIns.grid,
    YIMEN_HOTLINE_URL: standIns.hotline,
    YIMEN_MATERIALS: join(dir, 'materials'),
    YIMEN_WORKFLOW_BUNDLE: inject('bundlePath'),
    YIMEN_PAGES: inject('pagesPath'),
    ...over,
  });
  const first = connect(databaseUrl, 'yimen-test', 1);
  await writeCountyClock(first, { wall0: Date.now(), county0: Date.parse(now), speed: 1 });
  await first.end();
  const { context, close } = await openAppContext(settings, county);
  await seedCounty(context.sql, context.vault, county.units, people);
  await seedPools(context.sql, 200);
  const listenAt = async (own: AppContext, wanted: number): Promise<Listening> => {
    const server = await listen(documented(createApp(own)), host, wanted);
    address = `http://${host}:${server.port}`;
    return server;
  };
  type Api = { readonly server: Listening; readonly own: AppContext; readonly leave: () => Promise<void> };
  let api: Api | undefined = { server: await listenAt(context, 0), own: context, leave: async () => {} };
  async function stopApi(): Promise<void> {
    if (!api) return;
    const { server, own, leave } = api;
    api = undefined;
    // Nobody comes in any more: a page that reconnects to its events at once would keep the server open for ever.
    const closed = server.close();
    await own.changes.close();
    await closed;
    await leave();
  }
  async function startApi(): Promise<void> {
    const { context: own, close: leave } = await openAppContext(settings, county);
    api = { server: await listenAt(own, Number(new URL(address).port)), own, leave };
  }
  const http: Fetch = (path, init) => fetch(address + path, init);
  let running: RunningWorker | undefined;

  async function startWorker(over: Partial<Settings> = {}): Promise<RunningWorker> {
    const own = { ...settings, ...over };
    const vault = identityVault(own.YIMEN_IDENTITY_KEYS, own.YIMEN_MATCHING_KEY);
    const connection = await NativeConnection.connect({ address: settings.TEMPORAL_ADDRESS });
    const outside = withThisSystem(outsideSystems(own, context.sql, vault), context.dispatcher);
    const worker = await createWorker({
      connection,
      namespace: settings.TEMPORAL_NAMESPACE,
      taskQueue: name,
      keys: own.YIMEN_PAYLOAD_KEYS,
      bundlePath: settings.YIMEN_WORKFLOW_BUNDLE,
      ...(maxCachedCases === undefined ? {} : { maxCachedCases }),
      activities: {
        ...caseActivities(context.sql, outside),
        ...codeActivities(outside),
        ...periodActivities(context.sql, county, context.now),
      },
    });
    const done = worker.run();
    const redelivery = startRedelivery(context.dispatcher, {
      everyMs: 200,
      graceMs: 3_000,
      leaversEveryMs: 400,
      onError: () => {},
    });
    const outbox = await startOutbox(context.dispatcher, outside, { everyMs: 500, onError: () => {} });
    const waking = await startWaking(context.dispatcher, { everyMs: 200, onError: () => {} });
    running = {
      async stop() {
        running = undefined;
        await Promise.all([redelivery.stop(), outbox.stop(), waking.stop()]);
        worker.shutdown();
        await done;
        await connection.close();
      },
    };
    return running;
  }
  if (withWorker) await startWorker();

  const post = async (url: string, body: unknown): Promise<void> => {
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  };
  const signedIn = new Map<string, Promise<ApiClient>>();
  const as = (username: string): Promise<ApiClient> => {
    const known = signedIn.get(username) ?? signInSample(http, username);
    signedIn.set(username, known);
    return known;
  };
  const keeper =
    people.find(({ unit, roles }) =>
      county.tableKeepers.some((office) => office.unit === unit && roles.includes(office.role)),
    )?.username ?? '';
  return {
    context,
    http,
    get address() {
      return address;
    },
    standIns,
    as,
    async metrics() {
      const headers = { authorization: `Bearer ${settings.YIMEN_METRICS_TOKEN}` };
      return await (await http('/api/v1/metrics', { headers })).text();
    },
    async advance(period) {
      const { status, body } = await (await as(keeper)).call('POST', '/local/clock', { advance: period });
      if (status !== 200) throw new Error(`the clock did not move: ${JSON.stringify(body)}`);
    },
    today: () => dateOf(context.now()),
    runOf: (caseNo, matter = 'minimum-living') =>
      context.dispatcher.client.workflow.getHandle(
        workflowIdOf(context.dispatcher.workflowPrefix, matter, caseNo),
      ),
    startWorker,
    stopWorker: async () => await running?.stop(),
    stopApi,
    startApi,
    faults: async (system, faults) => await post(`${standIns[system]}/faults`, faults),
    findings: async (byPerson) => await post(`${standIns.verification}/answers`, byPerson),
    async taken(system) {
      const answer = await fetch(`${standIns[system]}/${takenAs[system]}`);
      return ((await answer.json()) as { items: { key: string; body: Record<string, unknown> }[] }).items;
    },
    async close() {
      await running?.stop();
      await stopApi();
      await standIns.stop();
      await close();
      await root.unsafe(`drop database ${name} with (force)`);
      await root.end();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

installRuntime({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} } });
