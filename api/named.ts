/** A form names only units there are, people who work there, listed duties, and materials that its sender's units have uploaded or that the case holds already. */
import type { FormInput } from '../contract/command.ts';
import type { Fields } from '../contract/form.ts';
import type { FieldIssue } from '../contract/refusal.ts';
import { notSent } from '../db/applicants.ts';
import { notUploaded } from '../db/attachments.ts';
import { duties, hasDutyList } from '../db/duties.ts';
import { people, type SignedIn } from '../db/people.ts';
import { dateOf } from '../engine/clock/time.ts';
import { namedIn } from '../engine/forms/named.ts';
import type { AppContext } from './env.ts';
import { Problem } from './problem.ts';
import { postsOn } from './visibility.ts';

type Filled = { readonly fields: Fields; readonly form: FormInput };

/** Which of some materials whoever sends the form may not name. */
type Missing = (materials: readonly string[]) => Promise<ReadonlySet<string>>;

async function materialFaults({ fields, form }: Filled, missingOf: Missing): Promise<readonly FieldIssue[]> {
  const named = namedIn('file', fields, form);
  if (named.length === 0) return [];
  const missing = await missingOf([...new Set(named.map(({ value }) => value))]);
  return named
    .filter(({ value }) => missing.has(value))
    .map(({ field, label }) => ({ field, text: `${label}尚未上传，请先上传再提交` }));
}

const unitFaults = ({ county: { units } }: AppContext, { fields, form }: Filled): readonly FieldIssue[] =>
  namedIn('unit', fields, form).flatMap(({ field, label, value }) => {
    const known = units.find(({ id }) => id === value);
    if (!known) return [{ field, text: `${label}：没有“${value}”这个单位，请从单位名录中选择` }];
    const into = units.find(({ id }) => id === known.joined);
    return into ? [{ field, text: `${label}：${known.name}已经并入${into.name}，请选后者` }] : [];
  });

async function personFaults(
  { sql, now }: AppContext,
  { fields, form }: Filled,
): Promise<readonly FieldIssue[]> {
  const named = namedIn('person', fields, form);
  if (named.length === 0) return [];
  const working = new Set(
    (await people(sql, dateOf(now()))).flatMap(({ id, offices }) => (offices.length > 0 ? [id] : [])),
  );
  return named
    .filter(({ value }) => !working.has(value))
    .map(({ field, label, value }) => ({ field, text: `${label}：“${value}”不在岗，请从在岗的人里选` }));
}

/** As long as the county has no list, an item is what is written. */
async function dutyFaults(
  { sql, now }: AppContext,
  { fields, form }: Filled,
): Promise<readonly FieldIssue[]> {
  const named = namedIn('duty', fields, form);
  if (named.length === 0 || !(await hasDutyList(sql))) return [];
  const listed = (await duties(sql, dateOf(now()))).map(({ code }) => code);
  return named
    .filter(({ value }) => !listed.includes(value))
    .map(({ field, label, value }) => ({
      field,
      text: `${label}：职责清单里没有“${value}”，请从清单中选择编号`,
    }));
}

async function check(
  context: AppContext,
  filled: Filled,
  missingOf: Missing,
  caseNo?: string,
): Promise<void> {
  const faults = [
    ...unitFaults(context, filled),
    ...(await personFaults(context, filled)),
    ...(await dutyFaults(context, filled)),
    ...(await materialFaults(filled, missingOf)),
  ];
  if (faults.length > 0) throw new Problem('FORM_INVALID', { fields: faults, caseNo });
}

/** Of an applicant before there is a case, by the session they have sent their materials in with. */
export async function checkNamedByApplicant(
  context: AppContext,
  session: string,
  fields: Fields,
  form: FormInput,
): Promise<void> {
  await check(context, { fields, form }, (materials) => notSent(context.sql, materials, session));
}

/** Of an outside system, which has no way to send materials in. */
export async function checkNamedBySystem(
  context: AppContext,
  fields: Fields,
  form: FormInput,
): Promise<void> {
  await check(context, { fields, form }, async (materials) => new Set(materials));
}

/** Throws for everything that is named and is not there. */
export async function checkNamed(
  context: AppContext,
  me: SignedIn,
  fields: Fields | undefined,
  form: FormInput | undefined,
  caseNo?: string,
): Promise<void> {
  if (!fields || !form) return;
  const units = postsOn(me, dateOf(context.now())).map(({ unit }) => unit);
  const missingOf: Missing = (materials) => notUploaded(context.sql, materials, units, caseNo);
  await check(context, { fields, form }, missingOf, caseNo);
}
