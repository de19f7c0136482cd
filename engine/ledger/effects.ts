/** What has left a case or is to leave it, as it is to be sent: corrected where somebody has put it right. */
import type { Json } from '../../contract/rule.ts';
import type { DerivedEffect } from '../replay/derived.ts';
import { type CaseState, runOf } from './state.ts';

export type EffectRow = {
  readonly key: string;
  readonly name: string;
  readonly system: string;
  readonly payload: { readonly [key: string]: Json };
  readonly seq: number;
  readonly kind: DerivedEffect['kind'];
  /** The entry since which the decision that sent it no longer stands. */
  readonly withdrawnBy: number | null;
  /** The effect that this one undoes. */
  readonly undoes: string | null;
  /** Which sending this is, if not the first: the one before was refused for good. */
  readonly attempt?: number;
  /** Not to be sent now: refused for good and not yet put right, or given up. */
  readonly held?: true;
};

/** Whether it is not to be sent now: refused and not yet put right, or given up. */
export function isHeldBack(state: CaseState, subject: string): boolean {
  const rejection = state.rejections.get(subject);
  return rejection !== undefined && rejection.settled !== 'resent';
}

/** Its content with what has been put right: for what was refused, and for all that is said to the system afterwards. */
function corrected({ corrections }: CaseState, row: EffectRow): EffectRow {
  const payload: Record<string, Json> = { ...row.payload };
  for (const { system, subject, seq, from, to } of corrections) {
    if (system !== row.system || (subject !== row.key && seq >= row.seq)) continue;
    for (const [name, right] of Object.entries(to)) if (payload[name] === from[name]) payload[name] = right;
  }
  return { ...row, payload };
}

function asSent(state: CaseState, row: EffectRow): EffectRow {
  const { attempt = 1 } = state.rejections.get(row.key) ?? {};
  const sent = state.corrections.length > 0 ? corrected(state, row) : row;
  const counted = attempt > 1 ? { ...sent, attempt } : sent;
  return isHeldBack(state, row.key) ? { ...counted, held: true } : counted;
}

const effectRow = ({ key, name, system, payload, kind, moment }: DerivedEffect): EffectRow => ({
  key,
  name,
  system,
  payload,
  seq: moment.seq,
  kind,
  withdrawnBy: null,
  undoes: null,
});

/** Of what undoes an effect. */
export const undoingKey = (key: string): string => `${key}/撤销`;

/** Each saying has a key of its own, also where a case that was moved away and back says the same by the same decision. */
function keysOnce(): (key: string) => string {
  const said = new Map<string, number>();
  return (key) => {
    const before = said.get(key) ?? 0;
    said.set(key, before + 1);
    return `${key}${'/再'.repeat(before)}`;
  };
}

/** What has left or is to leave: by decisions that stand, by those that did, and the undoing of the latter. */
export function effectsOf(state: CaseState): readonly EffectRow[] {
  const once = state.left.length > 0 ? keysOnce() : (key: string): string => key;
  const left = state.left.flatMap((effect): readonly EffectRow[] => {
    const { seq } = effect.withdrawn;
    const key = once(effect.key);
    const row = { ...effectRow(effect), key, withdrawnBy: seq };
    if (effect.kind !== 'undoable') return [row];
    const { name, system, undoing: payload } = effect;
    const undone = { name: `撤销${name}`, system, payload, seq, withdrawnBy: null, undoes: key } as const;
    return [row, { ...undone, key: undoingKey(key), kind: 'final' }];
  });
  const said = runOf(state).effects.map((effect) => ({ ...effectRow(effect), key: once(effect.key) }));
  return [...left, ...said].map((row) => asSent(state, row));
}
