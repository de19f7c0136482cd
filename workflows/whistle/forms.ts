/** What each step of a whistle asks to be filled in. */
import type { FieldIssue } from '../../contract/refusal.ts';
import { dateOf } from '../../engine/clock/time.ts';
import {
  choice,
  date,
  duty,
  file,
  group,
  integer,
  list,
  location,
  optional,
  person,
  text,
  unit,
} from '../../engine/forms/form.ts';
import { type CheckContext, outcome } from '../../engine/process/act.ts';
import { rule } from './basis.ts';
import { type Exclusion, type Ineligibility, whistleTypes } from './types.ts';

const fault = (field: string, said: string): readonly FieldIssue[] => [{ field, text: said }];

const inFuture =
  (field: string, label: string) =>
  (form: { readonly [name: string]: unknown }, { at }: CheckContext): readonly FieldIssue[] =>
    String(form[field]) > dateOf(at) ? [] : fault(field, `${label}应在今天之后`);

const oneOf = (listed: readonly { readonly code: string; readonly title: string }[]) =>
  choice(
    '情形',
    listed.map(({ code }) => code),
    Object.fromEntries(listed.map(({ code, title }) => [code, title])),
  );

/** 不予吹哨 by a listed code; what to do instead belongs to the code. */
export const notBlown = (listed: readonly Ineligibility[]) =>
  outcome({
    form: {
      code: oneOf(listed),
      explanation: text('说明', 1_000),
    },
    basis: rule('吹哨的准入条件'),
  });

export const dispatch = outcome({
  form: {
    type: choice('确定的哨型', whistleTypes),
    lead: unit('主办部门'),
    helpers: list('协办部门', unit('部门'), 0, 20),
    instruction: optional(text('调度意见', 1_000)),
  },
  basis: rule('规则（1）：主办只有一个，协办可以多个'),
  check: ({ lead, helpers }) =>
    new Set([lead, ...helpers]).size === helpers.length + 1
      ? []
      : fault('helpers', '主办部门不能同时协办，协办部门不能重复'),
});

export const objection = outcome({
  form: {
    item: duty('职责清单事项'),
    grounds: text('职责依据', 1_000),
    competent: unit('建议的主管部门'),
  },
  basis: rule('规则（2）：退单须写明职责依据和建议的主管部门，审核期间首接部门继续办理'),
});

const ruledFor = {
  to: unit('改派部门'),
  item: duty('职责清单事项'),
};
export const upheld = outcome({ form: ruledFor, opinion: 'required' });
export const notUpheld = outcome({ opinion: 'required' });

export const arrival = outcome({
  form: {
    place: text('到场地点', 200),
    location: optional(location('签到定位')),
    code: text('签到码', 40),
    roster: list('到场人员', group('人员', { name: text('姓名', 40), post: text('职务', 60) }), 1, 50),
  },
});

export const actionPlan = outcome({
  form: {
    summary: text('方案', 4_000),
    milestones: list(
      '节点',
      group('节点', { what: text('完成什么', 200), by: date('完成日期'), who: text('责任人', 40) }),
      1,
      30,
    ),
  },
});

/** 四要素: when it was taken up, with whom it was talked over, what was done, by when it holds. */
export const feedback = outcome({
  form: {
    takenUpOn: date('受理时间'),
    talkedWith: text('与谁沟通', 200),
    measures: text('解决措施', 4_000),
    solvedBy: date('解决时限'),
    caseNumbers: list('执法案号', text('案号', 80), 0, 20),
    evidence: list('佐证', file('材料'), 0, 20),
  },
  basis: rule('反馈四要素：受理时间、与谁沟通、解决措施、解决时限'),
});

/** 召集单, as joint enforcement asks for it. */
export const enforcementCalled = outcome({
  form: {
    on: date('执法日期'),
    place: text('地点', 200),
    target: text('执法对象', 200),
    units: list('执法单位', group('单位', { unit: unit('单位'), power: text('执法依据', 500) }), 2, 20),
  },
  basis: rule('需要两个以上执法权的，召集联合执法'),
  check: ({ units }) =>
    new Set(units.map((one) => one.unit)).size === units.length ? [] : fault('units', '执法单位不能重复'),
});

export const suspensionAsked = (reasons: readonly string[]) =>
  outcome({
    form: { reason: choice('挂起理由', reasons), reviewOn: date('复核日期'), facts: text('事实', 1_000) },
    basis: rule('规则（5）：只有列明的理由可以挂起，须定复核日期，停计公开'),
    check: inFuture('reviewOn', '复核日期'),
  });
export const stillSuspended = outcome({
  form: { reviewOn: date('下次复核日期') },
  opinion: 'required',
  check: inFuture('reviewOn', '下次复核日期'),
});
export const unsolvable = outcome({ form: { why: text('目前不能解决的原因', 1_000) } });

export const sentBack = (units: readonly string[]) =>
  outcome({
    form: { units: list('返工部门', unit('部门'), 1, 20), what: text('需要返工的内容', 1_000) },
    check: ({ units: named }) =>
      named.flatMap((one, i) =>
        units.includes(one) ? [] : fault(`units.${i}`, '该部门没有参加本哨，请从参加的部门中选择'),
      ),
  });
export const hangingAsked = outcome({ form: { why: text('目前不能解决的原因', 1_000) } });
export const supervisionLetter = outcome({
  form: { documentNo: text('督办函文号', 60), demand: text('督办要求', 1_000) },
});

const score = (label: string, max: number) => integer(`${label}（满分${max}）`, { min: 0, max });
export const ofDepartment = outcome({
  form: {
    arrival: score('报到及时', 25),
    people: score('人员到位', 15),
    effort: score('处置力度', 30),
    effect: score('实效', 30),
    comment: optional(text('评语')),
  },
});
export const ofTownship = outcome({
  form: {
    justified: score('是否该吹', 40),
    materials: score('材料齐全', 20),
    firstSteps: score('前期处置', 20),
    cooperation: score('协同', 20),
    comment: optional(text('评语')),
  },
});
export const ofCitizen = outcome({
  form: {
    answer: choice('回访结果', ['满意', '基本满意', '不满意', '未联系上']),
    solved: optional(choice('诉求是否解决', ['已解决', '未解决'])),
  },
  check: ({ answer, solved }) => {
    if (answer === '未联系上') return solved ? fault('solved', '没有联系上的，不填诉求是否解决') : [];
    return solved ? [] : fault('solved', '请填写群众说的诉求是否解决');
  },
});

/** 剔除: asked for by a listed code. */
export const exclusionAsked = (listed: readonly Exclusion[]) =>
  outcome({
    form: {
      code: oneOf(listed),
      grounds: text('事实和理由', 1_000),
      evidence: list('佐证', file('材料'), 0, 20),
    },
    basis: rule('剔除：写明情形，经批准后不计入三率'),
  });

export const hangingGranted = outcome({
  form: {
    owner: unit('责任单位'),
    leader: person('包抓领导'),
    target: date('目标日期'),
  },
  opinion: 'required',
  basis: rule('规则（6）：挂账须领导审批，定责任单位和目标日期，每月复查，双方确认后销号'),
  check: inFuture('target', '目标日期'),
});
export const hangingSolved = outcome({ form: { how: text('如何解决', 1_000) } });
