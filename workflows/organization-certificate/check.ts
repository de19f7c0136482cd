/** What is wrong with an application besides what its fields say: told at the window. */
import type { FieldIssue } from '../../contract/refusal.ts';
import type { OpeningContext } from '../../engine/process/definition.ts';
import { notAfterToday } from '../wording/dates.ts';
import type { Application } from './application.ts';

export function check(
  { why, declaredIn, declaredOn }: Application,
  { at }: OpeningContext,
): readonly FieldIssue[] {
  if (why !== '遗失') return [];
  return [
    ...(declaredIn ? [] : [{ field: 'declaredIn', text: '证书遗失的，先公开声明作废，写明登载在哪里' }]),
    ...(declaredOn
      ? notAfterToday('declaredOn', '登载日期', declaredOn, at)
      : [{ field: 'declaredOn', text: '请填写遗失声明登载的日期' }]),
  ];
}
