/** `npm run import -- <事项> <文件.xlsx>`: takes what is registered already, and says row by row what it did not take and why. */
import { readSheet } from 'read-excel-file/node';
import { command, environment } from '../contract/cli.ts';
import { authorityIn } from '../contract/county.ts';
import { readSettings } from '../contract/settings.ts';
import { loadCounty } from '../county/load.ts';
import { dateOf } from '../engine/clock/time.ts';
import { identityVault } from '../security/identity-vault.ts';
import { currentProcess, matters } from '../workflows/index.ts';
import { openDispatcher } from './dispatcher.ts';
import { importRegister } from './register-import.ts';

const inWords = (cell: unknown): string =>
  cell instanceof Date
    ? dateOf(cell.getTime())
    : cell === null || cell === undefined
      ? ''
      : String(cell).trim();

await command(async () => {
  const [code = '', path] = process.argv.slice(2);
  const matter = currentProcess(code);
  if (!matter?.imports || !path) {
    const able = matters.filter(({ imports }) => imports);
    throw new Error(
      `用法：npm run import -- <事项> <文件.xlsx>。事项和表头：${able
        .map(({ code: of, imports }) => `${of}（${imports?.columns.join('、')}）`)
        .join('；')}`,
    );
  }
  const settings = readSettings(environment());
  const county = await loadCounty(settings.YIMEN_COUNTY);
  const vault = identityVault(settings.YIMEN_IDENTITY_KEYS, settings.YIMEN_MATCHING_KEY);
  const sheet = await readSheet(path);
  const { dispatcher, close } = await openDispatcher(settings, county, 'yimen-import', 4);
  try {
    const unit = authorityIn(county, matter.owner);
    const rows = sheet.map((cells) => cells.map(inWords));
    const reports = await importRegister(dispatcher, vault, matter, unit, rows);
    const refused = reports.filter(({ faults }) => faults.length > 0);
    for (const { line, faults } of refused)
      process.stdout.write(`第${line}行没有导入：${faults.join('；')}\n`);
    process.stdout.write(
      `共${reports.length}行，导入${reports.length - refused.length}行，没有导入${refused.length}行。\n`,
    );
    if (refused.length > 0) process.exitCode = 1;
  } finally {
    await close();
  }
});
