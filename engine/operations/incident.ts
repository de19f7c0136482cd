/** 外部系统故障与恢复: an outside system is away, or back; it is shown on the case while it lasts. */
import type { CaseState } from '../ledger/state.ts';
import type { Operation } from './operation.ts';

type About = { readonly system: string; readonly subject: string };
export type Troubled = About & { readonly type: 'troubled' };
export type Recovered = About & { readonly type: 'recovered' };

const isKnown = (state: CaseState, { system, subject }: About): boolean =>
  state.troubles.some((known) => known.system === system && known.subject === subject);

export const trouble: Operation<'trouble', Troubled> = {
  decide: ({ state }, { system, subject }) =>
    isKnown(state, { system, subject }) ? [] : [{ type: 'troubled', system, subject }],
  evolve: {
    troubled: (state, { system, subject }, { at }) => ({
      troubles: [...state.troubles, { system, subject, since: at }],
    }),
  },
};

export const recover: Operation<'recover', Recovered> = {
  decide: ({ state }, { system, subject }) =>
    isKnown(state, { system, subject }) ? [{ type: 'recovered', system, subject }] : [],
  evolve: {
    recovered: (state, { system, subject }) => ({
      troubles: state.troubles.filter((known) => known.system !== system || known.subject !== subject),
    }),
  },
};
