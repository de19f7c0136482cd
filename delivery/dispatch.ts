/** Carries a journaled command to its case and its answer back: steps 2 and 3 of a press, for the API and the redelivery. */
import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, type Workflow } from '@temporalio/common';
import type { Command, CommandBody } from '../contract/command.ts';
import type { County } from '../contract/county.ts';
import type { CountyClock } from '../contract/county-clock.ts';
import { type RefusalCode, refusals } from '../contract/errors.ts';
import { commandUpdate, workflowIdOf } from '../contract/names.ts';
import type { Refusal } from '../contract/refusal.ts';
import { settleRefused, settleUnchanged } from '../db/commands.ts';
import type { Sql } from '../db/connect.ts';
import { readLedger } from '../db/ledger.ts';
import { recordCase } from '../db/record.ts';
import type { Entry } from '../engine/ledger/entry.ts';
import { evolve, fold } from '../engine/ledger/fold.ts';
import { project } from '../engine/ledger/projection.ts';
import type { CaseState } from '../engine/ledger/state.ts';
import { versionsOf } from '../workflows/index.ts';
import type { CommandReply, SentCommand } from '../workflows/shell/messages.ts';
import { firstRun, furtherRun, type Run } from './case-start.ts';
import { hasClosed, isAtRest } from './ended.ts';
import { begin, type OpeningCommand } from './opening.ts';
import { TemporalLate, within } from './temporal.ts';

export type Accepted = {
  readonly kind: 'accepted';
  readonly seq: number;
  readonly entries: readonly Entry[];
  /** The case with these entries, where it was known up to them. */
  readonly state?: CaseState;
};
export type Dispatched =
  | Accepted
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
  | { readonly kind: 'reply'; readonly reply: CommandReply; readonly state?: CaseState }
  | Exclude<Dispatched, { kind: 'accepted' }>;

const awayCodes: readonly number[] = [1, 4, 8, 13, 14]; // cancelled, deadline, exhausted, internal, unavailable

/** Starting a workflow wraps what the wire said; an update does not. */
const isAway = (error: unknown): boolean =>
  error instanceof TemporalLate ||
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

/** Of what may reach a closed case (engine/handle.ts), what another run is begun for: its sender has nobody else to tell. */
const heardAfterItsRun: readonly CommandBody['type'][] = ['reject', 'trouble', 'affirm'];

async function update(
  dispatcher: Dispatcher,
  matter: string,
  caseNo: string,
  command: Command,
  known: CaseState | undefined,
): Promise<Answered> {
  const { sql, client, workflowPrefix } = dispatcher;
  const asked = {
    args: [known ? { ...command, known: known.seq } : command] as [SentCommand],
    updateId: `${command.id}/${command.wall}`,
  };
  const { workflow } = client;
  const hear = (ask: () => Promise<CommandReply>) => answer(dispatcher, matter, caseNo, known, ask);
  const inNewRun = async (run: Run): Promise<Answered> =>
    await hear(() =>
      workflow.executeUpdateWithStart<Workflow, CommandReply, [SentCommand]>(commandUpdate, {
        ...asked,
        startWorkflowOperation: new WithStartWorkflowOperation(matter, run),
      }),
    );
  // Undefined if it is not asleep, or has had its first run.
  const inFirstRun = async (): Promise<Answered | undefined> => {
    const run = await firstRun(dispatcher, { matter, caseNo });
    if (!run) return undefined;
    try {
      return await inNewRun(run);
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      return undefined;
    }
  };
  const woken = known?.seq === 1 ? await inFirstRun() : undefined;
  if (woken) return woken;
  try {
    const handle = workflow.getHandle(workflowIdOf(workflowPrefix, matter, caseNo));
    return await hear(() => handle.executeUpdate<CommandReply, [SentCommand]>(commandUpdate, asked));
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    const woken = await inFirstRun();
    if (woken) return woken;
    // Lost: revived from the ledger by an operator, and the command waits for it.
    if (!(await hasClosed(sql, caseNo))) return { kind: 'waiting' };
    if (!heardAfterItsRun.includes(command.body.type))
      return (await isAtRest(sql, { matter, caseNo }))
        ? { kind: 'refused', refusal: closed() }
        : { kind: 'waiting' };
    return await inNewRun(await furtherRun(dispatcher, { matter, caseNo }));
  }
}

