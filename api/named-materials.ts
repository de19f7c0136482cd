/** A form names only materials that its sender's units have uploaded, or that the case holds already. */
import type { FormInput } from '../contract/command.ts';
import type { Fields } from '../contract/form.ts';
import { notUploaded } from '../db/attachments.ts';
import type { SignedIn } from '../db/people.ts';
import { dateOf } from '../engine/clock/time.ts';
import { filesIn } from '../engine/forms/files.ts';
import type { AppContext } from './env.ts';
import { Problem } from './problem.ts';
import { postsOn } from './visibility.ts';

/** Throws for each material that has not been uploaded. */
export async function checkMaterials(
  context: AppContext,
  me: SignedIn,
  fields: Fields | undefined,
  form: FormInput | undefined,
  caseNo?: string,
): Promise<void> {
  const named = fields && form ? filesIn(fields, form) : [];
  if (named.length === 0) return;
  const units = postsOn(me, dateOf(context.now())).map(({ unit }) => unit);
  const materials = [...new Set(named.map(({ sha256 }) => sha256))];
  const missing = await notUploaded(context.sql, materials, units, caseNo);
  if (missing.size === 0) return;
  throw new Problem('FORM_INVALID', {
    fields: named
      .filter(({ sha256 }) => missing.has(sha256))
      .map(({ field, label }) => ({ field, text: `${label}尚未上传，请先上传再提交` })),
    caseNo,
  });
}
