/** What is known of an uploaded material; the bytes are in the store. */
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

/** If one of these units brought it in; undefined: whoever did. */
export async function attachment(
  sql: Sql,
  sha256: string,
  units: readonly string[] | undefined,
): Promise<Attachment | undefined> {
  const [row] = await sql<Attachment[]>`
    select sha256, media_type as "mediaType", bytes from attachment a
    where sha256 = ${sha256} and (${units === undefined} or exists (
      select from attachment_unit u where u.sha256 = a.sha256 and u.unit = any(${(units ?? []) as string[]})))`;
  return row;
}
