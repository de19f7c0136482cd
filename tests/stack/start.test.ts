/** `npm start` as a newcomer meets it: progress, an address, sign-ins; Ctrl-C ends all; the second start goes on. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtIn, localFolder } from '../../stack/local-folder.ts';
import { isAlive } from '../../stack/processes.ts';
import { samplePeople, signInSample } from '../../stack/sample-people.ts';
import { memoryFolder } from '../setup/memory-folder.ts';
import { until } from '../setup/test-stack.ts';

let dir: string;
let child: ChildProcess | undefined;
beforeAll(async () => {
  dir = await memoryFolder('start');
  // What has been built of these sources is not built again.
  await cp(builtIn(localFolder), builtIn(dir), { recursive: true });
});
afterAll(async () => {
  signal('SIGKILL');
  await rm(dir, { recursive: true, force: true });
});

/** To the whole group; there may be none any more. */
function signal(name: NodeJS.Signals, of = child): void {
  if (of?.pid && of.exitCode === null && of.signalCode === null) process.kill(-of.pid, name);
}

type Started = {
  readonly said: () => string;
  readonly address: string;
  readonly ended: Promise<number | null>;
};

async function start(more: Record<string, string> = {}): Promise<Started> {
  const env = {
    ...process.env,
    YIMEN_LOCAL_DIR: dir,
    PATH: `${resolve('.local/bin')}:${process.env['PATH']}`,
  };
  // As a terminal runs it: a group of its own, which a Ctrl-C reaches as a whole.
  const started = spawn('npm', ['start'], {
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  child = started;
  let said = '';
  const ended = new Promise<number | null>((done) => started.once('exit', done));
  const address = await new Promise<string>((done, fail) => {
    started.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = said.match(/一门已就绪：(\S+)[\s\S]*按 Ctrl-C 停止/)?.[1];
      if (found) done(found);
    });
    started.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    started.once('exit', (code) => fail(new Error(`ended with ${code}: ${said}`)));
  });
  return { said: () => said, address, ended };
}

/** What README tells a newcomer to type. */
const journey = async (): Promise<string> =>
  [...(await readFile('README.md', 'utf8')).matchAll(/```bash\n([\s\S]*?)```/g)]
    .map(([, block]) => block)
    .join('\n');

/** The last that were started, whether they are ready or not. */
const servers = (): Promise<readonly number[]> =>
  Promise.all(
    ['temporal.pid', 'postgres/postmaster.pid'].map(async (file) =>
      Number((await readFile(join(dir, file), 'utf8').catch(() => '')).split('\n')[0]),
    ),
  );

const listed = async (address: string): Promise<readonly string[]> => {
  const inspector = await signInSample((path, init) => fetch(address + path, init), 'ducha');
  const { items } = await inspector.get<{ items: readonly { caseNo: string; stage: string }[] }>('/cases');
  return items.map(({ caseNo, stage }) => `${caseNo} ${stage}`).sort();
};

test('逐步显示进度，给出地址和样例人员；停止后再启动，接着办', { timeout: 240_000 }, async () => {
  const first = await start();
  for (let step = 1; step <= 8; step++) expect(first.said()).toContain(`[${step}/8]`);
  expect(first.said()).toContain('chengguan-chuangkou');
  const cases = await until(
    () => listed(first.address),
    (shown) => shown.some((line) => line.endsWith('核对报告')),
  );
  expect(cases).toHaveLength(3);
  expect((await fetch(`${first.address}/api/v1/ready`)).status).toBe(200);
  const settings = JSON.parse(await readFile(join(dir, 'running.json'), 'utf8')) as { YIMEN_PROFILE: string };
  expect(settings.YIMEN_PROFILE).toBe('local');
  for (const { roles } of samplePeople) for (const role of roles) expect(first.said()).toContain(role);
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', await journey()], {
    env: { ...process.env, A: first.address },
    timeout: 120_000,
  });
  expect(stdout).toContain('登记为 DB');
  expect(stdout).toContain('\n确认同意\n吹哨为 CS');
  expect(stdout).toMatch(/评价.*\n.*\n成立登记为 SC/);
  expect(stdout.trim().split('\n').slice(-2)).toEqual(['平罗县枸杞产业协会', '社会团体法人登记证书']);
  const after = await listed(first.address);
  const running = child;
  await expect(start()).rejects.toThrow(`已经在运行：${first.address}（进程 `);
  signal('SIGINT', running);
  expect(await first.ended).toBe(0);
  expect(first.said()).toContain('已停止');
  await expect(fetch(first.address)).rejects.toThrow();

  const second = await start();
  expect(second.address).toBe(first.address);
  expect(await listed(second.address)).toEqual(after);
});

test('被强行终止之后，遗留的服务由下一次启动收拾；死掉的部分自行重新启动', { timeout: 240_000 }, async () => {
  // What the test before has left running.
  const before = child;
  const { address } = JSON.parse(await readFile(join(dir, 'supervisor.json'), 'utf8')) as { address: string };
  const left = await listed(address);
  const ended = new Promise((done) => before?.once('exit', done));
  signal('SIGKILL');
  await ended;
  const temporal = Number(await readFile(join(dir, 'temporal.pid'), 'utf8'));
  expect(isAlive(temporal)).toBe(true);
  const second = await start();
  expect(isAlive(temporal)).toBe(false);
  expect(second.address).toBe(address);
  expect(await listed(address)).toEqual(left);
  const ready = async (): Promise<boolean> =>
    await fetch(`${second.address}/api/v1/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const pid of await servers()) {
    process.kill(pid, 'SIGKILL');
    await until(
      async () => isAlive(pid),
      (alive) => !alive,
    );
    await until(ready, (yes) => yes, 90_000);
  }
  for (const what of ['Temporal', 'PostgreSQL'])
    expect(second.said().split(`${what} 意外退出`), what).toHaveLength(2);

  // Asked to stop while both are being started again.
  const dead = await servers();
  for (const pid of dead) process.kill(pid, 'SIGKILL');
  const again = await until(servers, (now) => now.every((pid, n) => pid > 0 && pid !== dead[n]), 30_000);
  signal('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(again.map(isAlive)).toEqual([false, false]);
});

test('端口被占用的，说出端口和办法', { timeout: 60_000 }, async () => {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(start({ YIMEN_PORT: String(port) })).rejects.toThrow(`端口 ${port} 被别的程序占用`);
  await new Promise((done) => taken.close(done));
});
