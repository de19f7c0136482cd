/** Moves every deadline in the read model to new tables at once, before the cases themselves have heard of them. */
import type { Command, SystemCommand } from '../../contract/command.ts';
import type { Sql } from '../../db/connect.ts';
import { ledgers } from '../../db/ledger.ts';
import { handle } from '../../engine/handle.ts';
import { fold } from '../../engine/ledger/fold.ts';
import { project } from '../../engine/ledger/projection.ts';
import { versionsOf } from '../../workflows/index.ts';

export type Redated = { readonly cases: number; readonly clocks: number };

/**
 * Writes each live case's projection as it will be once it has adopted the tables, under the seq it has now: a case
 * that moves on meanwhile keeps its own newer row, and its own adoption later says the same.
 */
export async function redate(
  sql: Sql,
  matter: string,
  body: Extract<SystemCommand, { type: 'adopt' }>,
  now: number,
): Promise<Redated> {
  const versions = versionsOf(matter);
  const news: Omit<Command, 'at'> = {
    id: 'redate',
    hash: '',
    wall: 0,
    actor: { kind: 'system', name: '规则发布' },
    body,
  };
  let [cases, clocks] = [0, 0];
  for await (const batch of ledgers(sql, matter)) {
    const projections = batch.flatMap((ledger) => {
      const state = fold(versions, ledger);
      // At the case's own moment, so that no limit runs out in passing.
      const handled = handle(state, { ...news, at: Math.min(now, state.at) });
      if (handled.kind !== 'accepted' || handled.entries.length === 0) return [];
      const { head, ...rest } = project(handled.state);
      return [{ ...rest, head: { ...head, seq: state.seq, at: state.at } }];
    });
    await sql`select project_case(p) from jsonb_array_elements(${sql.json(projections as never)}) p`;
    cases += projections.length;
    clocks += projections.reduce((sum, projection) => sum + projection.clocks.length, 0);
  }
  return { cases, clocks };
}
