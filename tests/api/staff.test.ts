/** 人员管理: heads for their own unit, the keepers for the county; every change with who and why, and at once in force. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../../client/client.ts';
import { sampleIdentity, samplePassword } from '../../stack/sample-people.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

type Post = { readonly id: string; readonly unit: string; readonly role: string; readonly to: string | null };
type Person = { readonly id: string; readonly posts: readonly Post[] };
type Faulty = { readonly fields?: readonly { readonly field: string }[] };
type List = { readonly units: readonly string[]; readonly items: readonly Person[] };
const password = 'Xinyuan-2026-kou-ling';
const newcomer = (over: Record<string, unknown> = {}) => ({
  username: 'chengguan-xin',
  name: '城关新来的',
  identity: sampleIdentity(901),
  password,
  unit: 'chengguan',
  role: '受理',
  from: stack.today(),
  why: '招录到岗',
  ...over,
});

test('负责人登记本单位的人：当天就能登录、看得到岗位上的待办；记下谁、为什么', async () => {
  const caseNo = await desk.opened();
  const added = await desk.head.call('POST', '/staff', newcomer());
  expect(added).toMatchObject({
    status: 201,
    body: { posts: [{ unit: 'chengguan', role: '受理', to: null }] },
  });
  const they = await signIn(stack.http, 'chengguan-xin', password);
  const { items } = await they.get<{ items: { caseNo: string }[] }>('/inbox');
  expect(items.map((item) => item.caseNo)).toContain(caseNo);
  expect(await desk.head.get('/staff/changes')).toMatchObject({
    items: [{ name: '城关负责人', unit: 'chengguan', why: '招录到岗' }],
  });
  const again = await desk.head.call('POST', '/staff', newcomer({ username: 'chengguan-xin-2' }));
  expect(again).toMatchObject({ status: 422, body: { fields: [{ field: 'username' }] } });
});

test('别的单位的人不由他管；窗口员谁也不管；全县的由县里指定的岗位管', async () => {
  const mine = await desk.head.get<List>('/staff');
  expect(mine.units).toEqual(['chengguan']);
  expect(mine.items.every(({ posts }) => posts.some(({ unit }) => unit === 'chengguan'))).toBe(true);
  expect((await desk.window.get<List>('/staff')).units).toEqual([]);
  const elsewhere = newcomer({ username: 'yaofu-xin', identity: sampleIdentity(902), unit: 'yaofu' });
  expect((await desk.head.call('POST', '/staff', elsewhere)).status).toBe(403);
  expect((await desk.head.call('POST', '/staff/yaofu-fuze/password', { password, why: '忘记' })).status).toBe(
    404,
  );
  const keeper = await stack.as('juzhang');
  expect((await keeper.get<List>('/staff')).units.length).toBeGreaterThan(20);
  done(await keeper.call('POST', '/staff', elsewhere));
});

test('填得不对的逐项指出：岗位、日期、号码、口令', async () => {
  const faults = async (over: Record<string, unknown>) => {
    const { status, body } = await desk.head.call(
      'POST',
      '/staff',
      newcomer({ username: 'nobody', ...over }),
    );
    return [status, ((body as Faulty).fields ?? []).map(({ field }) => field)];
  };
  expect(await faults({ role: '皇帝' })).toEqual([422, ['role']]);
  expect(await faults({ to: '2020-01-01' })).toEqual([422, ['to']]);
  expect(await faults({ identity: '640221199001010000' })).toEqual([422, ['identity']]);
  expect(await faults({ password: 'short' })).toEqual([422, ['password']]);
  expect(await faults({ password: 'aaaaaaaaaaaaaaaa' })).toEqual([422, ['password']]);
  expect(await faults({ why: ' ' })).toEqual([422, ['why']]);
});

test('任职到期后他认领的退回岗位；另任的岗位随即有效；同一岗位不任两次', async () => {
  const caseNo = await desk.opened(desk.application({ n: 903 }));
  const they = await signIn(stack.http, 'chengguan-xin', password);
  done(await they.submit(caseNo, { type: 'claim', act: '材料审查' }));
  const { items } = await desk.head.get<List>('/staff');
  const post = items.find(({ id }) => id === 'chengguan-xin')?.posts[0];
  const path = '/staff/chengguan-xin/posts';
  const visiting = { unit: 'chengguan', role: '调查', from: stack.today(), why: '轮岗' };
  const early = await desk.head.call('POST', `${path}/${post?.id}/end`, { to: '2000-01-01', why: '轮岗' });
  expect(early.status).toBe(422);
  done(await desk.head.call('POST', `${path}/${post?.id}/end`, { to: stack.today(), why: '轮岗' }));
  await stack.advance('P1D');
  await until(
    async () => (await desk.head.get<{ items: { caseNo: string }[] }>('/acts?only=lapsed')).items,
    (acts) => acts.some((act) => act.caseNo === caseNo),
  );
  expect((await desk.head.call('POST', path, visiting)).status).toBe(201);
  expect(((await desk.head.call('POST', path, visiting)).body as Faulty).fields).toMatchObject([
    { field: 'role' },
  ]);
  const me = await they.get<{ posts: readonly Post[] }>('/me');
  expect(me.posts.map(({ role }) => role)).toEqual(['调查']);
});

test('重设口令，已有的登录失效；自己改口令要说得出现在的，别处的登录失效，本处的还在', async () => {
  const before = await signIn(stack.http, 'chengguan-xin', password);
  done(
    await desk.head.call('POST', '/staff/chengguan-xin/password', {
      password: 'Chongshe-2026-01',
      why: '忘记口令',
    }),
  );
  expect((await before.call('GET', '/me')).status).toBe(401);
  const here = await signIn(stack.http, 'chengguan-xin', 'Chongshe-2026-01');
  const there = await signIn(stack.http, 'chengguan-xin', 'Chongshe-2026-01');
  const own = { current: 'wrong', password: 'Ziji-gai-2026-02' };
  expect(((await here.call('POST', '/me/password', own)).body as Faulty).fields).toMatchObject([
    { field: 'current' },
  ]);
  done(await here.call('POST', '/me/password', { ...own, current: 'Chongshe-2026-01' }));
  expect((await here.call('GET', '/me')).status).toBe(200);
  expect((await there.call('GET', '/me')).status).toBe(401);
  await expect(signIn(stack.http, 'chengguan-xin', 'Chongshe-2026-01')).rejects.toThrow('SIGN_IN_FAILED');
});

test('还在别的单位任职的人，口令不由一个单位的负责人重设', async () => {
  const keeper = await stack.as('juzhang');
  const post = { unit: 'chengguan', role: '调查', from: stack.today(), why: '挂职' };
  done(await keeper.call('POST', '/staff/yaofu-fuze/posts', post));
  const taken = await desk.head.call('POST', '/staff/yaofu-fuze/password', { password, why: '想登录' });
  expect(taken.status).toBe(403);
  expect((await signIn(stack.http, 'yaofu-fuze', samplePassword)).token).not.toBe('');
});
