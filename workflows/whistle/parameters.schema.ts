/** What a value of each parameter of a whistle must look like. Read when parameters are loaded or recorded; never in the sandbox. */
import { z } from 'zod';
import { limitValue, rungs, type SchemasOf } from '../../contract/rule-schema.ts';
import { sourceKinds } from './application.ts';
import { metrics } from './metrics.ts';
import type * as parameters from './parameters.ts';
import { whistleTypes } from './types.ts';

const type = z.enum(whistleTypes);
const byType = z.strictObject({ 应急哨: limitValue, 攻坚哨: limitValue, 日常哨: limitValue });
const forSome = z.array(limitValue.extend({ type: type.describe('哨型') }));
const items = z.array(z.string().min(1)).min(1);
const share = z.number().min(0).max(1);
const someWeights = z
  .record(z.string(), share)
  .refine(
    (rates) => Object.keys(rates).every((rate) => metrics.some(({ name }) => name === rate)),
    '没有这项指标',
  )
  .describe('各率的权重');
const weights = someWeights.refine(
  ({ 基本满意率: fair = 0, ...rates }) =>
    Math.abs(Object.values(rates).reduce((sum, weight) => sum + weight, 0) - 1) < 1e-9 &&
    fair <= (rates['满意率'] ?? 0),
  '除基本满意率外，权重之和应为 1；基本满意不能重于满意',
);
const coded = (letter: string) => ({
  code: z
    .string()
    .regex(new RegExp(`^${letter}\\d{1,2}$`))
    .describe('编号'),
  title: z.string().min(1).describe('情形'),
});
const times = z.number().int().min(1).max(9);

export const schemas: SchemasOf<typeof parameters> = {
  townshipReview: byType,
  ratification: limitValue,
  triage: byType,
  signing: byType,
  arrival: byType,
  planning: forSome,
  disposal: byType,
  extended: forSome,
  extensionReasons: items,
  objectionReview: limitValue,
  objectionAfterwards: limitValue,
  jointMeeting: limitValue,
  finalRuling: limitValue,
  finalDispatch: times,
  suspensionReasons: items,
  suspensionApproval: limitValue,
  suspendsWhole: z.array(type),
  confirmation: byType,
  reworkLimit: times,
  rework: byType,
  supervision: limitValue,
  recurrenceDays: z.number().int().min(1).max(366),
  residents: z.record(z.string(), z.number().positive()).describe('常住人口（千人），按乡镇'),
  sourceSystems: z.array(
    z.strictObject({
      kind: z.enum(sourceKinds).describe('来源'),
      system: z
        .enum(['grid', 'hotline'])
        .meta({ description: '系统', says: { grid: '网格平台', hotline: '12345热线' } }),
    }),
  ),
  threeRates: weights,
  shares: z
    .strictObject({ lead: share.describe('主办部门'), opener: share.describe('乡镇') })
    .refine(({ lead, opener }) => Math.abs(lead + opener - 1) < 1e-9, '主办和乡镇的分成之和应为 1'),
  peerGroups: z
    .array(z.strictObject({ name: z.string().min(1).describe('组名'), units: items.describe('单位') }))
    .refine((groups) => {
      const units = groups.flatMap((group) => group.units);
      return new Set(units).size === units.length;
    }, '一个单位只能在一组'),
  annualWeight: someWeights,
  evaluation: limitValue,
  exclusions: z.array(z.strictObject(coded('T'))).min(1),
  exclusionApproval: limitValue,
  hangingApproval: limitValue,
  hangingReview: limitValue,
  hangingClosure: limitValue,
  ladder: rungs,
  ineligibility: z
    .array(z.strictObject({ ...coded('E'), guidance: z.string().min(1).describe('怎么办') }))
    .min(1),
};
