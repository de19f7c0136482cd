/** Answers to whoever supervises. */
import { z } from '@hono/zod-openapi';
import { anything, at, items, listOf } from './shapes.ts';

/** The cases behind a figure are `/acts` asked with the same matter, unit, step and person. */
const figureOf = {
  matter: z.string().nullable(),
  unit: z.string().nullable(),
  step: z.string().nullable(),
  name: z.string(),
};
export const frozenPeriod = z
  .strictObject({
    month: z.string(),
    sha256: z.string().openapi({ description: '冻结内容的摘要' }),
    figures: anything('按月冻结的计数、分钟、指标和综合分，每项附公式'),
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
