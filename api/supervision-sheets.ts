/** What /supervision shows, as a workbook: the same rows in the same order, and nothing else. */
import writeXlsxFile from 'write-excel-file/node';
import type { Supervision } from '../contract/responses/supervision.ts';
import { dateOf } from '../engine/clock/time.ts';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Cell = string | number | null;
const groupings = { matter: '事项', unit: '单位', step: '环节', person: '人员' } as const;

export const sheetOf = (head: readonly string[], rows: readonly (readonly Cell[])[]) => [
  head.map((value) => ({ value, fontWeight: 'bold' as const })),
  ...rows.map((row) => row.map((value) => (value === null ? null : { value }))),
];

export async function workbook({ at, month, formula, now, done, days }: Supervision): Promise<Buffer> {
  const sheets = [
    {
      sheet: '在办',
      data: sheetOf(
        [`截至${dateOf(at)}`, '名称', '在办', '超期', '将届', '最早届满'],
        now.map(({ by, name, open, overdue, atRisk, earliestDueAt }) => [
          groupings[by],
          name,
          open,
          overdue,
          atRisk,
          earliestDueAt === null ? null : dateOf(earliestDueAt - 1),
        ]),
      ),
    },
    {
      sheet: '按时办结',
      data: sheetOf(
        [`${month} 第${formula}版算法`, '名称', '办结', '有时限', '按时', '按时率'],
        done.map(({ by, name, decided, limited, onTime, rate }) => [
          groupings[by],
          name,
          decided,
          limited,
          onTime,
          rate,
        ]),
      ),
    },
    {
      sheet: '时间去向',
      data: sheetOf(
        ['承担者', '分钟（工作时间，应急的按墙上时间）'],
        days.map(({ party, minutes }) => [party, minutes]),
      ),
    },
  ];
  return await writeXlsxFile(sheets).toBuffer();
}
