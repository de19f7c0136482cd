/** The people a registration passes through, and how far one is led for a test. */
import type { ApiClient } from '../../../client/client.ts';
import { sampleSha, withMaterials } from '../../../stack/sample-material.ts';
import { sampleIdentity } from '../../../stack/sample-people.ts';
import { type CaseView, type ClockView, done, type Town } from '../../setup/desk.ts';
import { until } from '../../setup/test-stack.ts';

export type RegistrationDesk = Awaited<ReturnType<typeof registrationDeskOf>>;

let people = 2_000;
export const somebody = (name: string, birth = '19800101') => ({
  name,
  identity: sampleIdentity(++people, birth),
});
const file = sampleSha('材料');

const charter = {
  社会团体: [
    '名称和住所',
    '宗旨业务范围和活动地域',
    '会员资格及其权利义务',
    '民主的组织管理制度和执行机构的产生程序',
    '负责人的条件和产生罢免的程序',
    '资产管理和使用的原则',
    '章程的修改程序',
    '终止程序和终止后资产的处理',
    '党的建设和社会主义核心价值观',
  ],
};
export const required = [
  '登记申请书',
  '验资报告',
  '场所使用权证明',
  '发起人和拟任负责人的基本情况和身份证明',
  '章程草案',
  '社会组织党建工作承诺书',
];

/** 平罗县<field>协会, under the education bureau. */
export function societyForm(field: string, over: Record<string, unknown> = {}) {
  const [head, deputy] = [somebody('马建国'), somebody('王秀英')];
  return {
    type: '社会团体',
    route: '双重管理',
    name: `平罗县${field}协会`,
    field,
    form: '协会',
    residence: '平罗县城关镇民族巷1号',
    purpose: '团结会员，服务行业，遵守宪法、法律。',
    scope: ['业务交流', '技术培训'],
    area: '平罗县',
    capitalFen: 3_000_000,
    supervisingUnit: 'education',
    founders: [head, deputy],
    officers: [
      { ...head, post: '会长' },
      { ...deputy, post: '秘书长' },
    ],
    legalRepresentative: { ...head, phone: '13800000001' },
    individualMembers: 52,
    unitMembers: 0,
    staff: 2,
    charter: charter.社会团体,
    materials: required.map((name) => ({ name, file })),
    ...over,
  };
}
export const items = ['人员', '会员和从业人员', '资金', '场所', '业务范围', '章程', '党建', '信用'] as const;

let fields = 0;
const numerals = '零一二三四五六七八九';
/** A field of activity nobody else in this run has. */
export const freshField = (): string =>
  `样例${[...String(++fields)].map((digit) => numerals[Number(digit)]).join('')}产业`;

export async function registrationDeskOf(town: Town) {
  const [window, reviewer, head, partyWork, inspector, education, housing] = (await Promise.all(
    ['shezu-shouli', 'shezu-shencha', 'juzhang', 'shezu-dangjian', 'ducha', 'education', 'housing'].map(
      town.as,
    ),
  )) as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
  await withMaterials(window);

  const apply = (matter: string, form: unknown, key = crypto.randomUUID()) =>
    window.open({ matter, unit: 'civil-affairs', form }, key);
  const asked = (form: unknown) => apply('organization-establishment', form);
  const view = async (caseNo: string): Promise<CaseView> => await inspector.get<CaseView>(`/cases/${caseNo}`);
  /** What whoever has an act in hand is shown with it. */
  const briefOf = async (who: ApiClient, caseNo: string, act: string): Promise<unknown> =>
    (await who.get<CaseView>(`/cases/${caseNo}`)).acts.find(({ key }) => key === act)?.brief;
  const open = async (caseNo: string): Promise<readonly string[]> =>
    (await view(caseNo)).acts.map(({ key }) => key).toSorted();
  const clocks = async (caseNo: string): Promise<readonly ClockView[]> =>
    (await inspector.get<{ items: readonly ClockView[] }>(`/cases/${caseNo}/clocks`)).items;

  async function opened(form: unknown = societyForm(freshField())): Promise<string> {
    const { caseNo } = done(await asked(form));
    await until(
      () => open(caseNo),
      (acts) => acts.includes('名称核查'),
    );
    return caseNo;
  }
  /** The name is in order and the supervising unit agrees. */
  async function agreed(form?: unknown): Promise<string> {
    const caseNo = await opened(form);
    done(await reviewer.decide(caseNo, '名称核查', '名称可用'));
    done(await education.decide(caseNo, '业务主管单位审查', '同意', { document: '平教发〔2026〕12号' }));
    return caseNo;
  }
  async function accepted(form?: unknown): Promise<string> {
    const caseNo = await agreed(form);
    done(await window.decide(caseNo, '材料审查', '受理'));
    return caseNo;
  }
  async function reviewed(form?: unknown): Promise<string> {
    const caseNo = await accepted(form);
    for (const item of items)
      done(
        await (item === '党建' ? partyWork : reviewer).decide(
          caseNo,
          `审查/${item}/提出审查意见`,
          '符合',
          {},
        ),
      );
    return caseNo;
  }
  async function concluded(form?: unknown): Promise<string> {
    const caseNo = await reviewed(form);
    done(await reviewer.decide(caseNo, '综合审查', '拟准予'));
    return caseNo;
  }
  const surveyed = async (caseNo: string, formal = 3): Promise<void> => {
    done(await window.decide(caseNo, '填报党员情况调查表', '已填报', { formal, probationary: 0 }));
  };
  const served = async (caseNo: string, act: string): Promise<void> => {
    done(await window.decide(caseNo, act, '已送达', { method: '直接送达', deliveredOn: town.today() }));
  };
  async function registered(form?: unknown): Promise<string> {
    const caseNo = await concluded(form);
    done(await head.decide(caseNo, '登记决定', '准予登记'));
    await surveyed(caseNo);
    await served(caseNo, '颁发证书');
    done(await reviewer.decide(caseNo, '发布成立公告', '已公告', { place: '县政府网站' }));
    return caseNo;
  }

  /** Registered, with its code. */
  async function organization(form?: unknown): Promise<string> {
    const { result } = await view(await registered(form));
    return String(result?.detail?.['uscc']);
  }

  return {
    apply,
    organization,
    window,
    reviewer,
    head,
    partyWork,
    inspector,
    education,
    housing,
    asked,
    view,
    briefOf,
    open,
    clocks,
    opened,
    agreed,
    accepted,
    reviewed,
    concluded,
    surveyed,
    served,
    registered,
  };
}
