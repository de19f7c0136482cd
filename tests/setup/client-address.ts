import { connect } from '../../db/connect.ts';

/** Where the database sees a connection come from; null through its socket. */
export async function clientAddress(url: string): Promise<string | null> {
  const sql = connect(url, 'yimen-test', 1);
  const [row] = await sql<{ address: string | null }[]>`select host(inet_client_addr()) as address`;
  await sql.end();
  return row?.address ?? null;
}
