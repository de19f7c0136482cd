/** `npm run rebuild`: the read model again, from the ledger alone. */
import { command, environment } from '../contract/cli.ts';
import { connect } from '../db/connect.ts';
import { rebuild } from './read-model/rebuild.ts';

await command(async () => {
  const url = environment()['DATABASE_URL'];
  if (!url) throw new Error('请设置 DATABASE_URL，或先用 npm start 启动本地系统');
  const sql = connect(url, 'yimen-rebuild', 4);
  const { cases, entries, seconds } = await rebuild(sql);
  process.stdout.write(
    `${cases} 件，${entries} 条台账，${seconds.toFixed(2)} 秒（每秒 ${Math.round(entries / seconds)} 条）\n`,
  );
  await sql.end();
});
