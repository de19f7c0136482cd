/** A register as a workbook: what is open of it, every value as text, so that a code keeps its digits and no cell runs. */
import writeXlsxFile from 'write-excel-file/node';
import type { Json } from '../contract/rule.ts';
import type { RegisterRow } from '../db/registers.ts';
import type { RegisterKind } from '../engine/process/said.ts';

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const inWords = (value: Json | undefined): string =>
  value === null || value === undefined ? '' : Array.isArray(value) ? value.join('；') : String(value);
const cell = (value: string) => ({ value, type: String });

export async function registerSheet(
  register: string,
  { open }: RegisterKind,
  rows: readonly RegisterRow[],
): Promise<Buffer> {
  const fields = Object.entries(open);
  const head = [...fields.map(([, label]) => label), '自', '至'];
  const data = [
    head.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map(({ data: of, from, to }) => [
      ...fields.map(([field]) => cell(inWords(of[field]))),
      cell(from),
      cell(to ?? ''),
    ]),
  ];
  return await writeXlsxFile([{ sheet: register, data }]).toBuffer();
}
