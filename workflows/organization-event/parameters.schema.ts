/** What a value of each parameter of 重大活动备案 must look like. Read when parameters are loaded or recorded. */
import { z } from 'zod';
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

const count = z.number().int().positive();

export const schemas: SchemasOf<typeof parameters> = {
  kinds: z
    .array(z.strictObject({ kind: z.string().min(1), leadDays: count.max(365), election: z.boolean() }))
    .min(1),
  crowd: count,
  supervisingReview: limitValue,
  review: limitValue,
  supplementWindow: limitValue,
  report: limitValue,
};
