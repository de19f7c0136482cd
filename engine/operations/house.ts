/** What the house itself tells a case: an outside system's answer or trouble, new tables. */
import type { SystemCommand } from '../../contract/command.ts';
import { actState, runOf } from '../ledger/state.ts';
import { allAnswered } from '../process/act.ts';
import { run } from '../replay/run.ts';
import { decidedEvent } from './acts.ts';
import { type Answer, type Asked, accept } from './answer.ts';

type Of<T extends SystemCommand['type']> = Extract<SystemCommand, { type: T }>;

/** A repeated answer changes nothing; a late one is kept in the ledger and changes nothing else. */
export function answer({ state, at }: Asked, command: Of<'answer'>): Answer {
  const { act: key, round, source, answer: said } = command;
  const act = runOf(state).open.find((candidate) => candidate.key === key);
  const current = actState(state, key);
  const event = { type: 'answered', act: key, round, source, answer: said } as const;
  if (!act || current.round !== round || !act.inquiry?.sources.includes(source))
    return accept({ ...event, late: true });
  if (Object.hasOwn(current.answers, source)) return accept();
  const answers = { ...current.answers, [source]: said };
  const answered = { ...event, late: false };
  if (act.inquiry.sources.some((name) => !Object.hasOwn(answers, name))) return accept(answered);
  return accept(
    answered,
    decidedEvent(state, act, { outcome: allAnswered, form: {}, opinion: '', at, answers }),
  );
}

export function trouble({ state }: Asked, { system, subject }: Of<'trouble'>): Answer {
  const known = state.troubles.some((t) => t.system === system && t.subject === subject);
  return known ? accept() : accept({ type: 'troubled', system, subject });
}

export function recover({ state }: Asked, { system, subject }: Of<'recover'>): Answer {
  const known = state.troubles.some((t) => t.system === system && t.subject === subject);
  return known ? accept({ type: 'recovered', system, subject }) : accept();
}

/** Only what the case does not hold yet is entered; nothing new, no entry. */
export function adopt({ state }: Asked, body: Of<'adopt'>): Answer {
  const held = state.tables.at(-1);
  const calendar = body.calendar?.version === held?.calendar.version ? undefined : body.calendar;
  const rules = body.rules.filter(
    (rule) => !held?.rules.some(({ name, version }) => name === rule.name && version === rule.version),
  );
  if (!calendar && rules.length === 0) return accept();
  return accept({ type: 'adopted', ...(calendar ? { calendar } : {}), rules });
}

/** Nothing happens to a case that is there already, or where that version is not at hand. */
export function move({ state }: Asked, { version, calendar, rules, reason }: Of<'move'>): Answer {
  const process = state.versions.find((candidate) => candidate.version === version);
  if (!process || version === state.version) return accept();
  const tables = [...state.tables, { seq: state.seq, calendar, rules }];
  const asked = new Set(run({ ...state, process, tables }).trace.map(({ act }) => act.key));
  const supersedes = [...state.decisions.keys()].filter((key) => !asked.has(key));
  return accept({ type: 'moved', version, calendar, rules, reason, supersedes });
}
