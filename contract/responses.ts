/** What the API answers, as zod schemas: served as OpenAPI, and checked against every answer in the tests. */
import { z } from '@hono/zod-openapi';
import type { Json } from './rule.ts';

const items = <S extends z.ZodType>(of: S) => z.array(of).readonly();
const at = z.number().openapi({ description: '县时间，epoch 毫秒' });
const seq = z.number().int();
const words = z.string();
// Whatever JSON a process puts there; a recursive schema would say no more.
const anything = (description: string) => (z.any() as z.ZodType<Json>).openapi({ description });
const formSchema = z
  .record(z.string(), z.any() as z.ZodType<Json>)
  .openapi({ description: '表单的 JSON Schema' });
const office = z.strictObject({ unit: z.string(), role: z.string() });
const labels = z.record(z.string(), z.string()).openapi({ description: '列表上显示的项，如申请人' });
const cursor = z.string().nullable().openapi({ description: '下一页的位置；null 为最后一页' });
const pageOf = <S extends z.ZodType>(of: S) => z.strictObject({ items: items(of), cursor });
const listOf = <S extends z.ZodType>(of: S) => z.strictObject({ items: items(of) });

const field = z.strictObject({ field: z.string(), text: z.string() });
/** Null if it may be done; otherwise a code of the catalogue. */
const whyNot = z.string().nullable().openapi({ description: '不能做时的错误编码；能做则为 null' });
const because = z.string().nullable().openapi({ description: '不能做的原因和下一步' });

export const health = z.strictObject({ status: z.literal('up') }).openapi('Health');
export const readiness = z
  .strictObject({
    status: z.enum(['ready', 'waiting']),
    postgresql: z.boolean(),
    temporal: z.boolean(),
    worker: z.boolean(),
    stuck: items(z.string()).openapi({ description: '卡住的办件号，最多 20 个' }),
  })
  .openapi('Readiness');
export const clockNow = z.strictObject({ now: at, speed: z.number() }).openapi('CountyClock');
export const session = z.strictObject({ token: z.string() }).openapi('Session');

const post = z.strictObject({
  id: z.string(),
  unit: z.string(),
  role: z.string(),
  from: z.string(),
  to: z.string().optional(),
});
export const person = z
  .strictObject({ id: z.string(), name: z.string(), username: z.string(), posts: items(post) })
  .openapi('Me');
const unit = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['county', 'department', 'township']),
  parent: z.string().nullable(),
});
export const unitList = listOf(unit).openapi('Units');

export const storedMaterial = z
  .strictObject({ sha256: z.string(), bytes: z.number().int(), mediaType: z.string() })
  .openapi('StoredMaterial');

const matterSummary = z.strictObject({
  code: z.string(),
  title: z.string(),
  basis: z.string(),
  version: z.number().int(),
  openedBy: z.string().openapi({ description: '登记它的岗位，按本县的叫法' }),
});
export const matterList = listOf(matterSummary).openapi('Matters');
const ruleRow = z.strictObject({
  value: anything('规则的值'),
  from: z.string(),
  to: z.string().optional(),
  basis: z.string(),
  standing: z.enum(['law', 'county']),
});
export const matter = matterSummary
  .extend({
    form: formSchema,
    units: items(z.string()).openapi({ description: '我可以在哪些单位登记它' }),
    rules: items(
      z.strictObject({ name: z.string(), title: z.string(), version: z.string(), row: ruleRow.nullable() }),
    ),
  })
  .openapi('Matter');

/** An open act as lists show it. */
const openAct = {
  key: z.string(),
  name: z.string(),
  kind: z.enum(['decide', 'inquire', 'publicNotice', 'askApplicant', 'serve', 'await', 'resend', 'reply']),
  unit: z.string(),
  role: z.string(),
  assignee: z.string().nullable(),
  round: z.number().int(),
  usedBefore: z.number().int().openapi({ description: '以前各轮已用的工作分钟' }),
  openedAt: at,
  dueAt: at.nullable(),
  riskAt: at.nullable(),
  provisional: z.boolean().openapi({ description: '期限依据尚未公布或确认的日历' }),
};
export const task = z
  .strictObject({
    ...openAct,
    caseNo: z.string(),
    matter: z.string(),
    lapsedFrom: z.string().nullable().openapi({ description: '原认领人，任职已满' }),
    stage: z.string(),
    labels,
    caseDueAt: at.nullable(),
    risk: z.enum(['red', 'yellow', 'green']),
  })
  .openapi('Task');
export const taskPage = pageOf(task).openapi('TaskPage');

