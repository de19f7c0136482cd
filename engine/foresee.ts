/** What a case would come to by each answer to what is open: for trying tables before they count. */
import { dateOf } from './clock/time.ts';
import { sampleForm } from './forms/sample.ts';
import { extended } from './ledger/fold.ts';
import { project } from './ledger/projection.ts';
import { type CaseState, calendarOf, runOf } from './ledger/state.ts';
import { decision } from './operations/decide.ts';

/** Throws where the process cannot go on from the answer. */
function answer(state: CaseState, key: string, outcome: string): void {
  const act = runOf(state).open.find((open) => open.key === key);
  const fields = act?.outcomes[outcome]?.form;
  if (!act || !fields) return;
  const form = sampleForm(fields, dateOf(state.at));
  const entry = {
    caseNo: state.caseNo,
    seq: state.seq + 1,
    at: state.at,
    wall: 0,
    actor: { kind: 'clock' } as const,
    commandId: '',
    commandHash: '',
    processVersion: state.version,
    calendarVersion: calendarOf(state).version,
    ruleVersions: {},
    event: decision(state, act, { outcome, form, opinion: '', answers: {} }),
  };
  project(extended(state, entry).state);
}

const throws = (work: () => void): boolean => {
  try {
    work();
    return false;
  } catch {
    return true;
  }
};

/** Whether there is an answer to what is open that the case can take now, and could not take as `changed`. */
export const isHurtBy = (state: CaseState, changed: CaseState): boolean =>
  runOf(state).open.some(({ key, outcomes }) =>
    Object.keys(outcomes).some(
      (outcome) => throws(() => answer(changed, key, outcome)) && !throws(() => answer(state, key, outcome)),
    ),
  );
