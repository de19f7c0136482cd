/** Shapes that several answers have in common. */
import { z } from '@hono/zod-openapi';
import type { Json } from '../rule.ts';

export const items = <S extends z.ZodType>(of: S) => z.array(of).readonly();
export const at = z.number().openapi({ description: '县时间，epoch 毫秒' });
export const seq = z.number().int();
export const words = z.string();
// Whatever JSON a process puts there; a recursive schema would say no more.
export const anything = (description: string) => (z.any() as z.ZodType<Json>).openapi({ description });
export const formSchema = z
  .record(z.string(), z.any() as z.ZodType<Json>)
  .openapi({ description: '表单的 JSON Schema' });
export const office = z.strictObject({ unit: z.string(), role: z.string() });
export const labels = z.record(z.string(), z.string()).openapi({ description: '列表上显示的项，如申请人' });
const cursor = z.string().nullable().openapi({ description: '下一页的位置；null 为最后一页' });
export const pageOf = <S extends z.ZodType>(of: S) => z.strictObject({ items: items(of), cursor });
export const listOf = <S extends z.ZodType>(of: S) => z.strictObject({ items: items(of) });
export const field = z.strictObject({ field: z.string(), text: z.string() });
/** Null if it may be done; otherwise a code of the catalogue. */
export const whyNot = z.string().nullable().openapi({ description: '不能做时的错误编码；能做则为 null' });
export const because = z.string().nullable().openapi({ description: '不能做的原因和下一步' });
/** An open act as lists show it. */
export const openAct = {
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
export const noticeText = z.strictObject({
  title: z.string(),
  paragraphs: items(z.string()),
  effect: z.enum(['informs', 'adverse']).openapi({ description: '不利的必附救济途径' }),
  authority: z.string().optional().openapi({ description: '以哪个单位的名义' }),
  contact: z.string().optional(),
  remedies: items(z.string()).optional(),
});
const trouble = z.strictObject({ system: z.string(), subject: z.string(), since: at });
const unaffirmed = z.strictObject({ act: z.string(), name: z.string(), person: z.string() });
export const caseState = z.enum(['open', 'suspended', 'closed']);
export const head = {
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
export const limit = z.strictObject({
  amount: z.number().int(),
  unit: z.enum(['workingDays', 'days', 'months', 'workingHours', 'minutes']),
  basis: z.string(),
});
export const clock = {
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
export const effect = z.strictObject({
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

export const documentNumber = z.int().positive().openapi({
  description: '办件的第几份文书：从 1 起，不跳号；撤回的不再用它的号',
});
export const outcomeOption = z.strictObject({
  name: z.string(),
  form: formSchema,
  opinion: z.enum(['required', 'optional']),
  basis: z.string(),
  faults: items(field).openapi({ description: '不填表单的结果：现在选它还差什么' }),
});
