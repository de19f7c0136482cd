import { expect, inject, test } from 'vitest';
import { clientAddress } from '../setup/client-address.ts';

test('数据库的地址写明套接字所在的文件夹的，从套接字连接；没有写的，从网络连接', async () => {
  const throughSocket = new URL(inject('postgresUrl'));
  expect(throughSocket.searchParams.get('host')).not.toBeNull();
  expect(await clientAddress(throughSocket.href)).toBeNull();
  const overNetwork = new URL(throughSocket);
  overNetwork.search = '';
  expect(await clientAddress(overNetwork.href)).toBe('127.0.0.1');
});
