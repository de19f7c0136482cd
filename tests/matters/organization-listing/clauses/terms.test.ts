/** 名录的期限按月、按年计，逢月末、闰日也对：随机的列入日期，与另写的推算比。 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { done } from '../../../setup/desk.ts';
import { memoryTown } from '../../../setup/memory-town.ts';
import { registrationDeskOf } from '../../organization-establishment/desk.ts';

/** The same day so many months on, or that month's last; counted on the calendar's own months. */
function monthsOn(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, days)))
    .toISOString()
    .slice(0, 10);
}

/** The last day of each term of an entry made on a date. */
async function lastDays(date: string): Promise<Record<string, string>> {
  const town = await memoryTown({ now: `${date}T09:00:00+08:00` });
  const desk = await registrationDeskOf(town);
  const uscc = await desk.organization();
  const ground = '受到警告或者五万元以下罚款处罚的';
  const form = { uscc, list: '活动异常名录', ground, facts: '样例' };
  const asked = { matter: 'organization-listing', unit: 'civil-affairs', form };
  const { caseNo } = done(await desk.reviewer.open(asked, crypto.randomUUID()));
  await desk.served(caseNo, '送达拟列入告知书');
  done(await desk.window.decide(caseNo, '陈述申辩', '已提出', { statement: '没有异议' }));
  done(await desk.head.decide(caseNo, '列入决定', '列入', { decision: '平民社名1号' }));
  const { waits } = await desk.view(caseNo);
  return Object.fromEntries(
    waits.map(({ key, until }) => [
      key.split('/').at(-1) ?? key,
      new Date((until ?? 0) - 1 + 8 * 3_600_000).toISOString().slice(0, 10),
    ]),
  );
}

test('第十四条、第十五条：满六个月、满二年的最后一日，逢月末、闰日也对', async () => {
  expect(monthsOn('2023-08-31', 6)).toBe('2024-02-29');
  expect(monthsOn('2024-02-29', 24)).toBe('2026-02-28');
  const dates = fc
    .integer({ min: 0, max: 900 })
    .map((n) => new Date(Date.UTC(2024, 4, 6) + n * 86_400_000).toISOString().slice(0, 10));
  await fc.assert(
    fc.asyncProperty(dates, async (date) => {
      const found = await lastDays(date);
      expect([date, found]).toEqual([
        date,
        { 等待期满移出: monthsOn(date, 6), 等待满二年: monthsOn(date, 24) },
      ]);
    }),
    { numRuns: 12, examples: [['2024-08-31'], ['2025-08-29'], ['2025-08-31'], ['2025-12-31']] },
  );
});
