/**
 * The one shell around every process: a durable case. Commands arrive as Updates and are answered at once; one timer
 * waits for the next limit that decides something; what the case decides by itself is recorded by an activity.
 */
import {
  ActivityFailure,
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  defineQuery,
  defineUpdate,
  isCancellation,
  makeContinueAsNewFunc,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Command, SystemCommand } from '../../contract/command.ts';
import { type CountyClock, countyTime, wallTime } from '../../contract/county-clock.ts';
import { clockUpdate, commandUpdate, outsideIncident, stateQuery } from '../../contract/names.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { nextWake } from '../../engine/clock/case-clocks.ts';
import { dateOf } from '../../engine/clock/time.ts';
import { type Handled, handle } from '../../engine/handle.ts';
import type { Entry } from '../../engine/ledger/entry.ts';
import { fold } from '../../engine/ledger/fold.ts';
import { type EffectRow, project } from '../../engine/ledger/projection.ts';
import { actState, type CaseState, isClosed, runOf } from '../../engine/ledger/state.ts';
import type { AnyProcess } from '../../engine/process/definition.ts';
import type { OpenAct } from '../../engine/replay/derived.ts';
import type { CaseActivities, CaseStart, CommandReply, Move, Question } from './messages.ts';
import { withSharedTables } from './shared-tables.ts';

const command = defineUpdate<CommandReply, [Command]>(commandUpdate);
const clockMoved = defineUpdate<void, [CountyClock]>(clockUpdate);
const stateOf = defineQuery<{ readonly [key: string]: unknown }>(stateQuery);

const second = 1_000;
const once = proxyActivities<CaseActivities>({
  startToCloseTimeout: 30 * second,
  retry: {
    initialInterval: second,
    backoffCoefficient: 2,
    maximumInterval: 30 * second,
    nonRetryableErrorTypes: [outsideIncident],
  },
});
const patiently = proxyActivities<CaseActivities>({
  startToCloseTimeout: 30 * second,
  retry: { initialInterval: second, backoffCoefficient: 2, maximumInterval: 60 * second },
});

const refusal = ({ code, detail, fields, about }: Refusal): ApplicationFailure =>
  ApplicationFailure.nonRetryable(detail, code, {
    code,
    detail,
    ...(fields ? { fields } : {}),
    ...(about ? { about } : {}),
  });

const isIncident = (error: unknown): boolean =>
  error instanceof ActivityFailure &&
  error.cause instanceof ApplicationFailure &&
  error.cause.type === outsideIncident;

/** The workflow of every case: its type names the matter, its ledger the version of the process it runs under. */
export function caseWorkflow(
  versionsOf: (matter: string) => readonly AnyProcess[],
): (start: CaseStart) => Promise<string> {
  return async (start) => await new Case(versionsOf(workflowInfo().workflowType), start).live();
}

class Case {
  readonly #ledger: Entry[];
  readonly #delivered: Set<string>;
  readonly #asked: Set<string>;
  readonly #continueAfter: number;
  /** Questions and deliveries under way, by subject, so that they can be called off. */
  readonly #background = new Map<string, CancellationScope>();
  #state: CaseState;
  #clock: CountyClock;
  #wake: number | undefined;
  /** Effects nobody has delivered or is delivering. */
  #pending: readonly EffectRow[] = [];
  /** The last entry an activity of this case has recorded. */
  #recorded: number;
  /** The last entry the case made by itself: nobody else will record it. */
  #own = 0;
  #carrying = false;
  /** A move to another process version: asked of this run, carried out by the next, which may be another worker's. */
  #moving: Move | undefined;
  readonly #arriving: Move | undefined;
  #prepared: { readonly id: string; readonly on: CaseState; readonly handled: Handled } | undefined;

  constructor(versions: readonly AnyProcess[], start: CaseStart) {
    this.#ledger = withSharedTables(start.ledger);
    this.#state = fold(versions, this.#ledger);
    this.#clock = start.clock;
    this.#delivered = new Set(start.delivered);
    this.#asked = new Set(start.asked);
    this.#continueAfter = start.continueAfterEvents ?? Number.POSITIVE_INFINITY;
    this.#recorded = this.#state.seq;
    this.#wake = nextWake(this.#state);
    this.#arriving = start.move;
  }

