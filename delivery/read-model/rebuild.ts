/** Rebuilds the read model from the ledger alone. */

import type { Sql } from '../../db/connect.ts';
import { ledgers } from '../../db/ledger.ts';
import { projectCases } from '../../db/record.ts';
import { fold } from '../../engine/ledger/fold.ts';
import { project } from '../../engine/ledger/projection.ts';
import { versionsOf } from '../../workflows/index.ts';

const derived = ['case_head', 'open_act', 'case_clock', 'effect', 'notice', 'register_row'] as const;

export type Rebuilt = { readonly cases: number; readonly entries: number; readonly seconds: number };

/**
 * In one transaction: readers see the old read model until the new one stands whole, and are not kept waiting. Whoever
 * writes waits, so that the ledger is read to its end; every writer takes these two locks in this order.
 */
export async function rebuild(sql: Sql): Promise<Rebuilt> {
  const began = performance.now();
  let [cases, entries] = [0, 0];
  await sql.begin(async (tx) => {
    await tx`lock table entry in share mode`;
    await tx`lock table case_head in share row exclusive mode`;
    for (const table of derived) await tx`delete from ${tx(table)}`;
    for await (const batch of ledgers(sql)) {
      const projections = batch.map((ledger) => {
        const opened = ledger[0]?.event;
        if (opened?.type !== 'opened')
          throw new Error(`the ledger of ${ledger[0]?.caseNo} does not begin with "opened"`);
        return project(fold(versionsOf(opened.process), ledger));
      });
      await projectCases(tx, projections);
      cases += batch.length;
      entries += batch.reduce((sum, { length }) => sum + length, 0);
    }
  });
  return { cases, entries, seconds: (performance.now() - began) / 1_000 };
}

/** The read model as text, row by row in key order, to compare two of them. */
export async function dumpReadModel(sql: Sql): Promise<string> {
  const parts = await Promise.all(
    derived.map(async (table) => {
      const rows = await sql<{ row: string }[]>`select to_jsonb(t)::text as row from ${sql(table)} t`;
      return [table, ...rows.map(({ row }) => row).sort()].join('\n');
    }),
  );
  return parts.join('\n');
}
