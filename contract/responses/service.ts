/** Answers about the service itself, its people, units, materials and tables. */
import { z } from '@hono/zod-openapi';
import { anything, at, items, listOf } from './shapes.ts';

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
const calendarEntry = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  kind: z.enum(['off', 'work']),
  name: z.string(),
  basis: z.string(),
  confirmed: z.boolean(),
});
export const calendar = z
  .strictObject({
    version: z.string(),
    announcedYears: items(z.number().int()),
    entries: items(calendarEntry),
    projected: items(calendarEntry).optional(),
    officeHours: items(z.tuple([z.number(), z.number()]).readonly()),
  })
  .openapi('WorkingCalendar');
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
  .strictObject({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    posts: items(post),
    manages: items(z.string()).openapi({ description: '管理哪些单位的人员' }),
    keeps: z.boolean().openapi({ description: '是否录入规则、日历，变更单位' }),
    trial: z.boolean().openapi({ description: '试用：县时钟可以调，外部系统可以是样例' }),
  })
  .openapi('Me');
export const staffMember = z
  .strictObject({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    posts: items(
      z.strictObject({
        id: z.string(),
        unit: z.string(),
        role: z.string(),
        from: z.iso.date(),
        to: z.iso.date().nullable(),
      }),
    ),
  })
  .openapi('Staff');
export const staffList = z
  .strictObject({
    units: items(z.string()).openapi({ description: '我管理的单位' }),
    roles: items(z.string()).openapi({ description: '可以任的岗位' }),
    items: items(staffMember),
  })
  .openapi('StaffList');
export const staffChanges = listOf(
  z.strictObject({
    at,
    by: z.string(),
    name: z.string(),
    unit: z.string(),
    what: z.string(),
    why: z.string(),
  }),
).openapi('StaffChanges');
export const signInWays = z
  .strictObject({ oidc: z.boolean().openapi({ description: '有没有统一身份登录' }) })
  .openapi('SignInWays');
export const colleagues = listOf(
  z.strictObject({ id: z.string(), name: z.string(), roles: items(z.string()) }),
).openapi('Colleagues');
export const peopleList = listOf(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    offices: items(z.strictObject({ unit: z.string(), role: z.string() })).openapi({
      description: '现在任的岗位；没有的不在岗',
    }),
  }),
).openapi('People');
export const applicantSession = z.strictObject({ phone: z.string() }).openapi('Applicant');
export const standIn = z
  .strictObject({
    system: z.enum(['sms', 'bank', 'verification', 'grid', 'hotline']),
    name: z.string(),
    isStandIn: z.boolean().openapi({ description: '是样例系统，在运行' }),
    down: z.boolean().openapi({ description: '已停下：什么也不收' }),
    taken: items(z.strictObject({ id: z.string(), what: z.string() })).openapi({
      description: '收下的，新的在前，至多二十件',
    }),
  })
  .openapi('StandIn');
export const standInList = listOf(standIn).openapi('StandIns');
export const samplePeople = z
  .strictObject({
    password: z.string(),
    items: items(
      z.strictObject({ username: z.string(), name: z.string(), unit: z.string(), roles: items(z.string()) }),
    ),
  })
  .openapi('SamplePeople');
export const unit = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['county', 'department', 'township']),
  parent: z.string().nullable(),
  joined: z.string().nullable().openapi({ description: '并入了哪个单位' }),
});
export const unitList = listOf(unit).openapi('Units');
export const storedMaterial = z
  .strictObject({ sha256: z.string(), bytes: z.number().int(), mediaType: z.string() })
  .openapi('StoredMaterial');
export const datedList = z
  .strictObject({ items: items(z.string()) })
  .openapi('DatedList', { description: '名录里现行的各项' });
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
export const recordedCalendar = z.strictObject({ version: z.string() }).openapi('RecordedCalendar');
export const recordedRule = z.strictObject({ name: z.string(), version: z.string() }).openapi('RecordedRule');
const signedOff = z.strictObject({ by: z.string(), at, why: z.string() });
export const ruleList = listOf(
  z.strictObject({
    name: z.string(),
    title: z.string(),
    matters: items(z.string()),
    version: z.string(),
    words: z.record(z.string(), z.string()).openapi({ description: '数值各项叫什么' }),
    recorded: z
      .strictObject({ by: z.string(), at: z.string(), why: z.string() })
      .nullable()
      .openapi({ description: '谁、何时、为什么录入；随程序带来的为空' }),
    rows: items(
      z.strictObject({
        value: anything('数值'),
        from: z.string(),
        to: z.string().nullable(),
        basis: z.string(),
        standing: z.enum(['law', 'county']),
        signedOff: signedOff.nullable().openapi({ description: '县里确认过的；法定的不用确认' }),
      }),
    ),
  }),
).openapi('Rules');
export const tableTrial = z
  .strictObject({
    cases: z.number().int().openapi({ description: '涉及的在办件' }),
    sooner: z.number().int().openapi({ description: '有期限提前的' }),
    later: z.number().int().openapi({ description: '期限推后的' }),
    hurt: items(z.string()).openapi({ description: '无法继续办理的' }),
  })
  .openapi('TableTrial');
export const published = z
  .strictObject({ told: z.number().int(), cases: z.number().int(), clocks: z.number().int() })
  .openapi('Published');
