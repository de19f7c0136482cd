/** What every client does with its cases of 低保: from 登记 to the payment list. */
import { setTimeout as pause } from 'node:timers/promises';
import { sampleApplication, visitForm } from '../../stack/sample-application.ts';
import type { Acknowledged } from './desk.ts';
import { type Step, unitOf, Walk } from './walk.ts';

export class Course extends Walk {
  protected readonly viewer = 'ducha';
  readonly resting = '公示';
  readonly #raced = new Set<string>();
  readonly #objecting = new Map<string, Promise<Acknowledged>>();

  async open(n: number): Promise<string> {
    const unit = unitOf(n);
    const form = sampleApplication({ n: 3_000 + n, name: `样例${n}`, appliedOn: await this.today() });
    return await this.desks.openSample(`${unit}-chuangkou`, unit, form);
  }

  /** An objection is handed in just as the notice runs out: it counts, or whoever hands it in is told. */
  override disturb(n: number, caseNo: string): void {
    const command = {
      type: 'supplement',
      fact: '公示异议',
      data: { objector: `村民${n}`, content: '收入不实' },
    };
    this.#objecting.set(caseNo, this.desks.submit(`${unitOf(n)}-chushen`, caseNo, command));
  }

  override async settle(): Promise<void> {
    for (const submitted of this.#objecting.values()) {
      const { verdict } = await submitted;
      this.journeys.races.clockAgainstDecision[verdict === 'accepted' ? 'decision' : 'clock']++;
    }
  }

  protected readonly steps: Readonly<Record<string, Step>> = {
    材料审查: async (n, caseNo, { key }) => {
      this.journeys.races.doubleClicks++;
      await this.decide(`${unitOf(n)}-chuangkou`, caseNo, key, '受理', undefined, 2);
    },
    提请信息核对: async (n, caseNo, { key }) =>
      void (await this.decide(`${unitOf(n)}-diaocha`, caseNo, key, '已提请')),
    核对报告: async (_n, caseNo, { key }) => void (await this.decide('hedui', caseNo, key, '相符')),
    入户调查: async (n, caseNo, { key }) => {
      // What was accepted may show only when an entry before it has been recorded too: the race is over all the same.
      if (this.#raced.has(`${caseNo} ${key}`)) return await pause(100);
      const form = visitForm(await this.today());
      const both = await Promise.all([
        this.decide(`${unitOf(n)}-diaocha`, caseNo, key, '已调查', form),
        this.decide(`${unitOf(n)}-fuze`, caseNo, key, '已调查', form),
      ]);
      this.#raced.add(`${caseNo} ${key}`);
      this.journeys.races.twoOfficers++;
      const won = both.filter(({ verdict }) => verdict === 'accepted').length;
      const told = both.find(({ verdict }) => verdict === 'refused');
      if (won !== 1 || !told?.detail?.match(/员|负责人/) || told.code !== 'ALREADY_DECIDED')
        this.journeys.faults.push(`${caseNo} 两人同办：${JSON.stringify(both)}`);
    },
    初审: async (n, caseNo, { key }) =>
      void (await this.decide(`${unitOf(n)}-chushen`, caseNo, key, '拟同意')),
    张贴公示: async (n, caseNo, { key }) => {
      const today = await this.today();
      const form = { place: '村务公开栏', photo: visitForm(today).familySignature, postedOn: today };
      await this.decide(`${unitOf(n)}-chushen`, caseNo, key, '已张贴', form);
    },
    异议处理: async (n, caseNo, { key }) =>
      void (await this.decide(`${unitOf(n)}-chushen`, caseNo, key, '民主评议')),
    民主评议: async (n, caseNo, { key }) => {
      const form = { heldOn: await this.today(), participants: 9, conclusion: '情况属实' };
      await this.decide(`${unitOf(n)}-chushen`, caseNo, key, '已评议', form);
    },
    答复异议人: async (n, caseNo, { key }) => {
      const form = { reply: '已经评议', way: '当面' };
      await this.decide(`${unitOf(n)}-chushen`, caseNo, key, '已答复', form);
    },
    审核确认: async (n, caseNo, { key }) =>
      void (await this.decide(`${unitOf(n)}-fuze`, caseNo, key, '同意')),
    送达确认通知书: async (n, caseNo, { key }) => {
      const form = { method: '直接送达', deliveredOn: await this.today() };
      await this.decide(`${unitOf(n)}-chuangkou`, caseNo, key, '已送达', form);
    },
    公布: async (n, caseNo, { key }) =>
      void (await this.decide(`${unitOf(n)}-chushen`, caseNo, key, '已公布', { place: '公示栏' })),
  };
}
