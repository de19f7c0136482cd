/**
 * `npm run person -- <用户名> <姓名> <身份证号码> <单位>/<岗位> …`: registers somebody with their posts from today on, or
 * gives a known person these posts. The password is read from YIMEN_PASSWORD, at least 12 characters.
 */

import { command, environment } from '../contract/cli.ts';
import { countyTime, wallClock } from '../contract/county-clock.ts';
import { readIdentity } from '../contract/identity-number.ts';
import { readSettings } from '../contract/settings.ts';
import { shortestPassword } from '../contract/wire.ts';
import { loadCounty } from '../county/load.ts';
import { connect } from '../db/connect.ts';
import { readCountyClock } from '../db/county-clock.ts';
import { putPerson } from '../db/people.ts';
import { currentUnits } from '../db/units.ts';
import { dateOf } from '../engine/clock/time.ts';
import { identityVault } from '../security/identity-vault.ts';
import { passwordHashOf } from '../security/sessions.ts';

await command(async () => {
  const [username = '', name = '', identity = '', ...offices] = process.argv.slice(2);
  if (!/^[\w.-]{2,60}$/.test(username) || name === '' || offices.length === 0)
    throw new Error(
      '用法：YIMEN_PASSWORD=<口令> npm run person -- <用户名> <姓名> <身份证号码> <单位>/<岗位> …',
    );
  if (!readIdentity(identity)) throw new Error('身份证号码有误，请核对18位号码。');
  const password = process.env['YIMEN_PASSWORD'] ?? '';
  if (password.length < shortestPassword)
    throw new Error(`口令须由 YIMEN_PASSWORD 给出，至少 ${shortestPassword} 位。`);
  const settings = readSettings(environment());
  const { units: filed } = await loadCounty(settings.YIMEN_COUNTY);
  const vault = identityVault(settings.YIMEN_IDENTITY_KEYS, settings.YIMEN_MATCHING_KEY);
  const sql = connect(settings.DATABASE_URL, 'yimen-person', 1);
  try {
    const units = await currentUnits(sql, filed);
    const posts = offices.map((text) => {
      const [unit = '', role = ''] = text.split('/');
      if (role === '' || !units.some(({ id }) => id === unit))
        throw new Error(`“${text}”应为 <单位>/<岗位>，单位是：${units.map(({ id }) => id).join('、')}`);
      return { unit, role };
    });
    const person = { id: username, username, name, identity: vault.hash(identity) };
    const moved = settings.YIMEN_PROFILE === 'production' ? undefined : await readCountyClock(sql);
    const today = dateOf(countyTime(moved ?? wallClock, Date.now()));
    await putPerson(sql, { ...person, passwordHash: await passwordHashOf(password) }, posts, today);
    process.stdout.write(`${name}（${username}）已登记：${offices.join('、')}。\n`);
  } finally {
    await sql.end();
  }
});
