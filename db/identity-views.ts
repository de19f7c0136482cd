/** Whenever an identity number was shown in full: to whom and for what. */
import type { Sql } from './connect.ts';

export type IdentityView = {
  /** Where in the application it stands, like `members.0.identity`. */
  readonly field: string;
  readonly person: string;
  readonly name: string;
  readonly purpose: string;
  /** County time, epoch ms. */
  readonly at: number;
};

export async function addIdentityView(
  sql: Sql,
  caseNo: string,
  { field, person, purpose, at }: Omit<IdentityView, 'name'>,
): Promise<void> {
  await sql`insert into identity_view (case_no, field, person, purpose, at) values (${caseNo}, ${field}, ${person}, ${purpose}, ${at})`;
}

/** Newest first. */
export const identityViews = async (
  sql: Sql,
  caseNo: string,
  limit: number,
): Promise<readonly IdentityView[]> =>
  await sql<IdentityView[]>`
    select v.field, v.person, p.name, v.purpose, v.at from identity_view v join person p on p.id = v.person
    where v.case_no = ${caseNo} order by v.id desc limit ${limit}`;
