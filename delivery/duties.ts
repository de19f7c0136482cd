/** `npm run duties -- <文件.csv>`: takes a sheet of the duty list whole, or says line by line why not. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { command, environment } from '../contract/cli.ts';
import { readSettings } from '../contract/settings.ts';
import { loadCounty } from '../county/load.ts';
import { connect } from '../db/connect.ts';
import { recordDuties } from '../db/duties.ts';
import { currentUnits } from '../db/units.ts';
import { readDutySheet } from './duty-sheet.ts';

await command(async () => {
  const [path] = process.argv.slice(2);
  if (!path)
    throw new Error('用法：npm run duties -- <文件.csv>（表头：编号,类别,事项,主管单位,依据,起,止）');
  const settings = readSettings(environment());
  const { units: filed } = await loadCounty(settings.YIMEN_COUNTY);
  const text = await readFile(path, 'utf8');
  const sql = connect(settings.DATABASE_URL, 'yimen-duties', 1);
  try {
    const all = readDutySheet(text, await currentUnits(sql, filed));
    const source = `导入 ${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    const taken = await recordDuties(sql, all, source);
    process.stdout.write(`职责清单 ${all.length} 项，新记入 ${taken} 项。\n`);
  } finally {
    await sql.end();
  }
});
