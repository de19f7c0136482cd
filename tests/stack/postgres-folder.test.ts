import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../../db/connect.ts';
import { startPostgres } from '../../stack/postgres.ts';

async function speaksThroughSocket(url: string): Promise<boolean> {
  const sql = connect(url, 'yimen-test', 1);
  const [row] = await sql<{ address: string | null }[]>`select host(inet_client_addr()) as address`;
  await sql.end();
  return row?.address === null;
}

test.for([
  { name: '带 空格，逗号,和"引号"的', throughSocket: true },
  { name: '很长的文件夹名称'.repeat(5), throughSocket: false },
])('数据放在“$name”里：连得上，被强行终止以后再启动也连得上', async ({ name, throughSocket }) => {
  const base = await mkdtemp(join(tmpdir(), 'yimen-'));
  await chmod(base, 0o755);
  const dir = join(base, name, 'postgres');
  const first = await startPostgres({ dir });
  expect(await speaksThroughSocket(first.url)).toBe(throughSocket);
  await first.kill();
  const second = await startPostgres({ dir });
  expect(await speaksThroughSocket(second.url)).toBe(throughSocket);
  await second.stop();
  await rm(base, { recursive: true });
});
