/** What a value of each 低保 parameter must look like. Read when parameters are loaded or recorded; never in the sandbox. */
import { z } from 'zod';
import { limitValue, type SchemasOf } from '../../contract/rule-schema.ts';
import type * as parameters from './parameters.ts';
import type { AmountMethod } from './parameters.ts';
import { deductionKinds, difficulties, incomeKinds, propertyLimitKinds } from './rules/kinds.ts';
import { materialNames, occasions } from './rules/materials.ts';

const fen = z.number().int().nonnegative();
const items = z.array(z.string().min(1)).min(1);

const onlyOnce = (all: readonly { readonly item: string }[]): boolean =>
  new Set(all.map(({ item }) => item)).size === all.length;

type Tiers = AmountMethod['tiers'];
/** Of the tiers that a household in each difficulty may fall into. */
const eachDifficulty = (tiers: Tiers, holds: (of: Tiers) => boolean): boolean =>
  difficulties.every((one) =>
    holds(tiers.filter(({ difficulty }) => difficulty === undefined || difficulty === one)),
  );
const coversAll = (of: Tiers): boolean => of.at(-1)?.gapAtLeastFen === 0;
const descends = (of: Tiers): boolean =>
  of.every((tier, i) => i === 0 || tier.gapAtLeastFen < (of[i - 1]?.gapAtLeastFen ?? 0));

export const schemas: SchemasOf<typeof parameters> = {
  authorityMode: z.enum(['COUNTY', 'TOWNSHIP_OWN_NAME', 'TOWNSHIP_ENTRUSTED']).meta({
    says: {
      COUNTY: '县民政局审核确认',
      TOWNSHIP_OWN_NAME: '下放乡镇，以乡镇名义',
      TOWNSHIP_ENTRUSTED: '委托乡镇，以县民政局名义',
    },
  }),
  totalByCounty: limitValue,
  totalByTownship: limitValue,
  totalExtended: limitValue,
  investigationStart: limitValue,
  verificationStart: limitValue,
  countyReview: limitValue,
  posting: limitValue,
  publicNoticeDays: limitValue,
  verificationReport: limitValue,
  confirmationService: limitValue,
  objectionHandling: limitValue,
  peerReview: limitValue,
  objectionAnswer: limitValue,
  submission: limitValue,
  requiredMaterials: z
    .array(
      z.strictObject({
        item: z.enum(materialNames).describe('材料'),
        when: z.enum(occasions).describe('什么情况'),
        reason: z.string().min(1).max(100).describe('为什么'),
      }),
    )
    .min(1)
    .refine(onlyOnce, { error: '同一种材料写了两次' }),
  verificationSources: items.refine((all) => new Set(all).size === all.length, {
    error: '同一个来源写了两次',
  }),
  reviewCycle: z.strictObject({
    stableMonths: z.number().int().min(1).max(36).describe('情况稳定的，几个月'),
    labourMonths: z.number().int().min(1).max(36).describe('有劳动能力的，几个月'),
  }),
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
  standards: z.strictObject({
    RURAL: fen.positive().describe('农村每人每月'),
    URBAN: fen.positive().describe('城市每人每月'),
  }),
  incomeWindow: z.number().int().min(1).max(24),
  incomeItems: z
    .array(
      z.strictObject({
        item: z.string().min(1).max(60).describe('项目'),
        kind: z.enum(incomeKinds).describe('收入类别'),
        counted: z.boolean().describe('计入收入'),
        spreadMonths: z.number().int().min(1).max(240).exactOptional().describe('一次性的，分摊到几个月'),
      }),
    )
    .min(1)
    .refine(onlyOnce, { error: '同一个项目写了两次' }),
  propertyItems: z
    .array(
      z.strictObject({
        item: z.string().min(1).max(60).describe('项目'),
        of: z.enum(propertyLimitKinds).describe('按哪一项限值'),
      }),
    )
    .min(1)
    .refine(onlyOnce, { error: '同一个项目写了两次' }),
  deductionCaps: z.array(
    z.strictObject({
      kind: z.enum(deductionKinds).describe('扣减类别'),
      perPersonFen: fen.describe('核算期内每人最多'),
    }),
  ),
  propertyLimits: z.strictObject({
    financialAssetMonths: z.number().nonnegative().describe('金融资产人均上限为几个月的标准'),
    houses: z.number().int().nonnegative().describe('住房套数'),
    vehicles: z.number().int().nonnegative().describe('机动车辆数'),
    businessCapitalFen: fen.describe('市场主体出资'),
  }),
  amountMethod: z
    .strictObject({
      method: z.enum(['补差', '分档']).describe('办法'),
      tiers: z
        .array(
          z.strictObject({
            name: z.string().min(1).describe('档'),
            gapAtLeastFen: fen.describe('与标准的差距不小于'),
            perHeadFen: fen.describe('每人每月'),
            difficulty: z.enum(difficulties).exactOptional().describe('困难程度'),
          }),
        )
        .describe('分档'),
      topUps: z
        .array(
          z.strictObject({
            category: z
              .enum(['老年人', '未成年人', '一级、二级残疾人', '三级智力、精神残疾人', '重病患者'])
              .describe('哪类人'),
            percent: z.number().min(0).max(100).describe('标准的百分之几'),
          }),
        )
        .refine((all) => new Set(all.map(({ category }) => category)).size === all.length, {
          error: '同一类人员写了两次',
        })
        .describe('增发'),
      elderFrom: z.number().int().min(55).max(80).describe('老年人从几周岁起'),
      leastFen: fen.describe('最低发放额'),
      unitFen: fen.positive().describe('进到多少的整倍数'),
    })
    .refine(({ method, tiers }) => method === '补差' || eachDifficulty(tiers, coversAll), {
      path: ['tiers'],
      error: '分档须覆盖所有家庭：每种困难程度的最后一档，差距从0起',
    })
    .refine(({ tiers }) => eachDifficulty(tiers, descends), {
      path: ['tiers'],
      error: '各档按差距从大到小写',
    }),
  reportValidity: z.number().int().positive(),
  lookedUp: z.array(
    z.strictObject({
      item: z.string().min(1).describe('材料'),
      from: z.string().min(1).describe('向谁核验'),
    }),
  ),
};
