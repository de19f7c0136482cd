/** Finding the act a command is about, or saying why it cannot be acted on. */
import type { Refusal } from '../../contract/refusal.ts';
import { dateOf } from '../clock/time.ts';
import { openWork } from '../ledger/resending.ts';
import type { CaseState } from '../ledger/state.ts';
import type { DecidedBy } from '../process/act.ts';
import type { OpenAct } from '../replay/derived.ts';
import { refuse } from './operation.ts';

const nameOf = (by: DecidedBy): string =>
  by.kind === 'officer' ? by.name : { applicant: '申请人', system: '系统', clock: '期限届满' }[by.kind];

export function openAct(state: CaseState, key: string): OpenAct | Refusal {
  const act = openWork(state).find((candidate) => candidate.key === key);
  if (act) return act;
  const decision = state.decisions.get(key);
  if (!decision) return refuse('ACT_NOT_OPEN');
  const by = nameOf(decision.by);
  const { outcome, at, seq } = decision;
  return refuse('ALREADY_DECIDED', `该环节已于${dateOf(at)}办结：${outcome}（${by}）。`, {
    about: { outcome, at, seq, by },
  });
}
