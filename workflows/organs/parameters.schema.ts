/** What a value of each parameter of the organs must look like. */
import { z } from 'zod';
import type { SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

const said = z.string().min(1).max(200);

export const schemas: SchemasOf<typeof parameters> = {
  remedies: z.strictObject({
    reconsideration: z
      .strictObject({
        organ: said.describe('复议机关'),
        office: said.describe('复议机构'),
        address: said.describe('地址'),
        phone: said.describe('电话'),
        days: z.number().int().min(60).max(365).describe('几日内'),
      })
      .describe('行政复议'),
    litigation: z
      .strictObject({
        court: said.describe('法院'),
        address: said.describe('地址'),
        months: z.number().int().min(6).max(12).describe('几个月内'),
      })
      .describe('行政诉讼'),
  }),
  contacts: z.strictObject({
    hotline: said.describe('咨询热线'),
    hours: said.describe('对外办公时间'),
    units: z
      .array(
        z.strictObject({
          unit: said.describe('单位编号'),
          name: said.describe('机关名称'),
          address: said.describe('地址'),
          phone: said.describe('电话'),
        }),
      )
      .describe('各单位'),
  }),
};
