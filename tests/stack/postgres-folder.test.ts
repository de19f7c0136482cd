import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startPostgres } from '../../stack/postgres.ts';
import { clientAddress } from '../setup/client-address.ts';

test.for([
  { name: '带 空格，逗号,和"引号"的', address: null },
  { name: '很长的文件夹名称'.repeat(5), address: '127.0.0.1' },
])('数据放在“$name”里：连得上，被强行终止以后再启动也连得上', async ({ name, address }) => {
  const base = await mkdtemp(join(tmpdir(), 'yimen-'));
  await chmod(base, 0o755);
  const dir = join(base, name, 'postgres');
  const first = await startPostgres({ dir });
  expect(await clientAddress(first.url)).toBe(address);
  await first.kill();
  const second = await startPostgres({ dir });
  expect(await clientAddress(second.url)).toBe(address);
  await second.stop();
  await rm(base, { recursive: true });
});
