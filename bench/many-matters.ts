/** A worker whose bundle holds forty more matters than it has: what a cached case costs it then. */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startLocalStack } from '../stack/local-stack.ts';
import { scratchFolder } from '../stack/scratch.ts';
import { buildBundle } from '../worker/bundle.ts';
import { inspectable, liveHeapOf } from './live-heap.ts';
import { type Figure, figure } from './measure.ts';
import { cachedCases } from './memory.ts';

const more = 40;

/** Copies of 低保 beside the real matters, under names of their own, all in one bundle. */
async function bundleWithMore(path: string): Promise<void> {
  const folder = resolve('workflows', '.many');
  try {
    await mkdir(folder, { recursive: true });
    const names = Array.from({ length: more }, (_, i) => `matter-${i + 1}`);
    for (const name of names)
      await cp(resolve('workflows/minimum-living'), join(folder, '..', `.${name}`), { recursive: true });
    const imports = names.map((name, i) => `import { minimumLiving as m${i} } from '../.${name}/matter.ts';`);
    const list = names.map((name, i) => `'${name}': [m${i}]`).join(', ');
    await writeFile(
      join(folder, 'workflows.ts'),
      [
        ...imports,
        "import { processes } from '../index.ts';",
        "import { caseWorkflow } from '../shell/case.ts';",
        `const all: Record<string, readonly never[]> = { ...processes, ${list} } as never;`,
        'export default caseWorkflow((matter) => all[matter] ?? []);',
        '',
      ].join('\n'),
    );
    await buildBundle(path, join(folder, 'workflows.ts'));
  } finally {
    await rm(folder, { recursive: true, force: true });
    for (let i = 1; i <= more; i++)
      await rm(resolve('workflows', `.matter-${i}`), { recursive: true, force: true });
  }
}

export async function manyMatters(): Promise<{ figures: readonly Figure[]; raw: unknown }> {
  const dir = await scratchFolder('many-matters');
  const bundle = join(dir, 'bundle.js');
  await bundleWithMore(bundle);
  const stack = await startLocalStack({
    dir,
    binaryDir: resolve('.local'),
    settings: {
      YIMEN_LOG: 'warn',
      YIMEN_COMMAND_PATIENCE_MS: '20000',
      YIMEN_WORKFLOW_BUNDLE: bundle,
      YIMEN_KEEP_BUNDLE: 'true',
      ...inspectable,
    },
  });
  try {
    const worker = await liveHeapOf(stack.worker.pid() ?? 0, join(dir, 'yimen.log'));
    const { perCaseKiB, raw } = await cachedCases(stack, worker);
    worker.close();
    const weight = perCaseKiB('liveMiB');
    return {
      figures: [
        figure(
          `每件缓存办件占 worker 内存，包里再加 ${more} 个事项`,
          `${weight.toFixed(0)} KiB`,
          '≤ 170 KiB',
          weight <= 170,
        ),
      ],
      raw,
    };
  } finally {
    await stack.stop();
    await rm(dir, { recursive: true, force: true });
  }
}
