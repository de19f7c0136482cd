/** An opening tried while the applicant stands there: what it would meet, nothing written. */
import type { County } from '../contract/county.ts';
import type { FieldIssue } from '../contract/refusal.ts';
import { holderOf } from '../db/claims.ts';
import type { Sql } from '../db/connect.ts';
import { countyTables } from '../db/tables.ts';
import { dateOf } from '../engine/clock/time.ts';
import type { CaseOpening } from '../engine/ledger/entry.ts';
import { begin } from '../engine/ledger/fold.ts';
import { openWork } from '../engine/ledger/resending.ts';
import { outcomeFaults } from '../engine/possible.ts';
import type { AnyProcess, Claim } from '../engine/process/definition.ts';
import { versionsOf } from '../workflows/index.ts';
import {
  claimsOf,
  faultsOfOpening,
  type OpeningAsked,
  OpeningRefused,
  openingOf,
  subjectOf,
} from './open-journaled.ts';

/** What stands in the way of an outcome of the first acts: what 受理 would still miss. */
export type Gap = { readonly act: string; readonly outcome: string; readonly faults: readonly FieldIssue[] };
export type Trial = {
  readonly fields: readonly FieldIssue[];
  readonly gaps: readonly Gap[];
  /** Somebody has what this one claims; the case is named where it is this unit's own. */
  readonly taken: { readonly caseNo: string | null; readonly instead: string } | null;
  /** What it is about is in no state for it. */
  readonly unfit: string | null;
};

const nothing: Trial = { fields: [], gaps: [], taken: null, unfit: null };

export async function triedOpening(
  sql: Sql,
  county: County,
  { process, unit, form, actor, at }: Pick<OpeningAsked, 'process' | 'unit' | 'form' | 'actor' | 'at'>,
): Promise<Trial> {
  try {
    const about = await subjectOf(sql, process, form, dateOf(at));
    const tables = await countyTables(sql, county);
    const opening = openingOf(county, tables, { process, unit, form, caseNo: '', at, about });
    const taken = await takenFrom(sql, claimsOf(process, form), unit);
    const fields = faultsOfOpening(process, opening, at);
    const gaps = fields.length > 0 ? [] : gapsOf(opening, actor, at);
    return { ...nothing, fields, gaps, taken };
  } catch (error) {
    if (!(error instanceof OpeningRefused) || error.opened.kind !== 'unfit') throw error;
    return { ...nothing, unfit: error.opened.instead };
  }
}

/** The same of a form that is half filled in, as far as what it claims stands there already. */
export async function takenSoFar(
  sql: Sql,
  process: AnyProcess,
  { unit, form }: Pick<OpeningAsked, 'unit' | 'form'>,
): Promise<Trial['taken']> {
  try {
    return await takenFrom(sql, claimsOf(process, form), unit);
  } catch (error) {
    // What it would be claimed by is not typed yet.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function takenFrom(sql: Sql, claims: readonly Claim[], unit: string): Promise<Trial['taken']> {
  for (const { pool, value, instead } of claims) {
    const holder = value ? await holderOf(sql, pool, value) : undefined;
    if (holder) return { caseNo: holder.unit === unit ? holder.caseNo : null, instead };
  }
  return null;
}

function gapsOf(opening: CaseOpening, actor: OpeningAsked['actor'], at: number): readonly Gap[] {
  const state = begin(versionsOf(opening.process), {
    caseNo: '',
    seq: 1,
    at,
    wall: at,
    actor,
    commandId: '',
    commandHash: '',
    processVersion: opening.version,
    calendarVersion: opening.calendar.version,
    ruleVersions: {},
    event: { type: 'opened', ...opening },
  });
  return openWork(state).flatMap((act) =>
    Object.keys(act.outcomes).flatMap((outcome) => {
      const faults = outcomeFaults(state, act, outcome, at);
      return faults.length > 0 ? [{ act: act.name, outcome, faults }] : [];
    }),
  );
}
