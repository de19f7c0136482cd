/** How a case's effects and questions reach the systems they are meant for, by the names its process uses. */
import type { Json } from '../../contract/rule.ts';
import type { Transaction } from '../../db/connect.ts';
import type { EffectRow } from '../../engine/ledger/effects.ts';
import type { Question } from '../../workflows/shell/messages.ts';

/**
 * Sends one effect to its system; the receipt is kept, in `tx` if there is one. Throws `OutsideIncident` when the system
 * cannot take it now.
 */
export type Sender = (
  effect: EffectRow & { readonly caseNo: string; readonly idempotencyKey: string },
  tx?: Transaction,
) => Promise<Json>;
export type Asker = (question: Question) => Promise<void>;

export type OutsideSystems = {
  readonly send: Readonly<Record<string, Sender>>;
  readonly ask: Readonly<Record<string, Asker>>;
};
