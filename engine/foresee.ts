/** What a case would come to by answers nobody has given: to try tables before they count, to draw the way ahead. */
import { expiring } from './clock/case-clocks.ts';
import { dateOf } from './clock/time.ts';
import { sampleForm, sampleUnit } from './forms/sample.ts';
import { extended } from './ledger/fold.ts';
import { project } from './ledger/projection.ts';
import { type CaseState, calendarOf, isClosed, runOf } from './ledger/state.ts';
import { decision } from './operations/decide.ts';
import type { ActKind } from './process/act.ts';
import type { OpenAct } from './replay/derived.ts';

/** Throws where the process cannot go on from the answer. */
function answered(state: CaseState, act: OpenAct, outcome: string, at = state.at): CaseState {
  const form = sampleForm(act.outcomes[outcome]?.form ?? {}, dateOf(at));
  const answers = Object.fromEntries((act.inquiry?.sources ?? []).map((source) => [source, {}]));
  const entry = {
    caseNo: state.caseNo,
    seq: state.seq + 1,
    at,
    wall: 0,
    actor: { kind: 'clock' } as const,
    commandId: '',
    commandHash: '',
    processVersion: state.version,
    calendarVersion: calendarOf(state).version,
    ruleVersions: {},
    event: decision(state, act, { outcome, form, opinion: '', answers }),
  };
  const after = extended(state, entry).state;
  project(after);
  return after;
}

function answer(state: CaseState, key: string, outcome: string): void {
  const act = runOf(state).open.find((open) => open.key === key);
  if (act && Object.hasOwn(act.outcomes, outcome)) answered(state, act, outcome);
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

/** Acts that end of themselves, unless somebody objects. */
const bidesItsTime: readonly ActKind[] = ['publicNotice', 'await'];

/** The act ended the way a case goes on where nothing stands against it; undefined where no answer can be made up for it. */
function gone(state: CaseState, act: OpenAct): CaseState | undefined {
  const ends = expiring(state).find((expiry) => expiry.act.key === act.key);
  const names = Object.keys(act.outcomes).filter((name) => name !== act.expires);
  const ways = ends && bidesItsTime.includes(act.kind) ? [act.expires as string] : names;
  for (const outcome of ways) {
    const at = ways === names ? state.at : Math.max(state.at, ends?.dueAt ?? 0);
    try {
      return answered(state, act, outcome, at);
    } catch {
      // What is made up does not fit: another way may.
    }
  }
  return undefined;
}

/** More than any process has on its way. */
const farEnough = 60;

/** An act whichever time it comes round. */
const onceOf = (key: string): string => key.replaceAll(/#\d+/g, '');

/**
 * The acts a case will most likely still meet, in their order, where each goes by its first outcome: how far it is
 * known from here, which may not be to the end. What comes round again and again is named once; branches of units
 * that nobody has chosen yet are not named.
 */
export function ahead(from: CaseState): readonly { readonly key: string; readonly name: string }[] {
  const known = new Set(
    [...runOf(from).open, ...runOf(from).trace.map(({ act }) => act)].map(({ key }) => key),
  );
  const met = new Map<string, { readonly key: string; readonly name: string }>();
  const stuck = new Set<string>();
  let state = from;
  for (let steps = 0; steps < farEnough && !isClosed(state); steps += 1) {
    const act = runOf(state).open.find(({ key }) => !stuck.has(key));
    if (!act) break;
    const after = gone(state, act);
    if (after) state = after;
    else stuck.add(act.key);
    for (const { key, name, kind } of runOf(state).open) {
      if (known.has(key) || kind === 'await' || key.split('/').includes(sampleUnit)) continue;
      const first = met.get(onceOf(key));
      if (first && first.key !== key) return [...met.values()];
      met.set(onceOf(key), { key, name });
    }
  }
  return [...met.values()];
}
