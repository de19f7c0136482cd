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
    members: z.strictObject({ individuals: count, units: count, mixed: count }),
    capitalFen: byType(count.nullable()),
    charter: byType(listed),
    oldestOfficer: count,
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
  decision: limitValue,
  promise: limitValue,
  certificate: limitValue,
  refusalService: limitValue,
  announcement: limitValue,
  partyStructure: z
    .array(z.strictObject({ from: z.number().int().nonnegative(), kind: z.string().min(1) }))
    .min(1)
    .refine((all) => all[0]?.from === 0, { error: '第一档应从 0 起' })
    .refine((all) => all.every(({ from }, i) => i === 0 || from > (all[i - 1]?.from ?? 0)), {
      error: '各档应从小到大',
    }),
};
