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
import type { SystemCommand } from '../../contract/command.ts';
import type { CountyClock } from '../../contract/county-clock.ts';
import { clockUpdate, commandUpdate, stateQuery } from '../../contract/names.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { type Handled, handle } from '../../engine/handle.ts';
import type { Entry } from '../../engine/ledger/entry.ts';
import { project } from '../../engine/ledger/projection.ts';
import { resendActs } from '../../engine/ledger/resending.ts';
import { type CaseState, isClosed, runOf } from '../../engine/ledger/state.ts';
import { nextWake } from '../../engine/ledger/wake.ts';
import type { AnyProcess } from '../../engine/process/definition.ts';
import { Background, spawn } from './background.ts';
import { DeadlineTimer } from './deadline-timer.ts';
import { Inquiries } from './inquiries.ts';
import type { CaseStart, CommandReply, Move, SentCommand } from './messages.ts';
import { Outbox } from './outbox.ts';
import { begun, resumed } from './resume.ts';

const command = defineUpdate<CommandReply, [SentCommand]>(commandUpdate);
const clockMoved = defineUpdate<void, [CountyClock]>(clockUpdate);
const stateOf = defineQuery<{ readonly [key: string]: unknown }>(stateQuery);

const refusal = ({ code, detail, fields, about }: Refusal): ApplicationFailure =>
  ApplicationFailure.nonRetryable(detail, code, {
    code,
    detail,
    ...(fields ? { fields } : {}),
    ...(about ? { about } : {}),
  });

/**
 * The workflow of every case: its type names the matter, its ledger the version of the process it runs under. It answers
 * from its first moment: what comes before its state is there waits for it.
 */
export function caseWorkflow(
  versionsOf: (matter: string) => readonly AnyProcess[],
): (start: CaseStart) => Promise<string> {
  return async (start) => {
    let here: Case | undefined;
    const once = async <T>(then: (arrived: Case) => T): Promise<T> => {
      await condition(() => here !== undefined);
      return then(here as Case);
    };
    setHandler(command, (sent) => here?.answer(sent) ?? once((arrived) => arrived.answer(sent)), {
      description: '对办件的一次操作',
      validator: (sent): void => here?.check(sent),
    });
    setHandler(
      clockMoved,
      (clock) => (here ? here.moveClock(clock) : once((arrived) => arrived.moveClock(clock))),
      { description: '县时钟调整（培训、测试）', validator: (_clock): void => {} },
    );
    setHandler(stateOf, () => here?.summary() ?? { loading: true }, {
      description: '办件当前状态（运维用）',
    });
    const versions = versionsOf(workflowInfo().workflowType);
    here = new Case(
      'ledger' in start ? begun(versions, start.ledger) : await resumed(versions, start.resumed),
      start,
    );
    return await here.live();
  };
}

/** Not worth going on in another run for. */
const fewEvents = 200;

class Case {
  /** What the case has entered in this run. */
  readonly #entries: Entry[];
  readonly #continueAfter: number;
  readonly #background = new Background();
  readonly #timer: DeadlineTimer;
  readonly #inquiries: Inquiries;
  readonly #outbox: Outbox;
  readonly #inOrder: boolean;
  readonly #endsWithCase: boolean;
  #state: CaseState;
  /** A move to another process version: asked of this run, carried out by the next, which may be another worker's. */
  #moving: Move | undefined;
  readonly #arriving: Move | undefined;
  #prepared: { readonly submission: string; readonly on: CaseState; readonly handled: Handled } | undefined;

  /** How long the history was when the case was there to be asked. */
  readonly #arrivedAt = workflowInfo().historyLength;

