/** Identity numbers are sealed once, here, before a command is kept or sent on: also in one that will be refused. */
import type { CommandBody, FormInput, PersonCommand } from '../contract/command.ts';
import type { Fields } from '../contract/form.ts';
import { fieldsAt } from '../engine/forms/changes.ts';
import { normalForm } from '../engine/forms/normal.ts';
import { openWork } from '../engine/ledger/resending.ts';
import type { CaseState } from '../engine/ledger/state.ts';
import { policyOf } from '../engine/operations/authority.ts';
import type { IdentityVault } from '../security/identity-vault.ts';

/** The fields a command's form fills in; undefined if the case does not ask for it now. */
export function fieldsOf(state: CaseState, body: PersonCommand): Fields | undefined {
  const { facts, terminations, withdrawal } = policyOf(state);
  switch (body.type) {
    case 'decide':
      return openWork(state).find(({ key }) => key === body.act)?.outcomes[body.outcome]?.form;
    case 'supplement':
      return facts[body.fact]?.form;
    case 'amend':
      return fieldsAt(state.process.application, state.input.form as FormInput, body.changes);
    case 'terminate':
      return terminations[body.reason]?.form;
    case 'withdraw':
      return withdrawal?.form;
    default:
      return undefined;
  }
}

/** What a command fills in, if it fills in a form. */
export const formOf = (body: PersonCommand): FormInput | undefined =>
  body.type === 'supplement'
    ? body.data
    : body.type === 'amend'
      ? body.changes
      : 'form' in body
        ? body.form
        : undefined;

/** A form as it is kept: its text in one spelling, its identity numbers sealed. */
export const kept = (vault: IdentityVault, fields: Fields | undefined, form: FormInput): FormInput =>
  vault.sealForm(fields, fields ? normalForm(fields, form) : form);

export function sealed(vault: IdentityVault, state: CaseState, body: PersonCommand): CommandBody {
  const fields = fieldsOf(state, body);
  if (body.type === 'supplement') return { ...body, data: kept(vault, fields, body.data) };
  if (body.type === 'amend') return { ...body, changes: kept(vault, fields, body.changes) };
  return 'form' in body && body.form ? { ...body, form: kept(vault, fields, body.form) } : body;
}
