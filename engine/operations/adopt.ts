/** 采用新表: a case takes over a new calendar or rules. */
import type { Calendar } from '../../contract/calendar.ts';
import type { Rule } from '../../contract/rule.ts';
import { tablesOf } from '../ledger/state.ts';
import type { Operation } from './operation.ts';

export type AdoptedTables = {
  readonly type: 'adopted';
  readonly calendar?: Calendar;
  readonly rules: readonly Rule[];
};

/** Only what the case does not hold yet is entered; nothing new, no entry. */
export const adopt: Operation<'adopt', AdoptedTables> = {
  decide({ state }, body) {
    const held = tablesOf(state);
    const calendar = body.calendar?.version === held.calendar.version ? undefined : body.calendar;
    const rules = body.rules.filter(
      (rule) => !held.rules.some(({ name, version }) => name === rule.name && version === rule.version),
    );
    if (!calendar && rules.length === 0) return [];
    return [{ type: 'adopted', ...(calendar ? { calendar } : {}), rules }];
  },
  evolve: {
    adopted(state, { calendar, rules }, { seq }) {
      const held = tablesOf(state);
      const kept = held.rules.filter(({ name }) => !rules.some((rule) => rule.name === name));
      return {
        tables: [...state.tables, { seq, calendar: calendar ?? held.calendar, rules: [...kept, ...rules] }],
      };
    },
  },
};
