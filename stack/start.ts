/** `npm start`: the whole system at one address, with sample people and cases. Ctrl-C ends all of it. */
import { join, resolve } from 'node:path';
import { writeWhole } from './files.ts';
import { type LocalStack, startLocalStack } from './local-stack.ts';
import { sampleCases } from './sample-cases.ts';
import { samplePassword, samplePeople } from './sample-people.ts';

const dir = resolve(process.env['YIMEN_LOCAL_DIR'] ?? '.local');
const portOf = (name: string): number | undefined =>
  process.env[name] ? Number(process.env[name]) : undefined;

const steps = 7;
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
    process.stdout.write(`已停止。数据保存在 ${dir}，下次启动继续。\n`);
    process.exit(code);
  })();
  return ending;
}
process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));

let starting: Promise<LocalStack> | undefined;

async function main(): Promise<void> {
  starting = startLocalStack({
    dir,
    ports: {
      postgres: portOf('YIMEN_POSTGRES_PORT'),
      temporal: portOf('YIMEN_TEMPORAL_PORT'),
      api: portOf('YIMEN_PORT'),
    },
    onStep,
    onDeath: (what, code) =>
      process.stderr.write(`${what} 意外退出（${code}），正在重新启动；详见 ${join(dir, 'yimen.log')}\n`),
  });
  stack = await starting;
  const { address, env } = stack;
  const given = Object.entries(env).filter(([name]) => /^(YIMEN_|DATABASE_URL|TEMPORAL_)/.test(name));
  writeWhole(join(dir, 'running.json'), JSON.stringify(Object.fromEntries(given), null, 2));
  const done = onStep('样例办件');
  await sampleCases(address);
  done();
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

main().catch(async (error: unknown) => {
  process.stderr.write(`\n没有启动：${error instanceof Error ? error.message : error}\n`);
  await end(1);
});
