/** Answers to whoever supervises. */
import { z } from '@hono/zod-openapi';
import { at, items, listOf, pageOf } from './shapes.ts';

/** The cases behind a figure are `/acts` asked with the same matter, unit, step and person. */
const figureOf = {
  matter: z.string().nullable(),
  unit: z.string().nullable(),
  step: z.string().nullable(),
  name: z.string(),
};
const assessed = {
  matter: z.string(),
  title: z.string(),
  formula: z.string(),
  of: z.enum(['unit', 'opener', 'branch', 'lead', 'shared']).openapi({
    description: '算谁的：办理的单位、登记的单位、派到的单位、主办的单位、主办和登记的单位分成',
  }),
  name: z.string(),
};
export const assessment = z
  .strictObject({
    period: z.string(),
    at,
    formula: z.number().int().openapi({ description: '算法的版本' }),
    sha256: z.string().nullable().openapi({ description: '冻结内容的摘要；null 为还没有冻结，数字还会变' }),
    metrics: items(
      z.strictObject({
        ...assessed,
        metric: z.string(),
        unit: z.string().nullable().openapi({ description: 'null 为样本不足的合并' }),
        small: z.boolean().openapi({ description: '样本不足，单独不说明什么' }),
        counted: z.number(),
        among: z.number(),
        rate: z.number().nullable(),
      }),
    ),
    scores: items(
      z.strictObject({
        ...assessed,
        score: z.string(),
        unit: z.string(),
        points: z.number().openapi({ description: '满分一百' }),
        small: z.boolean(),
        group: z.string().openapi({ description: '同类单位' }),
        rank: z.number().int().nullable().openapi({ description: '同类单位中的名次；null 为不排' }),
        ranked: z.number().int().openapi({ description: '同类单位中排名次的有几个' }),
      }),
    ),
  })
  .openapi('Assessment');
export type Assessment = z.infer<typeof assessment>;
export const assessedCases = listOf(
  z.strictObject({
    caseNo: z.string(),
    counted: z.number().openapi({ description: '计入分子多少' }),
    among: z.number().nullable().openapi({ description: '计入分母多少；null 为分母是单位自己的数' }),
    steps: items(z.string()).openapi({ description: '算的是其中的哪些环节和结果、情况' }),
  }),
).openapi('AssessedCases');
export type AssessedCases = z.infer<typeof assessedCases>;
export const frozenPeriods = listOf(z.string()).openapi('FrozenPeriods');
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
      description: '当月记入台账的分钟，由谁承担：工作时间，应急的按墙上时间',
    }),
  })
  .openapi('Supervision');
export type Supervision = z.infer<typeof supervision>;
export const attentionList = z
  .strictObject({
    items: items(
      z.strictObject({
        caseNo: z.string(),
        matter: z.string(),
        unit: z.string(),
        why: z.string(),
        at: z.number().int(),
      }),
    ),
  })
  .openapi('Attention');
export const decidedPage = pageOf(
  z.strictObject({
    caseNo: z.string(),
    matter: z.string(),
    title: z.string(),
    unit: z.string(),
    step: z.string(),
    outcome: z.string(),
    at,
    dueAt: at.nullable().openapi({ description: '期限何时届满；null 为没有时限' }),
    seq: z.number().int(),
  }),
).openapi('DecidedPage');
export const supervisionByOrigin = z
  .strictObject({
    at,
    items: items(
      z.strictObject({
        from: z.string(),
        name: z.string(),
        open: z.number().int(),
        overdue: z.number().int(),
        atRisk: z.number().int(),
        earliestDueAt: at.nullable(),
      }),
    ),
  })
  .openapi('SupervisionByOrigin');
export const ratings = z
  .strictObject({
    month: z.string(),
    scores: items(z.strictObject({ score: z.number().int(), count: z.number().int() })),
    worst: items(
      z.strictObject({
        caseNo: z.string(),
        matter: z.string(),
        unit: z.string(),
        score: z.number().int(),
        words: z.string(),
        at,
      }),
    ).openapi({ description: '最不满意的在前' }),
  })
  .openapi('Ratings');
