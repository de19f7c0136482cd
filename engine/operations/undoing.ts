/** What 退回 and 拿回 may not undo, whatever the way: what has left for good, and the start of a statutory limit. */
import type { Refusal } from '../../contract/refusal.ts';
import type { Run, Visit } from '../replay/derived.ts';
import { type Position, relation } from '../replay/position.ts';
import { refuse } from './operation.ts';

const isBehind = (target: Position, said: { readonly position: Position }): boolean =>
  relation(said.position, target) === 'after';

export const alreadyLeft = ({ name }: { readonly name: string }): Refusal =>
  refuse('ALREADY_LEFT', `“${name}”已经发出，不能撤销。`);

/** Undefined if the act may be done again; otherwise why not. */
export function mayNotRedo(run: Run, { act, position, lost }: Visit): Refusal | undefined {
  if (!act.returnable) return refuse('RETURN_NOT_ALLOWED', `“${act.name}”依法不能重新办理。`);
  if (lost) return refuse('RETURN_NOT_ALLOWED', '该环节所在的分支已因其他分支先办结而作罢。');
  const sent = run.effects.find((effect) => effect.kind === 'final' && isBehind(position, effect));
  if (sent) return alreadyLeft(sent);
  const begun = run.clocks.find(
    (clock) => clock.kind === '法定' && clock.onReturn !== 'restart' && isBehind(position, clock),
  );
  if (begun)
    return refuse('RETURN_NOT_ALLOWED', `“${act.name}”之后已经起算法定时限“${begun.name}”，不能重新起算。`);
  return undefined;
}
