/** The command journal: what was pressed, by whom, in which order, and what became of it. */
import type { Actor } from '../contract/actor.ts';
import type { Command } from '../contract/command.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Fragment, Query, Sql } from './connect.ts';
import { jsonb } from './json.ts';

export type Reply = { readonly seq: number; readonly unchanged?: boolean };
/** A command as it stands in the journal; what is sent on is always what was journaled first. */
export type JournalRow = CaseName & {
  readonly command: Journaled;
  readonly state: 'waiting' | 'accepted' | 'refused';
  readonly reply: Reply | Refusal | null;
  readonly hash: string;
  /** An earlier command of the case is still on its way: this one waits its turn. */
  readonly behind: boolean;
  /** This call made the row. */
  readonly fresh: boolean;
};
export type CaseName = { readonly matter: string; readonly caseNo: string };
/** A command as it is stored: of a case's union, or the one that opens it. */
export type Journaled = Omit<Command, 'body'> & { readonly body: { readonly type: string } };
export type Waiting = Journaled & CaseName & { readonly deferred: boolean };

/** A command this old and still unanswered has lost the process that was delivering it. */
const abandonedAfterMs = 15_000;

const person = (actor: Actor): string | null => (actor.kind === 'officer' ? actor.person : null);

type StoredRow = {
  id: string;
  caseNo: string;
  matter: string;
  hash: string;
  actor: Actor;
  body: Journaled['body'];
  at: number;
  wall: number;
  seenSeq: number | null;
};

const asCommand = ({ id, hash, actor, body, at, wall, seenSeq }: StoredRow): Journaled => ({
  id,
  hash,
  actor,
  body,
  at,
  wall,
  ...(seenSeq === null ? {} : { seenSeq }),
});

/**
 * From here a press cannot be lost. The same id again gives the row that is there; one that was refused changed nothing,
 * and may be pressed again, corrected or as it was.
 */
export async function journal(sql: Query, name: CaseName, command: Journaled): Promise<JournalRow> {
  const made = await journalProvided(sql, name, command, sql`true`);
  if (made) return made;
  const known = await journaled(sql, command.id);
  if (!known) throw new Error('a command met on insert is gone');
  return known;
}

/** The same if something holds at that moment. Undefined, and nothing is kept, if it does not, or the id is known. */
export async function journalProvided(
  sql: Query,
  { matter, caseNo }: CaseName,
  command: Journaled,
  provided: Fragment,
): Promise<JournalRow | undefined> {
  const [row] = await sql<{ behind: boolean }[]>`
    insert into command (id, case_no, matter, hash, actor, body, at, wall, seen_seq, person)
    select ${command.id}, ${caseNo}, ${matter}, ${command.hash}, ${jsonb(sql, command.actor)}::jsonb, ${jsonb(sql, command.body)}::jsonb,
      ${command.at}::bigint, ${command.wall}::bigint, ${command.seenSeq ?? null}::int, ${person(command.actor)}
    where ${provided}
    on conflict (id) do update set
      place = default, hash = excluded.hash, actor = excluded.actor, body = excluded.body, at = excluded.at, wall = excluded.wall,
      seen_seq = excluded.seen_seq, person = excluded.person, state = 'waiting', reply = null, deferred = false,
      late_refusal = false, told_at = null, settled_at = null
    where command.state = 'refused' and command.case_no = excluded.case_no
      and command.person is not distinct from excluded.person
    returning exists (select from command c where c.case_no = ${caseNo} and c.state = 'waiting' and c.id <> ${command.id}
      and not c.background and (c.deferred or c.wall < ${command.wall - abandonedAfterMs})) as behind`;
  if (!row) return undefined;
  const { behind } = row;
  return { caseNo, matter, command, state: 'waiting', reply: null, hash: command.hash, behind, fresh: true };
}

/** The journal's row of a command; undefined if it was never pressed. */
export async function journaled(sql: Query, id: string): Promise<JournalRow | undefined> {
  const [row] = await sql<(StoredRow & Pick<JournalRow, 'state' | 'reply' | 'behind'>)[]>`
    select id, case_no as "caseNo", matter, hash, actor, body, at, wall, seen_seq as "seenSeq", state, reply,
      exists (select from command c where c.case_no = command.case_no and c.state = 'waiting' and c.place < command.place
        and not c.background and (c.deferred or c.wall < ${Date.now() - abandonedAfterMs})) as behind
    from command where id = ${id}`;
  if (!row) return undefined;
  const { caseNo, matter, state, reply, hash, behind } = row;
  return { caseNo, matter, command: asCommand(row), state, reply, hash, behind, fresh: false };
}

/** Its sender has been answered 202: from now on the redelivery has it, and later commands of the case queue behind it. */
export async function defer(sql: Sql, id: string): Promise<void> {
  await sql`update command set deferred = true where id = ${id} and state = 'waiting'`;
}

export async function settleRefused(sql: Sql, id: string, refusal: Refusal, late: boolean): Promise<void> {
  await sql`
    update command set state = 'refused', reply = ${jsonb(sql, refusal)}, late_refusal = ${late}, settled_at = now()
    where id = ${id} and state = 'waiting'`;
}

/** For a command that changed nothing (an answer already known): there is no entry to write. */
export async function settleUnchanged(sql: Sql, id: string, reply: Reply): Promise<void> {
  await sql`
    update command set state = 'accepted', reply = ${jsonb(sql, reply)}, settled_at = now() where id = ${id} and state = 'waiting'`;
}

