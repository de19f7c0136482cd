/**
 * The one shell around every process: a durable case. Commands arrive as Updates and are answered at once; one timer
 * waits for the next limit that decides something; what the case decides by itself is recorded by an activity.
 */
import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  defineQuery,
  defineUpdate,
  makeContinueAsNewFunc,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Command, SystemCommand } from '../../contract/command.ts';
import type { CountyClock } from '../../contract/county-clock.ts';
import { clockUpdate, commandUpdate, stateQuery } from '../../contract/names.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { nextWake } from '../../engine/clock/case-clocks.ts';
import { type Handled, handle } from '../../engine/handle.ts';
import type { Entry } from '../../engine/ledger/entry.ts';
import { fold } from '../../engine/ledger/fold.ts';
import { project } from '../../engine/ledger/projection.ts';
import { type CaseState, isClosed, runOf } from '../../engine/ledger/state.ts';
import type { AnyProcess } from '../../engine/process/definition.ts';
import { Background, spawn } from './background.ts';
import { DeadlineTimer } from './deadline-timer.ts';
import { Inquiries } from './inquiries.ts';
import type { CaseStart, CommandReply, Move } from './messages.ts';
import { Outbox } from './outbox.ts';
import { withSharedTables } from './shared-tables.ts';

const command = defineUpdate<CommandReply, [Command]>(commandUpdate);
const clockMoved = defineUpdate<void, [CountyClock]>(clockUpdate);
const stateOf = defineQuery<{ readonly [key: string]: unknown }>(stateQuery);

const refusal = ({ code, detail, fields, about }: Refusal): ApplicationFailure =>
  ApplicationFailure.nonRetryable(detail, code, {
    code,
    detail,
    ...(fields ? { fields } : {}),
    ...(about ? { about } : {}),
  });

/** The workflow of every case: its type names the matter, its ledger the version of the process it runs under. */
export function caseWorkflow(
  versionsOf: (matter: string) => readonly AnyProcess[],
): (start: CaseStart) => Promise<string> {
  return async (start) => await new Case(versionsOf(workflowInfo().workflowType), start).live();
}

class Case {
  readonly #ledger: Entry[];
  readonly #continueAfter: number;
  readonly #background = new Background();
  readonly #timer: DeadlineTimer;
  readonly #inquiries: Inquiries;
  readonly #outbox: Outbox;
  #state: CaseState;
  /** A move to another process version: asked of this run, carried out by the next, which may be another worker's. */
  #moving: Move | undefined;
  readonly #arriving: Move | undefined;
  #prepared: { readonly id: string; readonly on: CaseState; readonly handled: Handled } | undefined;

  constructor(versions: readonly AnyProcess[], start: CaseStart) {
    this.#ledger = withSharedTables(start.ledger);
    this.#state = fold(versions, this.#ledger);
    this.#continueAfter = start.continueAfterEvents ?? Number.POSITIVE_INFINITY;
    this.#arriving = start.move;
    const tell = (body: SystemCommand): void => this.#tell(body);
    this.#timer = new DeadlineTimer(start.clock, nextWake(this.#state));
    this.#inquiries = new Inquiries(start.asked, this.#background, tell);
    const sender = {
      state: () => this.#state,
      ledger: this.#ledger,
      isLeaving: () => isClosed(this.#state) || this.#wantsToContinue(),
      tell,
    };
    this.#outbox = new Outbox(start.delivered, sender, this.#background);
  }

  async live(): Promise<string> {
    setHandler(command, (sent) => this.#answer(sent), {
      description: '对办件的一次操作',
      validator: (sent): void => {
        const handled = this.#handled(sent);
        if (handled.kind === 'refused') throw refusal(handled.refusal);
      },
    });
    setHandler(
      clockMoved,
      (clock) => {
        this.#timer.clock = clock;
      },
      { description: '县时钟调整（培训、测试）', validator: (_clock): void => {} },
    );
    setHandler(stateOf, () => this.#summary(), { description: '办件当前状态（运维用）' });
    if (this.#arriving) this.#tell(this.#arriving);
    this.#survey();
    spawn(this.#timer.run((at) => this.#tell({ type: 'expire' }, at)));
    spawn(this.#outbox.run());
    await condition(() => this.#isQuiet() && (this.#isOver() || this.#shouldContinue()));
    if (this.#isOver()) return runOf(this.#state).result?.outcome ?? '';
    this.#background.callOffAll();
    await condition(allHandlersFinished);
    return await makeContinueAsNewFunc<(start: CaseStart) => Promise<string>>(
      this.#moving ? { initialVersioningBehavior: 'AUTO_UPGRADE' } : {},
    )({
      ledger: this.#ledger,
      clock: this.#timer.clock,
      delivered: [...this.#outbox.delivered],
      asked: [...this.#inquiries.asked],
      ...(this.#moving ? { move: this.#moving } : {}),
      ...(Number.isFinite(this.#continueAfter) ? { continueAfterEvents: this.#continueAfter } : {}),
    });
  }

  // Deciding the same command twice over the same state is wasted work: the handler takes what the validator found.
  // On replay no validator runs and the handler finds it itself.
  #handled(sent: Command): Handled {
    const known = this.#prepared;
    if (known && known.id === sent.id && known.on === this.#state) return known.handled;
    const handled = handle(this.#state, sent);
    this.#prepared = { id: sent.id, on: this.#state, handled };
    return handled;
  }

  #answer(sent: Command): CommandReply {
    const handled = this.#handled(sent);
    this.#prepared = undefined;
    if (handled.kind === 'refused') throw refusal(handled.refusal);
    if (sent.body.type === 'move') {
      this.#moving = sent.body;
      return { entries: [], projection: project(this.#state) };
    }
    if (handled.kind === 'repeated') {
      const entries = this.#ledger.filter(({ commandId }) => commandId === sent.id);
      return { entries, projection: project(this.#state) };
    }
    this.#absorb(handled.entries, handled.state);
    return { entries: handled.entries, projection: project(this.#state) };
  }

  /** What the case tells itself. Nobody waits for the answer, so the case records it. */
  #tell(body: SystemCommand, at = this.#timer.now()): void {
    const handled = handle(this.#state, {
      id: `case/${body.type}/${this.#state.seq + 1}`,
      hash: '',
      at,
      wall: Date.now(),
      actor: { kind: 'system', name: 'case' },
      body,
    });
    if (handled.kind !== 'accepted' || handled.entries.length === 0) return;
    this.#absorb(handled.entries, handled.state);
    this.#outbox.own();
  }

  #absorb(entries: readonly Entry[], state: CaseState): void {
    if (entries.length === 0) return;
    this.#ledger.push(...entries);
    this.#state = state;
    this.#timer.wake = nextWake(state);
    this.#survey();
  }

  #survey(): void {
    this.#outbox.survey();
    this.#inquiries.survey(this.#state);
  }

  #wantsToContinue(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return this.#moving !== undefined || continueAsNewSuggested || historyLength > this.#continueAfter;
  }

  #shouldContinue = (): boolean => this.#wantsToContinue() && this.#outbox.isRecorded();

  #isOver = (): boolean =>
    isClosed(this.#state) && this.#outbox.isRecorded() && this.#background.subjects.length === 0;

  #isQuiet = (): boolean => this.#outbox.isQuiet() && allHandlersFinished();

  #summary(): { readonly [key: string]: unknown } {
    const { head, acts } = project(this.#state);
    return {
      head,
      acts,
      recorded: this.#outbox.recorded,
      background: this.#background.subjects,
      wake: this.#timer.wake ?? null,
      clock: this.#timer.clock,
    };
  }
}
