/** Codes that are visibly made up (MJX…), for the local stack and the tests: never those of a real organisation. */

import type { Sql } from '../db/connect.ts';
import { putIn } from '../db/pools.ts';
import { bodyCheck, check } from '../workflows/organization/rules/uscc.ts';

/** The n-th sample code of a pool named …/<prefix>. */
export function sampleCode(pool: string, n = 1): string {
  const first8 = `MJX${String(n).padStart(5, '0')}`;
  const first17 = `${pool.slice(-2)}640221${first8}${bodyCheck(first8)}`;
  return first17 + check(first17);
}

export const samplePools = ['统一社会信用代码/51', '统一社会信用代码/52'] as const;

/** Puts sample codes into every pool. */
export async function seedPools(sql: Sql, each: number): Promise<void> {
  for (const pool of samplePools)
    await putIn(
      sql,
      pool,
      Array.from({ length: each }, (_, i) => sampleCode(pool, i + 1)),
    );
}
