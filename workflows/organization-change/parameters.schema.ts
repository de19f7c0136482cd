/** What a value of each parameter of 变更登记 must look like. Read when parameters are loaded or recorded. */
import { z } from 'zod';
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

const words = z.array(z.string().min(1));

export const schemas: SchemasOf<typeof parameters> = {
  requiredMaterials: z.strictObject({
    always: words.describe('都要'),
    dual: words.describe('双重管理的还要'),
    items: z
      .strictObject({ 名称: words, 住所: words, 业务范围: words, 注册资金: words, 法定代表人: words })
      .describe('按变更的事项还要'),
  }),
  applyWithin: z.number().int().positive(),
  acceptanceReview: limitValue,
  supplementWindow: limitValue,
  review: limitValue,
  decision: limitValue,
  decisionExtended: limitValue,
  certificate: limitValue,
  refusalService: limitValue,
};
