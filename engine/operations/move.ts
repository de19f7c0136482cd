/** 换版: a case goes on under another version of its process. */
import type { Calendar } from '../../contract/calendar.ts';
import type { Rule } from '../../contract/rule.ts';
import type { Keyed } from '../ledger/keyed.ts';
import { runOf, versionOf } from '../ledger/state.ts';
import type { Moment } from '../process/act.ts';
import type { RecordedDecision } from '../replay/derived.ts';
import type { Operation } from './operation.ts';

export type Moved = {
  readonly type: 'moved';
  readonly version: number;
  readonly calendar: Calendar;
  readonly rules: readonly Rule[];
  readonly reason: string;
  /** Since when each open act has been open: what stays open goes on from there. */
  readonly since?: { readonly [act: string]: Moment };
};

/** Another version has its own places and words: a decision stands for the act of its key. */
const unplaced = <D extends RecordedDecision>(decisions: Keyed<D>): Keyed<D> =>
  decisions.mapped(({ position: _place, asked: _words, ...decision }) => decision as unknown as D);

/** Nothing happens to a case that is there already, or where that version is not at hand. */
export const move: Operation<'move', Moved> = {
  decide({ state }, { version, calendar, rules, reason }) {
    const process = state.versions.find((candidate) => candidate.version === version);
    if (!process || version === state.version) return [];
    const since = Object.fromEntries(runOf(state).open.map(({ key, opened }) => [key, opened]));
    return [{ type: 'moved', version, calendar, rules, reason, since }];
  },
  evolve: {
    moved: (state, { version, calendar, rules, since = {} }, { seq, at }) => ({
      process: versionOf(state.versions, version),
      version,
      versionSince: { seq, at },
      tables: [...state.tables, { seq, calendar, rules }],
      decisions: unplaced(state.decisions),
      ghosts: unplaced(state.ghosts),
      reopened: Object.entries(since).reduce((map, [key, moment]) => map.set(key, moment), state.reopened),
    }),
  },
};
