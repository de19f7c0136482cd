/** 换版: a case goes on under another version of its process. */
import type { Calendar } from '../../contract/calendar.ts';
import type { Rule } from '../../contract/rule.ts';
import { reopen } from '../ledger/change.ts';
import { versionOf } from '../ledger/state.ts';
import { run } from '../replay/run.ts';
import type { Operation } from './operation.ts';

export type Moved = {
  readonly type: 'moved';
  readonly version: number;
  readonly calendar: Calendar;
  readonly rules: readonly Rule[];
  readonly reason: string;
  /** Decisions the new version no longer asks for. */
  readonly supersedes: readonly string[];
};

/** Nothing happens to a case that is there already, or where that version is not at hand. */
export const move: Operation<'move', Moved> = {
  decide({ state }, { version, calendar, rules, reason }) {
    const process = state.versions.find((candidate) => candidate.version === version);
    if (!process || version === state.version) return [];
    const tables = [...state.tables, { seq: state.seq, calendar, rules }];
    const asked = new Set(run({ ...state, process, tables }).trace.map(({ act }) => act.key));
    const supersedes = [...state.decisions.keys()].filter((key) => !asked.has(key));
    return [{ type: 'moved', version, calendar, rules, reason, supersedes }];
  },
  evolve: {
    moved(state, { version, calendar, rules, supersedes }, recorded) {
      const process = versionOf(state.versions, version);
      const tables = [...state.tables, { seq: recorded.seq, calendar, rules }];
      return reopen(state, { ...state, process, version, tables }, supersedes, recorded);
    },
  },
};