/** The cases behind a figure are `/acts` asked with the same matter, unit, step and person. */
const figureOf = {
  matter: z.string().nullable(),
  unit: z.string().nullable(),
  step: z.string().nullable(),
  name: z.string(),
};
export const dutyList = listOf(
  z.strictObject({
    code: z.string(),
    kind: z.enum(['基本履职', '配合履职', '上级部门收回']),
    item: z.string(),
    unit: z.string(),
    basis: z.string(),
    from: z.string(),
    to: z.string().nullable(),
  }),
).openapi('DutyList');
export const frozenPeriod = z
  .strictObject({
    month: z.string(),
    sha256: z.string().openapi({ description: '冻结内容的摘要' }),
    figures: anything('按月冻结的计数、工作分钟和指标，每项指标附公式'),
  })
  .openapi('FrozenPeriod');
export const lateness = listOf(
  z.strictObject({
    unit: z.string(),
    late: items(z.string()).openapi({ description: '该单位逾期办结的、逾期未办的环节' }),
    inTime: z.boolean().nullable().openapi({
      description: '该单位若都在时限内办结，整件是否按期；null 为不能断定',
    }),
  }),
).openapi('Lateness');
export const supervision = z
  .strictObject({
    at,
    month: z.string(),
    formula: z.number().int().openapi({ description: '算法的版本' }),
    now: items(
      z.strictObject({
        by: z.enum(['matter', 'unit', 'step', 'person']),
        ...figureOf,
        person: z.string().nullable(),
        open: z.number().int(),
        overdue: z.number().int(),
        atRisk: z.number().int().openapi({ description: '已用去时限的八成' }),
        earliestDueAt: at.nullable(),
      }),
    ),
    done: items(
      z.strictObject({
        by: z.enum(['matter', 'unit', 'step']),
        ...figureOf,
        decided: z.number().int(),
        limited: z.number().int().openapi({ description: '其中有时限的' }),
        onTime: z.number().int(),
        rate: z.number().nullable().openapi({ description: '按时率：onTime ÷ limited' }),
      }),
    ),
    days: items(z.strictObject({ party: z.string(), minutes: z.number().int() })).openapi({
      description: '当月记入台账的工作分钟，由谁承担',
    }),
  })
  .openapi('Supervision');

const noticeText = z.strictObject({
  title: z.string(),
  paragraphs: items(z.string()),
  remedies: items(z.string()).optional(),
});
export const noticePage = pageOf(
  z.strictObject({ name: z.string(), text: noticeText, at, until: at.nullable() }),
).openapi('NoticePage');

const trouble = z.strictObject({ system: z.string(), subject: z.string(), since: at });
const unaffirmed = z.strictObject({ act: z.string(), name: z.string(), person: z.string() });
const caseState = z.enum(['open', 'suspended', 'closed']);
const head = {
  caseNo: z.string(),
  matter: z.string(),
  seq,
  state: caseState,
  stage: z.string(),
  outcome: z.string().nullable(),
  unit: z.string(),
  openedAt: at,
  acceptedAt: at.nullable(),
  closedAt: at.nullable(),
  dueAt: at.nullable(),
  riskAt: at.nullable(),
  labels,
  troubles: items(trouble),
  unaffirmed: items(unaffirmed),
};
export const registerPage = pageOf(z.strictObject(head)).openapi('RegisterPage');

const limit = z.strictObject({
  amount: z.number().int(),
  unit: z.enum(['workingDays', 'days', 'months', 'workingHours', 'minutes']),
  basis: z.string(),
});
const clock = {
  key: z.string(),
  name: z.string(),
  kind: z.enum(['法定', '承诺', '环节', '公示']),
  limit,
  startedAt: at,
  stoppedAt: at.nullable(),
  extendedFor: z.string().nullable(),
  dueAt: at.nullable(),
  riskAt: at.nullable(),
  lastDay: z.string().nullable(),
  rolled: z.boolean(),
  leansOn: z.strictObject({ projectedYears: items(z.number().int()), unconfirmed: items(z.string()) }),
  provisional: z.boolean(),
};
const day = z.strictObject({
  date: z.string(),
  count: z.number().int(),
  counted: z.boolean(),
  why: words,
  basis: words,
});
export const clockList = listOf(z.strictObject({ ...clock, days: items(day) })).openapi('Clocks');

