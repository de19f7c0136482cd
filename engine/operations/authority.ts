/** Who may act: unit, role, the post's period, the claim on the act, 回避 and 职责分离. */
import type { Actor, Office, Officer } from '../../contract/actor.ts';
import { isInForce } from '../../contract/in-force.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { dateOf } from '../clock/time.ts';
import { identityHashes } from '../forms/identities.ts';
import { actState, type CaseState, runOf } from '../ledger/state.ts';
import type { Act } from '../process/act.ts';
import type { Policy } from '../process/policy.ts';
import type { OpenAct, Visit } from '../replay/derived.ts';
import { refuse } from './operation.ts';

const postRuns = ({ post }: Officer, at: number): boolean => isInForce(post, dateOf(at));

export const holds = (actor: Actor, office: Office, at: number): actor is Officer =>
  actor.kind === 'officer' &&
  actor.post.unit === office.unit &&
  actor.post.role === office.role &&
  postRuns(actor, at);

export const holdsAny = (actor: Actor, offices: readonly Office[], at: number): boolean =>
  offices.some((office) => holds(actor, office, at));

const policies = new WeakMap<
  CaseState['input'],
  Pick<CaseState, 'process' | 'facts'> & { readonly policy: Policy }
>();

/** What can happen to the case besides its acts; worked out once for as long as nothing more is told to it. */
export function policyOf({ process, input, facts }: CaseState): Policy {
  const known = policies.get(input);
  if (known && known.process === process && known.facts === facts) return known.policy;
  const policy = process.policy(input as never, facts);
  policies.set(input, { process, facts, policy });
  return policy;
}

export const isSupervisor = (state: CaseState, actor: Actor, at: number): boolean =>
  holdsAny(actor, policyOf(state).supervisors, at);

/** The head of the unit that has the act: may hand work round inside the unit. */
export const isHeadOf = (state: CaseState, actor: Actor, unit: string, at: number): boolean =>
  holds(actor, { unit, role: state.process.headRole }, at);

export const officeOf = (state: CaseState, act: OpenAct): Office => ({
  ...act.by,
  unit: actState(state, act.key).unit ?? act.by.unit,
});

/** The identity hashes nobody may share who acts on this case: the parties and relatives disclosed since. */
export const partiesOf = (state: CaseState): readonly string[] => [
  ...state.input.parties,
  ...state.facts.flatMap(({ data }) => identityHashes(data)),
];

/** Undefined if the actor may answer this open act: the applicant what the applicant is asked, else an officer. */
export function mayNotAnswer(state: CaseState, act: OpenAct, actor: Actor, at: number): Refusal | undefined {
  if (actor.kind === 'applicant' && act.kind === 'askApplicant' && isApplicant(state, actor))
    return undefined;
  return mayNotAct(state, act, actor, at);
}

const isApplicant = (state: CaseState, actor: Actor): boolean =>
  actor.kind === 'applicant' && actor.identity !== '' && actor.identity === state.input.applicant;

/** Whether the actor is one of those a policy lets speak: its offices; the applicant of this case, or other cases, if it says so. */
export const isAmong = (
  state: CaseState,
  actor: Actor,
  {
    by,
    applicant = false,
    bySystem = false,
  }: { readonly by: readonly Office[]; readonly applicant?: boolean; readonly bySystem?: boolean },
  at: number,
): boolean =>
  holdsAny(actor, by, at) ||
  (applicant && isApplicant(state, actor)) ||
  (bySystem && actor.kind === 'system');

/** Undefined if the actor may act on this open act as an officer; otherwise the refusal. */
export function mayNotAct(state: CaseState, act: OpenAct, actor: Actor, at: number): Refusal | undefined {
  if (actor.kind === 'applicant') return refuse('NOT_YOURS', '该操作由经办单位办理。');
  if (actor.kind !== 'officer') return refuse('NOT_YOURS');
  const office = officeOf(state, act);
  const { assignee } = actState(state, act.key);
  const handedTo = assignee === actor.person && actor.post.unit === office.unit;
  if (!(handedTo ? postRuns(actor, at) : holds(actor, office, at))) {
    const sameDesk = actor.post.unit === office.unit && actor.post.role === office.role;
    return refuse('NOT_YOURS', sameDesk ? '您的任职不在有效期内。' : undefined, {
      about: { unit: office.unit, role: office.role },
    });
  }
  if (assignee && assignee !== actor.person)
    return refuse('CLAIMED_BY_OTHER', undefined, { about: { person: assignee } });
  return recused(state, actor) ?? separated(state, act, actor);
}

function recused(state: CaseState, { identity }: Pick<Officer, 'identity'>): Refusal | undefined {
  if (!partiesOf(state).includes(identity)) return undefined;
  return refuse('RECUSED', '该人员是申请家庭成员或已登记备案的近亲属，应当回避。');
}

/** Whether somebody is called like a relative that is known by name alone. */
export const isNamesake = ({ process, input, facts }: CaseState, actor: Actor): boolean =>
  actor.kind === 'officer' &&
  (process.relativesNamed?.(input.form as never, facts).includes(actor.name) ?? false);

/** Undefined if the act may be put into this person's hands. */
export function mayNotReceive(
  state: CaseState,
  act: OpenAct,
  person: Pick<Officer, 'person' | 'identity'>,
): Refusal | undefined {
  return recused(state, person) ?? separated(state, act, person);
}

/** Standing decisions of officers who have since turned out to be relatives of a party, not affirmed by another. */
export function unaffirmed(state: CaseState): readonly Visit[] {
  const parties = new Set(partiesOf(state));
  return runOf(state).trace.filter(
    ({ lost, decision: { by, affirmed } }) =>
      !lost && by.kind === 'officer' && parties.has(by.identity) && !affirmed,
  );
}

/** Undefined if an officer's post runs and they are no relative of a party: what binds every operation alike. */
export function mayNoLongerAct(state: CaseState, actor: Officer, at: number): Refusal | undefined {
  if (!postRuns(actor, at)) return refuse('NOT_YOURS', '您的任职不在有效期内。');
  return recused(state, actor);
}

/** The separation holds both ways: whoever decided the one first may not decide the other, nor what waits behind it. */
export function separated(
  state: CaseState,
  act: Act,
  { person }: Pick<Officer, 'person'>,
): Refusal | undefined {
  const { trace, ghosts } = runOf(state);
  const known = [...trace, ...ghosts];
  const apart = (one: Act, other: Act): boolean =>
    one.separateFrom.includes(other.name) && isMeant(one, other, known);
  for (const visit of trace) {
    if (!apart(act, visit.act) && !apart(visit.act, act)) continue;
    const { by } = visit.decision;
    if (by.kind === 'officer' && by.person === person) {
      return refuse(
        'SEPARATION_OF_DUTIES',
        `“${visit.act.name}”由${by.name}办理，“${act.name}”须由其他人员办理。`,
      );
    }
  }
  return undefined;
}

const scopeOf = ({ key }: Act): string => key.slice(0, key.lastIndexOf('/') + 1);

/** A name means the act in the speaker's own branch, else the nearest one outward, else those inside its branches. */
function isMeant(speaker: Act, named: Act, trace: readonly Visit[]): boolean {
  const [from, to] = [scopeOf(speaker), scopeOf(named)];
  if (!from.startsWith(to)) {
    const nearer = trace.some(({ act }) => act.name === named.name && from.startsWith(scopeOf(act)));
    return to.startsWith(from) && !nearer;
  }
  return !trace.some(
    ({ act }) => act.name === named.name && from.startsWith(scopeOf(act)) && scopeOf(act).length > to.length,
  );
}
