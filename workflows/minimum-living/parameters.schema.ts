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
  amountMethod: z.strictObject({
    method: z.enum(['补差', '分档']),
    tiers: z.array(z.strictObject({ name: z.string().min(1), gapAtLeastFen: fen, perHeadFen: fen })),
    topUpPercent: z.number().min(0).max(100),
  }),
  reportValidity: z.number().int().positive(),
  lookedUp: z.array(z.strictObject({ item: z.string().min(1), from: z.string().min(1) })),
};
