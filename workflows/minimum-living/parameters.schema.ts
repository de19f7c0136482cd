/** What a value of each 低保 parameter must look like. Read when parameters are loaded or recorded; never in the sandbox. */
import { z } from 'zod';
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';

const fen = z.number().int().nonnegative();
const items = z.array(z.string().min(1)).min(1);

export const schemas: SchemasOf<typeof parameters> = {
  authorityMode: z.enum(['COUNTY', 'TOWNSHIP_OWN_NAME', 'TOWNSHIP_ENTRUSTED']),
  totalByCounty: limitValue,
  totalByTownship: limitValue,
  totalExtended: limitValue,
  investigationStart: limitValue,
  verificationStart: limitValue,
  countyReview: limitValue,
  publicNoticeDays: limitValue,
  refusalNotice: limitValue,
  intakeReview: limitValue,
  supplementWindow: limitValue,
  verificationFinish: limitValue,
  homeVisit: limitValue,
  objectionWindow: limitValue,
  recheck: limitValue,
  preliminary: limitValue,
  townshipDecision: limitValue,
  publication: limitValue,
  extensionReasons: items,
  standards: z.strictObject({ RURAL: fen.positive(), URBAN: fen.positive() }),
  incomeWindow: z.number().int().min(1).max(24),
  exemptIncome: items,
  propertyLimits: z.strictObject({
    financialAssetMonths: z.number().nonnegative(),
    houses: z.number().int().nonnegative(),
    vehicles: z.number().int().nonnegative(),
    businessCapitalFen: fen,
  }),
  amountMethod: z
    .strictObject({
      method: z.enum(['补差', '分档']),
      tiers: z.array(z.strictObject({ name: z.string().min(1), gapAtLeastFen: fen, perHeadFen: fen })),
      topUps: z
        .array(
          z.strictObject({
            category: z.enum(['老年人', '未成年人', '一级、二级残疾人', '三级智力、精神残疾人', '重病患者']),
            percent: z.number().min(0).max(100),
          }),
        )
        .refine((all) => new Set(all.map(({ category }) => category)).size === all.length, {
          error: '同一类人员写了两次',
        }),
      elderFrom: z.number().int().min(55).max(80),
      leastFen: fen,
      unitFen: fen.positive(),
    })
    .refine(({ method, tiers }) => method === '补差' || tiers.at(-1)?.gapAtLeastFen === 0, {
      path: ['tiers'],
      error: '分档须覆盖所有家庭：最后一档的差距从0起',
    })
    .refine(
      ({ tiers }) =>
        tiers.every((tier, i) => i === 0 || tier.gapAtLeastFen < (tiers[i - 1]?.gapAtLeastFen ?? 0)),
      { path: ['tiers'], error: '各档按差距从大到小写' },
    ),
  reportValidity: z.number().int().positive(),
  lookedUp: z.array(z.strictObject({ item: z.string().min(1), from: z.string().min(1) })),
};
