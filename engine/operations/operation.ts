/** What an operation is: how a command is judged, and how the events it makes change the case. */
import type { Actor } from '../../contract/actor.ts';
import type { CommandBody } from '../../contract/command.ts';
import { type RefusalCode, refusals } from '../../contract/errors.ts';
import type { FieldIssue, Refusal } from '../../contract/refusal.ts';
import { type CaseState, runOf } from '../ledger/state.ts';
import type { Moment } from '../process/act.ts';

/** Everything an operation may look at: the settled state, who asks, and when (county time). */
export type Situation = { readonly state: CaseState; readonly actor: Actor; readonly at: number };

/** The events a command makes (none if it changes nothing), or why it is refused. */
export type Ruling<E> = readonly E[] | Refusal;

/** What an event's ledger entry says besides the event. */
export type Recorded = Moment & { readonly actor: Actor };

type Event = { readonly type: string };
export type Evolvers<E extends Event> = {
  readonly [T in E['type']]: (
    state: CaseState,
    event: Extract<E, { readonly type: T }>,
    recorded: Recorded,
  ) => Partial<CaseState>;
};

export type CommandOf<T extends CommandBody['type']> = Extract<CommandBody, { readonly type: T }>;

/** `Own` are the events only this operation's file knows how to apply; `Other` belong to another's. */
export type Operation<T extends CommandBody['type'], Own extends Event, Other extends Event = never> = {
  readonly decide: (situation: Situation, command: CommandOf<T>) => Ruling<Own | Other>;
  readonly evolve: Evolvers<Own>;
};

/** A refusal of the catalogue: what is wrong here, then what to do next. */
export function refuse(
  code: RefusalCode,
  what?: string,
  more: Pick<Refusal, 'fields' | 'about'> = {},
): Refusal {
  const { title, next } = refusals[code];
  return { code, detail: `${what ?? `${title}。`}${next}`, ...more };
}

/** Whatever a form's fields find wrong with it. */
export function formInvalid(faults: readonly FieldIssue[]): Refusal | undefined {
  return faults.length > 0 ? refuse('FORM_INVALID', undefined, { fields: faults }) : undefined;
}

export const isRefusal = (ruling: object): ruling is Refusal => 'code' in ruling;

export const opinionMissing = (opinion: string | undefined): Refusal | undefined =>
  opinion === undefined || opinion.trim() === '' ? refuse('OPINION_REQUIRED') : undefined;

/** Whether any act of this name is decided, wherever in the case. */
export const isDecided = (state: CaseState, name: string): boolean =>
  runOf(state).trace.some(({ act, lost, waiting }) => act.name === name && !lost && !waiting);

/** Whether every act of this name that has been asked is decided, and none waits to be decided again. */
export function isPast(state: CaseState, name: string): boolean {
  const { open, ghosts } = runOf(state);
  const pending = [...open, ...ghosts.map(({ act }) => act)].some((act) => act.name === name);
  return !pending && isDecided(state, name);
}

export const listed = (names: readonly string[]): string =>
  names.length > 0 ? names.join('、') : '本事项没有法定的此类理由';
