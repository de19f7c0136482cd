/** 退回 and 拿回: operations on the run. What they supersede follows from positions alone. */
import type { PersonCommand } from '../../contract/command.ts';
import { actState, type CaseState, runOf } from '../ledger/state.ts';
import { relation } from '../replay/position.ts';
import type { Run, Visit } from '../replay/run.ts';
import { openAct } from './acts.ts';
import { type Answer, type Asked, accept, refuse } from './answer.ts';
import { mayNotAct } from './authority.ts';

type Of<T extends PersonCommand['type']> = Extract<PersonCommand, { type: T }>;

const moot = '该环节所在的分支已因其他分支先办结而作罢。';

/** The target's decision and every decision after it in sequence; concurrent branches keep theirs. */
function fromThereOn(run: Run, target: Visit): readonly string[] {
  return run.trace
    .filter(({ position }) => ['same', 'after'].includes(relation(position, target.position)))
    .map(({ act }) => act.key);
}

/** The acts an open act can be returned to, newest first. */
export function returnTargets(state: CaseState, key: string): readonly Visit[] {
  const run = runOf(state);
  const act = run.open.find((candidate) => candidate.key === key);
  if (!act) return [];
  return run.trace
    .filter(
      (visit) => visit.act.returnable && !visit.lost && relation(visit.position, act.position) === 'before',
    )
    .toReversed();
}

export function returnTo({ state, actor, at }: Asked, command: Of<'return'>): Answer {
  const found = openAct(state, command.act);
  if ('refused' in found) return found.refused;
  const refused = mayNotAct(state, found.act, actor, at);
  if (refused) return refused;
  if (command.opinion.trim() === '') return refuse('OPINION_REQUIRED');
  const run = runOf(state);
  const target = run.trace.find(({ act }) => act.key === command.target);
  if (!target || relation(target.position, found.act.position) !== 'before')
    return refuse('RETURN_TARGET_NOT_EARLIER');
  if (!target.act.returnable) return refuse('RETURN_NOT_ALLOWED', `“${target.act.name}”依法不能退回重办。`);
  if (target.lost) return refuse('RETURN_NOT_ALLOWED', moot);
  const supersedes = command.mode === 'direct' ? [target.act.key] : fromThereOn(run, target);
  return accept({
    type: 'returned',
    act: command.act,
    target: command.target,
    mode: command.mode,
    opinion: command.opinion,
    supersedes,
  });
}

export function takeBack({ state, actor }: Asked, { act: key, opinion }: Of<'takeBack'>): Answer {
  const run = runOf(state);
  const target = run.trace.find(({ act }) => act.key === key);
  if (!target) return refuse('ACT_NOT_OPEN', '该环节尚未办结，无需拿回。');
  const { by, seq } = target.decision;
  if (actor.kind !== 'officer' || by.kind !== 'officer' || by.person !== actor.person)
    return refuse('NOT_YOUR_DECISION');
  if (opinion.trim() === '') return refuse('OPINION_REQUIRED');
  if (!target.act.returnable) return refuse('RETURN_NOT_ALLOWED', `“${target.act.name}”依法不能拿回。`);
  if (target.lost) return refuse('RETURN_NOT_ALLOWED', moot);
  if (run.effects.some((effect) => effect.irrevocable && effect.moment.seq === seq)) {
    return refuse('ALREADY_ACTED_ON', '决定已经对外发出，不能拿回。');
  }
  const later = run.trace.some(
    (visit) => visit.decision.seq > seq && relation(visit.position, target.position) === 'after',
  );
  const touched = run.open.some(
    (act) =>
      relation(act.position, target.position) === 'after' && (actState(state, act.key).touched ?? 0) > seq,
  );
  return later || touched
    ? refuse('ALREADY_ACTED_ON')
    : accept({ type: 'takenBack', act: key, opinion, supersedes: [key] });
}
