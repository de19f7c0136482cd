/** What is wrong with a filing besides what its fields say: told at the window. */
import type { FieldIssue } from '../../contract/refusal.ts';
import { dateOf } from '../../engine/clock/time.ts';
import type { OpeningContext } from '../../engine/process/definition.ts';
import { notAfterToday } from '../wording/dates.ts';
import type { Application } from './application.ts';
import * as parameters from './parameters.ts';

export function check(form: Application, { at, ruleInForce }: OpeningContext): readonly FieldIssue[] {
  const { kind, on, resolvedOn, candidates } = form;
  const kinds = ruleInForce(parameters.kinds).value;
  const listed = kinds.find((one) => one.kind === kind);
  const today = dateOf(at);
  return [
    ...(listed ? [] : [{ field: 'kind', text: `须备案的活动：${kinds.map((one) => one.kind).join('、')}` }]),
    ...(on < today ? [{ field: 'on', text: '举办日期已经过去，重大活动应当事前备案' }] : []),
    ...notAfterToday('resolvedOn', '会议日期', resolvedOn, at),
    ...(listed?.election && !candidates ? [{ field: 'candidates', text: '换届选举请填写候选人' }] : []),
  ];
}
