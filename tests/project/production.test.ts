/** The image and the compose file name what the code has: settings, programs, folders, the path of the health check. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createApp } from '../../api/app.ts';
import type { AppContext } from '../../api/env.ts';
import { settingsSchema } from '../../contract/settings.ts';

const root = new URL('../../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');

const rooms = [
  ...['activities', 'api', 'contract', 'county', 'db'],
  ...['delivery', 'engine', 'security', 'worker', 'workflows'],
];
/** Everything that the sources of some rooms import. */
const importsOf = (of: readonly string[]): ReadonlySet<string> =>
  new Set(
    of.flatMap((room) =>
      readdirSync(new URL(`${room}/`, root), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .flatMap((name) =>
          [...read(`${room}/${name}`).matchAll(/from '([^']+)'/g)].map(([, path]) => path ?? ''),
        ),
    ),
  );

type Service = {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly entrypoint?: readonly string[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
};
const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};
const own = ['api', 'worker', 'migrate'].map((name) => services[name] as Service);

test('每个变量都是设置里有的，必填的都给了', () => {
  const known = Object.entries(settingsSchema.shape);
  const required = known.filter(([, schema]) => !schema.safeParse(undefined).success).map(([name]) => name);
  for (const { environment = {} } of own) {
    for (const name of Object.keys(environment)) expect(Object.keys(settingsSchema.shape)).toContain(name);
    for (const name of required) expect(Object.keys(environment)).toContain(name);
  }
  // In the file are only the names of secrets.
  for (const value of Object.values(own[0]?.environment ?? {}))
    expect(String(value)).not.toMatch(/:[A-Za-z0-9+/]{30,}/);
});

test('每个程序、脚本、文件夹都在；镜像都固定版本；端口只开在本机', () => {
  for (const { command = [] } of own) expect(existsSync(new URL(command[1] ?? '', root))).toBe(true);
  for (const service of Object.values(services)) {
    const { image = '', entrypoint = [], volumes = [], ports = [], depends_on = {} } = service;
    expect(image).toMatch(/:(\$\{YIMEN_BUILD_ID|[0-9])/);
    for (const part of entrypoint.filter((each) => each.startsWith('/production/')))
      expect(existsSync(new URL(part.replace('/production/', 'stack/production/'), root))).toBe(true);
    for (const volume of volumes.filter((each) => each.startsWith('./')))
      expect(existsSync(new URL(volume.split(':')[0] ?? '', root))).toBe(true);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    for (const name of Object.keys(depends_on)) expect(Object.keys(services)).toContain(name);
  }
  const [programs = '', pages = ''] = read('Dockerfile').split(/^FROM .* AS pages$/m);
  const copiedIn = (stage: string): readonly string[] =>
    [...stage.matchAll(/^COPY (\w+) \.\/\1$/gm)].map(([, room]) => room ?? '');
  const copied = copiedIn(programs);
  expect(copied.toSorted()).toEqual(rooms);
  expect(copiedIn(pages).toSorted()).toEqual(['contract', 'engine', 'web']);
  const from = [...importsOf(rooms)].flatMap((path) => path.match(/^(?:\.\.\/)+([a-z]+)\//)?.[1] ?? []);
  for (const room of new Set(from)) if (existsSync(new URL(`${room}/`, root))) expect(copied).toContain(room);
});

test('健康检查问的是有的地址；接口、worker 用到的都不是开发依赖', async () => {
  const check = services['api']?.healthcheck?.test.join(' ') ?? '';
  const path = check.match(/127\.0\.0\.1:8200(\/[\w/]+)/)?.[1] ?? '';
  const metrics = { requests: { observe: () => {} } };
  const log = { child: () => log, info: () => {} };
  const settings = { YIMEN_PROFILE: 'production', YIMEN_MATCHING_KEY: 'x'.repeat(32) };
  const app = createApp({ settings, metrics, log } as unknown as AppContext);
  expect((await app.request(path)).status).toBe(200);
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const packages = [...importsOf(rooms)].flatMap(
    (path) => path.match(/^(?!node:)((?:@[\w-]+\/)?[\w-][\w.-]*)/)?.[1] ?? [],
  );
  expect(packages).toContain('hono');
  for (const name of new Set(packages)) expect(Object.keys(dependencies)).toContain(name);
});

test('有 docker 的，由它核对一遍', ({ skip }) => {
  const has = (() => {
    try {
      execFileSync('docker', ['compose', 'version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  })();
  skip(!has, '没有 docker');
  const names = [...read('docker-compose.yml').matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name ?? '');
  const env = { ...process.env, ...Object.fromEntries(names.map((name) => [name, 'x'])) };
  execFileSync('docker', ['compose', 'config', '--quiet'], { cwd: fileURLToPath(root), env });
});
