/** The window, or the applicant, opens a case: checked, numbered, journaled and recorded in one transaction. */
import type { Actor } from '../contract/actor.ts';
import { edgeErrors } from '../contract/errors.ts';
import type { Json } from '../contract/rule.ts';
import { openJournaled } from '../delivery/open-journaled.ts';
import { checkForm } from '../engine/forms/form.ts';
import type { AnyProcess } from '../engine/process/definition.ts';
import type { AppContext } from './env.ts';
import { Problem } from './problem.ts';
import { kept } from './sealing.ts';
import { fingerprint, type Submitted, submit } from './submit.ts';

type Asked = {
  readonly process: AnyProcess;
  readonly unit: string;
  readonly form: { readonly [name: string]: Json };
  readonly key: string;
  readonly actor: Actor;
};

function checked(context: AppContext, { process, form }: Asked): { readonly [name: string]: Json } {
  const sealed = kept(context.vault, process.application, form);
  const fields = checkForm(process.application, sealed);
  if (fields.length > 0) throw new Problem('FORM_INVALID', { fields });
  return sealed;
}

/** The same key opens the same case, however often and over however many connections it is sent. */
export async function openCase(context: AppContext, asked: Asked): Promise<Submitted> {
  const { process, unit, key, actor } = asked;
  const form = checked(context, asked);
  const hash = fingerprint(actor, { type: 'open', matter: process.code, unit, form: asked.form });
  const opened = await openJournaled(context.sql, context.county, {
    process,
    unit,
    form,
    key,
    hash,
    actor,
    at: context.now(),
  });
  if (opened.kind === 'opened') {
    const { caseNo, state, entries } = opened;
    context.cases.set(caseNo, { state, ledger: entries });
    context.metrics.commands.inc({ type: 'open', result: 'accepted' });
    return { kind: 'accepted', caseNo, seq: state.seq };
  }
  if (opened.kind === 'known') return await submit(context, opened.row, hash);
  if (opened.kind === 'faulty') throw new Problem('FORM_INVALID', { fields: opened.fields });
  if (opened.kind === 'unfit') {
    const now = opened.state ? `现在的状态：${opened.state}。` : '登记簿里没有。';
    throw new Problem('SUBJECT_STATE', { detail: `${now}${opened.instead}${edgeErrors.SUBJECT_STATE.next}` });
  }
  const { claim, by } = opened;
  const code = claim.pool === process.code ? 'DUPLICATE_CASE' : 'TAKEN';
  throw new Problem(code, {
    about: by.caseNo && by.unit === unit ? { caseNo: by.caseNo } : {},
    ...(claim.instead ? { detail: `${claim.instead}${code === 'TAKEN' ? edgeErrors.TAKEN.next : ''}` } : {}),
  });
}
