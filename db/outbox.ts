/** What waits to leave, by case and in the order it was said; one hand at a time empties a case's. */
import type { UnsentCommand } from '../contract/command.ts';
import type { Json } from '../contract/rule.ts';
import type { EffectRow } from '../engine/ledger/effects.ts';
import type { CaseName } from './commands.ts';
import type { Query, Sql } from './connect.ts';
import { jsonb } from './json.ts';

const lockSpace = 7_146_003;

export const outboxChannel = 'outbox';

/** Of an effect that undoes another: whether that has been taken, may still be, or never will be. */
export type Undone = 'taken' | 'underway' | 'never';
/** `effect` is null if there is nothing to send any more: taken, or refused. */
export type Queued = {
  readonly key: string;
  readonly effect: EffectRow | null;
  readonly undone: Undone | null;
};

/** Cases that have something to send now, the longest waiting first. */
export async function casesToSend(
  sql: Sql,
  except: readonly string[],
  limit: number,
): Promise<readonly string[]> {
  const rows = await sql<{ caseNo: string }[]>`
    select case_no as "caseNo" from outbox
    where again_at <= now() and not case_no = any(${except as string[]}) group by 1 order by min(place) limit ${limit}`;
  return rows.map(({ caseNo }) => caseNo);
}

export async function queuedCount(sql: Sql): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from outbox`;
  return row?.n ?? 0;
}

/** The case whose outbox is held from now on; undefined if another hand has it. */
export async function holdOutbox(tx: Query, caseNo: string): Promise<CaseName | undefined> {
  const [row] = await tx<{ got: boolean; matter: string }[]>`
    select matter, pg_try_advisory_xact_lock(${lockSpace}, hashtext(${caseNo})) as got from case_head where case_no = ${caseNo}`;
  return row?.got ? { matter: row.matter, caseNo } : undefined;
}

/** Waits until no other hand has it. */
export async function awaitOutbox(tx: Query, caseNo: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(${lockSpace}, hashtext(${caseNo}))`;
}

/** What is queued, in the order it was said; without what the read model does not hold just now. */
export async function queued(tx: Query, caseNo: string): Promise<readonly Queued[]> {
  return await tx<Queued[]>`
    select o.key,
      case when f.held or taken(o.case_no, o.key) then null else jsonb_build_object(
        'key', f.key, 'name', f.name, 'system', f.system, 'payload', f.payload, 'seq', f.seq, 'kind', f.kind,
        'withdrawnBy', f.withdrawn_by, 'undoes', f.undoes, 'attempt', f.attempt) end as effect,
      case
        when f.undoes is null then null
        when taken(o.case_no, f.undoes) then 'taken'
        when exists (select from outbox u where u.case_no = o.case_no and u.key = f.undoes)
          or exists (select from case_head h, jsonb_array_elements(h.troubles) t where h.case_no = o.case_no and t ->> 'subject' = f.undoes)
          or exists (select from command c where c.case_no = o.case_no and c.state = 'waiting' and c.body ->> 'subject' = f.undoes)
          then 'underway'
        else 'never'
      end as undone
    from outbox o join effect f using (case_no, key)
    where o.case_no = ${caseNo} order by o.place`;
}

/** Keeps the receipts of what has been taken; what `waits` is tried again in a while, the rest of `seen` is done with. */
export async function settleOutbox(
  tx: Query,
  caseNo: string,
  seen: readonly Queued[],
  receipts: { readonly [key: string]: Json },
  waits: readonly string[],
): Promise<void> {
  const over = seen.map(({ key }) => key).filter((key) => !waits.includes(key));
  await tx`
    with taken as (
      insert into delivery (case_no, key, receipt)
      select ${caseNo}, key, value from jsonb_each(${jsonb(tx, receipts)}) on conflict do nothing
    )
    delete from outbox where case_no = ${caseNo} and key = any(${over})`;
  if (waits.length > 0)
    await tx`
      update outbox set again_at = now() + interval '5 seconds' where case_no = ${caseNo} and key = any(${waits as string[]})`;
}

/** What the case has been told of its effects and has not heard yet. */
export async function unheard(tx: Query, caseNo: string): Promise<readonly UnsentCommand[]> {
  const rows = await tx<{ body: UnsentCommand }[]>`
    select body from command where case_no = ${caseNo} and state = 'waiting' and body ->> 'type' in ('trouble', 'reject')`;
  return rows.map(({ body }) => body);
}

/** Queues again what a case has said and nobody has taken, is sending or has refused: its run is lost, and what it had under way with it. */
export async function requeue(sql: Sql, caseNo: string): Promise<void> {
  await sql`
    insert into outbox (case_no, key)
    select case_no, key from effect f
    where case_no = ${caseNo} and withdrawn_by is null and not held
      and not exists (select from delivery d where d.case_no = f.case_no and d.key = f.key)
      and not exists (select from case_head h, jsonb_array_elements(h.troubles) t where h.case_no = f.case_no and t ->> 'subject' = f.key)
    order by seq on conflict do nothing`;
}
