/**
 * The parameters of 低保 by typed name. Their dated rows are data: what a law fixes in parameters.yaml beside this file,
 * what the county decides in its own; a case carries the rows it was opened under.
 */
import type { LookedUp } from '../../engine/process/definition.ts';
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { ruleNames } from '../../engine/process/rules.ts';
import type { DeductionKind, Difficulty, IncomeKind, PropertyLimit } from './rules/kinds.ts';
import type { Required } from './rules/materials.ts';

/** 县级审核确认；下放乡镇以本级名义；委托乡镇以县民政局名义。 */
export type AuthorityMode = 'COUNTY' | 'TOWNSHIP_OWN_NAME' | 'TOWNSHIP_ENTRUSTED';

/** Monthly standard per head, in 分. */
export type Standards = { readonly RURAL: number; readonly URBAN: number };

export type PropertyLimits = {
  /** 金融资产人均上限 = 月标准的倍数。 */
  readonly financialAssetMonths: number;
  readonly houses: number;
  /** 机动车（残疾人功能性补偿代步车除外）辆数。 */
  readonly vehicles: number;
  readonly businessCapitalFen: number;
};

export type IncomeItem = {
  readonly item: string;
  readonly kind: IncomeKind;
  readonly counted: boolean;
  /** One-off: income of so many months, of which only those of the window count. */
  readonly spreadMonths?: number;
};

export type PropertyListing = { readonly item: string; readonly of: PropertyLimit };

export type DeductionCap = { readonly kind: DeductionKind; readonly perPersonFen: number };

/** For whom 增发 is paid (57 art. 23). */
export type TopUpCategory = '老年人' | '未成年人' | '一级、二级残疾人' | '三级智力、精神残疾人' | '重病患者';

export type AmountMethod = {
  readonly method: '补差' | '分档';
  /**
   * 分档 only: classes by how far per-capita income lies under the standard, the widest gap first, the last from 0; monthly
   * 分 per head.
   */
  readonly tiers: readonly {
    readonly name: string;
    readonly gapAtLeastFen: number;
    readonly perHeadFen: number;
    /** Only for households found to be in this difficulty; for all, where it does not say. */
    readonly difficulty?: Difficulty;
  }[];
  /** Percent of the standard per counted member; somebody of several categories has the highest alone. */
  readonly topUps: readonly { readonly category: TopUpCategory; readonly percent: number }[];
  /** From which age somebody is 老年人, in years. */
  readonly elderFrom: number;
  /** Whoever is paid at all is paid at least this a month, in 分. */
  readonly leastFen: number;
  /** What is paid is rounded up to a multiple of this, in 分. */
  readonly unitFen: number;
};

const rule = ruleNames('minimum-living');

export const authorityMode = rule<AuthorityMode>('authority-mode');
export const totalByCounty = rule<LimitValue>('total.county');
export const totalByTownship = rule<LimitValue>('total.township');
export const totalExtended = rule<LimitValue>('total.extended');
export const investigationStart = rule<LimitValue>('investigation-start');
export const verificationStart = rule<LimitValue>('verification-start');
export const countyReview = rule<LimitValue>('county-review');
export const publicNoticeDays = rule<LimitValue>('public-notice');
export const refusalNotice = rule<LimitValue>('refusal-notice');
export const intakeReview = rule<LimitValue>('intake-review');
export const supplementWindow = rule<LimitValue>('supplement');
export const verificationFinish = rule<LimitValue>('verification-finish');
export const homeVisit = rule<LimitValue>('home-visit');
export const objectionWindow = rule<LimitValue>('verification-objection');
export const recheck = rule<LimitValue>('recheck');
export const preliminary = rule<LimitValue>('preliminary');
export const townshipDecision = rule<LimitValue>('township-decision');
export const publication = rule<LimitValue>('publication');
export const extensionReasons = rule<readonly string[]>('extension-reasons');
export const standards = rule<Standards>('standards');
/** Months of income looked at, before the application. */
export const incomeWindow = rule<number>('income-window');
/** 收入项目名录: of which kind each is, and whether it counts as income while its row is in force. */
export const incomeItems = rule<readonly IncomeItem[]>('income-items');
/** 财产项目名录: under which limit each falls. */
export const propertyItems = rule<readonly PropertyListing[]>('property-items');
/** 扣减上限: at most so much a person over the window; without one there is none. */
export const deductionCaps = rule<readonly DeductionCap[]>('deduction-caps');
export const propertyLimits = rule<PropertyLimits>('property-limits');
export const amountMethod = rule<AmountMethod>('amount-method');
/** 核对报告有效期, in days. */
export const reportValidity = rule<number>('report-validity');
export const lookedUp = rule<readonly LookedUp[]>('looked-up');
/** 张贴公示, after 初审. */
export const posting = rule<LimitValue>('posting');
/** 核对报告, after the answers. */
export const verificationReport = rule<LimitValue>('verification-report');
export const confirmationService = rule<LimitValue>('confirmation-service');
export const objectionHandling = rule<LimitValue>('objection-handling');
export const peerReview = rule<LimitValue>('peer-review');
export const objectionAnswer = rule<LimitValue>('objection-answer');
/** 申请须提交的材料; the authorisations of everybody come besides. */
export const requiredMaterials = rule<readonly Required[]>('required-materials');
/** 信息核对 asks each of these. */
export const verificationSources = rule<readonly string[]>('verification-sources');
/** 定期核查, in months: households whose circumstances are stable, and those able to work. */
export const reviewCycle = rule<{ readonly stableMonths: number; readonly labourMonths: number }>(
  'review-cycle',
);
/** 报送县级民政部门, after 公示. */
export const submission = rule<LimitValue>('submission');
