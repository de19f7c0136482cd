/** What a value of each parameter of 年度检查 must look like. Read when parameters are loaded or recorded. */
import { z } from 'zod';
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '应为月日，如 05-31');

export const schemas: SchemasOf<typeof parameters> = {
  lastDays: z
    .strictObject({
      supervising: monthDay.describe('报送业务主管单位，至'),
      registrar: monthDay.describe('报送登记管理机关，至'),
    })
    .refine(({ supervising, registrar }) => supervising < registrar, { error: '报送业务主管单位应当在先' }),
  supervisingReview: limitValue,
  review: limitValue,
  conclusion: limitValue,
  rectification: limitValue,
  recheck: limitValue,
  situations: z.array(z.string().min(1)).min(1),
};
