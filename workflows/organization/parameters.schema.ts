/** What a value of each parameter of social organisations must look like. Read when parameters are loaded or recorded. */
import { z } from 'zod';
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

const words = z.array(z.string().min(1));
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '应为月日，如 05-31');
const count = z.number().int().positive();

export const schemas: SchemasOf<typeof parameters> = {
  nameRules: z.strictObject({
    region: z.string().min(2).describe('行政区域'),
    forms: z.strictObject({ 社会团体: words.min(1), 民办非企业单位: words.min(1) }).describe('组织形式'),
    forbidden: words.describe('不得使用'),
    doubtful: words.describe('须说明'),
    misleading: words.describe('容易误认'),
  }),
  sealFiling: limitValue,
  term: z.strictObject({
    years: count.max(5).describe('每届年数'),
    warnDays: count.max(365).describe('提前几日提醒'),
  }),
  inspectionSeason: z.strictObject({
    opens: monthDay.describe('开始'),
    registeredBy: monthDay.describe('此前登记的参加'),
  }),
  inactivity: z.strictObject({
    months: count.max(60).describe('自取得证书之日起几个月'),
    check: limitValue.describe('核实的期限'),
  }),
  certificateTerm: z.strictObject({
    years: count.max(20).describe('有效年数'),
    warnDays: count.max(365).describe('提前几日换发'),
  }),
  nameRest: count.max(10),
};
