/** What an actor could do with a case now, and why not what not: each judged as the command itself would be. */
import type { Actor, Office } from '../contract/actor.ts';
import type { CommandBody } from '../contract/command.ts';
import type { Fields } from '../contract/form.ts';
import type { Limit } from '../contract/limit.ts';
import type { FieldIssue, Refusal } from '../contract/refusal.ts';
import { clocksOf } from './clock/case-clocks.ts';
import { type CaseState, isClosed, runOf } from './ledger/state.ts';
import { policyOf, unaffirmed } from './operations/authority.ts';
import { checkContext, faultsOf } from './operations/decide.ts';
import { isRefusal, refuse } from './operations/operation.ts';
import { judge } from './operations/table.ts';
import type { OpenAct } from './replay/derived.ts';

/** Undefined if it may be done, whatever is still to be filled in. */
type MayNot = { readonly mayNot: Refusal | undefined };

export type Possible = {
  readonly facts: readonly (MayNot & {
    readonly name: string;
    readonly form: Fields;
    readonly basis: string;
  })[];
  readonly endings: readonly (MayNot & {
    readonly type: 'withdraw' | 'terminate';
    readonly reason: string | null;
    readonly outcome: string;
    readonly form: Fields;
    readonly basis: string;
  })[];
  readonly suspensions: readonly (MayNot & { readonly reason: string; readonly basis: string })[];
  readonly resume: MayNot;
  readonly amendment: MayNot & { readonly basis: string | null; readonly never: readonly string[] };
  readonly extensions: readonly (MayNot & {
    readonly clock: string;
    readonly name: string;
    readonly to: Limit;
    readonly reasons: readonly string[];
    readonly approver: Office;
  })[];
  readonly takeBacks: readonly (MayNot & { readonly act: string; readonly name: string })[];
  readonly affirmations: readonly (MayNot & { readonly act: string; readonly name: string })[];
};

const opinion = '—';
/** What is wrong with what was filled in is no reason not to offer it. */
const unfilled: readonly string[] = ['FORM_INVALID', 'OPINION_REQUIRED'];

function mayNot(state: CaseState, actor: Actor, at: number, body: CommandBody): Refusal | undefined {
  if (isClosed(state) && body.type !== 'affirm') return refuse('CASE_CLOSED');
  const ruling = judge({ state, actor, at }, body);
  return isRefusal(ruling) && !unfilled.includes(ruling.code) ? ruling : undefined;
}

/** `at` is now, county time. */
export function possible(state: CaseState, actor: Actor, at: number): Possible {
  const { facts, withdrawal, terminations, suspensions, amendments } = policyOf(state);
  const judged = (body: CommandBody): MayNot => ({ mayNot: mayNot(state, actor, at, body) });
  const byMe = runOf(state).trace.filter(
    ({ decision: { by } }) => actor.kind === 'officer' && by.kind === 'officer' && by.person === actor.person,
  );
  return {
    facts: Object.entries(facts).map(([name, { form, basis }]) => ({
      name,
      form,
      basis,
      ...judged({ type: 'supplement', fact: name, data: {} }),
    })),
    endings: [
      ...(withdrawal
        ? [
            {
              type: 'withdraw' as const,
              reason: null,
              ending: withdrawal,
              ...judged({ type: 'withdraw', opinion }),
            },
          ]
        : []),
      ...Object.entries(terminations).map(([reason, ending]) => ({
        type: 'terminate' as const,
        reason,
        ending,
        ...judged({ type: 'terminate', reason, opinion }),
      })),
    ].map(({ ending: { outcome, form, basis }, ...rest }) => ({ ...rest, outcome, form, basis })),
    suspensions: Object.entries(suspensions).map(([reason, { basis }]) => ({
      reason,
      basis,
      ...judged({ type: 'suspend', reason, opinion }),
    })),
    resume: judged({ type: 'resume', opinion }),
    amendment: {
      basis: amendments?.basis ?? null,
      never: Object.keys(amendments?.never ?? {}),
      ...judged({ type: 'amend', changes: {}, opinion }),
    },
    extensions: clocksOf(state).flatMap(({ key, name, stopped, extension }) => {
      if (!extension || stopped) return [];
      const { to, approver, stands } = extension;
      const shown = extension.reasons.filter((one) => stands?.(one, checkContext(state, at)) === undefined);
      const reasons = shown.length > 0 ? shown : extension.reasons;
      const [reason = ''] = reasons;
      return [
        {
          clock: key,
          name,
          to,
          reasons,
          approver,
          ...judged({ type: 'extend', clock: key, reason, opinion }),
        },
      ];
    }),
    takeBacks: byMe.map(({ act: { key, name } }) => ({
      act: key,
      name,
      ...judged({ type: 'takeBack', act: key, opinion }),
    })),
    affirmations: unaffirmed(state).map(({ act: { key, name } }) => ({
      act: key,
      name,
      ...judged({ type: 'affirm', act: key, opinion }),
    })),
  };
}

export type ActOperation = {
  readonly type: 'claim' | 'release' | 'transfer' | 'urge' | 'supervise';
} & MayNot;

/** What can be done with an open act besides deciding or returning it. */
export function actOperations(
  state: CaseState,
  { key }: OpenAct,
  office: Office,
  actor: Actor,
  at: number,
): readonly ActOperation[] {
  const bodies: readonly (CommandBody & { readonly type: ActOperation['type'] })[] = [
    { type: 'claim', act: key },
    { type: 'release', act: key },
    { type: 'transfer', act: key, to: { unit: office.unit, person: '—' }, opinion },
    { type: 'urge', act: key, opinion },
    { type: 'supervise', act: key, demand: opinion, reply: { amount: 1, unit: 'workingDays' } },
  ];
  return bodies.map((body) => {
    const ruling = judge({ state, actor, at }, body);
    return { type: body.type, mayNot: isRefusal(ruling) ? ruling : undefined };
  });
}

/** What stands in the way of an outcome that asks for no form, as things are: what is missing before 受理. */
export function outcomeFaults(
  state: CaseState,
  act: OpenAct,
  outcome: string,
  at: number,
): readonly FieldIssue[] {
  const wanted = act.outcomes[outcome];
  return wanted && Object.keys(wanted.form).length === 0 ? faultsOf(state, wanted, {}, at) : [];
}
