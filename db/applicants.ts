/** People who apply by themselves, before there is a case: a session by telephone, and what they have sent in. */
import type { Attachment } from './attachments.ts';
import type { Sql } from './connect.ts';

export async function createApplicantSession(
  sql: Sql,
  tokenHash: string,
  phone: string,
  minutes: number,
): Promise<void> {
  await sql`delete from applicant_session where expires_at < now()`;
  await sql`insert into applicant_session (token_hash, phone, expires_at)
    values (${tokenHash}, ${phone}, now() + ${`${minutes} minutes`}::interval)`;
}

/** The telephone of a live session. */
export async function phoneOfSession(sql: Sql, tokenHash: string): Promise<string | undefined> {
  const [row] = await sql<{ phone: string }[]>`
    select phone from applicant_session where token_hash = ${tokenHash} and expires_at > now()`;
  return row?.phone;
}

export async function addApplicantMaterial(
  sql: Sql,
  { sha256, bytes, mediaType }: Attachment,
  tokenHash: string,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`insert into attachment (sha256, media_type, bytes) values (${sha256}, ${mediaType}, ${bytes}) on conflict do nothing`;
    await tx`insert into applicant_material (sha256, token_hash) values (${sha256}, ${tokenHash}) on conflict do nothing`;
  });
}

/** Of some materials, those that this session has not sent in. */
export async function notSent(
  sql: Sql,
  materials: readonly string[],
  tokenHash: string,
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ sha256: string }[]>`
    select sha256 from unnest(${materials as string[]}::text[]) sha256
    where not exists (select from applicant_material m where m.sha256 = sha256.sha256 and m.token_hash = ${tokenHash})`;
  return new Set(rows.map(({ sha256 }) => sha256));
}
