/** 退回: an open act sends the case back to an earlier one. What is superseded follows from positions alone. */
import type { ReturnMode } from '../../contract/command.ts';
import { openAgain, supersede, touch } from '../ledger/change.ts';
import { type CaseState, runOf } from '../ledger/state.ts';
import type { Run, Visit } from '../replay/derived.ts';
import { relation } from '../replay/position.ts';
import { mayNotAct } from './authority.ts';
import { openAct } from './open-act.ts';
import { isRefusal, type Operation, opinionMissing, refuse } from './operation.ts';
import { mayNotRedo } from './undoing.ts';

export type Returned = {
  readonly type: 'returned';
  readonly act: string;
  readonly target: string;
  readonly mode: ReturnMode;
  readonly opinion: string;
  readonly supersedes: readonly string[];
};

/** The target and every act after it in sequence; concurrent branches keep theirs. */
function fromThereOn(run: Run, target: Visit): readonly string[] {
  return [...run.trace, ...run.ghosts]
    .filter(({ position }) => ['same', 'after'].includes(relation(position, target.position)))
    .map(({ act }) => act.key);
}

/** The acts an open act can be returned to, newest first. */
export function returnTargets(state: CaseState, key: string): readonly Visit[] {
  const run = runOf(state);
  const act = run.open.find((candidate) => candidate.key === key);
  if (!act) return [];
  return run.trace
    .filter((visit) => relation(visit.position, act.position) === 'before' && !mayNotRedo(run, visit))
    .toReversed();
}

export const returnTo: Operation<'return', Returned> = {
  decide({ state, actor, at }, command) {
    const act = openAct(state, command.act);
    if (isRefusal(act)) return act;
    const refused = mayNotAct(state, act, actor, at) ?? opinionMissing(command.opinion);
    if (refused) return refused;
    const run = runOf(state);
    const target = run.trace.find((visit) => visit.act.key === command.target);
    if (!target || act.kind === 'resend' || relation(target.position, act.position) !== 'before')
      return refuse('RETURN_TARGET_NOT_EARLIER');
    const fixed = mayNotRedo(run, target);
    if (fixed) return fixed;
    const supersedes = command.mode === 'direct' ? [target.act.key] : fromThereOn(run, target);
    const { mode, opinion } = command;
    return [{ type: 'returned', act: command.act, target: command.target, mode, opinion, supersedes }];
  },
  evolve: {
    returned(state, { act, mode, target, supersedes }, { seq }) {
      const acted = { ...state, ...touch(state, act, seq) };
      return mode === 'direct' ? openAgain(acted, target, seq) : supersede(acted, supersedes, seq);
    },
  },
};
