/** What a value of each parameter of registration must look like. Read when parameters are loaded or recorded. */
import { z } from 'zod';
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

const words = z.array(z.string().min(1));
const listed = words.min(1);
const byType = <S extends z.ZodType>(of: S) => z.strictObject({ 社会团体: of, 民办非企业单位: of });
const count = z.number().int().positive();

export const schemas: SchemasOf<typeof parameters> = {
  conditions: z.strictObject({
    members: z
      .strictObject({
        individuals: count.describe('个人会员'),
        units: count.describe('单位会员'),
        mixed: count.describe('混合组成的会员总数'),
      })
      .describe('会员数'),
    capitalFen: byType(count.nullable()).describe('注册资金'),
    charter: byType(listed).describe('章程应当载明'),
    oldestOfficer: count.describe('负责人年龄不超过'),
  }),
  requiredMaterials: z.strictObject({
    社会团体: listed,
    民办非企业单位: listed,
    双重管理: words,
    直接登记: words,
  }),
  directCategories: words,
  refusalGrounds: byType(listed),
  nameCheck: limitValue,
  supervisingReview: limitValue,
  industryOpinion: limitValue,
  acceptanceReview: limitValue,
  supplementWindow: limitValue,
  substantiveReview: limitValue,
  hearing: limitValue,
  publicNoticeDays: limitValue,
  objectionAnswer: limitValue,
  decision: limitValue,
  promise: limitValue,
  certificate: limitValue,
  refusalService: limitValue,
  announcement: limitValue,
  partyStructure: z
    .array(
      z.strictObject({
        from: z.number().int().nonnegative().describe('党员几名起'),
        kind: z.string().min(1).describe('设立'),
      }),
    )
    .min(1)
    .refine((all) => all[0]?.from === 0, { error: '第一档应从 0 起' })
    .refine((all) => all.every(({ from }, i) => i === 0 || from > (all[i - 1]?.from ?? 0)), {
      error: '各档应从小到大',
    }),
};
