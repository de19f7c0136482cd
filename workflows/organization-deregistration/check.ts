/** What is wrong with an application to be struck off besides what its fields say. */
import type { FieldIssue } from '../../contract/refusal.ts';
import type { OpeningContext } from '../../engine/process/definition.ts';
import { registeredOf } from '../organization/subject.ts';
import { notAfterToday } from '../wording/dates.ts';
import type { Application } from './application.ts';

export function check(
  { resolvedOn, consentOn }: Application,
  { at, about }: OpeningContext,
): readonly FieldIssue[] {
  const isDual = registeredOf(about ? { about } : {}).supervisingUnit !== null;
  return [
    ...(isDual && !consentOn ? [{ field: 'consentOn', text: '请填写业务主管单位同意的日期' }] : []),
    ...notAfterToday('resolvedOn', '会议日期', resolvedOn, at),
    ...notAfterToday('consentOn', '同意日期', consentOn, at),
  ];
}
