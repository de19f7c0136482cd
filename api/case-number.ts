/** Case numbers as people write them. */
import type { County } from '../contract/county.ts';
import type { AnyProcess } from '../engine/process/definition.ts';

/** 平低保〔2026〕00123, from DB202600123. */
export function formatCaseNo(
  { numberWord }: County,
  { numbering }: Pick<AnyProcess, 'numbering'>,
  caseNo: string,
): string {
  const digits = caseNo.slice(numbering.prefix.length);
  return `${numberWord}${numbering.word}〔${digits.slice(0, 4)}〕${digits.slice(4)}`;
}
