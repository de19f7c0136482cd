/** 机构改革：部门在一件哨的途中改名、并入别的部门。On the whole stack. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pingluo } from '../../../county/pingluo/county.ts';
import { putUnits } from '../../../db/units.ts';
import { done } from '../../setup/desk.ts';
import { startTestStack, type TestStack } from '../../setup/test-stack.ts';
import { type WhistleDesk, whistleDeskOf, whistleForm } from './desk.ts';

let stack: TestStack;
let desk: WhistleDesk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await whistleDeskOf(stack);
});
afterAll(async () => await stack.close());

const why = '平罗县机构改革方案（样例）';
type Unit = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly joined: string | null;
};
const unit = async (id: string): Promise<Unit> => {
  const { items } = await desk.caller.get<{ items: readonly Unit[] }>('/units');
  const found = items.find((one) => one.id === id);
  if (!found) throw new Error(`no unit ${id}`);
  return found;
};
const change = async (id: string, over: object, who = 'juzhang') => {
  const { id: _own, ...as } = await unit(id);
  return await (await stack.as(who)).call('PUT', `/units/${id}`, { ...as, ...over, why });
};
const texts = ({ status, body }: { readonly status: number; readonly body: unknown }) => [
  status,
  ...((body as { fields?: { text: string }[] }).fields ?? []).map(({ text }) => text),
];
const inboxOf = async (name: string, caseNo: string): Promise<readonly string[]> =>
  (await (await stack.as(name)).get<{ items: { caseNo: string; key: string }[] }>('/inbox')).items
    .filter((item) => item.caseNo === caseNo)
    .map(({ key }) => key);

test('部门途中改名的，办件上随即是新名称；办过的一字不变；县里的数据文件再次登记也不改回', async () => {
  const caseNo = await desk.dispatched({}, { lead: 'housing', helpers: ['police'] });
  await desk.signs(caseNo, 'housing');
  const name = '平罗县住房城乡建设和交通局';
  expect((await change('housing', { name })).status).toBe(200);
  expect((await unit('housing')).name).toBe(name);
  await desk.arrives(caseNo, 'housing');
  await desk.answers(caseNo, 'housing');
  const { items } = await (await stack.as('juzhang')).get<{ items: { what: string; why: string }[] }>(
    '/staff/changes',
  );
  expect(items[0]).toMatchObject({ what: expect.stringContaining(`改名为${name}`), why });
  const filed = pingluo.units.filter(({ id }) => id === 'housing');
  await putUnits(stack.context.sql, filed);
  expect((await unit('housing')).name).toBe(name);
});

test('部门途中并入别的部门的，原来请它办的由并入的部门的同一岗位接着办，它的时限照走；不能再派给它', async () => {
  const caseNo = await desk.dispatched({}, { lead: 'police', helpers: ['housing'] });
  await desk.signs(caseNo, 'housing');
  const due = async () =>
    (await desk.view(caseNo)).acts.find(({ key }) => key === '部门/housing/报到')?.dueAt;
  const before = await due();
  expect(before).toBeGreaterThan(0);
  expect(await inboxOf('education', caseNo)).toEqual([]);
  expect((await change('housing', { joined: 'education' })).status).toBe(200);
  expect(await inboxOf('education', caseNo)).toEqual(['部门/housing/报到']);
  expect(await due()).toBe(before);
  const education = await stack.as('education');
  done(
    await education.decide(caseNo, '部门/housing/报到', '已报到', {
      place: '民族巷口',
      code: 'QD-88',
      roster: [{ name: '陈勇', post: '执法队员' }],
    }),
  );
  expect((await desk.view(caseNo)).path.filter(({ key }) => key.startsWith('部门/housing/'))).toMatchObject([
    { name: '签收' },
    { name: '报到' },
  ]);
  const later = await desk.blown({ asks: [{ unit: 'police', what: '清运' }] });
  const dispatch = { type: '日常哨', lead: 'housing', helpers: [] };
  expect(texts(await desk.dispatcher.decide(later, '分派', '派单', dispatch))).toEqual([
    422,
    expect.stringMatching(/已经并入县教育局，请选后者/),
  ]);
  const form = { ...whistleForm(), asks: [{ unit: 'housing', what: '清运' }] };
  const asked = await desk.caller.open({ matter: 'whistle', unit: 'chengguan', form }, crypto.randomUUID());
  expect(texts(asked)).toEqual([422, expect.stringMatching(/已经并入/)]);
  expect((await change('housing', { joined: null })).status).toBe(200);
  expect(await inboxOf('education', caseNo)).toEqual([]);
});

test('只由县里指定的岗位变更；改得不成样子的逐项指出，什么也不改', async () => {
  expect((await change('housing', { name: '随便' }, 'chengguan-fuze')).status).toBe(403);
  const police = await unit('police');
  expect(texts(await change('housing', { name: police.name }))).toEqual([422, `已经有“${police.name}”了`]);
  expect(texts(await change('housing', { joined: 'housing' }))).toEqual([422, '不能并入自己']);
  expect(texts(await change('housing', { joined: 'nobody' }))).toEqual([422, '请从单位名录中选并入哪个单位']);
  expect(texts(await change('housing', { parent: 'nobody' }))).toEqual([422, '请从单位名录中选上级单位']);
  expect(texts(await change('housing', { parent: 'housing' }))).toEqual([
    422,
    expect.stringMatching(/在它之下，不能作它的上级/),
  ]);
  expect((await change('housing', { why: undefined, name: '' })).status).toBe(422);
  const juzhang = await stack.as('juzhang');
  const added = { name: '平罗县数据局', kind: 'department', parent: 'county-government', why };
  expect(texts(await juzhang.call('PUT', '/units/Shu', added))).toEqual([
    422,
    expect.stringMatching(/单位编号/),
  ]);
  const { parent } = await unit('police');
  expect(await juzhang.call('PUT', '/units/data', { ...added, parent })).toMatchObject({
    status: 200,
    body: { id: 'data', joined: null },
  });
  expect((await unit('data')).name).toBe('平罗县数据局');
});
