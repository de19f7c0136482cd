/**
 * What leaves the case: entries nobody else will record, and what it says to outside systems. That is queued as it is
 * recorded and sent from there; the run itself sends what has met an incident.
 */
import { condition } from '@temporalio/workflow';
import { type EffectRow, effectsOf } from '../../engine/ledger/effects.ts';
import type { Entry } from '../../engine/ledger/entry.ts';
import { project } from '../../engine/ledger/projection.ts';
import { type CaseState, isClosed } from '../../engine/ledger/state.ts';
import { isIncident, once, patiently, refusedOutside } from './activities.ts';
import { type Background, spawn } from './background.ts';
import type { HandOver, Tell } from './messages.ts';

/** The case as its outbox needs to see it. */
export type Sender = {
  readonly state: () => CaseState;
  /** What it has entered in this run. */
  readonly entries: readonly Entry[];
  /** The run is about to end or to continue as new, and everything must be recorded first. */
  readonly isLeaving: () => boolean;
  /** Of a run that sends all that is left before it ends. */
  readonly windsUp: boolean;
  readonly tell: Tell;
  /** Of a run that queues what it says as it is recorded; else it sends everything itself. */
  readonly inOrder: boolean;
};

export class Outbox {
  readonly delivered: Set<string>;
  /** The last entry an activity of this case has recorded. */
  recorded: number;
  /** The last entry the case made by itself: nobody else will record it. */
  #own = 0;
  /** Effects nobody has delivered, is delivering or has queued. */
  #pending: readonly EffectRow[] = [];
  /** The last entry of the closed case up to which all that was queued has been sent. */
  #woundUp = 0;
  #carrying = false;
  readonly #case: Sender;
  readonly #background: Background;

  constructor(delivered: readonly string[] | undefined, sender: Sender, background: Background) {
    this.delivered = new Set(delivered);
    this.recorded = sender.state().seq;
    this.#case = sender;
    this.#background = background;
  }

  isQuiet(): boolean {
    return !this.#carrying && !this.hasWork();
  }

  isRecorded(): boolean {
    return this.recorded >= this.#case.state().seq;
  }

  /** The newest entry is the case's own: nobody waits for its answer, so nobody else records it. */
  own(): void {
    this.#own = this.#case.state().seq;
  }

  survey(): void {
    const state = this.#case.state();
    if (this.#case.inOrder && state.troubles.length === 0) return;
    const unsent = effectsOf(state).filter(
      ({ key, held }) => !held && !this.delivered.has(key) && !this.#background.has(key),
    );
    if (this.#case.inOrder) {
      for (const effect of unsent)
        if (state.troubles.some(({ subject }) => subject === effect.key))
          this.#deliverPatiently(state.caseNo, effect);
      return;
    }
    // What no longer stands is not sent any more; what undoes it is sent only if it has left.
    this.#pending = unsent.filter(({ withdrawnBy, undoes }) =>
      undoes ? this.delivered.has(undoes) : withdrawnBy === null,
    );
  }

  /** As runs do that do not act in order. */
  async run(): Promise<void> {
    for (;;) {
      await condition(() => this.hasWork());
      await this.#work();
    }
  }

  /** Begins what there is to be done, one thing at a time. */
  begin(): void {
    if (this.hasWork()) spawn(this.#work());
  }

  async #work(): Promise<void> {
    this.#carrying = true;
    await (this.#mustWindUp() ? this.#windUp() : this.#carryOut());
    this.#carrying = false;
    this.survey();
  }

  #toRecord(): HandOver {
    const { recorded } = this;
    const state = this.#case.state();
    const entries = this.#mustRecord() ? this.#case.entries.filter(({ seq }) => seq > recorded) : [];
    const record = entries.length > 0 ? { record: { entries, projection: project(state) } } : {};
    return { caseNo: state.caseNo, recorded, ...record };
  }

  async #carryOut(): Promise<void> {
    const work = this.#toRecord();
    const { seq } = this.#case.state();
    const effects = this.#pending;
    const summary = effects.length > 0 ? effects.map(({ name }) => name).join('、') : '登记台账';
    try {
      this.recorded = await once.carryOut.executeWithOptions({ summary }, [{ ...work, effects }]);
      for (const { key } of effects) this.delivered.add(key);
    } catch (error) {
      const refused = refusedOutside(error);
      if (refused) this.#case.tell({ type: 'reject', ...refused });
      else if (isIncident(error))
        for (const effect of effects) {
          this.#case.tell({ type: 'trouble', system: effect.system, subject: effect.key });
          this.#deliverPatiently(work.caseNo, effect);
        }
      else throw error;
    }
    // Recording comes first: what was to be recorded has been, whatever became of the rest.
    if (work.record) this.recorded = Math.max(this.recorded, seq);
  }

  async #windUp(): Promise<void> {
    const { seq } = this.#case.state();
    const summary = '登记台账，送出余下的';
    const { recorded, unsent } = await once.windUp.executeWithOptions({ summary }, [this.#toRecord()]);
    this.recorded = recorded;
    this.#woundUp = seq;
    for (const command of unsent) this.#case.tell(command);
  }

  /** Something nobody else will record or send, and nothing is under way. Before the end and before continuing, that is everything. */
  hasWork(): boolean {
    return !this.#carrying && (this.#pending.length > 0 || this.#mustRecord() || this.#mustWindUp());
  }

  #mustWindUp(): boolean {
    const state = this.#case.state();
    return this.#case.windsUp && isClosed(state) && this.#woundUp < state.seq;
  }

  #mustRecord(): boolean {
    return this.#own > this.recorded || (!this.isRecorded() && this.#case.isLeaving());
  }

  #deliverPatiently(caseNo: string, effect: EffectRow): void {
    const { system, key: subject } = effect;
    this.#background.run(subject, async () => {
      try {
        await patiently.carryOut.executeWithOptions({ summary: `${effect.name}（重试）` }, [
          { caseNo, recorded: this.recorded, effects: [effect] },
        ]);
        this.delivered.add(subject);
      } catch (error) {
        const refused = refusedOutside(error);
        if (!refused) throw error;
        this.#case.tell({ type: 'reject', ...refused });
      }
      this.#case.tell({ type: 'recover', system, subject });
    });
  }
}
