/** Callbacks already taken, so that none is taken twice. */
import type { Query } from './connect.ts';

/** False if this nonce has been seen. Old ones are let go of on the way. */
export async function rememberNonce(sql: Query, nonce: string, until: number): Promise<boolean> {
  const rows = await sql`
    with gone as (delete from callback_nonce where until < now())
    insert into callback_nonce (nonce, until) values (${nonce}, to_timestamp(${until / 1_000})) on conflict do nothing returning nonce`;
  return rows.length > 0;
}
