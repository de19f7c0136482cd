/** The system that `npm start` runs: all of it at one address, with sample people and cases. Ctrl-C ends all of it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { townships } from '../county/pingluo/units.ts';
import { writeWhole } from './files.ts';
import { localFolder } from './local-folder.ts';
import { type LocalStack, startLocalStack } from './local-stack.ts';
import { freePort, isFree } from './ports.ts';
import { isStartedWith } from './processes.ts';
import { sampleCases } from './sample-cases.ts';
import { samplePassword, samplePeople } from './sample-people.ts';

const remembered = join(localFolder, 'ports.json');
const supervisor = join(localFolder, 'supervisor.json');
const usualPort = 8200;

const readKept = async <T>(path: string): Promise<Partial<T>> =>
  JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as Partial<T>;

/** A second start says where the first one runs. */
async function refuseSecond(): Promise<void> {
  const { pid = 0, address = '（启动中）' } = await readKept<{ pid: number; address: string }>(supervisor);
  if (pid !== process.pid && pid > 0 && (await isStartedWith(pid, ['stack/start.ts'])))
    throw new Error(
      `已经在运行：${address}（进程 ${pid}）。先在那里按 Ctrl-C，或用 YIMEN_LOCAL_DIR 另指定一个文件夹。`,
    );
  writeWhole(supervisor, JSON.stringify({ pid: process.pid }));
}

type Ports = { readonly api: number; readonly postgres: number; readonly temporal: number };

/** As they were the last time; an address that others know does not change by itself. */
async function chosenPorts(): Promise<Ports> {
  const kept = await readKept<Ports>(remembered);
  const given = process.env['YIMEN_PORT'];
  const api = given
    ? Number(given)
    : (kept.api ?? ((await isFree(usualPort)) ? usualPort : await freePort()));
  if (!(await isFree(api)))
    throw new Error(`端口 ${api} 被别的程序占用。请停掉它，或用 YIMEN_PORT=<另一个端口> 启动。`);
  const own = async (name: string, port: number | undefined): Promise<number> => {
    if (process.env[name]) return Number(process.env[name]);
    return port !== undefined && (await isFree(port)) ? port : await freePort();
  };
  const ports = {
    api,
    postgres: await own('YIMEN_POSTGRES_PORT', kept.postgres),
    temporal: await own('YIMEN_TEMPORAL_PORT', kept.temporal),
  };
  writeWhole(remembered, JSON.stringify(ports));
  return ports;
}

const steps = 8;
let step = 0;
let stack: LocalStack | undefined;
let ending: Promise<void> | undefined;

function onStep(title: string): () => void {
  const began = performance.now();
  process.stdout.write(`[${++step}/${steps}] ${title} … `);
  return () => process.stdout.write(`${((performance.now() - began) / 1_000).toFixed(1)} 秒\n`);
}

function end(code: number): Promise<void> {
  ending ??= (async () => {
    process.stdout.write('\n正在停止 …\n');
    // Asked to stop while starting: what is under way is waited for, then ended like the rest.
    stack ??= await starting?.catch(() => undefined);
    await stack?.stop();
    process.stdout.write(`已停止。数据保存在 ${localFolder}，下次启动继续。\n`);
    process.exit(code);
  })();
  return ending;
}
process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));

let starting: Promise<LocalStack> | undefined;

async function main(): Promise<void> {
  await refuseSecond();
  starting = startLocalStack({
    dir: localFolder,
    keepServers: true,
    ports: await chosenPorts(),
    onStep,
    onDeath: (what, code) =>
      process.stderr.write(
        `${what} 意外退出（${code}），正在重新启动；详见 ${join(localFolder, 'yimen.log')}\n`,
      ),
  });
  stack = await starting;
  const { address, env } = stack;
  writeWhole(supervisor, JSON.stringify({ pid: process.pid, address }));
  const given = Object.entries(env).filter(([name]) => /^(YIMEN_|DATABASE_URL|TEMPORAL_)/.test(name));
  writeWhole(join(localFolder, 'running.json'), JSON.stringify(Object.fromEntries(given), null, 2));
  const done = onStep('样例办件');
  await sampleCases(address);
  done();
  process.stdout.write(
    `\n一门已就绪：${address}\n接口说明：   ${address}/api/docs\n\n样例人员（密码均为 ${samplePassword}）：\n`,
  );
  const shown = (unit: string): boolean => !(unit in townships) || unit === 'chengguan';
  const people = samplePeople.filter((person) => shown(person.unit));
  const widest = Math.max(...people.map(({ username }) => username.length));
  for (const { username, name, unit, roles } of people)
    process.stdout.write(`  ${username.padEnd(widest + 2)}${name}（${unit}，${roles.join('、')}）\n`);
  process.stdout.write(
    `  其他乡镇同样：<乡镇>-chuangkou、-diaocha、-chushen、-fuze\n\n指标：${address}/api/v1/metrics，令牌在 ${join(localFolder, 'secrets.json')}\n按 Ctrl-C 停止。\n`,
  );
}

main().catch(async (error: unknown) => {
  process.stderr.write(`\n没有启动：${error instanceof Error ? error.message : error}\n`);
  await end(1);
});
