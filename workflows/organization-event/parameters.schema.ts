/** What a value of each parameter of 重大活动备案 must look like. Read when parameters are loaded or recorded. */
import { z } from 'zod';
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

const count = z.number().int().positive();

export const schemas: SchemasOf<typeof parameters> = {
  kinds: z
    .array(
      z.strictObject({
        kind: z.string().min(1).describe('活动'),
        leadDays: count.max(365).describe('提前几日'),
        election: z.boolean().describe('换届选举'),
      }),
    )
    .min(1),
  crowd: count,
  supervisingReview: limitValue,
  review: limitValue,
  supplementWindow: limitValue,
  report: limitValue,
};
