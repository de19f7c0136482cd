/** Answers about one case. */
import { z } from '@hono/zod-openapi';
import {
  anything,
  at,
  because,
  caseState,
  clock,
  documentNumber,
  effect,
  field,
  formSchema,
  head,
  items,
  limit,
  listOf,
  noticeText,
  office,
  openAct,
  outcomeOption,
  seq,
  whyNot,
  words,
} from './shapes.ts';
import { task } from './work.ts';

const day = z.strictObject({
  date: z.string(),
  count: z.number().int(),
  counted: z.boolean(),
  why: words,
  basis: words,
});

export const clockList = listOf(z.strictObject({ ...clock, days: items(day) })).openapi('Clocks');
const operation = z.strictObject({
  type: z.enum(['claim', 'release', 'transfer', 'urge', 'supervise']),
  whyNot,
  because,
});
export const held = z.strictObject({
  unit: z.string(),
  role: z.string(),
  person: z.string().optional(),
  minutes: z.number().int(),
});
const act = z.strictObject({
  ...openAct,
  lapsedFrom: z.string().optional(),
  office,
  basis: z.string(),
  mine: z.boolean(),
  namesake: z.boolean().openapi({ description: '有备案的近亲属与我同名：先确认不是本人' }),
  whyNot,
  because,
  urged: z.number().int(),
  answered: z.strictObject({ of: items(z.string()), have: items(z.string()) }).nullable(),
  outcomes: items(outcomeOption),
  brief: anything('办理所需、表单里没有的'),
  held: items(held).openapi({ description: '本轮在谁手里用去多少分钟' }),
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
export const may = z
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
    amendment: z
      .strictObject({
        basis: z.string().nullable(),
        never: items(z.string()).openapi({ description: '不能更正的各项，按路径' }),
        whyNot,
        because,
      })
      .openapi({ description: '更正登记时写错的' }),
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
        number: documentNumber,
        at,
        until: at.nullable(),
        code: z.string().openapi({ description: '文书代码：据以打印、核验' }),
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
export const trial = z
  .strictObject({
    fields: items(field).openapi({ description: '填得不对的' }),
    gaps: items(z.strictObject({ act: z.string(), outcome: z.string(), faults: items(field) })).openapi({
      description: '登记后的第一步，各结果还差什么：受理还缺哪些材料',
    }),
    taken: z
      .strictObject({ caseNo: z.string().nullable(), instead: z.string() })
      .nullable()
      .openapi({ description: '同一申请人已有在办件，或所占用的已有人占用；本单位的写明办件号' }),
    unfit: z.string().nullable().openapi({ description: '所关于的对象现在不能办，怎么办' }),
  })
  .openapi('Trial');
export const submitted = z
  .strictObject({
    seq,
    view: caseView,
    next: task.nullable().describe('此刻最急的一件待办；认领、释放之后不给'),
  })
  .openapi('Submitted');
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
export const caseMaterials = listOf(
  z.strictObject({
    sha256: z.string(),
    mediaType: z.string(),
    bytes: z.number().int(),
    name: z.string(),
    from: z.string().openapi({ description: '申请时、哪个环节、登记哪种情况时交来' }),
    at,
  }),
).openapi('CaseMaterials');
export const unconfirmedRules = listOf(z.string()).openapi('UnconfirmedRules');
export const identityShown = z.strictObject({ number: z.string() }).openapi('IdentityShown');
export const identityViews = listOf(
  z.strictObject({ field: z.string(), person: z.string(), name: z.string(), purpose: z.string(), at }),
).openapi('IdentityViews');
export const actsAhead = listOf(z.strictObject({ key: z.string(), name: z.string() })).openapi('ActsAhead');
