/** What a value of each parameter of 注销登记 must look like. Read when parameters are loaded or recorded. */
import { z } from 'zod';
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

export const schemas: SchemasOf<typeof parameters> = {
  requiredMaterials: z.array(z.string().min(1)).min(1),
  liquidationFiling: limitValue,
  creditors: limitValue,
  applyWithin: z.number().int().positive(),
  acceptanceReview: limitValue,
  supplementWindow: limitValue,
  review: limitValue,
  decision: limitValue,
  certificate: limitValue,
  refusalService: limitValue,
};