  constructor(state: CaseState, start: CaseStart) {
    this.#entries = 'ledger' in start ? [...start.ledger] : [];
    this.#state = state;
    this.#continueAfter = start.continueAfterEvents ?? Number.POSITIVE_INFINITY;
    this.#arriving = start.move;
    const tell = (body: SystemCommand): void => this.#tell(body);
    this.#timer = new DeadlineTimer(start.clock, nextWake(this.#state), (at) =>
      this.#tell({ type: 'expire' }, at),
    );
    this.#inquiries = new Inquiries(start.asked, this.#background, tell);
    this.#inOrder = start.inOrder ?? false;
    this.#endsWithCase = start.endsWithCase ?? false;
    const sender = {
      state: () => this.#state,
      entries: this.#entries,
      isLeaving: () => this.#isEnding() || this.#wantsToContinue(),
      windsUp: this.#inOrder && !this.#endsWithCase,
      tell,
      inOrder: this.#inOrder,
    };
    this.#outbox = new Outbox(start.delivered, sender, this.#background);
  }

  async live(): Promise<string> {
    if (this.#arriving) this.#tell(this.#arriving);
    this.#survey();
    if (this.#inOrder) spawn(this.#act());
    else {
      spawn(this.#timer.run());
      spawn(this.#outbox.run());
    }
    await condition(() => this.#isQuiet() && (this.#isOver() || this.#shouldContinue()));
    if (this.#isOver()) return runOf(this.#state).result?.outcome ?? '';
    this.#background.callOffAll();
    await condition(allHandlersFinished);
    return await makeContinueAsNewFunc<(start: CaseStart) => Promise<string>>(
      this.#moving ? { initialVersioningBehavior: 'AUTO_UPGRADE' } : {},
    )({
      resumed: { caseNo: this.#state.caseNo, seq: this.#state.seq },
      clock: this.#timer.clock,
      ...(this.#inOrder ? { inOrder: true as const } : {}),
      ...(this.#endsWithCase ? { endsWithCase: true as const } : {}),
      delivered: [...this.#outbox.delivered],
      asked: [...this.#inquiries.asked],
      ...(this.#moving ? { move: this.#moving } : {}),
      ...(Number.isFinite(this.#continueAfter) ? { continueAfterEvents: this.#continueAfter } : {}),
    });
  }

  /**
   * What the case does of its own accord, always in one order: news that came one after the other when it was first worked
   * on may come together when it is worked on again from its history, or the other way round.
   */
  async #act(): Promise<void> {
    for (;;) {
      await condition(() => this.#timer.isStale() || this.#outbox.hasWork());
      await this.#timer.set();
      this.#outbox.begin();
    }
  }

  // Deciding the same command twice over the same state is wasted work: the handler takes what the validator found.
  // On replay no validator runs and the handler finds it itself.
  #handled(sent: SentCommand): Handled {
    const known = this.#prepared;
    // A press that was refused may come again corrected, under its old id.
    const submission = `${sent.id} ${sent.wall} ${sent.hash}`;
    if (known && known.submission === submission && known.on === this.#state) return known.handled;
    const handled = handle(this.#state, sent);
    this.#prepared = { submission, on: this.#state, handled };
    return handled;
  }

  /** Throws the refusal, so that a command refused leaves no trace in the history. */
  check(sent: SentCommand): void {
    const handled = this.#handled(sent);
    if (handled.kind === 'refused') throw refusal(handled.refusal);
  }

  moveClock(clock: CountyClock): void {
    this.#timer.clock = clock;
  }

  answer(sent: SentCommand): CommandReply {
    const handled = this.#handled(sent);
    this.#prepared = undefined;
    if (handled.kind === 'refused') throw refusal(handled.refusal);
    if (sent.body.type === 'move') {
      this.#moving = sent.body;
      return this.#reply([]);
    }
    if (handled.kind === 'repeated') {
      const entries = this.#entries.filter(({ commandId }) => commandId === sent.id);
      return this.#reply(entries, handled.seq);
    }
    this.#absorb(handled.entries, handled.state);
    return this.#news(sent.known) ?? this.#reply(handled.entries);
  }

  /** All since an entry; undefined if this run has not made all of it, or its reader may not have the process to go on by. */
  #news(known: number | undefined): CommandReply | undefined {
    const from = this.#entries[0]?.seq;
    if (known === undefined || from === undefined || known < from - 1) return undefined;
    const entries = this.#entries.filter(({ seq }) => seq > known);
    if (entries.some(({ event }) => event.type === 'moved')) return undefined;
    return { entries, seq: this.#state.seq };
  }

  #reply(entries: readonly Entry[], seq = this.#state.seq): CommandReply {
    return entries.length > 0 ? { entries, projection: project(this.#state), seq } : { entries, seq };
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
    this.#entries.push(...entries);
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
    const grown = historyLength - this.#arrivedAt;
    // A large state alone makes a long history: to go on for that alone would never end.
    const tooLong = continueAsNewSuggested && grown > fewEvents;
    return this.#moving !== undefined || tooLong || grown > this.#continueAfter;
  }

  #shouldContinue = (): boolean => this.#wantsToContinue() && this.#outbox.isRecorded();

  /** Closed, with everything still to be recorded by the run itself. */
  #isEnding = (): boolean => isClosed(this.#state) && !this.#endsWithCase;

  #isOver = (): boolean =>
    isClosed(this.#state) &&
    (this.#endsWithCase || this.#outbox.isRecorded()) &&
    this.#background.subjects.length === 0 &&
    resendActs(this.#state).length === 0;

  #isQuiet = (): boolean => this.#outbox.isQuiet() && allHandlersFinished();

  summary(): { readonly [key: string]: unknown } {
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
