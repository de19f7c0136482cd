/** 拿回: whoever decided takes the decision back while nobody has acted on it. */
import { openAgain } from '../ledger/change.ts';
import { actState, runOf } from '../ledger/state.ts';
import { relation } from '../replay/position.ts';
import { type Operation, opinionMissing, refuse } from './operation.ts';
import { mayNotRedo } from './undoing.ts';

export type TakenBack = {
  readonly type: 'takenBack';
  readonly act: string;
  readonly opinion: string;
};

export const takeBack: Operation<'takeBack', TakenBack> = {
  decide({ state, actor }, { act: key, opinion }) {
    const run = runOf(state);
    const target = run.trace.find(({ act }) => act.key === key);
    if (!target) return refuse('ACT_NOT_OPEN', '该环节尚未办结，无需拿回。');
    const { by, seq } = target.decision;
    if (actor.kind !== 'officer' || by.kind !== 'officer' || by.person !== actor.person)
      return refuse('NOT_YOUR_DECISION');
    const silent = opinionMissing(opinion);
    if (silent) return silent;
    const refused = mayNotRedo(run, target);
    if (refused) return refused;
    const later = run.trace.some(
      (visit) => visit.decision.seq > seq && relation(visit.position, target.position) === 'after',
    );
    const touched = run.open.some(
      (act) =>
        relation(act.position, target.position) === 'after' && (actState(state, act.key).touched ?? 0) > seq,
    );
    return later || touched || target.waiting
      ? refuse('ALREADY_ACTED_ON')
      : [{ type: 'takenBack', act: key, opinion }];
  },
  evolve: {
    takenBack: (state, { act }, { seq }) => openAgain(state, act, seq),
  },
};
