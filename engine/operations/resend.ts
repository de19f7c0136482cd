/** 拒收与更正重发: an outside system refuses for good; somebody puts it right and has it sent again, or gives it up. */
import type { FormInput } from '../../contract/command.ts';
import { effectsOf, isHeldBack } from '../ledger/effects.ts';
import { forgone, resendKey } from '../ledger/resending.ts';
import type { CaseState, Payload, Rejection } from '../ledger/state.ts';
import type { OpenAct } from '../replay/derived.ts';
import type { Evolvers, Operation } from './operation.ts';

export type Rejected = {
  readonly type: 'rejected';
  readonly subject: string;
  readonly system: string;
  readonly reason: string;
};
export type Resent = {
  readonly type: 'resent';
  readonly subject: string;
  readonly system: string;
  readonly from: Payload;
  readonly to: Payload;
  readonly opinion: string;
};
export type Forgone = { readonly type: 'forgone'; readonly subject: string; readonly opinion: string };

export const reject: Operation<'reject', Rejected> = {
  decide: ({ state }, { subject, system, reason }) =>
    isHeldBack(state, subject) ? [] : [{ type: 'rejected', subject, system, reason }],
  evolve: {
    rejected: (state, { subject, system, reason }, { seq, at }) => {
      const { attempt = 1 } = state.rejections.get(subject) ?? {};
      return { rejections: state.rejections.set(subject, { seq, at, subject, system, reason, attempt }) };
    },
  },
};

/** What the answer to such an act enters. */
export function resending(
  state: CaseState,
  { key }: OpenAct,
  said: { readonly outcome: string; readonly form: FormInput; readonly opinion: string },
): readonly (Resent | Forgone)[] {
  const about = [...state.rejections.values()].find(({ subject }) => resendKey(subject) === key);
  if (!about) return [];
  const { subject, system } = about;
  const { outcome, form: to, opinion } = said;
  if (outcome === forgone) return [{ type: 'forgone', subject, opinion }];
  const payload = effectsOf(state).find((effect) => effect.key === subject)?.payload ?? {};
  const from = Object.fromEntries(Object.keys(to).map((name) => [name, payload[name] ?? null]));
  return [{ type: 'resent', subject, system, from, to, opinion }];
}

function settled(
  state: CaseState,
  subject: string,
  how: (known: Rejection) => Rejection,
): Pick<CaseState, 'rejections' | 'acts'> | undefined {
  const known = state.rejections.get(subject);
  return (
    known && {
      rejections: state.rejections.set(subject, how(known)),
      acts: state.acts.without([resendKey(subject)]),
    }
  );
}

export const resendEvolve: Evolvers<Resent | Forgone> = {
  resent: (state, { subject, system, from, to }, { seq, at }) => ({
    ...settled(state, subject, (known) => ({ ...known, attempt: known.attempt + 1, settled: 'resent' })),
    corrections:
      Object.keys(to).length > 0
        ? [...state.corrections, { seq, at, subject, system, from, to }]
        : state.corrections,
  }),
  forgone: (state, { subject }) => ({
    ...settled(state, subject, (known) => ({ ...known, settled: 'forgone' })),
  }),
};
