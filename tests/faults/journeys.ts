/** What every client does with its cases: from 登记 to the payment list, by whatever act is open. */
import { setTimeout as pause } from 'node:timers/promises';
import { townships } from '../../county/pingluo/units.ts';
import { sampleApplication, visitForm } from '../../stack/sample-application.ts';
import type { Acknowledged, Offices } from './desk.ts';

type View = {
  readonly state: 'open' | 'suspended' | 'closed';
  readonly acts: readonly { readonly key: string; readonly name: string }[];
};
export type Races = {
  doubleClicks: number;
  twoOfficers: number;
  clockAgainstDecision: { decision: number; clock: number };
};
export type Journeys = { readonly races: Races; readonly faults: string[] };

const stuckAfterMs = 180_000;
const units = Object.keys(townships);
const unitOf = (n: number): string => units[n % units.length] ?? 'chengguan';
const viewOf = (desks: Offices, caseNo: string): Promise<View> =>
  desks.read<View>('ducha', `/cases/${caseNo}`);
const opinion = '经核实，情况属实。';

export class Course {
  readonly journeys: Journeys = {
    races: { doubleClicks: 0, twoOfficers: 0, clockAgainstDecision: { decision: 0, clock: 0 } },
    faults: [],
  };
  readonly #desks: Offices;
  readonly #today: () => Promise<string>;
  readonly #raced = new Set<string>();
  readonly #objecting = new Map<string, Promise<Acknowledged>>();
  constructor(desks: Offices, today: () => Promise<string>) {
    this.#desks = desks;
    this.#today = today;
  }

  async open(n: number): Promise<string> {
    const unit = unitOf(n);
    const form = sampleApplication({ n: 3_000 + n, name: `样例${n}`, appliedOn: await this.#today() });
    return await this.#desks.open(`${unit}-chuangkou`, unit, form);
  }

  /** Goes on until the case is closed, or until 公示 alone is open. */
  async lead(n: number, caseNo: string, until: '公示' | 'closed'): Promise<void> {
    let last = Date.now();
    let before = '';
    for (;;) {
      const view = await viewOf(this.#desks, caseNo);
      if (view.state === 'closed') return;
      const names = view.acts.map(({ name }) => name);
      if (until === '公示' && names.includes('公示')) return;
      const now = names.join('、');
      if (now !== before) [before, last] = [now, Date.now()];
      if (Date.now() - last > stuckAfterMs) {
        this.journeys.faults.push(`${caseNo} 停在 ${now}`);
        return;
      }
      const step = view.acts.find(({ name }) => name in this.#steps);
      if (step) await this.#steps[step.name]?.(unitOf(n), caseNo, step.key);
      else await pause(100);
    }
  }

  /** An objection is handed in just as the notice runs out: one of the two decides, and the other is told. */
  object(n: number, caseNo: string): void {
    const command = {
      type: 'decide',
      act: '公示',
      outcome: '有异议',
      opinion,
      form: { objection: '收入不实' },
    };
    this.#objecting.set(caseNo, this.#desks.submit(`${unitOf(n)}-chushen`, caseNo, command));
  }

  async countObjections(): Promise<void> {
    for (const submitted of this.#objecting.values()) {
      const { verdict } = await submitted;
      this.journeys.races.clockAgainstDecision[verdict === 'accepted' ? 'decision' : 'clock']++;
    }
  }

  async #decide(
    username: string,
    caseNo: string,
    act: string,
    outcome: string,
    form?: unknown,
    clicks = 1,
  ): Promise<Acknowledged> {
    const command = { type: 'decide', act, outcome, opinion, ...(form ? { form } : {}) };
    const done = await this.#desks.submit(username, caseNo, command, clicks);
    // The view it acted on may have been read a moment before somebody else, or the clock, decided.
    if (done.verdict === 'refused' && done.code !== 'ALREADY_DECIDED' && done.code !== 'ACT_NOT_OPEN')
      this.journeys.faults.push(`${caseNo} ${act}：${done.code} ${done.detail}`);
    return done;
  }

  readonly #steps: Record<string, (unit: string, caseNo: string, key: string) => Promise<void>> = {
    材料审查: async (unit, caseNo, key) => {
      this.journeys.races.doubleClicks++;
      await this.#decide(`${unit}-chuangkou`, caseNo, key, '受理', undefined, 2);
    },
    提请信息核对: async (unit, caseNo, key) =>
      void (await this.#decide(`${unit}-diaocha`, caseNo, key, '已提请')),
    核对报告: async (_unit, caseNo, key) => void (await this.#decide('hedui', caseNo, key, '相符')),
    入户调查: async (unit, caseNo, key) => {
      // What was accepted may show only when an entry before it has been recorded too: the race is over all the same.
      if (this.#raced.has(`${caseNo} ${key}`)) return await pause(100);
      const form = visitForm(await this.#today());
      const both = await Promise.all([
        this.#decide(`${unit}-diaocha`, caseNo, key, '已调查', form),
        this.#decide(`${unit}-fuze`, caseNo, key, '已调查', form),
      ]);
      this.#raced.add(`${caseNo} ${key}`);
      this.journeys.races.twoOfficers++;
      const won = both.filter(({ verdict }) => verdict === 'accepted').length;
      const told = both.find(({ verdict }) => verdict === 'refused');
      if (won !== 1 || !told?.detail?.match(/员|负责人/) || told.code !== 'ALREADY_DECIDED')
        this.journeys.faults.push(`${caseNo} 两人同办：${JSON.stringify(both)}`);
    },
    初审: async (unit, caseNo, key) => void (await this.#decide(`${unit}-chushen`, caseNo, key, '拟同意')),
    异议处理: async (unit, caseNo, key) =>
      void (await this.#decide(`${unit}-chushen`, caseNo, key, '民主评议')),
    民主评议: async (unit, caseNo, key) => {
      const form = { heldOn: await this.#today(), participants: 9, conclusion: '情况属实' };
      await this.#decide(`${unit}-chushen`, caseNo, key, '已评议', form);
    },
    审核确认: async (unit, caseNo, key) => void (await this.#decide(`${unit}-fuze`, caseNo, key, '同意')),
    送达确认通知书: async (unit, caseNo, key) => {
      const form = { method: '直接送达', deliveredOn: await this.#today() };
      await this.#decide(`${unit}-chuangkou`, caseNo, key, '已送达', form);
    },
    公布: async (unit, caseNo, key) =>
      void (await this.#decide(`${unit}-chushen`, caseNo, key, '已公布', { place: '公示栏' })),
  };
}
