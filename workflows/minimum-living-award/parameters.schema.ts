/** What a value of each parameter of 低保动态管理 must look like. */
import { z } from 'zod';
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

export const schemas: SchemasOf<typeof parameters> = {
  checking: limitValue,
  decision: limitValue,
  service: limitValue,
  taperMonths: z.number().int().min(1).max(24),
  jobRefusals: z.number().int().min(1).max(9),
};
