/** A sheet of what is registered already: row by row into cases, or the reason why not. A row taken before is not taken twice. */
import { createHash } from 'node:crypto';
import type { Unit } from '../contract/county.ts';
import { countyTime } from '../contract/county-clock.ts';
import type { Fields } from '../contract/form.ts';
import { canonical } from '../contract/hash.ts';
import type { FieldIssue } from '../contract/refusal.ts';
import type { Json } from '../contract/rule.ts';
import { journaled } from '../db/commands.ts';
import { standingOf } from '../db/registers.ts';
import { dateOf } from '../engine/clock/time.ts';
import { checkForm } from '../engine/forms/form.ts';
import { normalForm } from '../engine/forms/normal.ts';
import type { AnyProcess, Imports } from '../engine/process/definition.ts';
import type { IdentityVault } from '../security/identity-vault.ts';
import type { Dispatcher } from './dispatch.ts';
import { openJournaled } from './open-journaled.ts';

export type SheetRow = { readonly [column: string]: string };
export type RowReport = {
  /** In the sheet, its head being 1. */
  readonly line: number;
  readonly caseNo?: string;
  readonly faults: readonly string[];
};

/** Units by their names, as people write them in sheets. */
function withUnits(fields: Fields, form: { readonly [name: string]: Json }, units: readonly Unit[]) {
  const named = Object.entries(form).map(([name, value]): [string, Json] => {
    const unit =
      fields[name]?.shape.kind === 'unit'
        ? units.find((one) => one.name === value || one.id === value)
        : undefined;
    return [name, unit?.id ?? value];
  });
  return Object.fromEntries(named);
}

const said = ({ field, text }: FieldIssue): string => `${field}：${text}`;

async function takeRow(
  dispatcher: Dispatcher,
  vault: IdentityVault,
  { process, imports, unit }: { process: AnyProcess; imports: Imports; unit: string },
  row: SheetRow,
): Promise<Omit<RowReport, 'line'>> {
  const { sql, county, clock } = dispatcher;
  const at = countyTime(clock(), Date.now());
  const typed = withUnits(process.application, imports.form(row), county.units);
  const form = vault.sealForm(process.application, normalForm(process.application, typed));
  const faults = checkForm(process.application, form);
  if (faults.length > 0) return { faults: faults.map(said) };
  const unknown = Object.entries(process.application).filter(
    ([name, { shape }]) =>
      shape.kind === 'unit' && name in form && !county.units.some(({ id }) => id === form[name]),
  );
  if (unknown.length > 0) return { faults: unknown.map(([name]) => `没有“${String(form[name])}”这个单位`) };
  // By what the row says: an identity number is sealed anew each time.
  const hash = createHash('sha256').update(canonical(row)).digest('hex');
  const key = `import-${hash}`;
  const known = await journaled(sql, key);
  if (known) return { caseNo: known.caseNo, faults: [] };
  const taken: string[] = [];
  for (const { pool, value, instead } of imports.unique(form))
    if (await sql.begin(async (tx) => await standingOf(tx, pool, value, dateOf(at)))) taken.push(instead);
  if (taken.length > 0) return { faults: taken };
  const actor = { kind: 'system', name: '导入' } as const;
  const opened = await openJournaled(sql, county, { process, unit, form, key, hash, actor, at });
  if (opened.kind === 'faulty') return { faults: opened.fields.map(said) };
  if (opened.kind === 'taken') return { faults: [opened.claim.instead] };
  if (opened.kind === 'unfit') return { faults: [opened.instead] };
  return { caseNo: opened.caseNo, faults: [] };
}

/** Throws where the sheet as a whole is no such sheet; otherwise each row is taken or refused by itself. */
export async function importRegister(
  dispatcher: Dispatcher,
  vault: IdentityVault,
  process: AnyProcess,
  unit: string,
  [head = [], ...rows]: readonly (readonly string[])[],
): Promise<readonly RowReport[]> {
  const { imports } = process;
  if (!imports) throw new Error(`“${process.title}”不从表格导入`);
  const missing = imports.columns.filter((column) => !head.includes(column));
  if (missing.length > 0) throw new Error(`表头缺：${missing.join('、')}`);
  const reports: RowReport[] = [];
  for (const [i, cells] of rows.entries()) {
    if (cells.every((cell) => cell === '')) continue;
    const row = Object.fromEntries(
      imports.columns.map((column) => [column, cells[head.indexOf(column)] ?? '']),
    );
    reports.push({ line: i + 2, ...(await takeRow(dispatcher, vault, { process, imports, unit }, row)) });
  }
  return reports;
}
