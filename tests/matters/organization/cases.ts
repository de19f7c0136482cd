import { type TestStack, until } from '../../setup/test-stack.ts';

/** The numbers of a matter's cases, oldest first, once there are so many: cases that open by themselves. */
export const casesOf = async (
  { context: { sql } }: TestStack,
  matter: string,
  count: number,
): Promise<readonly string[]> =>
  await until(
    async () => {
      const rows = await sql<{ caseNo: string }[]>`
        select case_no as "caseNo" from case_head where matter = ${matter} order by opened_at, case_no`;
      return rows.map(({ caseNo }) => caseNo);
    },
    ({ length }) => length >= count,
  );
