/**
 * 更正: what was written down wrong when the case was opened is put right. Decisions taken before keep the words they
 * were taken on; whatever is done from here on reads the application as it is now.
 */
import type { FormInput } from '../../contract/command.ts';
import type { FieldIssue } from '../../contract/refusal.ts';
import type { Json } from '../../contract/rule.ts';
import { type Changes, changed, fieldsAt } from '../forms/changes.ts';
import { checkForm } from '../forms/form.ts';
import { valueAt } from '../forms/named.ts';
import type { CaseState } from '../ledger/state.ts';
import { amended, isWithin } from '../process/amendment.ts';
import type { Amendments } from '../process/policy.ts';
import { isAmong, policyOf } from './authority.ts';
import { checkContext } from './decide.ts';
import { formInvalid, isPast, type Operation, opinionMissing, refuse } from './operation.ts';

/** One field, old and new side by side; null where nothing stood, or stands now. */
export type Amendment = {
  readonly field: string;
  readonly label: string;
  readonly from: Json;
  readonly to: Json;
};
export type Amended = {
  readonly type: 'amended';
  readonly changes: readonly Amendment[];
  readonly opinion: string;
};

/** Told of somebody by their place in a list: that place must go on meaning them. */
function placesTold(state: CaseState, path: string): readonly FieldIssue[] {
  const at = path.lastIndexOf('.') + 1;
  const [list, index] = [path.slice(0, at), Number(path.slice(at))];
  // What stands after an item taken away moves up to its place.
  const moves = (told: Json): boolean =>
    typeof told === 'string' && told.startsWith(list) && Number(told.slice(at)) >= index;
  const isTold = state.facts.some(({ data }) => Object.values(data).some(moves));
  return isTold
    ? [{ field: path, text: '已经登记的情况说的就是这一项或者它后面的，不能去掉，请另行登记情况' }]
    : [];
}

const mayNever = ({ never }: Amendments, path: string): readonly FieldIssue[] =>
  Object.entries(never).flatMap(([field, instead]) =>
    isWithin(path, field) || isWithin(field, path) ? [{ field: path, text: instead }] : [],
  );

/** What is wrong with the changes, then with the application they make. */
function faultsOf(state: CaseState, policy: Amendments, changes: Changes, at: number): readonly FieldIssue[] {
  if (Object.keys(changes).length === 0) return [];
  const { application, check } = state.process;
  const form = state.input.form as FormInput;
  const fields = fieldsAt(application, form, changes);
  const faults = [
    ...checkForm(fields, changes),
    ...Object.keys(changes).flatMap((path) => mayNever(policy, path)),
    ...(policy.check?.(changes) ?? []),
    ...Object.entries(changes).flatMap(([path, to]) => (to === null ? placesTold(state, path) : [])),
  ];
  if (faults.length > 0) return faults;
  const next = changed(form, changes);
  const whole = checkForm(application, next);
  if (whole.length > 0) return whole;
  const { about } = state.input;
  return check?.(next as never, { ...checkContext(state, at), ...(about ? { about } : {}) }) ?? [];
}

/** Too late for what the changes are about; undefined if not. */
const tooLate = (state: CaseState, { until }: Amendments, paths: readonly string[]): boolean =>
  until !== undefined &&
  isPast(state, until.act) &&
  paths.some((path) => !until.still.some((field) => isWithin(path, field)));

export const amend: Operation<'amend', Amended> = {
  decide({ state, actor, at }, { changes, opinion }) {
    const { amendments } = policyOf(state);
    if (!amendments) return refuse('NOT_AMENDABLE');
    if (!isAmong(state, actor, amendments, at)) return refuse('NOT_YOURS');
    const paths = Object.keys(changes);
    if (amendments.until && tooLate(state, amendments, paths))
      return refuse('FACT_TOO_LATE', `“${amendments.until.act}”已经办结。${amendments.until.instead}`);
    const form = state.input.form as FormInput;
    const faults = formInvalid(faultsOf(state, amendments, changes, at)) ?? opinionMissing(opinion);
    if (faults) return faults;
    const fields = fieldsAt(state.process.application, form, changes);
    const made = paths.flatMap((field) => {
      const [from, to] = [valueAt(form, field), changes[field] ?? null];
      const same = JSON.stringify(from) === JSON.stringify(to);
      return same ? [] : [{ field, label: fields[field]?.label ?? field, from, to }];
    });
    return made.length > 0 ? [{ type: 'amended', changes: made, opinion }] : [];
  },
  evolve: {
    amended(state, { changes }, { seq, at }) {
      const { form } = state.input;
      const next = changed(
        form as FormInput,
        Object.fromEntries(changes.map(({ field, to }) => [field, to])),
      );
      const told = changes.map(({ field, from, to }) => ({ field, from, to }));
      return {
        input: { ...state.input, form: next as never },
        former: [...state.former, { until: seq, form }],
        facts: [...state.facts, { seq, at, name: amended, data: { changes: told } }],
      };
    },
  },
};