/** Journals something the system itself asks of a case, to be delivered when there is nothing better to do. */
export async function journalBackground(
  sql: Sql,
  { matter, caseNo }: CaseName,
  { id, hash, actor, body, at, wall }: Journaled,
): Promise<void> {
  await sql`
    insert into command (id, case_no, matter, hash, actor, body, at, wall, deferred, background)
    values (${id}, ${caseNo}, ${matter}, ${hash}, ${jsonb(sql, actor)}, ${jsonb(sql, body)}, ${at}, ${wall}, true, true)
    on conflict (id) do nothing`;
}

/**
 * Journals one piece of news for every live case of a matter, and every one an earlier release has numbered and not
 * recorded, to be delivered when there is nothing better to do.
 */
export async function journalForAll(
  sql: Query,
  matter: string,
  { id, hash, actor, body, at, wall }: Journaled,
): Promise<number> {
  const { count } = await sql`
    insert into command (id, case_no, matter, hash, actor, body, at, wall, deferred, background)
    select ${`${id}/`} || case_no, case_no, ${matter}, ${hash}, ${jsonb(sql, actor)}, ${jsonb(sql, body)}, ${at}, ${wall}, true, true
    from (
      select case_no from case_head where state <> 'closed' and matter = ${matter}
      union
      select case_no from command where state = 'waiting' and matter = ${matter} and body ->> 'type' = 'open'
    ) live
    on conflict (id) do nothing`;
  return count;
}

/**
 * News of one kind still on its way to the cases of a matter is not delivered any more, but for what `except` sent, and
 * what a case may have taken already: that is delivered to its end.
 */
export async function overtake(sql: Query, matter: string, type: string, except: string): Promise<void> {
  const reply = { code: 'CASE_MOVED_ON', detail: '已有更新的一份代替。' };
  await sql`
    update command set state = 'refused', reply = ${jsonb(sql, reply)}, settled_at = now()
    where state = 'waiting' and background and not tried and matter = ${matter} and body ->> 'type' = ${type}
      and not starts_with(id, ${`${except}/`})`;
}

/** Its case could not take it, for a fault of its own. */
export async function noteFailure(sql: Sql, id: string): Promise<void> {
  await sql`update command set failures = failures + 1, failed_at = now(), tried = false where id = ${id} and state = 'waiting'`;
}

/**
 * The next waiting command of each case, longest waiting first, older than `olderThanMs`: the oldest that somebody
 * pressed, then news, which counts as tried from here. What has failed comes round ever more rarely, and lets fresh news pass: that may be its cure.
 */
export async function oldestWaiting(
  sql: Sql,
  limit: number,
  olderThanMs: number,
): Promise<readonly Waiting[]> {
  const rows = await sql<(StoredRow & { deferred: boolean })[]>`
    with due as (
      select * from (
        select distinct on (case_no) * from (
          select *, bool_or(failures > 0 and not background) over (partition by case_no) as blocked
          from command where state = 'waiting'
        ) waiting
        order by case_no, (background and failures = 0) <> blocked, background, place
      ) first
      where (deferred or wall < ${Date.now() - olderThanMs})
        and (failures = 0 or failed_at < now() - least(power(2, failures), 60) * interval '1 second')
      order by background, place limit ${limit}
    ), set_out as (
      update command set tried = true
      where id in (select id from due where background and not tried) and state = 'waiting'
      returning id
    )
    select id, case_no as "caseNo", matter, hash, actor, body, at, wall, seen_seq as "seenSeq", deferred from due
    where not background or tried or id in (select id from set_out)
    order by background, place`;
  return rows.map((row) => ({
    ...asCommand(row),
    caseNo: row.caseNo,
    matter: row.matter,
    deferred: row.deferred,
  }));
}

export type CommandStatus = {
  readonly id: string;
  readonly caseNo: string;
  readonly state: JournalRow['state'];
  readonly type: string;
  readonly at: number;
  readonly reply: Reply | Refusal | null;
  readonly person: string | null;
};

export async function commandStatus(sql: Sql, id: string): Promise<CommandStatus | undefined> {
  const [row] = await sql<CommandStatus[]>`
    select id, case_no as "caseNo", state, body ->> 'type' as type, at, reply, person from command where id = ${id}`;
  return row;
}

/** Commands of a person that were accepted for delivery and then refused, not yet seen by them; and those still 待送达. */
export async function undelivered(sql: Sql, personId: string): Promise<readonly CommandStatus[]> {
  return await sql<CommandStatus[]>`
    select id, case_no as "caseNo", state, body ->> 'type' as type, at, reply, person from command
    where person = ${personId} and ((late_refusal and told_at is null) or state = 'waiting')
    order by place`;
}

export async function acknowledge(sql: Sql, personId: string, id: string): Promise<boolean> {
  const rows =
    await sql`update command set told_at = now() where id = ${id} and person = ${personId} and late_refusal returning id`;
  return rows.length > 0;
}

export type WaitingCommand = Pick<CommandStatus, 'id' | 'caseNo' | 'type' | 'at'> & {
  /** Who pressed it; null where nobody did. */
  readonly name: string | null;
  readonly failures: number;
};

/** What anybody has pressed and has not reached its case, the longest waiting first. */
export const waitingCommands = async (sql: Sql, limit: number): Promise<readonly WaitingCommand[]> =>
  await sql<WaitingCommand[]>`
    select c.id, c.case_no as "caseNo", c.body ->> 'type' as type, c.at, p.name, c.failures
    from command c left join person p on p.id = c.person
    where c.state = 'waiting' and not c.background order by c.place limit ${limit}`;

export async function waitingCount(sql: Sql): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from command where state = 'waiting'`;
  return row?.n ?? 0;
}
