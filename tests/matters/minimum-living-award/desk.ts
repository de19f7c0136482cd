/** Awards as they come about on the whole stack. */
import { type TestStack, until } from '../../setup/test-stack.ts';

/** The numbers of the awards there are, once there are so many. */
export async function awardsOf({ context: { sql } }: TestStack, atLeast: number): Promise<readonly string[]> {
  const rows = await until(
    () => sql<{ caseNo: string }[]>`
      select case_no as "caseNo" from case_head where matter = 'minimum-living-award' order by opened_at, case_no`,
    ({ length }) => length >= atLeast,
  );
  return rows.map(({ caseNo }) => caseNo);
}
