/** Answers about matters, what is to be done, what is public, and what became of a command. */
import { z } from '@hono/zod-openapi';
import type { Json } from '../rule.ts';
import {
  anything,
  at,
  field,
  formSchema,
  head,
  items,
  labels,
  listOf,
  noticeText,
  openAct,
  pageOf,
  seq,
} from './shapes.ts';

const matterSummary = z.strictObject({
  code: z.string(),
  title: z.string(),
  basis: z.string(),
  version: z.number().int(),
  openedBy: z
    .string()
    .nullable()
    .openapi({ description: '登记它的岗位，按本县的叫法；没有的由别的办件设立' }),
  units: items(z.string()).openapi({ description: '我可以在哪些单位登记它' }),
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
    numberWord: ruleRow.nullable().openapi({ description: '县里的字：编号里写在事项的字前面' }),
    lookedUp: items(z.strictObject({ item: z.string(), from: z.string() })).openapi({
      description: '系统核验免交的材料，向谁核验',
    }),
    rules: items(
      z.strictObject({ name: z.string(), title: z.string(), version: z.string(), row: ruleRow.nullable() }),
    ),
  })
  .openapi('Matter');
export const onlineMatters = listOf(
  z.strictObject({
    code: z.string(),
    title: z.string(),
    basis: z.string(),
    units: items(z.strictObject({ id: z.string(), name: z.string() })).openapi({ description: '向哪里申请' }),
    form: formSchema,
  }),
).openapi('OnlineMatters');
export const task = z
  .strictObject({
    ...openAct,
    caseNo: z.string(),
    matter: z.string(),
    lapsedFrom: z.string().nullable().openapi({ description: '原认领人，任职已满' }),
    stage: z.string(),
    labels,
    caseDueAt: at.nullable(),
    urged: z.number().int().openapi({ description: '催办过几次' }),
    risk: z.enum(['red', 'yellow', 'green']),
  })
  .openapi('Task');
export const inboxCounts = listOf(
  z.strictObject({
    matter: z.string(),
    step: z.string(),
    from: z.string().openapi({ description: '在哪个单位登记的' }),
    count: z.number().int(),
  }),
).openapi('InboxCounts');
export const taskPage = pageOf(task).openapi('TaskPage');
export const noticePage = pageOf(
  z.strictObject({
    id: z.string().openapi({ description: '提出异议时用' }),
    name: z.string(),
    text: noticeText,
    at,
    until: at.nullable(),
  }),
).openapi('NoticePage');
export const objected = z.strictObject({ received: z.literal(true) }).openapi('Objected');
const registered = z.strictObject({
  subject: z.string(),
  from: z.iso.date(),
  to: z.iso.date().nullable().openapi({ description: '最后一日；没有则至下一行开始为止' }),
  data: z.record(z.string(), z.any() as z.ZodType<Json>),
});
export const registerList = listOf(
  z.strictObject({
    name: z.string(),
    fields: items(z.strictObject({ name: z.string(), label: z.string() })),
    states: items(z.string()).openapi({ description: '状态有哪些；没有状态的为空' }),
  }),
).openapi('Registers');
export const filedRegisters = listOf(
  z.strictObject({
    name: z.string(),
    searched: z.boolean().openapi({ description: '可以查找' }),
  }),
).openapi('FiledRegisters');
export const registerRows = pageOf(registered).openapi('RegisterRows');
export const registerHistory = z
  .strictObject({ items: items(registered).openapi({ description: '从旧到新' }) })
  .openapi('RegisterHistory');
export const registerPage = pageOf(z.strictObject(head)).openapi('RegisterPage');
export const waiting = z
  .strictObject({
    state: z.literal('waiting'),
    title: z.string(),
    detail: z.string(),
    caseNo: z.string(),
    command: z.string(),
  })
  .openapi('Waiting', { description: '已记下，待送达；下落见 /commands/{id}' });
export const broughtUp = z
  .strictObject({
    caseNo: z.string(),
    merged: z.boolean().openapi({ description: '并入了在办的一件' }),
    state: z.enum(['accepted', 'waiting']),
  })
  .openapi('BroughtUpAnswer');
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
export const deliveryState = z
  .strictObject({
    waiting: items(
      z.strictObject({
        id: z.string(),
        caseNo: z.string(),
        type: z.string(),
        at,
        name: z.string().nullable().openapi({ description: '谁按的' }),
        failures: z.number().int().openapi({ description: '送过几次没有送到' }),
      }),
    ),
    outages: items(z.strictObject({ system: z.string(), cases: z.number().int(), since: at })).openapi({
      description: '现在没有应答的外部系统，多少在办件等着它',
    }),
    stuck: items(z.string()).openapi({ description: '卡住的办件' }),
  })
  .openapi('DeliveryState');
export const commandList = listOf(commandStatus).openapi('CommandList');
