/** A case is opened: numbered, given its tables, journaled and recorded in one transaction, whoever asks for it. */
import type { Actor } from '../contract/actor.ts';
import type { County } from '../contract/county.ts';
import type { FieldIssue } from '../contract/refusal.ts';
import type { Json } from '../contract/rule.ts';
import { matterOf, nextCaseNumber } from '../db/cases.ts';
import { claim, type Holder } from '../db/claims.ts';
import { type JournalRow, journal, journaled } from '../db/commands.ts';
import { atomically, type Query } from '../db/connect.ts';
import { type RegisterRow, standingOf, standingRow } from '../db/registers.ts';
import { countyTables, holdTables, rulesNamed } from '../db/tables.ts';
import { calendarSince } from '../engine/clock/calendar.ts';
import { dateOf } from '../engine/clock/time.ts';
import { identityHashes } from '../engine/forms/identities.ts';
import type { CaseOpening } from '../engine/ledger/entry.ts';
import type {
  AnyProcess,
  Claim,
  OpeningContext,
  Parent,
  Recurrence,
  Subject,
} from '../engine/process/definition.ts';
import { officesIn } from '../engine/process/offices.ts';
import { ruleInForceAt } from '../engine/replay/tables.ts';
import { type Begun, begin, type OpeningCommand } from './opening.ts';

type Form = { readonly [name: string]: Json };

const applicantOf = ({ applicantIdentity }: AnyProcess, form: Form): string =>
  applicantIdentity?.(form).hash ?? '';

/** One live case of a matter to an applicant, where the matter does not say otherwise. */
export function claimsOf(process: AnyProcess, form: Form): readonly Claim[] {
  const applicant = applicantOf(process, form);
  return process.claims?.(form) ?? (applicant ? [{ pool: process.code, value: applicant, instead: '' }] : []);
}

/** What its matter finds wrong with an application as a whole, by the rules in force. */
export function faultsOfOpening(
  process: AnyProcess,
  { calendar, rules, input }: CaseOpening,
  at: number,
): readonly FieldIssue[] {
  const tables = [{ seq: 0, calendar, rules }];
  const ruleInForce: OpeningContext['ruleInForce'] = (rule) => ruleInForceAt(tables, rule, 0, dateOf(at));
  const { about } = input;
  return process.check?.(input.form, { at, ruleInForce, ...(about ? { about } : {}) }) ?? [];
}

/** The people of what a case is about. */
function peopleOf({ about }: AnyProcess, subject: Subject | undefined): readonly string[] {
  const held = about?.people === undefined ? undefined : subject?.data[about.people];
  return Array.isArray(held) ? held.filter((hash): hash is string => typeof hash === 'string') : [];
}

/** What a new case is opened with: who is asked in this county, and the tables in force. */
export function openingOf(
  county: County,
  tables: Pick<County, 'calendar' | 'rules'>,
  {
    process,
    unit,
    form,
    caseNo,
    at,
    parent,
    about,
    recurrence,
  }: {
    readonly process: AnyProcess;
    readonly unit: string;
    readonly form: Form;
    readonly caseNo: string;
    readonly at: number;
    readonly parent?: Parent | undefined;
    readonly about?: Subject | undefined;
    readonly recurrence?: Recurrence | undefined;
  },
): CaseOpening {
  return {
    caseNo,
    process: process.code,
    version: process.version,
    input: {
      unit,
      ...(parent ? { parent } : {}),
      ...(about ? { about } : {}),
      ...(recurrence ? { recurrence } : {}),
      offices: officesIn(county, process, unit),
      applicant: applicantOf(process, form),
      parties: [...new Set([...identityHashes(form), ...peopleOf(process, about)])],
      form,
    },
    calendar: calendarSince(tables.calendar, Number(dateOf(at).slice(0, 4))),
    rules: rulesNamed(tables, process.rules),
  };
}