  async live(): Promise<string> {
    setHandler(command, (sent) => this.#answer(sent), {
      description: '对办件的一次操作',
      validator: (sent): void => {
        const handled = this.#handled(sent);
        if (handled.kind === 'refused') throw refusal(handled.refusal);
      },
    });
    setHandler(clockMoved, (clock) => this.#moveClock(clock), {
      description: '县时钟调整（培训、测试）',
      validator: (_clock): void => {},
    });
    setHandler(stateOf, () => this.#summary(), { description: '办件当前状态（运维用）' });
    if (this.#arriving) this.#tell(this.#arriving);
    this.#survey();
    this.#askOpenQuestions();
    this.#spawn(this.#keepTime());
    this.#spawn(this.#carryOutAll());
    await condition(() => this.#isQuiet() && (this.#isOver() || this.#shouldContinue()));
    if (this.#isOver()) return runOf(this.#state).result?.outcome ?? '';
    for (const scope of this.#background.values()) scope.cancel();
    await condition(allHandlersFinished);
    return await makeContinueAsNewFunc<(start: CaseStart) => Promise<string>>(
      this.#moving ? { initialVersioningBehavior: 'AUTO_UPGRADE' } : {},
    )({
      ledger: this.#ledger,
      clock: this.#clock,
      delivered: [...this.#delivered],
      asked: [...this.#asked],
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
      return {
        entries: this.#ledger.filter(({ commandId }) => commandId === sent.id),
        projection: project(this.#state),
      };
    }
    this.#absorb(handled.entries, handled.state);
    return { entries: handled.entries, projection: project(this.#state) };
  }

  /** What the case tells itself. Nobody waits for the answer, so the case records it. */
  #tell(body: SystemCommand, at = countyTime(this.#clock, Date.now())): void {
    const id = `case/${body.type}/${this.#state.seq + 1}`;
    const handled = handle(this.#state, {
      id,
      hash: '',
      at,
      wall: Date.now(),
      actor: { kind: 'system', name: 'case' },
      body,
    });
    if (handled.kind !== 'accepted' || handled.entries.length === 0) return;
    this.#absorb(handled.entries, handled.state);
    this.#own = this.#state.seq;
  }

  #absorb(entries: readonly Entry[], state: CaseState): void {
    if (entries.length === 0) return;
    this.#ledger.push(...entries);
    this.#state = state;
    this.#wake = nextWake(state);
    this.#survey();
    this.#askOpenQuestions();
  }

  #moveClock(clock: CountyClock): void {
    this.#clock = clock;
  }

  #spawn(work: Promise<void>): void {
    work.catch((error) => {
      if (!isCancellation(error)) throw error;
    });
  }

  /** One timer, the next limit that decides something; set again only when that changes. */
  async #keepTime(): Promise<void> {
    for (;;) {
      const [wake, clock] = [this.#wake, this.#clock];
      const changed = (): boolean => this.#wake !== wake || this.#clock !== clock;
      if (wake === undefined) {
        await condition(changed);
        continue;
      }
      const wait = wallTime(clock, wake) - Date.now();
      const moved =
        wait > 0 && (await condition(changed, wait, { summary: `期限届满：${dateOf(wake - 1)}` }));
      if (!moved && !changed()) this.#tell({ type: 'expire' }, Math.max(wake, countyTime(clock, Date.now())));
    }
  }

  #survey(): void {
    const due = runOf(this.#state).effects.some(
      ({ key }) => !this.#delivered.has(key) && !this.#background.has(key),
    );
    this.#pending = due
      ? project(this.#state).effects.filter(
          ({ key }) => !this.#delivered.has(key) && !this.#background.has(key),
        )
      : [];
  }

  /** Something nobody else will record or send. Before the end and before continuing, that is everything. */
  #hasWork(): boolean {
    if (this.#own > this.#recorded || this.#pending.length > 0) return true;
    return this.#recorded < this.#state.seq && (isClosed(this.#state) || this.#wantsToContinue());
  }

  async #carryOutAll(): Promise<void> {
    for (;;) {
      await condition(() => this.#hasWork());
      this.#carrying = true;
      const seq = this.#state.seq;
      const effects = this.#pending;
      const entries = this.#ledger.filter((entry) => entry.seq > this.#recorded);
      const projection = project(this.#state);
      const name = effects.length > 0 ? effects.map((effect) => effect.name).join('、') : '登记台账';
      try {
        await once.carryOut.executeWithOptions({ summary: name }, [
          { caseNo: this.#state.caseNo, entries, projection, effects },
        ]);
        for (const { key } of effects) this.#delivered.add(key);
      } catch (error) {
        if (!isIncident(error)) throw error;
        for (const effect of effects) this.#deliverPatiently(effect);
      }
      this.#recorded = seq;
      this.#carrying = false;
      this.#survey();
    }
  }

  #deliverPatiently(effect: EffectRow): void {
    const { caseNo } = this.#state;
    this.#tell({ type: 'trouble', system: effect.system, subject: effect.key });
    this.#inBackground(effect.key, async () => {
      await patiently.deliver.executeWithOptions({ summary: `${effect.name}（重试）` }, [
        { caseNo, effects: [effect], patient: true },
      ]);
      this.#delivered.add(effect.key);
      this.#tell({ type: 'recover', system: effect.system, subject: effect.key });
    });
  }

  /** Puts every open question that has not been put, and calls off those no longer asked. */
  #askOpenQuestions(): void {
    const open = runOf(this.#state).open.filter(({ inquiry }) => inquiry);
    const wanted = new Set(open.map((act) => this.#questionKey(act)));
    for (const [key, scope] of this.#background)
      if (key.startsWith('ask/') && !wanted.has(key)) scope.cancel();
    for (const act of open) {
      const key = this.#questionKey(act);
      if (!this.#asked.has(key) && !this.#background.has(key)) this.#ask(key, act);
    }
  }

  #questionKey = (act: OpenAct): string => `ask/${act.key}/${actState(this.#state, act.key).round}`;

  #ask(key: string, act: OpenAct): void {
    const { system = '', sources = [], question = {} } = act.inquiry ?? {};
    const { caseNo } = this.#state;
    const round = actState(this.#state, act.key).round;
    const work: Question = {
      key: `${caseNo}/${key}`,
      caseNo,
      act: act.key,
      round,
      system,
      sources,
      question,
    };
    this.#inBackground(key, async () => {
      try {
        await once.ask.executeWithOptions({ summary: act.name }, [{ ...work, patient: false }]);
      } catch (error) {
        if (!isIncident(error)) throw error;
        this.#tell({ type: 'trouble', system, subject: act.key });
        await patiently.ask.executeWithOptions({ summary: `${act.name}（重试）` }, [
          { ...work, patient: true },
        ]);
        this.#tell({ type: 'recover', system, subject: act.key });
      }
      this.#asked.add(key);
    });
  }

  #inBackground(key: string, work: () => Promise<void>): void {
    const scope = new CancellationScope({ cancellable: true });
    this.#background.set(key, scope);
    this.#spawn(scope.run(work).finally(() => this.#background.delete(key)));
    this.#survey();
  }

  #wantsToContinue(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return this.#moving !== undefined || continueAsNewSuggested || historyLength > this.#continueAfter;
  }

  #shouldContinue = (): boolean => this.#wantsToContinue() && this.#recorded >= this.#state.seq;

  #isOver = (): boolean =>
    isClosed(this.#state) && this.#recorded >= this.#state.seq && this.#background.size === 0;

  #isQuiet = (): boolean => !this.#carrying && !this.#hasWork() && allHandlersFinished();

  #summary(): { readonly [key: string]: unknown } {
    const { head, acts } = project(this.#state);
    return {
      head,
      acts,
      recorded: this.#recorded,
      background: [...this.#background.keys()],
      wake: this.#wake ?? null,
      clock: this.#clock,
    };
  }
}
