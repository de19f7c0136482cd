/** One client's way with a case: whatever act is open is done by whoever does it, until the case is where it should be. */
import { setTimeout as pause } from 'node:timers/promises';
import { townships } from '../../county/pingluo/units.ts';
import type { LocalStack } from '../../stack/local-stack.ts';
import type { Acknowledged, Offices } from './desk.ts';

export type Act = { readonly key: string; readonly name: string; readonly unit: string };
type View = {
  readonly state: 'open' | 'suspended' | 'closed';
  readonly acts: readonly Act[];
};
export type Races = {
  doubleClicks: number;
  twoOfficers: number;
  clockAgainstDecision: { decision: number; clock: number };
};
export type Journeys = { readonly races: Races; readonly faults: string[] };
/** `n` tells one case of a run from another. */
export type Step = (n: number, caseNo: string, act: Act) => Promise<void>;

const stuckAfterMs = 180_000;
const units = Object.keys(townships);
export const unitOf = (n: number): string => units[n % units.length] ?? 'chengguan';
export const opinion = '经核实，情况属实。';

export abstract class Walk {
  protected readonly desks: Offices;
  protected readonly today: () => Promise<string>;
  /** What came of all walks of the run. */
  protected readonly journeys: Journeys;
  /** Who may see every case of the matter. */
  protected abstract readonly viewer: string;
  protected abstract readonly steps: Readonly<Record<string, Step>>;
  /** The act that only the clock, or an objection, ends. */
  abstract readonly resting: string;

  constructor(desks: Offices, today: () => Promise<string>, journeys: Journeys) {
    this.desks = desks;
    this.today = today;
    this.journeys = journeys;
  }

  abstract open(n: number): Promise<string>;

  /** Something that happens just as the limit of the resting act runs out. */
  disturb(_n: number, _caseNo: string): void {}
  async settle(): Promise<void> {}

  /** What else does not agree afterwards, a line for each. */
  async wrong(_stack: LocalStack): Promise<readonly string[]> {
    return [];
  }

  /** Goes on until the case is closed, or until the resting act is open. */
  async lead(n: number, caseNo: string, until: 'resting' | 'closed'): Promise<void> {
    let last = Date.now();
    let before = '';
    for (;;) {
      const view = await this.desks.read<View>(this.viewer, `/cases/${caseNo}`);
      if (view.state === 'closed') return;
      const names = view.acts.map(({ name }) => name);
      if (until === 'resting' && names.includes(this.resting)) return;
      const now = names.join('、');
      if (now !== before) [before, last] = [now, Date.now()];
      if (Date.now() - last > stuckAfterMs) {
        this.journeys.faults.push(`${caseNo} 停在 ${now}`);
        return;
      }
      const act = view.acts.find(({ name }) => name in this.steps);
      if (act) await this.steps[act.name]?.(n, caseNo, act);
      else await pause(100);
    }
  }

  protected async decide(
    username: string,
    caseNo: string,
    act: string,
    outcome: string,
    form?: unknown,
    clicks = 1,
  ): Promise<Acknowledged> {
    const command = { type: 'decide', act, outcome, opinion, ...(form ? { form } : {}) };
    const done = await this.desks.submit(username, caseNo, command, clicks);
    // The view it acted on may have been read a moment before somebody else, or the clock, decided.
    if (done.verdict === 'refused' && done.code !== 'ALREADY_DECIDED' && done.code !== 'ACT_NOT_OPEN')
      this.journeys.faults.push(`${caseNo} ${act}：${done.code} ${done.detail}`);
    return done;
  }
}
