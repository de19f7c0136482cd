/** What a value of each parameter of 名录 must look like. Read when parameters are loaded or recorded. */
import { z } from 'zod';
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

const grounds = z
  .array(
    z.strictObject({
      ground: z.string().min(1).describe('情形'),
      ends: z.enum(['整改', '期满']).describe('怎样移出'),
    }),
  )
  .min(1);
const count = z.number().int().positive();

export const schemas: SchemasOf<typeof parameters> = {
  abnormalGrounds: grounds,
  dishonestGrounds: grounds,
  notice: limitValue,
  defence: limitValue,
  decision: limitValue,
  removal: limitValue,
  abnormalMonths: count.max(60),
  escalationYears: count.max(10),
  dishonestYears: count.max(10),
};
