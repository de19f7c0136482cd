/** What every client does with its whistles: three departments each, some that object, some that join late, some joint enforcement. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Act, type Step, unitOf, Walk } from './walk.ts';

const lead = 'housing';
const helpers = ['police', 'education'];
const late = 'medical-insurance';
const competent = 'taxation';

export class Whistles extends Walk {
  protected readonly viewer = 'xianducha';
  readonly resting = '群众回访';
  readonly #joined = new Set<string>();

  async open(n: number): Promise<string> {
    const unit = unitOf(n);
    const form = {
      type: '日常哨',
      source: { kind: '网格' },
      title: `样例${n}`,
      facts: '巷口堆放建筑垃圾。',
      place: { address: `样例路${n}号` },
      photos: [],
      whyNot: '没有处罚权',
      item: '建筑垃圾处置',
      asks: [{ unit: lead, what: '清运' }],
    };
    return await this.desks.open(`${unit}-chuishao`, { matter: 'whistle', unit, form });
  }

  /** Somebody who is told of it while the departments are at work. */
  async #joins(n: number, caseNo: string): Promise<void> {
    if (n % 5 !== 2 || this.#joined.has(caseNo)) return;
    this.#joined.add(caseNo);
    const told = { type: 'supplement', fact: '增派', data: { unit: late, what: '协助' } };
    const { verdict, code } = await this.desks.submit('diaodu', caseNo, told);
    if (verdict === 'refused') this.journeys.faults.push(`${caseNo} 增派：${code}`);
  }

  async #linked(n: number, caseNo: string): Promise<void> {
    type Linking = {
      readonly linked: readonly { readonly caseNo: string; readonly outcome: string | null }[];
    };
    const { linked } = await this.desks.read<Linking>(this.viewer, `/cases/${caseNo}`);
    const child = linked.find(({ outcome }) => outcome === null);
    if (child) await this.lead(n, child.caseNo, 'closed');
    else await pause(100);
  }

  protected readonly steps: Readonly<Record<string, Step>> = {
    乡镇审核: async (n, caseNo, { key }) =>
      void (await this.decide(`${unitOf(n)}-fuze`, caseNo, key, '吹哨')),
    分派: async (_n, caseNo, { key }) => {
      this.journeys.races.doubleClicks++;
      await this.decide('diaodu', caseNo, key, '派单', { type: '日常哨', lead, helpers }, 2);
    },
    签收: async (n, caseNo, { key, unit }) => {
      await this.#joins(n, caseNo);
      const objects = n % 3 === 0 && key === `部门/${helpers[0]}/签收`;
      const form = { item: '某事项', grounds: '三定规定未列', competent };
      await this.decide(unit, caseNo, key, objects ? '退单' : '签收', objects ? form : undefined);
    },
    退单审核: async (_n, caseNo, { key }) =>
      void (await this.decide('diaodu', caseNo, key, '退单成立', { to: competent, item: '某事项' })),
    报到: async (_n, caseNo, { key, unit }) => {
      const form = { place: '现场', code: 'QD', roster: [{ name: '甲', post: '队员' }] };
      await this.decide(unit, caseNo, key, '已报到', form);
    },
    处置反馈: async (n, caseNo, { key, unit }) => {
      const today = await this.today();
      if (n % 4 === 1 && key === `部门/${lead}/处置反馈`) {
        const units = [lead, ...helpers].map((one) => ({ unit: one, power: '样例法' }));
        const call = { on: today, place: '现场', target: '样例', units };
        return void (await this.decide(unit, caseNo, key, '召集联合执法', call));
      }
      const done = { takenUpOn: today, talkedWith: '业主', measures: '已清运', solvedBy: today };
      await this.decide(unit, caseNo, key, '已处置', { ...done, caseNumbers: [], evidence: [] });
    },
    联合执法: async (n, caseNo) => await this.#linked(n, caseNo),
    确认执法人员: async (_n, caseNo, { key, unit }: Act) => {
      const officers = [1, 2].map((i) => ({ name: `甲${i}`, licence: `宁B-${i}` }));
      await this.decide(unit, caseNo, key, '已确认', { officers });
    },
    现场签到: async (_n, caseNo, { key, unit }) =>
      void (await this.decide(unit, caseNo, key, '已到场', { code: 'ZF', arrivedOn: await this.today() })),
    登记执法情况: async (_n, caseNo, { key, unit }) =>
      void (await this.decide(unit, caseNo, key, '已立案', {
        records: [],
        found: '属实',
        caseNumber: `${unit}-1`,
      })),
    汇总结果: async (n, caseNo, { key }) =>
      void (await this.decide(`${unitOf(n)}-chuishao`, caseNo, key, '已汇总', { result: '处罚' })),
    乡镇确认: async (n, caseNo, { key }) =>
      void (await this.decide(`${unitOf(n)}-chuishao`, caseNo, key, '通过')),
  };
}
