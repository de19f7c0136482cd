/** 另一个县：单位、岗位名称、文号、节假日都是数据，同一个事项照样办。 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withParameters } from '../../county/load.ts';
import { openSample, sampleApplication } from '../../stack/sample-application.ts';
import { qingwan, qingwanPeople } from '../county/second-county.ts';
import type { ClockView } from '../setup/desk.ts';
import { startTestStack, type TestStack } from '../setup/test-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  const county = await withParameters(qingwan, 'tests/county/qingwan.yaml');
  stack = await startTestStack({ county, people: qingwanPeople });
});
afterAll(async () => await stack.close());

type Act = { readonly key: string; readonly unit: string; readonly role: string };
type Opened = {
  readonly caseNo: string;
  readonly displayNo: string;
  readonly view: { readonly acts: readonly Act[] };
};
type Page<T> = { readonly items: readonly T[] };

test('登记、受理：文号用本县的字，环节归本县的单位和岗位，时限避开本县的节日', async () => {
  await stack.faults('verification', { silent: ['银行'] });
  const window = await stack.as('east-window');
  const opened = await openSample(window, 'east', sampleApplication({ n: 1, name: '张三' }));
  expect(opened.status).toBe(201);
  const { caseNo, displayNo, view } = opened.body as unknown as Opened;
  expect(displayNo).toBe('青低保〔2026〕00001');
  expect(view.acts).toMatchObject([{ key: '材料审查', unit: 'east', role: '综合窗口' }]);

  expect((await window.decide(caseNo, '材料审查', '受理')).status).toBe(200);
  const visitor = await stack.as('east-visitor');
  expect((await visitor.decide(caseNo, '提请信息核对', '已提请')).status).toBe(200);
  const seen = await (await stack.as('approver')).get<Opened['view']>(`/cases/${caseNo}`);
  expect(seen.acts.find(({ key }) => key === '信息核对')).toMatchObject({
    unit: 'social-affairs',
    role: '核对',
  });

  const { items } = await window.get<Page<ClockView>>(`/cases/${caseNo}/clocks`);
  const days = items.find(({ name }) => name === '审核确认')?.days ?? [];
  expect(days.filter(({ why }) => why.startsWith('开渠节')).map(({ date }) => date)).toEqual([
    '2026-03-05',
    '2026-03-06',
  ]);
});

test('看得见的范围由单位的上下级和事项的主管单位决定', async () => {
  const opened = await openSample(
    await stack.as('east-window'),
    'east',
    sampleApplication({ n: 7, name: '李四' }),
  );
  const { caseNo } = opened.body;
  const statusFor = async (username: string) =>
    (await (await stack.as(username)).call('GET', `/cases/${caseNo}/ledger`)).status;
  const listed = async (username: string) =>
    (await (await stack.as(username)).get<Page<{ caseNo: string }>>('/cases')).items.some(
      (item) => item.caseNo === caseNo,
    );
  for (const username of ['approver', 'government', 'east-visitor']) {
    expect([username, await statusFor(username), await listed(username)]).toEqual([username, 200, true]);
  }
  expect([await statusFor('west-window'), await listed('west-window')]).toEqual([404, false]);
});

test('只有本县指定的岗位录入规则和节假日', async () => {
  const notice = {
    version: 'qingwan-2',
    announcedYears: [2026],
    entries: [
      { from: '2026-12-25', to: '2026-12-25', kind: 'off', name: '样例', basis: '样例', confirmed: true },
    ],
    why: '样例通知',
  };
  const recorded = async (username: string) =>
    (await (await stack.as(username)).call('POST', '/tables/calendars', notice)).status;
  expect(await recorded('approver')).toBe(403);
  expect(await recorded('director')).toBe(201);
});
