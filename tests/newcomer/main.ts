/**
 * `npm run test:newcomer`: the two commands of README as newcomers meet them, on old and new Node and npm, by root and
 * not, from a folder with blanks and Chinese in its path, with HOME unset: installed, started, ready, ended by Ctrl-C.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../stack/ports.ts';

type Newcomer = { readonly node: string; readonly npm: string; readonly asRoot: boolean };
const isRoot = userInfo().uid === 0;
const newcomers: readonly Newcomer[] = [
  { node: '20.19.5', npm: '10.8.2', asRoot: isRoot },
  { node: '20.19.5', npm: '11.6.2', asRoot: false },
  { node: '24.11.1', npm: '11.6.2', asRoot: isRoot },
];
const nobody = 65_534;
const source = fileURLToPath(new URL('../../', import.meta.url));

type Ran = {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
};

function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  uid?: number,
): Ran {
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  return { child, said: () => said, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

async function mustRun(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  uid?: number,
): Promise<string> {
  const { said, ended } = run(command, args, cwd, env, uid);
  if ((await ended) !== 0) throw new Error(`${command} ${args.join(' ')}:\n${said().slice(-2_000)}`);
  return said();
}

async function holds(what: string, look: () => boolean | Promise<boolean>, ms: number): Promise<void> {
  for (const deadline = Date.now() + ms; !(await look()); await pause(100))
    if (Date.now() > deadline) throw new Error(`${what}：等了 ${ms / 1_000} 秒`);
}

async function meet({ node, npm, asRoot }: Newcomer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-newcomer-'));
  await chmod(folder, 0o755);
  const project = join(folder, '新 机', '一门 试');
  const tools = join(folder, 'tools');
  const uid = isRoot && !asRoot ? nobody : undefined;
  try {
    await mustRun('npm', ['install', '--prefix', tools, `node@${node}`, `npm@${npm}`], folder, process.env);
    await mustRun('git', ['clone', '--quiet', source, project], folder, process.env);
    if (uid !== undefined) await mustRun('chown', ['-R', `${uid}:${uid}`, folder], folder, process.env);
    const { HOME: _home, ...rest } = process.env;
    const settings = Object.fromEntries(
      Object.entries(rest).filter(([name]) => !/^(npm_|YIMEN_|TEMPORAL_|DATABASE_)/.test(name)),
    );
    const env = {
      ...settings,
      PATH: `${join(tools, 'node_modules', '.bin')}:/usr/local/bin:/usr/bin:/bin`,
      npm_config_cache: join(folder, 'cache'),
    };
    const installed = await mustRun('npm', ['ci'], project, env, uid);
    if (installed.includes('EBADENGINE')) throw new Error(`EBADENGINE:\n${installed}`);
    const port = String(await freePort());
    const started = run('npm', ['start'], project, { ...env, YIMEN_PORT: port }, uid);
    await holds(
      '启动',
      () => {
        if (started.child.exitCode !== null) throw new Error(started.said());
        return started.said().includes('按 Ctrl-C 停止');
      },
      240_000,
    );
    const ready = await fetch(`http://127.0.0.1:${port}/api/v1/ready`);
    if (!ready.ok) throw new Error(`/ready ${ready.status}: ${await ready.text()}`);
    const asked = Date.now();
    process.kill(-(started.child.pid ?? 0), 'SIGINT');
    const code = await started.ended;
    const seconds = (Date.now() - asked) / 1_000;
    if (code !== 0 || seconds > 5 || !started.said().includes('已停止'))
      throw new Error(`Ctrl-C：代码 ${code}，${seconds} 秒\n${started.said().slice(-500)}`);
    return `Ctrl-C ${seconds.toFixed(1)} 秒`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

let failed = 0;
for (const newcomer of newcomers) {
  const name = `Node ${newcomer.node}，npm ${newcomer.npm}，${newcomer.asRoot ? 'root' : '普通用户'}`;
  try {
    process.stdout.write(`${name}：${await meet(newcomer)}\n`);
  } catch (error) {
    failed++;
    process.stdout.write(`${name}：没有成功\n${error instanceof Error ? error.message : error}\n`);
  }
}
process.stdout.write(`${newcomers.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
