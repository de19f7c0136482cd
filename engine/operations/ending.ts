/** How a case ends by somebody's word rather than by its acts: what 撤回 and 终止 have in common. */
import type { FormInput } from '../../contract/command.ts';
import { checkForm } from '../forms/form.ts';
import { runOf } from '../ledger/state.ts';
import type { Ending } from '../process/policy.ts';
import { isAmong } from './authority.ts';
import { formInvalid, isDecided, opinionMissing, type Ruling, refuse, type Situation } from './operation.ts';
import { alreadyLeft } from './undoing.ts';

export type Ended = {
  readonly type: 'ended';
  readonly name: string;
  readonly outcome: string;
  readonly form: FormInput;
  readonly basis: string;
  readonly opinion: string;
};

export function endCase(
  { state, actor, at }: Situation,
  name: string,
  ending: Ending,
  said: { readonly form?: FormInput | undefined; readonly opinion: string },
): Ruling<Ended> {
  if (!isAmong(state, actor, ending, at)) return refuse('NOT_YOURS');
  const { form: fields, outcome, basis, until } = ending;
  if (until && isDecided(state, until.act))
    return refuse('ENDING_TOO_LATE', `“${until.act}”已经办结。${until.instead}`);
  const sent = runOf(state).effects.find(({ kind }) => kind === 'final');
  if (sent) return alreadyLeft(sent);
  const { form = {}, opinion } = said;
  const refused = opinionMissing(opinion) ?? formInvalid(checkForm(fields, form));
  return refused ?? [{ type: 'ended', name, outcome, form, basis, opinion }];
}
