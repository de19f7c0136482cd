/** `npm start`: the whole system at one address, with sample people and cases. Ctrl-C ends all of it. */
import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSettings } from '../contract/settings.ts';
import { connect } from '../db/connect.ts';
import { identityVault } from '../db/identity-vault.ts';
import { migrate } from '../db/migrate.ts';
import { samplePassword, samplePeople, seedCounty } from './county.ts';
import { type HouseProcess, startProcess } from './house-process.ts';
import { freePort, host } from './ports.ts';
import { startPostgres } from './postgres.ts';
import { sampleCases } from './sample-cases.ts';
import { localSecrets } from './secrets.ts';
import { startStandIns } from './stand-ins.ts';
import { startTemporal } from './temporal.ts';

const dir = resolve(process.env['YIMEN_LOCAL_DIR'] ?? '.local');
const portOf = (name: string): number | undefined =>
  process.env[name] ? Number(process.env[name]) : undefined;
const here = (path: string): string => new URL(path, import.meta.url).pathname;

const running: { readonly title: string; readonly stop: () => Promise<void> }[] = [];
const steps = 7;
let step = 0;
let ending: Promise<void> | undefined;

async function begin<T extends { readonly stop: () => Promise<void> }>(
  title: string,
  start: () => Promise<T>,
): Promise<T> {
  const began = performance.now();
  process.stdout.write(`[${++step}/${steps}] ${title} … `);
  const started = await start();
  running.push({ title, stop: started.stop });
  process.stdout.write(`${((performance.now() - began) / 1_000).toFixed(1)} 秒\n`);
  return started;
}

function end(code: number): Promise<void> {
  ending ??= (async () => {
    process.stdout.write('\n正在停止 …\n');
    for (const { title, stop } of running.toReversed()) {
      await stop().catch((error: unknown) =>
        process.stderr.write(`${title}: ${error instanceof Error ? error.message : error}\n`),
      );
    }
    process.stdout.write('已停止。数据保存在 .local，下次启动继续。\n');
    process.exit(code);
  })();
  return ending;
}
process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));

async function main(): Promise<void> {
  mkdirSync(dir, { recursive: true });
  const log = openSync(join(dir, 'yimen.log'), 'a');
  const secrets = localSecrets(join(dir, 'secrets.json'));
  const postgres = await begin('PostgreSQL', () =>
    startPostgres({ dir: join(dir, 'postgres'), port: portOf('YIMEN_POSTGRES_PORT') }),
  );
  const temporal = await begin('Temporal', () => startTemporal({ dir, port: portOf('YIMEN_TEMPORAL_PORT') }));
  const port = portOf('YIMEN_PORT') ?? (await freePort());
  const address = `http://${host}:${port}`;
  const [callbackKey] = readKeys(secrets.YIMEN_CALLBACK_KEYS);
  const standIns = await begin('外部系统（替身）', () =>
    startStandIns({
      dir: join(dir, 'stand-ins'),
      token: secrets.YIMEN_OUTSIDE_TOKEN,
      callbackUrl: () => `${address}/api/v1/callbacks/verification`,
      callbackKey,
    }),
  );
  const env = {
    ...process.env,
    ...secrets,
    YIMEN_PROFILE: 'local',
    DATABASE_URL: postgres.url,
    TEMPORAL_ADDRESS: temporal.address,
    YIMEN_VERIFICATION_URL: standIns.verification,
    YIMEN_SMS_URL: standIns.sms,
    YIMEN_BANK_URL: standIns.bank,
    YIMEN_PORT: String(port),
    YIMEN_MATERIALS: join(dir, 'materials'),
    YIMEN_WORKFLOW_BUNDLE: join(dir, 'workflow-bundle.js'),
  };
  const settings = readSettings(env);
  const given = Object.entries(env).filter(([name]) => /^(YIMEN_|DATABASE_URL|TEMPORAL_)/.test(name));
  writeFileSync(join(dir, 'running.json'), JSON.stringify(Object.fromEntries(given), null, 2), {
    mode: 0o600,
  });
  await begin('数据库与样例单位、人员', async () => {
    const sql = connect(postgres.url, 'yimen-start', 2);
    await migrate(sql);
    await seedCounty(sql, identityVault(settings.YIMEN_IDENTITY_KEYS, settings.YIMEN_MATCHING_KEY));
    await sql.end();
    return { stop: async () => {} };
  });
  const died = (what: string) => (code: number | null) =>
    process.stderr.write(`${what} 意外退出（${code}），正在重新启动；详见 ${join(dir, 'yimen.log')}\n`);
  await begin(
    'worker',
    (): Promise<HouseProcess> =>
      startProcess({ script: here('../worker/main.ts'), env, onDeath: died('worker'), log }),
  );
  await begin(
    'API',
    (): Promise<HouseProcess> =>
      startProcess({ script: here('../api/main.ts'), env, onDeath: died('API'), log }),
  );
  await begin('样例办件', async () => {
    await sampleCases(address);
    return { stop: async () => {} };
  });
  process.stdout.write(
    `\n一门已就绪：${address}\n接口说明：   ${address}/api/docs\n\n样例人员（密码均为 ${samplePassword}）：\n`,
  );
  for (const { username, name, unit, roles } of samplePeople.filter(
    ({ unit }) => unit === 'civil-affairs' || unit === 'chengguan',
  )) {
    process.stdout.write(`  ${username.padEnd(22)}${name}（${unit}，${roles.join('、')}）\n`);
  }
  process.stdout.write('  其他乡镇同样：<乡镇>-chuangkou、-diaocha、-chushen、-fuze\n\n按 Ctrl-C 停止。\n');
}

function readKeys(text: string): [{ id: string; key: Uint8Array }] {
  const [id = '', encoded = ''] = text.split(':');
  return [{ id, key: new Uint8Array(Buffer.from(encoded, 'base64')) }];
}

main().catch(async (error: unknown) => {
  process.stderr.write(`\n没有启动：${error instanceof Error ? error.message : error}\n`);
  await end(1);
});
