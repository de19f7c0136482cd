/** 登记情况: a fact is told to the case from outside its acts. */
import type { FormInput } from '../../contract/command.ts';
import { checkForm } from '../forms/form.ts';
import { runOf } from '../ledger/state.ts';
import { isAmong, policyOf } from './authority.ts';
import { checkContext } from './decide.ts';
import { formInvalid, isPast, listed, type Operation, refuse } from './operation.ts';

export type Supplemented = { readonly type: 'supplemented'; readonly fact: string; readonly data: FormInput };

export const supplement: Operation<'supplement', Supplemented> = {
  decide({ state, actor, at }, { fact, data }) {
    const { facts } = policyOf(state);
    const kind = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    if (!kind) return refuse('FACT_UNKNOWN', `可登记的情况：${listed(Object.keys(facts))}。`);
    if (!isAmong(state, actor, kind, at)) return refuse('NOT_YOURS');
    if (kind.until && isPast(state, kind.until.act))
      return refuse('FACT_TOO_LATE', `“${kind.until.act}”已经办结。${kind.until.instead}`);
    const { during } = kind;
    if (during && runOf(state).open.every(({ name }) => name !== during.act))
      return refuse('FACT_NOT_NOW', during.instead);
    if (kind.joining && !runOf(state).joinable.includes(fact))
      return refuse('FACT_TOO_LATE', kind.joining.instead);
    const faults = checkForm(kind.form, data);
    const unfit = faults.length > 0 ? faults : (kind.check?.(data, checkContext(state, at)) ?? []);
    return formInvalid(unfit) ?? [{ type: 'supplemented', fact, data }];
  },
  evolve: {
    supplemented: (state, { fact, data }, { seq, at }) => ({
      facts: [...state.facts, { seq, at, name: fact, data }],
    }),
  },
};
