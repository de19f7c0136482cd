/** 受理窗口 opens a case: checked, numbered and journaled in one transaction, then started. */
import type { Officer } from '../contract/actor.ts';
import type { County } from '../contract/county.ts';
import type { FormValue } from '../contract/form.ts';
import type { Json } from '../contract/rule.ts';
import { claimLiveCase, nextCaseNumber } from '../db/cases.ts';
import { type JournalRow, journal, journaled } from '../db/commands.ts';
import { countyTables, holdTables, rulesNamed } from '../db/tables.ts';
import { calendarSince } from '../engine/clock/calendar.ts';
import { dateOf } from '../engine/clock/time.ts';
import { checkForm } from '../engine/forms/form.ts';
import { identityHashes } from '../engine/forms/identities.ts';
import type { CaseOpening } from '../engine/ledger/entry.ts';
import type { AnyProcess } from '../engine/process/definition.ts';
import { officesIn } from '../engine/process/offices.ts';
import type { AppContext } from './env.ts';
import { Problem } from './problem.ts';
import { fingerprint, type Submitted, submit } from './submit.ts';

type Asked = {
  readonly process: AnyProcess;
  readonly unit: string;
  readonly form: { readonly [name: string]: Json };
  readonly key: string;
  readonly actor: Officer;
};

function checked(context: AppContext, { process, form }: Asked): { readonly [name: string]: Json } {
  const sealed = context.vault.sealForm(process.application, form);
  const fields = checkForm(process.application, sealed);
  if (fields.length > 0) throw new Problem('FORM_INVALID', { fields });
  return sealed;
}

const applicantOf = ({ applicantIdentity }: AnyProcess, form: { readonly [name: string]: Json }): string =>
  applicantIdentity?.(form as FormValue<never>).hash ?? '';

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
  }: {
    readonly process: AnyProcess;
    readonly unit: string;
    readonly form: { readonly [name: string]: Json };
    readonly caseNo: string;
    readonly at: number;
  },
): CaseOpening {
  return {
    caseNo,
    process: process.code,
    version: process.version,
    input: {
      unit,
      offices: officesIn(county, process, unit),
      applicant: applicantOf(process, form),
      parties: identityHashes(form),
      form,
    },
    calendar: calendarSince(tables.calendar, Number(dateOf(at).slice(0, 4))),
    rules: rulesNamed(tables, process.rules),
  };
}

/** The same key opens the same case, however often and over however many connections it is sent. */
export async function openCase(context: AppContext, asked: Asked): Promise<Submitted> {
  const { sql } = context;
  const { process, unit, key, actor } = asked;
  const form = checked(context, asked);
  const { sameness } = process;
  const sameAs = sameness?.of(form as FormValue<never>) ?? applicantOf(process, form);
  const hash = fingerprint(actor, { type: 'open', matter: process.code, unit, form: asked.form });
  const known = await journaled(sql, key);
  if (known) return await submit(context, known, hash);
  const at = context.now();
  const year = Number(dateOf(at).slice(0, 4));
  const row = await sql
    .begin(async (tx) => {
      await holdTables(tx, 'together');
      const tables = await countyTables(tx, context.county);
      const number = `${process.numbering.prefix}${year}${String(await nextCaseNumber(tx, process.code, year)).padStart(5, '0')}`;
      const opening = openingOf(context.county, tables, { process, unit, form, caseNo: number, at });
      const command = { id: key, hash, at, wall: Date.now(), actor, body: { type: 'open', opening } };
      const made = await journal(tx, { matter: process.code, caseNo: number }, command);
      if (!made.fresh) throw new SentTwice(made);
      const claim = { matter: process.code, sameAs, caseNo: number, unit };
      const live = sameAs ? await claimLiveCase(tx, claim) : undefined;
      if (live)
        throw new Problem('DUPLICATE_CASE', {
          about: live.unit === unit ? { caseNo: live.caseNo } : {},
          ...(sameness ? { detail: sameness.instead } : {}),
        });
      return made;
    })
    .catch((error: unknown) => {
      if (error instanceof SentTwice) return error.row;
      throw error;
    });
  return await submit(context, row, hash);
}

/** The same key arrived on two connections at once: the number just taken goes back with its transaction. */
class SentTwice extends Error {
  readonly row: JournalRow;
  constructor(row: JournalRow) {
    super('already journaled');
    this.row = row;
  }
}
