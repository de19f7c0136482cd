/** Puts every open question that has not been put to its outside system, and calls off those no longer asked. */
import { isHeldBack } from '../../engine/ledger/effects.ts';
import { questionKey } from '../../engine/ledger/resending.ts';
import { actState, type CaseState, runOf } from '../../engine/ledger/state.ts';
import type { OpenAct } from '../../engine/replay/derived.ts';
import { isIncident, once, patiently, refusedOutside } from './activities.ts';
import type { Background } from './background.ts';
import type { Question, Tell } from './messages.ts';

export class Inquiries {
  /** Questions known to have been put (`ask/act/round`). */
  readonly asked: Set<string>;
  readonly #background: Background;
  readonly #tell: Tell;

  constructor(asked: readonly string[] | undefined, background: Background, tell: Tell) {
    this.asked = new Set(asked);
    this.#background = background;
    this.#tell = tell;
  }

  survey(state: CaseState): void {
    const open = runOf(state).open.filter(({ inquiry }) => inquiry);
    const keyOf = (act: OpenAct): string => questionKey(act.key, actState(state, act.key).round);
    const wanted = new Set(open.map(keyOf));
    for (const subject of this.#background.subjects)
      if (subject.startsWith('ask/') && !wanted.has(subject)) this.#background.callOff(subject);
    for (const act of open) {
      const key = keyOf(act);
      if (!this.asked.has(key) && !this.#background.has(key) && !isHeldBack(state, key))
        this.#ask(state, key, act);
    }
  }

  #ask(state: CaseState, subject: string, act: OpenAct): void {
    const { system = '', sources = [], question = {} } = act.inquiry ?? {};
    const { caseNo } = state;
    const { round } = actState(state, act.key);
    const { attempt = 1 } = state.rejections.get(subject) ?? {};
    const key = `${caseNo}/${subject}${attempt > 1 ? `~${attempt}` : ''}`;
    const work: Question = { key, caseNo, act: act.key, round, system, sources, question };
    this.#background.run(subject, async () => {
      try {
        await this.#put(act, work);
        this.asked.add(subject);
      } catch (error) {
        const refused = refusedOutside(error);
        if (!refused) throw error;
        this.#tell({ type: 'reject', ...refused, subject });
      }
    });
  }

  async #put({ name, key: subject }: OpenAct, work: Question): Promise<void> {
    const { system } = work;
    try {
      await once.ask.executeWithOptions({ summary: name }, [work]);
    } catch (error) {
      if (!isIncident(error)) throw error;
      this.#tell({ type: 'trouble', system, subject });
      try {
        await patiently.ask.executeWithOptions({ summary: `${name}（重试）` }, [work]);
      } finally {
        this.#tell({ type: 'recover', system, subject });
      }
    }
  }
}
