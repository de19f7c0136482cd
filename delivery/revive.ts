/** `npm run revive -- <caseNo>`: a case whose Temporal history is gone, or whose run is stuck, goes on from its ledger. */
import { command, environment } from '../contract/cli.ts';
import { readSettings } from '../contract/settings.ts';
import { loadCounty } from '../county/load.ts';
import { openDispatcher } from './dispatcher.ts';
import { reviveCase } from './revive-case.ts';

const said = {
  revived: '已从台账恢复运行',
  replaced: '原来的运行没有应答，已终止，并从台账恢复运行',
  alive: '正在运行，无需恢复',
  closed: '已办结，无需恢复',
} as const;

await command(async () => {
  const [caseNo] = process.argv.slice(2);
  if (!caseNo) throw new Error('用法：npm run revive -- <受理号>');
  const settings = readSettings(environment());
  const { dispatcher, close } = await openDispatcher(
    settings,
    await loadCounty(settings.YIMEN_COUNTY),
    'yimen-revive',
    2,
  );
  try {
    process.stdout.write(`${caseNo} ${said[await reviveCase(dispatcher, caseNo)]}\n`);
  } finally {
    await close();
  }
});
