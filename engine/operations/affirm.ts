/** 重新确认: a decision whose decider has turned out to be a relative of a party is affirmed by another of the office. */
import { holds, isHeadOf, separated, unaffirmed } from './authority.ts';
import { decidedBy } from './decide.ts';
import { type Operation, opinionMissing, refuse } from './operation.ts';

export type Affirmed = { readonly type: 'affirmed'; readonly act: string; readonly opinion: string };

/** Who does not affirm it sends the case back to it instead: 退回. */
export const affirm: Operation<'affirm', Affirmed> = {
  decide({ state, actor, at }, { act: key, opinion }) {
    const visit = unaffirmed(state).find(({ act }) => act.key === key);
    if (!visit) return refuse('NOTHING_TO_AFFIRM');
    const { act, decision } = visit;
    const unit = decision.by.kind === 'officer' ? decision.by.unit : act.by.unit;
    if (actor.kind !== 'officer') return refuse('NOT_YOURS');
    if (!holds(actor, { ...act.by, unit }, at) && !isHeadOf(state, actor, unit, at))
      return refuse('NOT_YOURS', '由同岗位的其他人员或者单位负责人重新确认。', {
        about: { unit, role: act.by.role },
      });
    const refused = separated(state, act, actor) ?? opinionMissing(opinion);
    return refused ?? [{ type: 'affirmed', act: key, opinion }];
  },
  evolve: {
    affirmed(state, { act, opinion }, { seq, at, actor }) {
      const decision = state.decisions.get(act);
      if (!decision) return {};
      const affirmed = { seq, at, by: decidedBy(actor), opinion };
      return { decisions: state.decisions.set(act, { ...decision, affirmed }) };
    },
  },
};
