/** The commands an operator runs before anybody signs in: the database and its units, then people with posts. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../../client/client.ts';
import { pingluo } from '../../county/pingluo/county.ts';
import { compiledIn, localFolder } from '../../stack/local-folder.ts';
import { sampleIdentity } from '../../stack/sample-people.ts';
import { newSecrets } from '../../stack/secrets.ts';
import { startTestStack, type TestStack } from '../setup/test-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ withWorker: false });
});
afterAll(async () => await stack.close());

const run = async (script: string, args: readonly string[], password = '') => {
  const { DATABASE_URL, TEMPORAL_ADDRESS, YIMEN_SMS_URL, YIMEN_BANK_URL, YIMEN_VERIFICATION_URL } =
    stack.context.settings;
  const outside = { YIMEN_SMS_URL, YIMEN_BANK_URL, YIMEN_VERIFICATION_URL };
  const env = {
    ...process.env,
    ...newSecrets(),
    ...outside,
    ...{ DATABASE_URL, TEMPORAL_ADDRESS, YIMEN_PROFILE: 'test', YIMEN_PASSWORD: password },
    NODE_COMPILE_CACHE: compiledIn(localFolder),
  };
  return await promisify(execFile)(process.execPath, [script, ...args], { env }).then(
    ({ stdout }) => stdout,
    (error: { stderr: string }) => error.stderr,
  );
};

test('更新数据库、登记单位可以重复；登记的人员能登录，岗位从今天起；说不清的指出', async () => {
  expect(await run('delivery/migrate.ts', [])).toContain(`数据库已是最新；单位 ${pingluo.units.length} 个`);
  const who = ['wang.fang', '王芳', sampleIdentity(77)];
  expect(await run('delivery/person.ts', who)).toContain('用法');
  expect(await run('delivery/person.ts', [...who, 'chengguan/受理'], 'short')).toContain('至少 12 位');
  expect(await run('delivery/person.ts', [...who, 'nowhere/受理'], 'long-enough-password')).toContain(
    'chengguan',
  );
  const wrong = ['wang.fang', '王芳', '640221198001010000', 'chengguan/受理'];
  expect(await run('delivery/person.ts', wrong, 'long-enough-password')).toContain('身份证号码有误');
  for (const office of ['chengguan/受理', 'chengguan/受理', 'chengguan/初审'])
    expect(await run('delivery/person.ts', [...who, office], 'long-enough-password')).toContain('已登记');
  const client = await signIn(stack.http, 'wang.fang', 'long-enough-password');
  const me = await client.get<{ posts: { id: string; role: string }[] }>('/me');
  expect(me.posts.map(({ id, role }) => [id, role])).toEqual([
    ['wang.fang-1', '受理'],
    ['wang.fang-2', '初审'],
  ]);
});
