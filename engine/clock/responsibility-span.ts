/** A party of the 责任账 and the span of time it bore. */
export type Party =
  | { readonly kind: 'office'; readonly unit: string; readonly role: string; readonly person?: string }
  | { readonly kind: 'applicant' }
  | { readonly kind: 'outside'; readonly system: string }
  | { readonly kind: 'statutory'; readonly why: string };

/** Whose time it is, and for which act. */
export type Bearer = { readonly party: Party; readonly act?: string };

export type ResponsibilitySpan = Bearer & {
  readonly from: number;
  readonly to: number;
};
