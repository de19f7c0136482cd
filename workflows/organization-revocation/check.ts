/** What is wrong with a case besides what its fields say: a ground that the law does not list for such an organisation. */
import type { FieldIssue } from '../../contract/refusal.ts';
import type { OpeningContext } from '../../engine/process/definition.ts';
import { registeredOf } from '../organization/subject.ts';
import type { Application } from './application.ts';
import * as parameters from './parameters.ts';

export function check({ ground }: Application, context: OpeningContext): readonly FieldIssue[] {
  const { type } = registeredOf(context);
  const listed = context.ruleInForce(parameters.grounds).value.filter((one) => one.type === type);
  return listed.some((one) => one.ground === ground)
    ? []
    : [{ field: 'ground', text: `撤销${type}登记的情形：${listed.map((one) => one.ground).join('；')}` }];
}
