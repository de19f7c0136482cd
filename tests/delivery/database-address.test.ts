import { expect, inject, test } from 'vitest';
import { connect } from '../../db/connect.ts';

async function clientAddress(url: string): Promise<string | null> {
  const sql = connect(url, 'yimen-test', 1);
  const [row] = await sql<{ address: string | null }[]>`select host(inet_client_addr()) as address`;
  await sql.end();
  return row?.address ?? null;
}

test('数据库的地址写明套接字所在的文件夹的，从套接字连接；没有写的，从网络连接', async () => {
  const throughSocket = new URL(inject('postgresUrl'));
  expect(throughSocket.searchParams.get('host')).not.toBeNull();
  expect(await clientAddress(throughSocket.href)).toBeNull();
  const overNetwork = new URL(throughSocket);
  overNetwork.search = '';
  expect(await clientAddress(overNetwork.href)).toBe('127.0.0.1');
});
