/** What every client does with its registrations: names of their own, some with a public notice, to the certificate and the organisation's own file. */
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '../../db/connect.ts';
import type { LocalStack } from '../../stack/local-stack.ts';
import { withMaterials } from '../../stack/sample-material.ts';
import { freshField, societyForm } from '../matters/organization-establishment/desk.ts';
import { type Step, Walk } from './walk.ts';

export class Registrations extends Walk {
  protected readonly viewer = 'ducha';
  readonly resting = '公示';
  readonly #fields: string[] = [];
  #lost = 0;

  async open(n: number): Promise<string> {
    for (;;) {
      const uploaded = await this.desks
        .as('shezu-shouli')
        .then(withMaterials)
        .then(
          () => true,
          () => false,
        );
      if (uploaded) break;
      await pause(200);
    }
    // Two of three ask for a name of their own; every third for its neighbour's as well, and loses it.
    const field = freshField();
    this.#fields[n] = field;
    const asked = { matter: 'organization-establishment', unit: 'civil-affairs', form: societyForm(field) };
    const caseNo = await this.desks.open('shezu-shouli', asked);
    if (n % 3 === 0) await this.#losesName(field);
    return caseNo;
  }

  async #losesName(field: string): Promise<void> {
    const asked = { matter: 'organization-establishment', unit: 'civil-affairs', form: societyForm(field) };
    const second = await this.desks.open('shezu-shouli', asked).then(
      (caseNo) => caseNo,
      (error: Error) => error.message,
    );
    if (second.startsWith('登记被拒：TAKEN')) this.#lost++;
    else this.journeys.faults.push(`同一名称登记了两次：${second}`);
  }

  protected readonly steps: Readonly<Record<string, Step>> = {
    名称核查: async (_n, caseNo, { key }) =>
      void (await this.decide('shezu-shencha', caseNo, key, '名称可用')),
    业务主管单位审查: async (_n, caseNo, { key }) =>
      void (await this.decide('education', caseNo, key, '同意', { document: '样例1号' })),
    材料审查: async (_n, caseNo, { key }) => {
      this.journeys.races.doubleClicks++;
      await this.decide('shezu-shouli', caseNo, key, '受理', undefined, 2);
    },
    提出审查意见: async (_n, caseNo, { key }) => {
      const who = key.includes('/党建/') ? 'shezu-dangjian' : 'shezu-shencha';
      await this.decide(who, caseNo, key, '符合', {});
    },
    综合审查: async (n, caseNo, { key }) => {
      const asksPublic = n % 2 === 0 && !key.includes('#');
      await this.decide('shezu-shencha', caseNo, key, asksPublic ? '先公示' : '拟准予');
    },
    登记决定: async (_n, caseNo, { key }) => {
      this.journeys.races.doubleClicks++;
      await this.decide('juzhang', caseNo, key, '准予登记', undefined, 2);
    },
    填报党员情况调查表: async (_n, caseNo, { key }) =>
      void (await this.decide('shezu-shouli', caseNo, key, '已填报', { formal: 3, probationary: 0 })),
    颁发证书: async (_n, caseNo, { key }) => {
      const form = { method: '直接送达', deliveredOn: await this.today() };
      await this.decide('shezu-shouli', caseNo, key, '已送达', form);
    },
    发布成立公告: async (_n, caseNo, { key }) =>
      void (await this.decide('shezu-shencha', caseNo, key, '已公告', { place: '公示栏' })),
  };

  /** One code, one name, one file of its own to each organisation, and none to anybody else. */
  override async wrong(stack: LocalStack): Promise<readonly string[]> {
    const sql = connect(stack.settings.DATABASE_URL, 'yimen-faults', 1);
    try {
      const [row] = await sql<
        { registered: number; codes: number; names: number; files: number; drawn: number }[]
      >`
        select (select count(*)::int from register_row where register = '社会组织') as registered,
          (select count(distinct subject)::int from register_row where register = '社会组织') as codes,
          (select count(distinct subject)::int from register_row where register = '社会组织名称') as names,
          (select count(*)::int from case_head where matter = 'organization') as files,
          (select count(*)::int from pool_code where case_no is not null) as drawn`;
      const due = this.#fields.length;
      return Object.entries(row ?? {}).flatMap(([what, n]) =>
        n === due ? [] : [`${what}：应有 ${due}，实有 ${n}（同名被拒 ${this.#lost} 件）`],
      );
    } finally {
      await sql.end();
    }
  }
}
