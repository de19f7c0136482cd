/** What is wrong with an application to be struck off besides what its fields say. */
import type { FieldIssue } from '../../contract/refusal.ts';
import { dateOf } from '../../engine/clock/time.ts';
import type { OpeningContext } from '../../engine/process/definition.ts';
import { registeredOf } from '../organization/subject.ts';
import type { Application } from './application.ts';

export function check(
  { resolvedOn, consentOn }: Application,
  { at, about }: OpeningContext,
): readonly FieldIssue[] {
  const today = dateOf(at);
  const isDual = registeredOf(about ? { about } : {}).supervisingUnit !== null;
  const late = ([field, date]: readonly [string, string | undefined]): readonly FieldIssue[] =>
    date && date > today ? [{ field, text: '日期不能在今日之后' }] : [];
  return [
    ...(isDual && !consentOn ? [{ field: 'consentOn', text: '请填写业务主管单位同意的日期' }] : []),
    ...late(['resolvedOn', resolvedOn]),
    ...late(['consentOn', consentOn]),
  ];
}