const outcomeOption = z.strictObject({
  name: z.string(),
  form: formSchema,
  opinion: z.enum(['required', 'optional']),
  basis: z.string(),
  faults: items(field).openapi({ description: '不填表单的结果：现在选它还差什么' }),
});
const operation = z.strictObject({
  type: z.enum(['claim', 'release', 'transfer', 'urge', 'supervise']),
  whyNot,
  because,
});
const act = z.strictObject({
  ...openAct,
  lapsedFrom: z.string().optional(),
  office,
  basis: z.string(),
  mine: z.boolean(),
  whyNot,
  because,
  urged: z.number().int(),
  answered: z.strictObject({ of: items(z.string()), have: items(z.string()) }).nullable(),
  outcomes: items(outcomeOption),
  brief: anything('办理所需、表单里没有的'),
  held: items(
    z.strictObject({
      unit: z.string(),
      role: z.string(),
      person: z.string().optional(),
      minutes: z.number().int(),
    }),
  ).openapi({ description: '本轮在谁手里用去多少分钟' }),
  returnTo: items(z.strictObject({ key: z.string(), name: z.string() })),
  operations: items(operation),
});

const decider = z.union([
  z.strictObject({
    kind: z.literal('officer'),
    person: z.string(),
    name: z.string(),
    unit: z.string(),
  }),
  z.strictObject({ kind: z.enum(['applicant', 'system', 'clock']) }),
]);
const decision = z.strictObject({
  key: z.string(),
  name: z.string(),
  outcome: z.string(),
  at,
  seq,
  round: z.number().int(),
  by: decider,
  affirmed: z.strictObject({ seq, at, opinion: z.string(), by: decider }).nullable(),
  waiting: z.boolean().openapi({ description: '直达之后等着，尚待再次有效' }),
});
const effect = z.strictObject({
  key: z.string(),
  name: z.string(),
  system: z.string(),
  seq,
  kind: z.enum(['harmless', 'undoable', 'final']),
  withdrawnBy: seq.nullable(),
  undoes: z.string().nullable(),
  attempt: z.number().int().optional(),
  state: z
    .enum(['waiting', 'taken', 'refused', 'forgone', 'dropped', 'undoing', 'undone'])
    .openapi({ description: '待送出、已收下、被拒收、不再发送、不须发送、撤销中、已撤销' }),
  receipt: z.string().nullable(),
  takenAt: z.number().nullable(),
  reason: z.string().nullable(),
});
const held = z.strictObject({
  unit: z.string(),
  role: z.string(),
  person: z.string().optional(),
  minutes: z.number().int(),
});
const card = z.strictObject({
  seq,
  at,
  name: z.string(),
  act: z.string(),
  actName: z.string(),
  round: z.number().int(),
  burned: held.openapi({ description: '用去时间最多的一方' }),
  to: office,
  due: at.nullable(),
  demand: z.string(),
  answer: z.strictObject({ seq, at, how: z.enum(['replied', 'appealed']), text: z.string() }).nullable(),
  ruling: z.strictObject({ seq, at, revoked: z.boolean(), opinion: z.string() }).nullable(),
});
const party = z.union([
  z.strictObject({
    kind: z.literal('office'),
    unit: z.string(),
    role: z.string(),
    person: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('applicant') }),
  z.strictObject({ kind: z.literal('outside'), system: z.string() }),
  z.strictObject({ kind: z.literal('statutory'), why: z.string() }),
]);
const may = z
  .strictObject({
    facts: items(z.strictObject({ name: z.string(), form: formSchema, basis: z.string(), whyNot, because })),
    endings: items(
      z.strictObject({
        type: z.enum(['withdraw', 'terminate']),
        reason: z.string().nullable(),
        outcome: z.string(),
        form: formSchema,
        basis: z.string(),
        whyNot,
        because,
      }),
    ),
    suspensions: items(z.strictObject({ reason: z.string(), basis: z.string(), whyNot, because })),
    resume: z.strictObject({ whyNot, because }),
    extensions: items(
      z.strictObject({
        clock: z.string(),
        name: z.string(),
        to: limit,
        reasons: items(z.string()),
        approver: office,
        whyNot,
        because,
      }),
    ),
    takeBacks: items(z.strictObject({ act: z.string(), name: z.string(), whyNot, because })),
    affirmations: items(z.strictObject({ act: z.string(), name: z.string(), whyNot, because })),
  })
  .openapi({ description: '环节之外我能做什么，各附表单；不能的附原因' });

