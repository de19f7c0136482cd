/** What an operation answers: events, or a refusal of the catalogue. */
import type { Actor } from '../../contract/actor.ts';
import { type RefusalCode, refusals } from '../../contract/errors.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { CaseEvent } from '../ledger/entry.ts';
import type { CaseState } from '../ledger/state.ts';

export type Answer =
  | { readonly ok: true; readonly events: readonly CaseEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Everything an operation may look at: the settled state, who asks, and when. */
export type Asked = { readonly state: CaseState; readonly actor: Actor; readonly at: number };

export const accept = (...events: readonly CaseEvent[]): Answer => ({ ok: true, events });

export function refuse(
  code: RefusalCode,
  what?: string,
  more: Pick<Refusal, 'fields' | 'about'> = {},
): Answer {
  const { title, next } = refusals[code];
  return { ok: false, refusal: { code, detail: `${what ?? `${title}。`}${next}`, ...more } };
}
