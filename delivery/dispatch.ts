/** Carries a journaled command to its case and its answer back: steps 2 and 3 of a press, for the API and the redelivery. */
import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Command } from '../contract/command.ts';
import type { County } from '../contract/county.ts';
import type { CountyClock } from '../contract/county-clock.ts';
import { type RefusalCode, refusals } from '../contract/errors.ts';
import { commandUpdate, workflowIdOf } from '../contract/names.ts';
import type { Refusal } from '../contract/refusal.ts';
import { head } from '../db/cases.ts';
import { settleRefused, settleUnchanged } from '../db/commands.ts';
import type { Sql } from '../db/connect.ts';
import { recordCase } from '../db/record.ts';
import { open } from '../engine/handle.ts';
import type { Entry } from '../engine/ledger/entry.ts';
import { project } from '../engine/ledger/projection.ts';
import { versionsOf } from '../workflows/index.ts';
import type { CaseStart, CommandReply } from '../workflows/shell/messages.ts';
import type { OpeningCommand } from './opening.ts';

export type Dispatched =
  | { readonly kind: 'accepted'; readonly seq: number; readonly entries: readonly Entry[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Temporal or the worker is away: the command waits in the journal. */
  | { readonly kind: 'waiting' };

export type Dispatcher = {
  readonly county: County;
  readonly sql: Sql;
  readonly client: Client;
  readonly taskQueue: string;
  readonly workflowPrefix: string;
  readonly clock: () => CountyClock;
  /** How long one attempt may take. */
  readonly patienceMs: number;
  readonly continueAfterEvents?: number;
};

type Carried = Command | OpeningCommand;
type Answered =
  | { readonly kind: 'reply'; readonly reply: CommandReply }
  | Exclude<Dispatched, { kind: 'accepted' }>;

const awayCodes: readonly number[] = [1, 4, 8, 13, 14]; // cancelled, deadline, exhausted, internal, unavailable

/** Starting a workflow wraps what the wire said; an update does not. */
const isAway = (error: unknown): boolean =>
  error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
  (isGrpcServiceError(error) && awayCodes.includes(error.code)) ||
  (error instanceof ServiceError && isAway(error.cause));

function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure))
    return undefined;
  const [refusal] = (error.cause.details ?? []) as readonly Refusal[];
  return error.cause.type && Object.hasOwn(refusals, error.cause.type) ? refusal : undefined;
}

const closed = (code: RefusalCode = 'CASE_CLOSED'): Refusal => ({
  code,
  detail: `${refusals[code].title}。${refusals[code].next}`,
});

async function update(
  { sql, client, patienceMs, workflowPrefix }: Dispatcher,
  matter: string,
  caseNo: string,
  command: Command,
): Promise<Answered> {
  const handle = client.workflow.getHandle(workflowIdOf(workflowPrefix, matter, caseNo));
  try {
    const reply = await client.withDeadline(Date.now() + patienceMs, () =>
      handle.executeUpdate<CommandReply, [Command]>(commandUpdate, {
        args: [command],
        updateId: `${command.id}/${command.wall}`,
      }),
    );
    return { kind: 'reply', reply };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return { kind: 'refused', refusal };
    // A case ends its workflow only after its end is recorded: one that is live and not found has been lost, and is
    // revived from the ledger by an operator; the command waits for it.
    if (error instanceof WorkflowNotFoundError) {
      const known = await head(sql, caseNo);
      return known?.state === 'closed' ? { kind: 'refused', refusal: closed() } : { kind: 'waiting' };
    }
    if (isAway(error)) return { kind: 'waiting' };
    throw error instanceof WorkflowUpdateFailedError ? new CaseFault(error) : error;
  }
}

/** The case itself cannot take the command: a fault of its process or tables, and nobody's absence. */
export class CaseFault extends Error {
  constructor(cause: Error) {
    super(cause.cause instanceof Error ? cause.cause.message : cause.message, { cause });
  }
}

async function start(dispatcher: Dispatcher, command: OpeningCommand): Promise<Answered> {
  const { opening } = command.body;
  const process = versionsOf(opening.process).find(({ version }) => version === opening.version);
  if (!process) throw new Error(`no process ${opening.process} version ${opening.version}`);
  const opened = open(process, opening, command);
  const first: CaseStart = {
    ledger: opened.entries,
    clock: dispatcher.clock(),
    ...(dispatcher.continueAfterEvents ? { continueAfterEvents: dispatcher.continueAfterEvents } : {}),
  };
  try {
    await dispatcher.client.withDeadline(Date.now() + dispatcher.patienceMs, () =>
      dispatcher.client.workflow.start(opening.process, {
        workflowId: workflowIdOf(dispatcher.workflowPrefix, opening.process, opening.caseNo),
        taskQueue: dispatcher.taskQueue,
        args: [first],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        staticSummary: `${process.title} ${opening.caseNo}`,
      }),
    );
  } catch (error) {
    if (isAway(error)) return { kind: 'waiting' };
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  const { entries, state } = opened;
  return { kind: 'reply', reply: { entries, projection: project(state), seq: state.seq } };
}

/** One attempt. Whatever dies in between, the next attempt ends the same way. */
export async function dispatch(
  dispatcher: Dispatcher,
  matter: string,
  caseNo: string,
  command: Carried,
  late = false,
): Promise<Dispatched> {
  const { sql } = dispatcher;
  const answered =
    command.body.type === 'open'
      ? await start(dispatcher, command as OpeningCommand)
      : await update(dispatcher, matter, caseNo, command as Command);
  if (answered.kind === 'waiting') return answered;
  if (answered.kind === 'refused') {
    await settleRefused(sql, command.id, answered.refusal, late);
    return answered;
  }
  const { entries, seq } = answered.reply;
  if (entries.length === 0) {
    await settleUnchanged(sql, command.id, { seq, unchanged: true });
    return { kind: 'accepted', seq, entries };
  }
  await recordCase(sql, answered.reply);
  return { kind: 'accepted', seq, entries };
}
