/** `npm run bench [-- commands journey memory matters ledgers engine inbox whistles rush pages]`: each is measured by itself and written, with its day, into bench/results.json and docs/performance.md. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { type LocalStack, startLocalStack } from '../stack/local-stack.ts';
import { scratchFolder } from '../stack/scratch.ts';
import { commands } from './commands.ts';
import { engineBench } from './engine.ts';
import { inbox } from './inbox.ts';
import { journey } from './journey.ts';
import { ledgersBench } from './ledgers.ts';
import { inspectable } from './live-heap.ts';
import { manyMatters } from './many-matters.ts';
import type { Figure } from './measure.ts';
import { memory } from './memory.ts';
import { pagesBench } from './pages.ts';
import { rush } from './rush.ts';
import { whistlesBench } from './whistles.ts';

const sections: Record<string, (stack: LocalStack) => Promise<{ figures: readonly Figure[]; raw: unknown }>> =
  {
    commands: (stack) => commands(stack),
    journey: (stack) => journey(stack),
    ledgers: (stack) => ledgersBench(stack),
    engine: async () => engineBench(),
    inbox: (stack) => inbox(stack),
    whistles: (stack) => whistlesBench(stack),
    rush: (stack) => rush(stack),
    pages: (stack) => pagesBench(stack),
    memory: (stack) => memory(stack, join(dir, 'yimen.log')),
    matters: async () => await manyMatters(),
  };
const wanted = process.argv.slice(2);
const machine = `${cpus()[0]?.model ?? '?'}，${availableParallelism()} 核，${Math.round(totalmem() / 2 ** 30)} GiB，Node ${process.version}，${process.platform}`;

const dir = await scratchFolder('bench');
const stack = await startLocalStack({
  dir,
  binaryDir: resolve('.local'),
  settings: { YIMEN_LOG: 'warn', YIMEN_COMMAND_PATIENCE_MS: '20000', ...inspectable },
});
type Measured = {
  readonly measuredAt: string;
  readonly machine: string;
  readonly figures: readonly Figure[];
  readonly raw: unknown;
};
const results = new URL('./results.json', import.meta.url);
const known = JSON.parse(await readFile(results, 'utf8')) as Record<string, Measured>;
const measuredAt = new Date().toISOString().slice(0, 10);
const titles: Readonly<Record<string, string>> = {
  commands: '命令',
  journey: '一件低保的全程',
  ledgers: '一百万件的台账',
  engine: '引擎',
  inbox: '待办',
  whistles: '吹哨',
  rush: '年检的最后一小时',
  pages: '页面',
  memory: '内存',
  matters: '许多事项',
};
/** After each part: what one breaks is not lost to the others. */
async function write(): Promise<void> {
  const done = Object.keys(sections).flatMap((name) => {
    const section = known[name];
    return section ? [{ name, ...section }] : [];
  });
  await writeFile(
    results,
    `${JSON.stringify(Object.fromEntries(done.map(({ name, ...of }) => [name, of])), null, 2)}\n`,
  );
  await writeFile(
    new URL('../docs/performance.md', import.meta.url),
    [
      '# 性能',
      '',
      '由 `npm run bench` 写成（可以只测几项：`npm run bench -- whistles pages`）；原始数据在 `bench/results.json`。比值是同一次运行、同一台机器上的，绝对值因机器而异。PostgreSQL、Temporal（开发服务器，SQLite）、worker、API 和客户端都在一台机器上。',
      '',
      ...done.flatMap(({ name, measuredAt: on, machine: where, figures: of }) => [
        `## ${titles[name] ?? name}`,
        '',
        `${on}，${where}`,
        '',
        '| 项目 | 结果 | 要求 | |',
        '|---|---|---|---|',
        ...of.map(
          ({ what, value, aim, met }) =>
            `| ${what} | ${value} | ${aim} | ${met === null ? '' : met ? '达到' : '未达到'} |`,
        ),
        '',
      ]),
    ].join('\n'),
  );
}

const figures: Figure[] = [];
try {
  for (const [name, run] of Object.entries(sections)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    process.stdout.write(`${name} …\n`);
    const result = await run(stack);
    figures.push(...result.figures);
    known[name] = { measuredAt, machine, ...result };
    await write();
    for (const { what, value, aim, met } of result.figures)
      process.stdout.write(
        `  ${what}：${value}${aim ? `（${aim}${met === null ? '' : met ? '，达到' : '，未达到'}）` : ''}\n`,
      );
  }
} finally {
  await stack.stop();
  await rm(dir, { recursive: true, force: true });
}

if (figures.some(({ met, aim }) => met === false && !aim.startsWith('目标'))) process.exitCode = 1;