const common = {
  caseNo: z.string(),
  displayNo: z.string(),
  matter: z.string(),
  title: z.string(),
  seq,
  state: caseState,
  acts: items(act),
};
export const wholeCase = z
  .strictObject({
    ...head,
    ...common,
    visibility: z.literal('whole'),
    at,
    wakeAt: at.nullable(),
    version: z.number().int(),
    form: anything('申请表，身份证号码已遮掩'),
    may,
    path: items(decision),
    superseded: items(z.strictObject({ key: z.string(), outcome: z.string(), seq, supersededBy: seq })),
    clocks: items(z.strictObject(clock)),
    notices: items(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        to: z.enum(['applicant', 'public', 'file']),
        text: noticeText,
        at,
        until: at.nullable(),
      }),
    ),
    effects: items(effect),
    waits: items(z.strictObject({ key: z.string(), name: z.string(), until: at.nullable() })).openapi({
      description: '只等时间的：到时自行继续，不须谁办理',
    }),
    parent: z.string().nullable().openapi({ description: '由哪件办件提起' }),
    linked: items(
      z.strictObject({
        caseNo: z.string(),
        matter: z.string(),
        stage: z.string(),
        outcome: z.string().nullable(),
      }),
    ).openapi({ description: '由它提起的关联办件' }),
    cards: items(card).openapi({ description: '督办：黄牌、红牌、督办函，回复、申诉和撤销' }),
    facts: anything('登记的情况'),
    responsibility: z.strictObject({
      totalMinutes: z.number().int(),
      accounts: items(z.strictObject({ party, minutes: z.number().int() })),
    }),
    result: anything('办结的结果'),
  })
  .openapi('WholeCase');
export const askedCase = z
  .strictObject({ ...common, visibility: z.literal('asked') })
  .openapi('AskedCase', { description: '只看得到征询本单位的部分' });
export const caseView = z.discriminatedUnion('visibility', [wholeCase, askedCase]).openapi('Case');

export const opened = z
  .strictObject({ caseNo: z.string(), displayNo: z.string(), seq, view: caseView })
  .openapi('Opened');
export const submitted = z.strictObject({ seq, view: caseView, next: task.nullable() }).openapi('Submitted');
export const waiting = z
  .strictObject({
    state: z.literal('waiting'),
    title: z.string(),
    detail: z.string(),
    caseNo: z.string(),
    command: z.string(),
  })
  .openapi('Waiting', { description: '已记下，待送达；下落见 /commands/{id}' });
export const answered = z.strictObject({ state: z.enum(['accepted', 'waiting']) }).openapi('Answered');

const refusal = z.strictObject({
  code: z.string(),
  detail: z.string(),
  fields: items(field).optional(),
  about: z.record(z.string(), z.any() as z.ZodType<Json>).optional(),
});
export const commandStatus = z
  .strictObject({
    id: z.string(),
    caseNo: z.string(),
    state: z.enum(['waiting', 'accepted', 'refused']),
    type: z.string(),
    at,
    reply: z.union([z.strictObject({ seq, unchanged: z.boolean().optional() }), refusal]).nullable(),
  })
  .openapi('CommandStatus');
export const commandList = listOf(commandStatus).openapi('CommandList');

const entry = z.strictObject({
  caseNo: z.string(),
  seq,
  at,
  wall: z.number(),
  actor: anything('谁'),
  commandId: z.string(),
  commandHash: z.string(),
  processVersion: z.number().int(),
  calendarVersion: z.string(),
  ruleVersions: z.record(z.string(), z.string()),
  event: anything('何事'),
  derived: anything('由此得出的后果'),
});
export const ledger = listOf(entry).openapi('Ledger');

const previewAct = z.strictObject({ ...openAct, lapsedFrom: z.string().optional() });
const previewClock = z.strictObject({
  key: z.string(),
  name: z.string(),
  kind: clock.kind,
  startedAt: at,
  stoppedAt: at.nullable(),
  dueAt: at.nullable(),
  riskAt: at.nullable(),
  provisional: z.boolean(),
});
const previewEffect = effect
  .omit({ state: true, receipt: true, takenAt: true, reason: true })
  .extend({ payload: z.record(z.string(), z.any() as z.ZodType<Json>) });
export const previewed = z
  .strictObject({
    kind: z.literal('accepted'),
    opens: items(previewAct),
    closes: items(previewAct),
    starts: items(previewClock),
    stops: items(previewClock),
    moves: items(previewClock),
    sends: items(previewEffect),
    withdraws: items(previewEffect),
    issues: items(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        to: z.enum(['applicant', 'public', 'file']),
        text: noticeText,
        seq,
        at,
        until: at.nullable(),
      }),
    ),
    supersedes: items(z.string()),
    outcome: z.string().nullable(),
  })
  .openapi('Preview');

export const recordedCalendar = z.strictObject({ version: z.string() }).openapi('RecordedCalendar');
export const recordedRule = z.strictObject({ name: z.string(), version: z.string() }).openapi('RecordedRule');
export const published = z
  .strictObject({ told: z.number().int(), cases: z.number().int(), clocks: z.number().int() })
  .openapi('Published');
