/** What a page loads before it is there, as it goes over the line. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>;

/** Scripts of some entries with everything they import at once; gzipped, in KiB. */
async function loaded(
  ...entries: readonly string[]
): Promise<{ readonly kib: number; readonly files: readonly string[] }> {
  const folder = inject('pagesPath');
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const names = new Set<string>();
  const add = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    for (const imported of manifest[name]?.imports ?? []) add(imported);
  };
  for (const entry of entries) add(entry);
  const files = [...names].flatMap((name) => manifest[name]?.file ?? []);
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(folder, file))).length),
  );
  return { kib: sizes.reduce((sum, size) => sum + size, 0) / 1_024, files };
}

test('群众的页面不超过 120 KiB，不带一行办公桌面的代码；桌面的第一屏不超过 450 KiB', async () => {
  const people = await loaded('people.html');
  const desk = await loaded('index.html', 'desk/inbox/inbox.tsx');
  console.log(`people ${people.kib.toFixed(1)} KiB, desk ${desk.kib.toFixed(1)} KiB`);
  expect(people.kib).toBeGreaterThan(20);
  expect(people.kib).toBeLessThanOrEqual(120);
  expect(desk.kib).toBeGreaterThan(people.kib);
  expect(desk.kib).toBeLessThanOrEqual(450);
  for (const file of people.files) {
    const code = await readFile(join(inject('pagesPath'), file), 'utf8');
    expect(code).not.toContain('ant-btn');
  }
});
