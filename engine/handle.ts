/**
 * The one way into a case: a command becomes ledger entries, or a refusal that changes nothing. What the clock has
 * decided by then comes first, dated when it fell due, so a decision that arrives late meets a closed act.
 */
import type { Actor } from '../contract/actor.ts';
import type { Command } from '../contract/command.ts';
import type { Refusal } from '../contract/refusal.ts';
import { expiring } from './clock/case-clocks.ts';
import { carding } from './ledger/cards.ts';
import type { CaseEvent, CaseOpening, Entry } from './ledger/entry.ts';
import { begin, extended } from './ledger/fold.ts';
import { isResend } from './ledger/resending.ts';
import { type CaseState, calendarOf, isClosed, remembered, runOf } from './ledger/state.ts';
import { decision } from './operations/decide.ts';
import { isRefusal, refuse } from './operations/operation.ts';
import { judge } from './operations/table.ts';
import { alreadyLeft } from './operations/undoing.ts';
import type { AnyProcess } from './process/definition.ts';

export type Handled =
  | { readonly kind: 'accepted'; readonly entries: readonly Entry[]; readonly state: CaseState }
  | { readonly kind: 'repeated'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

type Written = { state: CaseState; entries: Entry[] };

function write(
  written: Written,
  by: { id: string; hash: string; at: number; wall: number; actor: Actor },
  event: CaseEvent,
): void {
  const { state } = written;
  const entry: Entry = {
    caseNo: state.caseNo,
    seq: state.seq + 1,
    at: Math.max(by.at, state.at),
    wall: by.wall,
    actor: by.actor,
    commandId: by.id,
    commandHash: by.hash,
    processVersion: state.version,
    calendarVersion: calendarOf(state).version,
    ruleVersions: Object.fromEntries(runOf(state).adopted.map(({ name, version }) => [name, version])),
    event,
  };
  const next = extended(state, entry);
  written.entries.push(next.entry);
  written.state = next.state;
}

/** What the clock will do first: a card before the decision that falls due with it. */
export function comesNext(
  state: CaseState,
): { readonly at: number; readonly act: string; readonly event: CaseEvent } | undefined {
  const [card] = carding(state);
  const [expiry] = expiring(state);
  if (card && (!expiry || card.at <= expiry.dueAt))
    return { at: card.at, act: card.card.act, event: { type: 'carded', ...card.card } };
  if (!expiry) return undefined;
  const { act, dueAt } = expiry;
  const said = { outcome: act.expires as string, form: {}, opinion: '' };
  return { at: dueAt, act: act.key, event: decision(state, act, said) };
}

/** Lets the clock decide what has fallen due by `at`, earliest first, each dated at its due instant. */
function settle(written: Written, at: number, wall: number): void {
  for (;;) {
    const due = comesNext(written.state);
    if (!due || due.at > at || isClosed(written.state)) return;
    const id = `clock/${due.act}/${written.state.seq + 1}`;
    write(written, { id, hash: '', at: due.at, wall, actor: { kind: 'clock' } }, due.event);
  }
}

/** What late words from outside, and about what has left it, may still reach a closed case. */
const afterClose: readonly Command['body']['type'][] = [
  'answer',
  'affirm',
  'reject',
  'trouble',
  'recover',
  'adopt',
  'expire',
];

const reachesClosed = (body: Command['body']): boolean =>
  afterClose.includes(body.type) || ('act' in body && isResend(body.act));

export function handle(state: CaseState, command: Command): Handled {
  const known = remembered(state, command.id);
  if (known) {
    if (known.hash === command.hash) return { kind: 'repeated', seq: known.seq };
    return refused(refuse('COMMAND_ID_REUSED'));
  }
  if (command.seenSeq !== undefined && command.seenSeq !== state.seq) {
    return refused(refuse('CASE_MOVED_ON', undefined, { about: { seq: state.seq } }));
  }
  const written: Written = { state, entries: [] };
  settle(written, command.at, command.wall);
  const { body, actor } = command;
  if (isClosed(written.state) && !reachesClosed(body)) return refused(refuse('CASE_CLOSED'));
  const at = Math.max(command.at, written.state.at);
  const ruling = judge({ state: written.state, actor, at }, body);
  if (isRefusal(ruling)) return refused(ruling);
  const by = { id: command.id, hash: command.hash, at, wall: command.wall, actor };
  for (const event of ruling) write(written, by, event);
  const lost = written.entries
    .flatMap(({ derived }) => derived?.left ?? [])
    .find(({ kind }) => kind === 'final');
  if (lost) return refused(alreadyLeft(lost));
  settle(written, command.at, command.wall);
  return { kind: 'accepted', ...written };
}

const refused = (refusal: Refusal): Handled => ({ kind: 'refused', refusal });

/** The first entry of a case and the state it makes. */
export function open(
  process: AnyProcess,
  opening: CaseOpening,
  by: Pick<Command, 'id' | 'hash' | 'at' | 'wall' | 'actor'>,
): { readonly entries: readonly Entry[]; readonly state: CaseState } {
  const entry: Entry = {
    caseNo: opening.caseNo,
    seq: 1,
    at: by.at,
    wall: by.wall,
    actor: by.actor,
    commandId: by.id,
    commandHash: by.hash,
    processVersion: opening.version,
    calendarVersion: opening.calendar.version,
    ruleVersions: {},
    event: { type: 'opened', ...opening },
  };
  return { entries: [entry], state: begin([process], entry) };
}
