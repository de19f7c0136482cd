/**
 * `npm run test:mutants [-- part of a file name]`: applies each small change to a copy of the engine and runs the pure
 * tests; prints which were noticed. Below 95 % it fails.
 */
import { spawn } from 'node:child_process';
import { cp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { scratchFolder } from '../../stack/scratch.ts';
import { type Mutant, mutants } from './mutants.ts';

const lanes = 2;
const patienceMs = 180_000;
const parts = [
  'contract',
  'db',
  'delivery',
  'docs',
  'engine',
  'workflows',
  'county',
  'tests',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];
const wanted = process.argv[2] ?? '';

/** A copy of what the pure tests need. */
async function copy(): Promise<string> {
  const dir = await scratchFolder('mutants');
  for (const part of parts) await cp(part, join(dir, part), { recursive: true });
  await symlink(resolve('node_modules'), join(dir, 'node_modules'));
  return dir;
}

/** Whether the pure tests pass there, with a bounded slice of the random ones. */
async function passes(cwd: string): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [
      join(cwd, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      'pure',
      '--bail',
      '1',
      'tests/engine',
      'tests/county',
    ],
    {
      cwd,
      stdio: 'ignore',
      env: { ...process.env, YIMEN_SEQUENCES: '1500', YIMEN_CLOCK_LOGS: '3000', CI: 'true' },
      timeout: patienceMs,
    },
  );
  return await new Promise((done) => child.once('exit', (code) => done(code === 0)));
}

async function isNoticed(dir: string, { file, from, to }: Mutant): Promise<boolean> {
  const path = join(dir, file);
  const source = await readFile(path, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${file} 里应当恰有一处：${from}`);
  await writeFile(
    path,
    source.replace(from, () => to),
  );
  try {
    return !(await passes(dir));
  } finally {
    await writeFile(path, source);
  }
}

const dirs = await Promise.all(Array.from({ length: lanes }, copy));
try {
  if (!(await passes(dirs[0] as string))) throw new Error('未改动时测试就不通过');
  const queue = mutants.filter(({ file, equivalent }) => !equivalent && file.includes(wanted));
  const survived: Mutant[] = [];
  const total = queue.length;
  await Promise.all(
    dirs.map(async (dir) => {
      for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
        const noticed = await isNoticed(dir, mutant);
        if (!noticed) survived.push(mutant);
        process.stdout.write(
          `${noticed ? '发现' : '未发现'}  ${mutant.file}  ${mutant.from} → ${mutant.to || '（删去）'}\n`,
        );
      }
    }),
  );
  const killed = total - survived.length;
  process.stdout.write(`${total} 处改动，发现 ${killed} 处（${((killed / total) * 100).toFixed(1)}%）\n`);
  if (killed / total < 0.95) process.exitCode = 1;
} finally {
  await Promise.all(dirs.map(async (dir) => await rm(dir, { recursive: true, force: true })));
}
