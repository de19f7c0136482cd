/** What is known of an uploaded material, and which cases name it; the bytes are in the store. */
import type { Sql } from './connect.ts';

export type Attachment = { readonly sha256: string; readonly bytes: number; readonly mediaType: string };

export async function addAttachment(
  sql: Sql,
  { sha256, bytes, mediaType }: Attachment,
  units: readonly string[],
  by: string,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`insert into attachment (sha256, media_type, bytes) values (${sha256}, ${mediaType}, ${bytes}) on conflict do nothing`;
    await tx`insert into attachment_unit (sha256, unit, uploaded_by) select ${sha256}, unit, ${by} from unnest(${units as string[]}::text[]) unit on conflict do nothing`;
  });
}

/** Handed in by the applicant of a case: it is the case's. */
export async function addCaseMaterial(
  sql: Sql,
  { sha256, bytes, mediaType }: Attachment,
  caseNo: string,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`insert into attachment (sha256, media_type, bytes) values (${sha256}, ${mediaType}, ${bytes}) on conflict do nothing`;
    await tx`insert into case_material (sha256, case_no) values (${sha256}, ${caseNo}) on conflict do nothing`;
  });
}

/** Who looks: the person, the units of their running posts, and the cases they see whole. */
export type Looking = {
  readonly person: string;
  readonly units: readonly string[];
  readonly whole: { readonly units: readonly string[]; readonly matters: readonly string[] };
};

/** The material, and whether its uploader looks or somebody who sees a case whole that names it. */
export async function attachment(
  sql: Sql,
  sha256: string,
  { person, units, whole }: Looking,
): Promise<(Attachment & { readonly visible: boolean }) | undefined> {
  const [row] = await sql<(Attachment & { visible: boolean })[]>`
    select sha256, media_type as "mediaType", bytes,
      exists (select from attachment_unit u where u.sha256 = a.sha256 and u.uploaded_by = ${person} and u.unit = any(${units as string[]}))
      or exists (select from case_material m join case_head h on h.case_no = m.case_no where m.sha256 = a.sha256
        and (h.unit = any(${whole.units as string[]}) or h.matter = any(${whole.matters as string[]}))) as visible
    from attachment a where sha256 = ${sha256}`;
  return row;
}

/** Cases that name a material in which a person has acted, or their units are asked now. */
export async function casesNaming(
  sql: Sql,
  sha256: string,
  { person, units }: Looking,
  limit: number,
): Promise<readonly string[]> {
  const rows = await sql<{ caseNo: string }[]>`
    select case_no as "caseNo" from case_material m where sha256 = ${sha256} and (
      exists (select from open_act o where o.case_no = m.case_no and o.unit = any(${units as string[]}))
      or exists (select from command c where c.case_no = m.case_no and c.person = ${person}))
    order by case_no desc limit ${limit}`;
  return rows.map(({ caseNo }) => caseNo);
}

export async function knownAttachments(
  sql: Sql,
  materials: readonly string[],
): Promise<ReadonlyMap<string, Attachment>> {
  const rows = await sql<Attachment[]>`
    select sha256, media_type as "mediaType", bytes from attachment where sha256 = any(${materials as string[]})`;
  return new Map(rows.map((row) => [row.sha256, row]));
}

/** Of some materials, those that nobody in these units has uploaded and the case does not name already. */
export async function notUploaded(
  sql: Sql,
  materials: readonly string[],
  units: readonly string[],
  caseNo: string | undefined,
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ sha256: string }[]>`
    select sha256 from unnest(${materials as string[]}::text[]) sha256
    where not exists (select from attachment_unit u where u.sha256 = sha256.sha256 and u.unit = any(${units as string[]}))
      and not exists (select from case_material m where m.sha256 = sha256.sha256 and m.case_no = ${caseNo ?? ''})`;
  return new Set(rows.map(({ sha256 }) => sha256));
}
