/** The kinds of whistle, and what is kept by kind. */
import type { LimitValue } from '../../engine/process/limit-rule.ts';

export const whistleTypes = ['应急哨', '攻坚哨', '日常哨'] as const;
export type WhistleType = (typeof whistleTypes)[number];
export type ByType = { readonly [T in WhistleType]: LimitValue };
/** A type that is not among them knows no such step. */
export type ForSome = readonly (LimitValue & { readonly type: WhistleType })[];

/** A kind of source whose system is connected, and is told how far it has come. */
export type SourceSystem = { readonly kind: string; readonly system: 'grid' | 'hotline' };

/** Why what a citizen asked for is left out of the 三率. */
export type Exclusion = { readonly code: string; readonly title: string };

/** Why a whistle is not blown, and where to go instead. */
export type Ineligibility = { readonly code: string; readonly title: string; readonly guidance: string };
