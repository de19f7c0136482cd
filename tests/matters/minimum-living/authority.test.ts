/** 低保 decided by the county: authority is dated data, fixed on the case at 受理. And what the year changes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitForm } from '../../../stack/sample-application.ts';
import { type Desk, deskOf, done } from '../../setup/desk.ts';
import { startTestStack, type TestStack } from '../../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

let versions = 1;
async function authority(value: string, from: string): Promise<void> {
  const row = { value, from, basis: '样例：审核确认权限调整通知', standing: 'county' };
  const name = 'minimum-living.authority-mode';
  done(
    await desk.countyHead.call('POST', '/tables/rules', {
      name,
      version: `样例${versions++}`,
      row,
      why: '权限调整',
    }),
  );
}
const publish = (): Promise<void> => desk.publish(`publish-${versions}-authority`);

/** 公示 over, and sent on to the county. */
async function submitted(caseNo: string): Promise<void> {
  await stack.advance('P12D');
  await desk.opensAct(caseNo, '报送');
  done(await desk.reviewer.decide(caseNo, '报送', '已报送'));
}

test('第二十条、第二十二条：县级审核确认的三十个工作日，自收到之日起十个工作日内确认，县级入户调查也在其内', async () => {
  await authority('COUNTY', '2026-03-01');
  const caseNo = await desk.noticed({
    ...desk.application(),
    nearRelatives: [{ member: '赵小兰', official: '星海村会计', relation: '兄弟姐妹' }],
  });
  const clock = (await desk.clocks(caseNo)).find(({ name }) => name === '审核确认');
  expect(clock?.limit).toMatchObject({ amount: 30, unit: 'workingDays' });
  expect(clock?.days.filter(({ counted }) => counted)).toHaveLength(30);
  await submitted(caseNo);
  const received = async () => (await desk.clocks(caseNo)).find(({ name }) => name === '县级审核确认');
  const own = await received();
  expect(own?.limit).toMatchObject({ amount: 10, unit: 'workingDays' });
  expect(own?.days.filter(({ counted }) => counted)).toHaveLength(10);
  await stack.advance('P1D');
  const form = visitForm(stack.today());
  done(await desk.countyVisitor.decide(caseNo, '县级入户调查', '已调查', form));
  const view = await desk.opensAct(caseNo, '审核确认');
  expect(view.acts[0]).toMatchObject({ unit: 'civil-affairs', role: '审核确认', dueAt: own?.dueAt });
  expect((await desk.head.decide(caseNo, '审核确认', '同意')).body.code).toBe('NOT_YOURS');
  done(await desk.confirmer.decide(caseNo, '审核确认', '同意'));
  const { notices } = await desk.view(caseNo);
  expect(notices.map(({ name }) => name)).toContain('确认通知书');
});

test('受理后权限下放的，已受理的办件仍由受理时的机关确认', async () => {
  await authority('COUNTY', '2026-03-01');
  const caseNo = await desk.noticed();
  await authority('TOWNSHIP_OWN_NAME', stack.today());
  await publish();
  await submitted(caseNo);
  const view = await desk.opensAct(caseNo, '审核确认');
  expect(view.acts[0]).toMatchObject({ unit: 'civil-affairs', role: '审核确认' });
  const later = await desk.accepted();
  expect((await desk.clocks(later)).find(({ name }) => name === '审核确认')?.limit.amount).toBe(20);
});

test('四十五个工作日的延长，县级确认的由县民政局负责人批准', async () => {
  await authority('COUNTY', stack.today());
  const caseNo = await desk.accepted();
  const extend = { type: 'extend', clock: '审核确认', reason: '人户分离', opinion: '两地调查' };
  expect((await desk.head.submit(caseNo, extend)).body.code).toBe('NOT_YOURS');
  const data = { kind: '人户分离', reason: '常住银川' };
  done(await desk.visitor.submit(caseNo, { type: 'supplement', fact: '特殊情况', data }));
  done(await desk.countyHead.submit(caseNo, extend));
  expect((await desk.clocks(caseNo)).find(({ name }) => name === '审核确认')?.limit.amount).toBe(45);
  await authority('TOWNSHIP_OWN_NAME', stack.today());
});

test('以谁的名义：委托乡镇作出的，文书以县民政局的名义，被申请人是县民政局；不予受理是乡镇自己的', async () => {
  await authority('TOWNSHIP_ENTRUSTED', stack.today());
  const caseNo = await desk.confirming();
  done(await desk.head.decide(caseNo, '审核确认', '不同意', { reasons: ['家庭财产超过规定'] }));
  const text = async (of: string, name: string) =>
    (await desk.view(of)).notices.find((notice) => notice.name === name)?.text;
  expect(await text(caseNo, '不予确认同意告知书')).toMatchObject({
    authority: 'civil-affairs',
    remedies: [
      expect.stringContaining('被申请人为平罗县民政局'),
      expect.stringContaining('被告为平罗县民政局'),
    ],
  });
  const rejected = await desk.opened();
  done(await desk.window.decide(rejected, '材料审查', '不予受理', { reason: '户籍不在本县' }));
  expect(await text(rejected, '不予受理告知书')).toMatchObject({
    authority: 'chengguan',
    remedies: [expect.stringContaining('被申请人为城关镇人民政府'), expect.anything()],
  });
  await authority('TOWNSHIP_OWN_NAME', stack.today());
});

test('新的放假通知：在办件的期限随之改算，台账留痕', async () => {
  const caseNo = await desk.accepted();
  const before = (await desk.clocks(caseNo)).find(({ name }) => name === '审核确认');
  const inside = before?.days.filter(({ counted }) => counted).at(5)?.date ?? '';
  const notice = {
    version: '样例-临时放假',
    entries: [
      { from: inside, to: inside, kind: 'off', name: '临时放假', basis: '样例通知', confirmed: true },
    ],
    why: '自治区通知',
  };
  done(await desk.countyHead.call('POST', '/tables/calendars', notice));
  versions++;
  await publish();
  const after = (await desk.clocks(caseNo)).find(({ name }) => name === '审核确认');
  expect(after?.dueAt).toBeGreaterThan(before?.dueAt ?? 0);
  expect(after?.days.find(({ date }) => date === inside)).toMatchObject({
    counted: false,
    basis: '样例通知',
  });
  const ledger = await desk.inspector.get<{ items: { event: { type: string }; calendarVersion: string }[] }>(
    `/cases/${caseNo}/ledger`,
  );
  expect(ledger.items.at(-1)?.event.type).toBe('adopted');
});
