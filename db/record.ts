/** Writes what a case decided: ledger, read model and reply in one statement, by whoever gets there first. */
import type { Json } from '../contract/rule.ts';
import type { Entry } from '../engine/ledger/entry.ts';
import type { Projection } from '../engine/ledger/projection.ts';
import type { Sql } from './connect.ts';

/** What a case hands over after a command or a decision of its own. */
export type Recording = { readonly entries: readonly Entry[]; readonly projection: Projection };

/** Returns the newest seq of the case. The same recording twice changes nothing. */
export async function recordCase(
  sql: Sql,
  { entries, projection }: Recording,
  answered?: { readonly commandId: string; readonly reply: Json },
): Promise<number> {
  const [row] = await sql<{ seq: number }[]>`
    select record_case(${sql.json(entries as never)}, ${sql.json(projection as never)},
      ${answered?.commandId ?? null}, ${answered ? sql.json(answered.reply as never) : null}) as seq`;
  if (!row) throw new Error('record_case answered nothing');
  return row.seq;
}
