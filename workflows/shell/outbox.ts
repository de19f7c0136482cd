/** What leaves the case: entries nobody else will record, and effects to be delivered, those of one moment together. */
import { condition } from '@temporalio/workflow';
import { type EffectRow, effectsOf } from '../../engine/ledger/effects.ts';
import type { Entry } from '../../engine/ledger/entry.ts';
import { project } from '../../engine/ledger/projection.ts';
import { isHeldBack } from '../../engine/ledger/resending.ts';
import type { CaseState } from '../../engine/ledger/state.ts';
import { isIncident, once, patiently, refusedOutside } from './activities.ts';
import type { Background } from './background.ts';
import type { Tell } from './messages.ts';

/** The case as its outbox needs to see it. */
export type Sender = {
  readonly state: () => CaseState;
  /** What it has entered in this run. */
  readonly entries: readonly Entry[];
  /** The case is about to end or to continue as new: everything must be recorded first. */
  readonly isLeaving: () => boolean;
  readonly tell: Tell;
};

export class Outbox {
  readonly delivered: Set<string>;
  /** The last entry an activity of this case has recorded. */
  recorded: number;
  /** The last entry the case made by itself: nobody else will record it. */
  #own = 0;
  /** Effects nobody has delivered or is delivering. */
  #pending: readonly EffectRow[] = [];
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
    return !this.#carrying && !this.#hasWork();
  }

  isRecorded(): boolean {
    return this.recorded >= this.#case.state().seq;
  }

  /** The newest entry is the case's own: nobody waits for its answer, so nobody else records it. */
  own(): void {
    this.#own = this.#case.state().seq;
  }

  survey(): void {
    // What no longer stands is not sent any more; what undoes it is sent only if it has left.
    const state = this.#case.state();
    this.#pending = effectsOf(state).filter(
      ({ key, withdrawnBy, undoes }) =>
        !this.delivered.has(key) &&
        !this.#background.has(key) &&
        !isHeldBack(state, key) &&
        (undoes ? this.delivered.has(undoes) : withdrawnBy === null),
    );
  }

  /** Carries out whatever is to be carried out, for as long as the case lives. */
  async run(): Promise<void> {
    for (;;) {
      await condition(() => this.#hasWork());
      this.#carrying = true;
      const state = this.#case.state();
      const { caseNo, seq } = state;
      const effects = this.#pending;
      const { recorded } = this;
      const entries = this.#mustRecord() ? this.#case.entries.filter((entry) => entry.seq > recorded) : [];
      const record = entries.length > 0 ? { record: { entries, projection: project(state) } } : {};
      const summary = effects.length > 0 ? effects.map(({ name }) => name).join('、') : '登记台账';
      try {
        this.recorded = await once.carryOut.executeWithOptions({ summary }, [
          { caseNo, recorded, ...record, effects },
        ]);
        for (const { key } of effects) this.delivered.add(key);
      } catch (error) {
        const refused = refusedOutside(error);
        if (refused) this.#case.tell({ type: 'reject', ...refused });
        else if (isIncident(error)) for (const effect of effects) this.#deliverPatiently(caseNo, effect);
        else throw error;
      }
      // Recording comes first: what was to be recorded has been, whatever became of the rest.
      if (entries.length > 0) this.recorded = Math.max(this.recorded, seq);
      this.#carrying = false;
      this.survey();
    }
  }

  /** Something nobody else will record or send. Before the end and before continuing, that is everything. */
  #hasWork(): boolean {
    return this.#pending.length > 0 || this.#mustRecord();
  }

  #mustRecord(): boolean {
    return this.#own > this.recorded || (!this.isRecorded() && this.#case.isLeaving());
  }

  #deliverPatiently(caseNo: string, effect: EffectRow): void {
    const { system, key: subject } = effect;
    this.#case.tell({ type: 'trouble', system, subject });
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
    this.survey();
  }
}
