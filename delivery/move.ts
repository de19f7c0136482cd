/** `npm run move -- <caseNo> <version> [reason]`: shows what would differ; with a reason, moves the case. */
import { command, environment } from '../contract/cli.ts';
import { readSettings } from '../contract/settings.ts';
import { loadCounty } from '../county/load.ts';
import { head } from '../db/cases.ts';
import { versionsOf } from '../workflows/index.ts';
import { openDispatcher } from './dispatcher.ts';
import { moveCase, rehearse } from './move-case.ts';

const named = (items: readonly { readonly key: string }[]): string =>
  items.map(({ key }) => key).join('、') || '无';

await command(async () => {
  const [caseNo, version, reason] = process.argv.slice(2);
  if (!caseNo || !version) throw new Error('用法：npm run move -- <受理号> <版本> [原因；不写则只演练]');
  const settings = readSettings(environment());
  const { dispatcher, close } = await openDispatcher(
    settings,
    await loadCounty(settings.YIMEN_COUNTY),
    'yimen-move',
    2,
  );
  try {
    const known = await head(dispatcher.sql, caseNo);
    if (!known) throw new Error(`没有这件办件：${caseNo}`);
    const rehearsal = await rehearse(dispatcher, versionsOf(known.matter), {
      caseNo,
      version: Number(version),
      reason: reason ?? '演练',
    });
    const { preview } = rehearsal;
    if (preview.kind === 'refused') throw new Error(preview.refusal.detail);
    process.stdout.write(
      [
        `${caseNo}：第${rehearsal.state.version}版 → 第${version}版`,
        `  将开启：${named(preview.opens)}`,
        `  将关闭：${named(preview.closes)}`,
        `  不再需要的决定：${preview.supersedes.join('、') || '无'}`,
        `  时限开始：${named(preview.starts)}；停止：${named(preview.stops)}；改期：${named(preview.moves)}`,
        `  将发出：${named(preview.sends)}；文书：${named(preview.issues)}`,
        '',
      ].join('\n'),
    );
    if (!reason) return;
    const delivery = await moveCase(dispatcher, rehearsal);
    process.stdout.write(
      delivery.kind === 'accepted' ? '已交办，将在该办件空闲时换版。\n' : '已记下，待送达。\n',
    );
  } finally {
    await close();
  }
});
