import type { Office } from '../../contract/actor.ts';

/** A party of the 责任账 and the span of time it bore. */
export type Party =
  | { readonly kind: 'office'; readonly unit: string; readonly role: string; readonly person?: string }
  | { readonly kind: 'applicant' }
  | { readonly kind: 'outside'; readonly system: string }
  | { readonly kind: 'statutory'; readonly why: string };

/** Somebody who has had an act in hand. Minutes of the office's hours; of the wall where the limit itself is in minutes. */
export type Held = Office & { readonly person?: string; readonly minutes: number };

/** Whose time it is, and for which act; `wall` where it is counted by the wall's minutes, not by the office's. */
export type Bearer = { readonly party: Party; readonly act?: string; readonly wall?: true };

export type ResponsibilitySpan = Bearer & {
  readonly from: number;
  readonly to: number;
};
