/** Who acts: a person in a post, the applicant, an outside system, or the clock. */
import type { DateText } from './calendar.ts';

/** The desk an act belongs to: one unit, one role in it. */
export type Office = { readonly unit: string; readonly role: string };

/** A person's right to act for a unit in a role, from a day to a day (both included; open-ended without `to`). */
export type Post = Office & { readonly id: string; readonly from: DateText; readonly to?: DateText };

/** An officer at work. `identity` is the keyed hash of the identity number, compared for 回避 and never shown. */
export type Officer = {
  readonly kind: 'officer';
  readonly person: string;
  readonly name: string;
  readonly post: Post;
  readonly identity: string;
  /** The principal whose will this is: an applicant speaking at the window, an absent colleague. */
  readonly onBehalfOf?: { readonly person: string; readonly name: string };
};

export type Actor =
  | Officer
  | { readonly kind: 'applicant'; readonly identity: string }
  | { readonly kind: 'system'; readonly name: string }
  | { readonly kind: 'clock' };
