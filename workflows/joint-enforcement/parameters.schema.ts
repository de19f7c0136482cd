/** What a value of each parameter of joint enforcement must look like. Read when parameters are loaded or recorded. */
import { z } from 'zod';
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

export const schemas: SchemasOf<typeof parameters> = {
  naming: limitValue,
  records: limitValue,
  summary: limitValue,
  fewestOfficers: z.number().int().min(1).max(20),
};
