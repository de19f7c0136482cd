/** What a value of each parameter of 撤销登记 must look like. Read when parameters are loaded or recorded. */
import { z } from 'zod';
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

export const schemas: SchemasOf<typeof parameters> = {
  grounds: z
    .array(
      z.strictObject({
        type: z.enum(['社会团体', '民办非企业单位']).describe('类型'),
        ground: z.string().min(1).describe('情形'),
        article: z.string().min(1).describe('条款'),
      }),
    )
    .min(1),
  notice: limitValue,
  defence: limitValue,
  hearing: limitValue,
  decision: limitValue,
  seizure: limitValue,
};
