/** What a value of each parameter of 章程核准 must look like. Read when parameters are loaded or recorded. */
import { z } from 'zod';
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

const words = z.array(z.string().min(1)).min(1);
const count = z.number().int().positive();
const share = z.tuple([count, count]).refine(([of, outOf]) => of <= outOf, { error: '分子不能大于分母' });

export const schemas: SchemasOf<typeof parameters> = {
  requiredMaterials: words,
  contents: words,
  majority: z.strictObject({
    present: share.describe('实到占应到的几分之几'),
    favour: share.describe('赞成占实到的几分之几'),
  }),
  applyWithin: count,
  acceptanceReview: limitValue,
  supplementWindow: limitValue,
  review: limitValue,
  decision: limitValue,
  delivery: limitValue,
};
