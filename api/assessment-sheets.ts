/** What 考核 shows, as a workbook: the same tables, then what each figure means. */
import writeXlsxFile from 'write-excel-file/node';
import { assessmentTables, measuredOf } from '../contract/assessment.ts';
import type { Assessment } from '../contract/responses/supervision.ts';
import { sheetOf } from './supervision-sheets.ts';

export async function assessmentWorkbook(figures: Assessment): Promise<Buffer> {
  const { period, formula, sha256, metrics, scores } = figures;
  const tables = assessmentTables(metrics);
  const as = sha256 ? `已冻结 ${sha256}` : '未冻结';
  const sheets = [
    {
      sheet: '综合分',
      data: sheetOf(
        [`${period} 第${formula}版算法 ${as}`, '事项', '单位', '同类单位', '得分', '名次', '共'],
        scores.map(({ score, title, name, group, points, rank, ranked, small }) => [
          score,
          title,
          name,
          group,
          points,
          rank ?? (small ? '样本不足' : null),
          ranked,
        ]),
      ),
    },
    ...tables.map(({ of, metrics: across, rows }, i) => ({
      sheet: `${i + 1} ${measuredOf[of]}`.slice(0, 31),
      data: sheetOf(
        ['单位', ...across.flatMap(({ name }) => [name, '分子', '分母'])],
        rows.map(({ name, cells }) => [
          name,
          ...cells.flatMap((cell) => (cell ? [cell.rate, cell.counted, cell.among] : [null, null, null])),
        ]),
      ),
    })),
    {
      sheet: '公式',
      data: sheetOf(
        ['对象', '名称', '公式'],
        [
          ...tables.flatMap(({ of, metrics: across }) =>
            across.map(({ name, formula: said }) => [measuredOf[of], name, said]),
          ),
          ...new Map(
            scores.map(({ score, formula: said, of }) => [score, [measuredOf[of], score, said]]),
          ).values(),
        ],
      ),
    },
  ];
  return await writeXlsxFile(sheets).toBuffer();
}
