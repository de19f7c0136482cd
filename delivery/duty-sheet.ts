/** A sheet of the duty list, as a county keeps it: every bad row is named by its line, and then nothing is taken. */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Unit } from '../contract/county.ts';
import { type Duty, dutyKinds } from '../db/duties.ts';

z.config(z.locales.zhCN());

const columns = ['编号', '类别', '事项', '主管单位', '依据', '起', '止'] as const;
const date = z.iso.date('应为日期，如 2026-01-01');
const rowOf = (units: readonly Unit[]) =>
  z
    .strictObject({
      编号: z.string().min(1, '不能为空').max(200),
      类别: z.enum(dutyKinds),
      事项: z.string().min(1, '不能为空').max(500),
      主管单位: z.string().transform((name, { addIssue }) => {
        const unit = units.find((one) => one.id === name || one.name === name);
        if (!unit) addIssue(`没有“${name}”这个单位`);
        return unit?.id ?? '';
      }),
      依据: z.string().min(1, '不能为空').max(500),
      起: date,
      止: z.union([z.literal(''), date]),
    })
    .refine(({ 起: from, 止: to }) => to === '' || from <= to, { path: ['止'], error: '早于“起”' });

type Line = { readonly line: number; readonly duty: Duty };

const overlap = (a: Duty, b: Duty): boolean =>
  a.code === b.code && a.from <= (b.to ?? '9999') && b.from <= (a.to ?? '9999');

/** Throws with every fault of the sheet, line by line. */
export function readDutySheet(text: string, units: readonly Unit[]): readonly Duty[] {
  const rows = parse(text, {
    bom: true,
    columns: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
    relax_column_count: true,
  }) as unknown as readonly {
    readonly record: Record<string, string>;
    readonly info: { readonly lines: number };
  }[];
  const missing = columns.filter((name) => !Object.hasOwn(rows[0]?.record ?? {}, name));
  if (missing.length > 0) throw new Error(`表头缺少：${missing.join('、')}（应为 ${columns.join('、')}）`);
  const row = rowOf(units);
  const faults: string[] = [];
  const good: Line[] = [];
  for (const { record, info } of rows) {
    const read = row.safeParse(record);
    if (!read.success) {
      for (const { path, message } of read.error.issues)
        faults.push(`第 ${info.lines} 行${path[0] ? `“${String(path[0])}”` : ''}：${message}`);
      continue;
    }
    const { 编号: code, 类别: kind, 事项: item, 主管单位: unit, 依据: basis, 起: from, 止: to } = read.data;
    const duty: Duty = { code, kind, item, unit, basis, from, to: to === '' ? null : to };
    const twice = good.find((other) => overlap(other.duty, duty));
    if (twice) faults.push(`第 ${info.lines} 行：“${code}”与第 ${twice.line} 行的时段重叠`);
    else good.push({ line: info.lines, duty });
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return good.map(({ duty }) => duty);
}
