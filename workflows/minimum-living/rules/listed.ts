/** What is earned and owned is chosen from the lists in force; what no list has wants a reason. */
import type { FieldIssue } from '../../../contract/refusal.ts';
import type { ReadRule } from '../../../engine/process/rules.ts';
import { incomeItems, propertyItems } from '../parameters.ts';
import type { Deduction, IncomeLine } from './income.ts';
import type { PropertyItem } from './property.ts';

type Unlisted = { readonly unlisted?: string | undefined };
export type Earned = IncomeLine & Unlisted;
export type Owned = PropertyItem & Unlisted & { readonly note?: string | undefined };

const issue = (field: string, text: string): readonly FieldIssue[] => [{ field, text }];
const notListed = (field: string, item: string, { unlisted }: Unlisted): readonly FieldIssue[] =>
  unlisted ? [] : issue(field, `“${item}”不在名录里，请从名录选；确实没有的，写明不在名录里的理由`);

export function incomeFaults(at: string, line: Earned, read: ReadRule): readonly FieldIssue[] {
  const listing = read(incomeItems).value.find(({ item }) => item === line.item);
  if (!listing) return notListed(`${at}.item`, line.item, line);
  return listing.kind === line.kind ? [] : issue(`${at}.kind`, `“${line.item}”属于${listing.kind}，请改选`);
}

export function propertyFaults(at: string, one: Owned, read: ReadRule): readonly FieldIssue[] {
  const listed = read(propertyItems).value.some(({ item }) => item === one.kind);
  const unexplained = one.exempt === '其他' && !one.note ? issue(`${at}.note`, '其他理由豁免的，请写明') : [];
  return [...(listed ? [] : notListed(`${at}.kind`, one.kind, one)), ...unexplained];
}

type Declared = {
  readonly income: readonly Earned[];
  readonly deductions: readonly Deduction[];
  readonly property: readonly Owned[];
};

/** `at` is where in a form they stand, like `assessed.`. 必要就业成本 is written once: with the wages, or as a deduction. */
export function listFaults(
  { income, deductions, property }: Declared,
  read: ReadRule,
  at = '',
): readonly FieldIssue[] {
  const netOf = income.filter(({ kind, costFen }) => kind === '工资性收入' && costFen > 0);
  const twice = deductions.flatMap(({ kind, person }, i) =>
    kind === '必要就业成本' && netOf.some((line) => line.person === person)
      ? issue(`${at}deductions.${i}.kind`, '就业成本已经写在工资的相关成本里，不要再扣一次')
      : [],
  );
  return [
    ...income.flatMap((line, i) => incomeFaults(`${at}income.${i}`, line, read)),
    ...property.flatMap((one, i) => propertyFaults(`${at}property.${i}`, one, read)),
    ...twice,
  ];
}
