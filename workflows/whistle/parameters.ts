/** The parameters of a whistle by typed name: every number is dated data, with defaults the county may overlay. */
import type { PeerGroup, PerUnit, Shares, Weights } from '../../contract/metric.ts';
import type { Rung } from '../../contract/rung.ts';
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { ruleNames } from '../../engine/process/rules.ts';
import type { ByType, Exclusion, ForSome, Ineligibility, SourceSystem, WhistleType } from './types.ts';

const rule = ruleNames('whistle');

export const townshipReview = rule<ByType>('township-review');
export const ratification = rule<LimitValue>('ratification');
export const triage = rule<ByType>('triage');
export const signing = rule<ByType>('signing');
export const arrival = rule<ByType>('arrival');
export const planning = rule<ForSome>('planning');
export const disposal = rule<ByType>('disposal');
export const extended = rule<ForSome>('extended');
export const extensionReasons = rule<readonly string[]>('extension-reasons');
export const objectionReview = rule<LimitValue>('objection-review');
export const objectionAfterwards = rule<LimitValue>('objection-afterwards');
export const jointMeeting = rule<LimitValue>('joint-meeting');
export const finalRuling = rule<LimitValue>('final-ruling');
/** The dispatch of one task that is no longer for the command centre to decide. */
export const finalDispatch = rule<number>('final-dispatch');
export const suspensionReasons = rule<readonly string[]>('suspension-reasons');
export const suspensionApproval = rule<LimitValue>('suspension-approval');
/** Types whose own clock stands still with the lead department's. */
export const suspendsWhole = rule<readonly WhistleType[]>('suspends-whole');
export const confirmation = rule<ByType>('confirmation');
/** How often a township may send work back before it is supervised. */
export const reworkLimit = rule<number>('rework-limit');
export const rework = rule<ByType>('rework');
export const supervision = rule<LimitValue>('supervision');
/** For how many days a whistle that was solved answers for it. */
export const recurrenceDays = rule<number>('recurrence-days');
/** 常住人口, in thousands, by township: the county's own figures, by the year. */
export const residents = rule<PerUnit>('residents');
/** Which sources are told by their own systems how far it has come. */
export const sourceSystems = rule<readonly SourceSystem[]>('source-systems');
/** 三率: how much each rate weighs. */
export const threeRates = rule<Weights>('three-rates');
/** How much of a whistle's 三率 is whose. */
export const shares = rule<Shares>('shares');
/** Who is ranked among whom. */
export const peerGroups = rule<readonly PeerGroup[]>('peer-groups');
/** How much of a department's year the townships' marks are. */
export const annualWeight = rule<Weights>('annual-weight');
export const evaluation = rule<LimitValue>('evaluation');
/** 剔除: what a citizen asked for that no unit's 三率 should answer for. */
export const exclusions = rule<readonly Exclusion[]>('exclusions');
export const exclusionApproval = rule<LimitValue>('exclusion-approval');
export const hangingApproval = rule<LimitValue>('hanging-approval');
export const hangingReview = rule<LimitValue>('hanging-review');
export const hangingClosure = rule<LimitValue>('hanging-closure');
/** 督办阶梯. */
export const ladder = rule<readonly Rung[]>('ladder');
export const ineligibility = rule<readonly Ineligibility[]>('ineligibility');