/** Throws if the case has no run. */
async function answer(
  { sql, client, patienceMs }: Dispatcher,
  matter: string,
  caseNo: string,
  known: CaseState | undefined,
  ask: () => Promise<CommandReply>,
): Promise<Answered> {
  try {
    const reply = await within(client, patienceMs, ask);
    const { entries, projection } = reply;
    if (projection || entries.length === 0) return { kind: 'reply', reply };
    return { kind: 'reply', reply, state: await withNews(sql, matter, caseNo, known, entries) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return { kind: 'refused', refusal };
    if (isAway(error)) return { kind: 'waiting' };
    throw error instanceof WorkflowUpdateFailedError ? new CaseFault(error) : error;
  }
}

/**
 * The case with what is new to whoever first sent the command: that may have been another than who hears the answer, and
 * all that came before is recorded.
 */
async function withNews(
  sql: Sql,
  matter: string,
  caseNo: string,
  known: CaseState | undefined,
  entries: readonly Entry[],
): Promise<CaseState> {
  const before = (entries[0]?.seq ?? 1) - 1;
  const base =
    known && known.seq >= before
      ? known
      : fold(
          versionsOf(matter),
          (await readLedger(sql, caseNo)).filter(({ seq }) => seq <= before),
        );
  return entries.filter(({ seq }) => seq > base.seq).reduce(evolve, base);
}

/** The case itself cannot take the command: a fault of its process or tables, and nobody's absence. */
export class CaseFault extends Error {
  constructor(cause: Error) {
    super(cause.cause instanceof Error ? cause.cause.message : cause.message, { cause });
  }
}

/** What an earlier release journaled and did not see begun. */
async function beginLate({ sql }: Dispatcher, command: OpeningCommand): Promise<Accepted> {
  const { process: code, version } = command.body.opening;
  const process = versionsOf(code).find((known) => known.version === version);
  if (!process) throw new Error(`no process ${code} version ${version}`);
  const begun = await sql.begin((tx) => begin(tx, process, command));
  return { kind: 'accepted', seq: begun.state.seq, ...begun };
}

type Attempt = {
  readonly late?: boolean;
  /** Who knows the case (up to any entry) says so: the answer then carries what is new and no more. */
  readonly known?: CaseState | undefined;
  /** Called while what has been accepted is being recorded, which may still fail. */
  readonly meanwhile?: (accepted: Accepted) => void;
};

/** One attempt. Whatever dies in between, the next attempt ends the same way. */
export async function dispatch(
  dispatcher: Dispatcher,
  matter: string,
  caseNo: string,
  command: Carried,
  { late = false, known, meanwhile }: Attempt = {},
): Promise<Dispatched> {
  const { sql } = dispatcher;
  if (command.body.type === 'open') return await beginLate(dispatcher, command as OpeningCommand);
  const answered = await update(dispatcher, matter, caseNo, command as Command, known);
  if (answered.kind === 'waiting') return answered;
  if (answered.kind === 'refused') {
    await settleRefused(sql, command.id, answered.refusal, late);
    return answered;
  }
  const { reply, state } = answered;
  const { entries, seq } = reply;
  if (entries.length === 0) {
    await settleUnchanged(sql, command.id, { seq, unchanged: true });
    return { kind: 'accepted', seq, entries };
  }
  const projection = reply.projection ?? (state && project(state));
  if (!projection) throw new Error(`${caseNo}: neither a projection nor a case to project`);
  const accepted: Accepted = { kind: 'accepted', seq, entries, ...(state ? { state } : {}) };
  const recording = recordCase(sql, { entries, projection });
  meanwhile?.(accepted);
  await recording;
  return accepted;
}
