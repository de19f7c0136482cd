/** Moves every deadline in the read model to new tables at once, before the cases themselves have heard of them. */
import type { SystemCommand } from '../../contract/command.ts';
import type { Sql } from '../../db/connect.ts';
import { ledgers } from '../../db/ledger.ts';
import { projectCases } from '../../db/record.ts';
import { isHurtBy } from '../../engine/foresee.ts';
import { handle } from '../../engine/handle.ts';
import type { Entry } from '../../engine/ledger/entry.ts';
import { fold } from '../../engine/ledger/fold.ts';
import { project } from '../../engine/ledger/projection.ts';
import type { CaseState } from '../../engine/ledger/state.ts';
import { versionsOf } from '../../workflows/index.ts';

export type Redated = { readonly cases: number; readonly clocks: number };

type News = Extract<SystemCommand, { type: 'adopt' }>;

/** A case before and after it has adopted the tables; undefined if they are not new to it. */
function adopting(
  ledger: readonly Entry[],
  matter: string,
  body: News,
  now: number,
): { readonly before: CaseState; readonly after: CaseState } | undefined {
  const before = fold(versionsOf(matter), ledger);
  const handled = handle(before, {
    id: 'redate',
    hash: '',
    // At the case's own moment, so that no limit runs out in passing.
    at: Math.min(now, before.at),
    wall: 0,
    actor: { kind: 'system', name: '规则发布' },
    body,
  });
  return handled.kind === 'accepted' && handled.entries.length > 0
    ? { before, after: handled.state }
    : undefined;
}

/** The same tried: a case is hurt that could not adopt them, or could not go on afterwards. */
function tried(ledger: readonly Entry[], matter: string, body: News, now: number) {
  try {
    const adopted = adopting(ledger, matter, body, now);
    return { adopted, isHurt: adopted !== undefined && isHurtBy(adopted.before, adopted.after) };
  } catch {
    return { adopted: undefined, isHurt: true };
  }
}

/** What tables would do to the live cases of a matter. */
export type Effect = {
  readonly cases: number;
  /** Cases some deadline of which would come sooner, and others in which some would come later. */
  readonly sooner: number;
  readonly later: number;
  /** Cases that could not go on. */
  readonly hurt: readonly string[];
};

/** Changes nothing. */
export async function effectOf(sql: Sql, matter: string, body: News, now: number): Promise<Effect> {
  const hurt: string[] = [];
  let [cases, sooner, later] = [0, 0, 0];
  for await (const batch of ledgers(sql, matter))
    for (const ledger of batch) {
      cases += 1;
      const { adopted, isHurt } = tried(ledger, matter, body, now);
      if (isHurt) hurt.push(ledger[0]?.caseNo ?? '');
      if (!adopted) continue;
      const was = new Map(project(adopted.before).clocks.map(({ key, dueAt }) => [key, dueAt]));
      const moves = project(adopted.after).clocks.map(
        ({ key, dueAt }) => (dueAt ?? 0) - (was.get(key) ?? dueAt ?? 0),
      );
      if (moves.some((by) => by < 0)) sooner += 1;
      else if (moves.some((by) => by > 0)) later += 1;
    }
  return { cases, sooner, later, hurt };
}

/** The live cases that could not go on under the tables, at most `limit` of them. */
export async function hurtBy(
  sql: Sql,
  matter: string,
  body: News,
  now: number,
  limit: number,
): Promise<readonly string[]> {
  const hurt: string[] = [];
  for await (const batch of ledgers(sql, matter)) {
    const cases = batch.filter((ledger) => tried(ledger, matter, body, now).isHurt);
    hurt.push(...cases.map((ledger) => ledger[0]?.caseNo ?? ''));
    if (hurt.length >= limit) break;
  }
  return hurt.slice(0, limit);
}

/**
 * Writes each live case's projection as it will be once it has adopted the tables, under the seq it has now: a case
 * that moves on meanwhile keeps its own newer row, and its own adoption later says the same. What it says to outside
 * systems is left to that adoption, which queues it.
 */
export async function redate(sql: Sql, matter: string, body: News, now: number): Promise<Redated> {
  let [cases, clocks] = [0, 0];
  for await (const batch of ledgers(sql, matter)) {
    const projections = batch.flatMap((ledger) => {
      const adopted = adopting(ledger, matter, body, now);
      if (!adopted) return [];
      const { head, effects: _said, ...rest } = project(adopted.after);
      const { seq, at } = adopted.before;
      return [{ ...rest, head: { ...head, seq, at } }];
    });
    await projectCases(sql, projections);
    cases += projections.length;
    clocks += projections.reduce((sum, projection) => sum + projection.clocks.length, 0);
  }
  return { cases, clocks };
}
