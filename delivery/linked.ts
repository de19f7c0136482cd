/** Between cases: one has another opened, and is told how it ended. Each once by its key, however often it is tried. */
import { createHash } from 'node:crypto';
import type { Command, CommandBody, FormInput } from '../contract/command.ts';
import { countyTime } from '../contract/county-clock.ts';
import { canonical } from '../contract/hash.ts';
import { holderOf } from '../db/claims.ts';
import { type CaseName, type JournalRow, journal, journaled } from '../db/commands.ts';
import type { Query, Sql } from '../db/connect.ts';
import { checkForm } from '../engine/forms/form.ts';
import type { Parent } from '../engine/process/definition.ts';
import { currentProcess } from '../workflows/index.ts';
import { type Dispatcher, dispatch } from './dispatch.ts';
import { openJournaled } from './open-journaled.ts';

const actor = { kind: 'system', name: '关联办件' } as const;
export const hashOf = (content: unknown): string =>
  createHash('sha256').update(canonical(content)).digest('hex');

/** It cannot be done as it was asked, however often it is tried. */
export class LinkRefused extends Error {}

/** Another live case has already what it would claim. */
export class LinkTaken extends LinkRefused {
  readonly by: CaseName;
  constructor(message: string, by: CaseName) {
    super(message);
    this.by = by;
  }
}

/** Delivered or not, it is in the journal, and the redelivery has it. */
export async function dispatchJournaled(dispatcher: Dispatcher, row: JournalRow): Promise<string> {
  if (row.state === 'waiting' && !row.behind)
    await dispatch(dispatcher, row.matter, row.caseNo, row.command as Command);
  return row.caseNo;
}

/** Answers the number of the case that is opened: for good with `sql`, where that is a transaction. */
export async function openLinked(
  { county, clock }: Dispatcher,
  sql: Query,
  asked: {
    readonly key: string;
    readonly parent: Omit<Parent, 'matter'>;
    readonly matter: string;
    readonly unit: string;
    readonly form: FormInput;
  },
): Promise<string> {
  const { matter, unit, form } = asked;
  const key = `link-${hashOf(asked.key)}`;
  const process = currentProcess(matter);
  const [fault] = process ? checkForm(process.application, form) : [];
  if (!process || fault) {
    // What an earlier version has opened is open.
    const known = await journaled(sql, key);
    if (known) return known.caseNo;
    throw new LinkRefused(
      fault ? `${process?.title}的申请表不完整：${fault.text}` : `没有“${matter}”这个事项`,
    );
  }
  const opened = await openJournaled(sql, county, {
    process,
    unit,
    form,
    key,
    hash: hashOf(asked),
    actor,
    at: countyTime(clock(), Date.now()),
    parent: asked.parent,
  });
  if (opened.kind === 'unfit') throw new LinkRefused(opened.instead);
  if (opened.kind === 'faulty')
    throw new LinkRefused(`${process.title}的申请表不符：${opened.fields[0]?.text}`);
  if (opened.kind === 'taken') {
    const { claim, by } = opened;
    const why = claim.instead || `${process.title}已有一件在办：${by.caseNo}`;
    throw by.caseNo ? new LinkTaken(why, { matter, caseNo: by.caseNo }) : new LinkRefused(why);
  }
  return opened.caseNo;
}

export type Ended = {
  readonly parent: Required<Parent>;
  readonly matter: string;
  readonly outcome: string;
  readonly detail: FormInput;
};

/** Tells the case that waits how the one it had opened has ended. */
export async function reportBack(
  dispatcher: Dispatcher,
  key: string,
  caseNo: string,
  { parent, matter, outcome, detail }: Ended,
): Promise<void> {
  await answerCase(dispatcher, `back-${hashOf(key)}`, parent, { [matter]: { caseNo, outcome, detail } });
}

/** Answers the question a case waits with, once by its id. */
export async function answerCase(
  dispatcher: Dispatcher,
  id: string,
  to: Required<Parent>,
  answers: { readonly [source: string]: FormInput },
): Promise<void> {
  const body = { type: 'answer', act: to.act, round: to.round, answers } as const;
  await dispatchJournaled(dispatcher, await journal(dispatcher.sql, to, commandOf(dispatcher, id, body)));
}

export type Told = { readonly fact: string; readonly data: FormInput };

/** What tells a case of a fact under this key. */
export const tellingId = (key: string): string => `tell-${hashOf(key)}`;

/** Tells a case of a fact, or the live one that has claimed something; answers its number. Refused if it does not take it. */
export async function tellCase(
  dispatcher: Dispatcher,
  key: string,
  to: CaseName | { readonly pool: string; readonly value: string },
  { fact, data }: Told,
  by: string = actor.name,
): Promise<string> {
  const { sql } = dispatcher;
  const id = tellingId(key);
  const known = await journaled(sql, id);
  const { matter, caseNo } = known ?? ('caseNo' in to ? to : await holding(sql, to));
  const row = await journal(
    sql,
    { matter, caseNo },
    commandOf(dispatcher, id, { type: 'supplement', fact, data }, by),
  );
  if (row.state === 'accepted') return row.caseNo;
  const told = await dispatch(dispatcher, row.matter, row.caseNo, row.command as Command);
  if (told.kind === 'waiting') throw new Error(`case ${row.caseNo} has not taken it yet`);
  if (told.kind === 'refused') throw new LinkRefused(told.refusal.detail);
  return row.caseNo;
}

async function holding(
  sql: Sql,
  { pool, value }: { readonly pool: string; readonly value: string },
): Promise<CaseName> {
  const holder = await holderOf(sql, pool, value);
  if (!holder) throw new LinkRefused('没有可以告知的在办登记');
  return holder;
}

/** What the system itself says to a case. */
export function commandOf(
  dispatcher: Dispatcher,
  id: string,
  body: CommandBody,
  by: string = actor.name,
): Command {
  const wall = Date.now();
  const speaker = { ...actor, name: by };
  return { id, hash: hashOf(body), at: countyTime(dispatcher.clock(), wall), wall, actor: speaker, body };
}