export type OpeningAsked = {
  readonly process: AnyProcess;
  readonly unit: string;
  /** Checked, its identity numbers sealed. */
  readonly form: Form;
  readonly key: string;
  readonly hash: string;
  readonly actor: Actor;
  /** County time. */
  readonly at: number;
  readonly parent?: Omit<Parent, 'matter'> | undefined;
};
export type Opened =
  | { readonly kind: 'known'; readonly caseNo: string; readonly row: JournalRow }
  | ({ readonly kind: 'opened'; readonly caseNo: string } & Begun)
  /** What it claims is another's. */
  | { readonly kind: 'taken'; readonly claim: Claim; readonly by: Holder }
  /** What it is about is not registered, or in no state for it. */
  | { readonly kind: 'unfit'; readonly state: string | undefined; readonly instead: string }
  | { readonly kind: 'faulty'; readonly fields: readonly FieldIssue[] };

/** What a case is about, as it stands in its register. */
export async function subjectOf(
  tx: Query,
  { about }: AnyProcess,
  form: Form,
  on: string,
): Promise<Subject | undefined> {
  if (!about) return undefined;
  const { register, states, instead } = about;
  const subject = about.subject(form);
  const data = await standingOf(tx, register, subject, on);
  const state = data?.['state'];
  if (!data || typeof state !== 'string' || !states.includes(state))
    throw new OpeningRefused({
      kind: 'unfit',
      state: typeof state === 'string' ? state : undefined,
      instead,
    });
  return { register, subject, data };
}

/** Which earlier case has not lasted, by its row. */
export const recurrenceIn = ({
  caseNo,
  from,
  data,
}: Pick<RegisterRow, 'caseNo' | 'from' | 'data'>): Recurrence => ({
  caseNo,
  on: from,
  lead: String(data['lead']),
});

async function recurrenceOf(
  tx: Query,
  { recurrence }: AnyProcess,
  form: Form,
  on: string,
): Promise<Recurrence | undefined> {
  const row = recurrence && (await standingRow(tx, recurrence.register, recurrence.subject(form), on));
  return row && recurrenceIn(row);
}

/** The same key opens the same case, however often and over however many connections it is sent. */
export async function openJournaled(sql: Query, county: County, asked: OpeningAsked): Promise<Opened> {
  const { process, unit, form, key, hash, actor, at, parent } = asked;
  const year = Number(dateOf(at).slice(0, 4));
  try {
    return await atomically(sql, async (tx): Promise<Opened> => {
      const [known, , tables, place, parentMatter] = await Promise.all([
        journaled(tx, key),
        holdTables(tx, 'together'),
        countyTables(tx, county),
        nextCaseNumber(tx, process.code, year),
        parent && matterOf(tx, parent.caseNo),
      ]);
      if (known) throw new OpeningRefused({ kind: 'known', caseNo: known.caseNo, row: known });
      if (parent && !parentMatter) throw new Error(`case ${parent.caseNo} is not recorded yet`);
      const caseNo = `${process.numbering.prefix}${year}${String(place).padStart(5, '0')}`;
      const about = await subjectOf(tx, process, form, dateOf(at));
      const recurrence = await recurrenceOf(tx, process, form, dateOf(at));
      const opening = openingOf(county, tables, {
        process,
        unit,
        form,
        caseNo,
        at,
        parent: parent && parentMatter ? { ...parent, matter: parentMatter } : undefined,
        about,
        recurrence,
      });
      const command: OpeningCommand = {
        id: key,
        hash,
        at,
        wall: Date.now(),
        actor,
        body: { type: 'open', opening },
      };
      const claims = claimsOf(process, form);
      const [made, ...holders] = await Promise.all([
        journal(tx, { matter: process.code, caseNo }, command),
        ...claims.map((wanted) => claim(tx, { ...wanted, caseNo, unit, on: dateOf(at) })),
      ]);
      if (!made.fresh) throw new OpeningRefused({ kind: 'known', caseNo: made.caseNo, row: made });
      const fields = faultsOfOpening(process, opening, at);
      if (fields.length > 0) throw new OpeningRefused({ kind: 'faulty', fields });
      for (const [i, wanted] of claims.entries()) {
        const by = holders[i];
        if (by) throw new OpeningRefused({ kind: 'taken', claim: wanted, by });
      }
      const begun = await begin(tx, process, command);
      return { kind: 'opened', caseNo, ...begun };
    });
  } catch (error) {
    if (error instanceof OpeningRefused) return error.opened;
    throw error;
  }
}

/** It is there already: the number just taken goes back with its transaction. */
export class OpeningRefused extends Error {
  readonly opened: Opened;
  constructor(opened: Opened) {
    super('already there');
    this.opened = opened;
  }
}
