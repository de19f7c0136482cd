/** What happens when an officer presses a button: journaled, delivered, answered (design: the three steps). */
import { createHash } from 'node:crypto';
import type { Actor } from '../contract/actor.ts';
import type { Command, CommandBody } from '../contract/command.ts';
import { canonical } from '../contract/hash.ts';
import type { Refusal } from '../contract/refusal.ts';
import {
  type CaseName,
  defer,
  type JournalRow,
  journal,
  journalProvided,
  type Reply,
} from '../db/commands.ts';
import type { Fragment, Query } from '../db/connect.ts';
import { type Accepted, dispatch } from '../delivery/dispatch.ts';
import type { Entry } from '../engine/ledger/entry.ts';
import type { AppContext, LoadedCase } from './env.ts';
import { Problem, problemOf } from './problem.ts';

export type Submitted =
  | {
      readonly kind: 'accepted';
      readonly caseNo: string;
      readonly seq: number;
    }
  /** Journaled and not yet delivered: answered 202. */
  | { readonly kind: 'waiting'; readonly caseNo: string };

/**
 * Who asked for what: the same key with another content is refused. Not under which post: submitted again after the act
 * has closed, the same submit may find another of the person's posts.
 */
export function fingerprint(actor: Actor, content: unknown): string {
  const who = actor.kind === 'officer' ? { kind: actor.kind, person: actor.person } : actor;
  return createHash('sha256')
    .update(canonical({ actor: who, content }))
    .digest('hex');
}

function settled({ caseNo, state, reply }: JournalRow): Submitted | undefined {
  if (state === 'accepted') return { kind: 'accepted', caseNo, seq: (reply as Reply).seq };
  if (state === 'refused') throw problemOf(reply as Refusal, caseNo);
  return undefined;
}

type Meanwhile = (after: LoadedCase) => void;

export type Asked = {
  readonly key: string;
  readonly actor: Actor;
  readonly body: CommandBody;
  /** As it was sent, before sealing: sealing needs the act to be open, and a repeat may come after. */
  readonly sent?: unknown;
  readonly seenSeq?: number | undefined;
  /** What must hold in the transaction that journals it; throws if it does not. */
  readonly once?: (sql: Query) => Promise<void>;
  /** Told how the case will stand, where that is known, while it is being recorded: what may be made ready by then. */
  readonly meanwhile?: Meanwhile;
  /** What the system adds to it in that transaction. */
  readonly complete?: ((sql: Query) => Promise<CommandBody>) | undefined;
};

const commandOf = (
  context: AppContext,
  { caseNo }: CaseName,
  { key, actor, body, sent = body, seenSeq }: Asked,
): Command => ({
  id: key,
  hash: fingerprint(actor, { caseNo, sent }),
  at: context.now(),
  wall: Date.now(),
  actor,
  body,
  ...(seenSeq === undefined ? {} : { seenSeq }),
});

/** Journals a command of a case and presses it. */
export async function submitCommand(context: AppContext, name: CaseName, asked: Asked): Promise<Submitted> {
  const { once, complete } = asked;
  const command = commandOf(context, name, asked);
  const row =
    once || complete
      ? await context.sql.begin(async (tx) => {
          await once?.(tx);
          return await journal(tx, name, complete ? { ...command, body: await complete(tx) } : command);
        })
      : await journal(context.sql, name, command);
  return await submit(context, row, command.hash, asked.meanwhile);
}

/** The same if something holds when it is journaled. Undefined, with nothing done, if it does not or it was pressed before. */
export async function submitProvided(
  context: AppContext,
  name: CaseName,
  asked: Omit<Asked, 'once' | 'complete'>,
  provided: Fragment,
): Promise<Submitted | undefined> {
  const command = commandOf(context, name, asked);
  const row = await journalProvided(context.sql, name, command, provided);
  return row && (await submit(context, row, command.hash, asked.meanwhile));
}

/** A ledger with newer entries, some of which it may hold. */
const joined = (ledger: readonly Entry[], newer: readonly Entry[]): readonly Entry[] => [
  ...ledger,
  ...newer.filter(({ seq }) => seq > (ledger.at(-1)?.seq ?? 0)),
];

/** Delivers a journaled command, or answers what became of it. */
export async function submit(
  context: AppContext,
  row: JournalRow,
  hash: string,
  meanwhile?: Meanwhile,
): Promise<Submitted> {
  const { sql, dispatcher, inTurn, metrics } = context;
  if (row.hash !== hash) throw new Problem('COMMAND_ID_REUSED', { caseNo: row.caseNo });
  const done = settled(row);
  if (done) return done;
  const { caseNo, matter, behind, command } = row;
  const known = context.cases.get(caseNo);
  let after: LoadedCase | undefined;
  const ready = ({ state, entries }: Accepted): void => {
    const ledger = joined(known?.ledger ?? [], entries);
    if (!state || ledger.length !== state.seq) return;
    after = { state, ledger };
    meanwhile?.(after);
  };
  const count = (result: string): void => metrics.commands.inc({ type: command.body.type, result });
  const delivery = behind
    ? ({ kind: 'waiting' } as const)
    : await inTurn(() =>
        dispatch(dispatcher, matter, caseNo, command as Command, { known: known?.state, meanwhile: ready }),
      );
  count(delivery.kind);
  if (delivery.kind === 'refused') throw problemOf(delivery.refusal, caseNo);
  if (delivery.kind === 'accepted') {
    if (after && after.state.seq > (context.cases.get(caseNo)?.state.seq ?? 0))
      context.cases.set(caseNo, after);
    return { kind: 'accepted', caseNo, seq: delivery.seq };
  }
  await defer(sql, command.id);
  return { kind: 'waiting', caseNo };
}
