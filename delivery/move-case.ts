/** Moves a live case to another version of its process: first a rehearsal of what would differ, then the move itself. */
import { createHash, randomUUID } from 'node:crypto';
import type { Command } from '../contract/command.ts';
import { countyTime } from '../contract/county-clock.ts';
import { canonical } from '../contract/hash.ts';
import { journal } from '../db/commands.ts';
import type { Sql } from '../db/connect.ts';
import { readLedger } from '../db/ledger.ts';
import { countyTables, rulesNamed } from '../db/tables.ts';
import { calendarSince } from '../engine/clock/calendar.ts';
import { dateOf } from '../engine/clock/time.ts';
import { fold } from '../engine/ledger/fold.ts';
import type { CaseState } from '../engine/ledger/state.ts';
import { type Preview, preview } from '../engine/preview.ts';
import type { AnyProcess } from '../engine/process/definition.ts';
import type { Move } from '../workflows/shell/messages.ts';
import { type Dispatched, type Dispatcher, dispatch } from './dispatch.ts';

export type Rehearsal = { readonly state: CaseState; readonly move: Move; readonly preview: Preview };

const operator = { kind: 'system', name: '流程升级' } as const;

function commandOf(dispatcher: Dispatcher, move: Move): Command {
  const now = Date.now();
  return {
    id: `move-${randomUUID()}`,
    hash: createHash('sha256').update(canonical(move)).digest('hex'),
    at: countyTime(dispatcher.clock(), now),
    wall: now,
    actor: operator,
    body: move,
  };
}

async function stateOf(sql: Sql, versions: readonly AnyProcess[], caseNo: string): Promise<CaseState> {
  const ledger = await readLedger(sql, caseNo);
  if (ledger.length === 0) throw new Error(`没有这件办件：${caseNo}`);
  return fold(versions, ledger);
}

/** What would differ: acts opened and closed, clocks, notices and effects, decisions no longer asked for. Changes nothing. */
export async function rehearse(
  dispatcher: Dispatcher,
  versions: readonly AnyProcess[],
  asked: { readonly caseNo: string; readonly version: number; readonly reason: string },
): Promise<Rehearsal> {
  const state = await stateOf(dispatcher.sql, versions, asked.caseNo);
  const target = versions.find(({ version }) => version === asked.version);
  if (!target) throw new Error(`没有第${asked.version}版的“${state.process.title}”`);
  const tables = await countyTables(dispatcher.sql, dispatcher.county);
  const move: Move = {
    type: 'move',
    version: target.version,
    calendar: calendarSince(tables.calendar, Number(dateOf(state.opened.at).slice(0, 4))),
    rules: rulesNamed(tables, target.rules),
    reason: asked.reason,
  };
  return { state, move, preview: preview(state, commandOf(dispatcher, move)) };
}

/** Asks the case to move; it does so at its next quiet moment, on a worker that has the version. */
export async function moveCase(dispatcher: Dispatcher, { state, move }: Rehearsal): Promise<Dispatched> {
  const command = commandOf(dispatcher, move);
  const { caseNo, process } = state;
  await journal(dispatcher.sql, { matter: process.code, caseNo }, command);
  return await dispatch(dispatcher, process.code, caseNo, command);
}
