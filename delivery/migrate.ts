/** `node delivery/migrate.ts`: brings the database up to this build, and the county's units with it. Safe to repeat. */
import { command, environment } from '../contract/cli.ts';
import { readSettings } from '../contract/settings.ts';
import { loadCounty } from '../county/load.ts';
import { connect } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { putUnits } from '../db/units.ts';

await command(async () => {
  const settings = readSettings(environment());
  const county = await loadCounty(settings.YIMEN_COUNTY);
  const sql = connect(settings.DATABASE_URL, 'yimen-migrate', 2);
  try {
    const applied = await migrate(sql);
    await putUnits(sql, county.units);
    process.stdout.write(
      `${county.name}：${applied.length > 0 ? `新应用 ${applied.join('、')}` : '数据库已是最新'}；单位 ${county.units.length} 个。\n`,
    );
  } finally {
    await sql.end();
  }
});
