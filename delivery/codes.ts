/** `npm run codes -- <号段> <文件.txt>`: takes codes, one a line, whole; or says line by line what is wrong with them. */
import { readFile } from 'node:fs/promises';
import { command, environment } from '../contract/cli.ts';
import { readSettings } from '../contract/settings.ts';
import { connect } from '../db/connect.ts';
import { putIn } from '../db/pools.ts';
import { pools } from '../workflows/index.ts';

await command(async () => {
  const [pool = '', path] = process.argv.slice(2);
  const faultOf = Object.hasOwn(pools, pool) ? pools[pool] : undefined;
  if (!faultOf || !path)
    throw new Error(
      `用法：npm run codes -- <号段> <文件.txt>（每行一个代码）。号段：${Object.keys(pools).join('、')}`,
    );
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/).map((line) => line.trim());
  const wrong = lines.flatMap((code, i) => {
    const fault = code === '' ? undefined : faultOf(code);
    return fault ? [`第${i + 1}行 ${code}：${fault}`] : [];
  });
  if (wrong.length > 0) throw new Error(`没有导入：\n${wrong.join('\n')}`);
  const codes = [...new Set(lines.filter(Boolean))];
  const sql = connect(readSettings(environment()).DATABASE_URL, 'yimen-codes', 1);
  try {
    const taken = await putIn(sql, pool, codes);
    process.stdout.write(`代码 ${codes.length} 个，新导入 ${taken} 个。\n`);
  } finally {
    await sql.end();
  }
});
