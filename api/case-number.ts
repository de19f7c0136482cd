/** Case numbers as people write them. */
import type { County } from '../contract/county.ts';
import { isInForce } from '../contract/in-force.ts';
import type { AnyProcess } from '../engine/process/definition.ts';

type Numbered = Pick<AnyProcess, 'numbering'>;

/** What stands before the year, from the year's first day: 平低保. */
export function wordOf({ numberWords }: County, { numbering }: Numbered, year: string): string {
  const row = numberWords.findLast((one) => isInForce(one, `${year}-01-01`)) ?? numberWords[0];
  return `${row?.value ?? ''}${numbering.word}`;
}

/** 平低保〔2026〕00123, from DB202600123. */
export function formatCaseNo(county: County, process: Numbered, caseNo: string): string {
  const digits = caseNo.slice(process.numbering.prefix.length);
  const year = digits.slice(0, 4);
  return `${wordOf(county, process, year)}〔${year}〕${digits.slice(4)}`;
}
