/** A whistle on the whole stack: over HTTP, each department in its own inbox, the limits by the county's clock. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../../../client/client.ts';
import { type CaseView, done } from '../../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../../setup/test-stack.ts';
import { type WhistleDesk, whistleDeskOf, whistleForm } from './desk.ts';

let stack: TestStack;
let desk: WhistleDesk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await whistleDeskOf(stack);
});
afterAll(async () => await stack.close());

const inboxOf = async (who: ApiClient, caseNo: string): Promise<readonly string[]> =>
  (await who.get<{ items: { caseNo: string; key: string; kind: string }[] }>('/inbox')).items
    .filter((item) => item.caseNo === caseNo && item.kind !== 'reply')
    .map(({ key }) => key);
const opens = async (caseNo: string, key: string): Promise<CaseView> =>
  await until(
    () => desk.view(caseNo),
    ({ acts }) => acts.some((act) => act.key === key),
  );

test('各部门只见自己的任务，别的部门、别的乡镇看不见；督查看得见全部', async () => {
  const caseNo = await desk.dispatched({}, { lead: 'housing', helpers: ['police'] });
  expect(await inboxOf(desk.of('housing'), caseNo)).toEqual(['部门/housing/签收']);
  expect(await inboxOf(desk.of('police'), caseNo)).toEqual(['部门/police/签收']);
  expect(await inboxOf(desk.of('education'), caseNo)).toEqual([]);
  const seen = await desk.of('housing').get<CaseView>(`/cases/${caseNo}`);
  expect(seen.acts.map(({ key }) => key)).toEqual(['部门/housing/签收']);
  expect(seen).not.toHaveProperty('form');
  for (const stranger of ['education', 'baofeng-chuishao', 'juzhang'])
    expect((await (await stack.as(stranger)).call('GET', `/cases/${caseNo}`)).status).toBe(404);
  expect((await desk.view(caseNo)).acts).toHaveLength(2);
});

test('吹哨单写了没有的单位、少写一项，一次说清；派给没有的单位同样', async () => {
  const form = { ...whistleForm(), asks: [{ unit: 'nobody', what: '清运' }] };
  const refused = await desk.caller.open({ matter: 'whistle', unit: 'chengguan', form }, crypto.randomUUID());
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'FORM_INVALID', fields: [{ field: 'asks.0.unit', text: expect.stringContaining('名录') }] },
  });
  const caseNo = await desk.blown();
  const dispatch = { type: '日常哨', lead: 'nobody', helpers: [] };
  expect(await desk.dispatcher.decide(caseNo, '分派', '派单', dispatch)).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'lead' }] },
  });
});

test('同一乡镇可以同时有几件哨', async () => {
  const numbers = [await desk.opened(), await desk.opened()];
  expect(new Set(numbers).size).toBe(2);
  const { displayNo } = await desk.caller.get<{ displayNo: string }>(`/cases/${numbers[0]}`);
  expect(displayNo).toMatch(/^平吹哨〔\d{4}〕\d{5}$/);
});

test('同一地点同一事项在办的，不再另吹：指出原哨，并入后沿用各自的答复期限，办结时答复全部哨源', async () => {
  const place = { address: '宝丰路 8 号' };
  const caseNo = await desk.dispatched({ place });
  const again = whistleForm({ place: { address: '宝丰路8号' } });
  const refused = await desk.caller.open(
    { matter: 'whistle', unit: 'chengguan', form: again },
    crypto.randomUUID(),
  );
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'DUPLICATE_CASE', detail: expect.stringContaining('并入哨源'), about: { caseNo } },
  });
  const answerBy = new Date(Date.parse(stack.today()) + 3 * 86_400_000).toISOString().slice(0, 10);
  const data = { kind: '12345热线', reference: '20260303-11', answerBy };
  done(await desk.caller.submit(caseNo, { type: 'supplement', fact: '并入哨源', data }));
  expect((await desk.clock(caseNo, '群众诉求答复'))?.limit).toMatchObject({ amount: 3, unit: 'days' });
  await desk.works(caseNo, 'housing');
  done(await desk.caller.decide(caseNo, '乡镇确认', '通过'));
  const { notices } = await desk.view(caseNo);
  expect(notices.filter(({ name }) => name === '答复哨源').flatMap(({ text }) => text.paragraphs)).toEqual([
    '网格（网格-0012）：“占道堆放建筑垃圾”已经办结。',
    '12345热线（20260303-11）：“占道堆放建筑垃圾”已经办结。',
  ]);
  const late = await desk.caller.submit(caseNo, { type: 'supplement', fact: '并入哨源', data });
  expect(late.body).toMatchObject({ code: 'FACT_TOO_LATE' });
});

test('应急哨无人应答的由时钟逐级上叫；到期未追认的失效，各部门的任务一并收回', async () => {
  const caseNo = await desk.dispatched({ type: '应急哨' }, { lead: 'housing', helpers: ['police'] });
  done(await desk.of('police').decide(caseNo, '部门/police/应急签收·值班', '签收'));
  await stack.advance('PT11M');
  await opens(caseNo, '部门/housing/应急签收·分管负责人');
  expect(await inboxOf(desk.of('housing'), caseNo)).toEqual([]);
  const deputy = await stack.as('housing-fenguan');
  expect(await inboxOf(deputy, caseNo)).toEqual(['部门/housing/应急签收·分管负责人']);
  done(await deputy.decide(caseNo, '部门/housing/应急签收·分管负责人', '签收'));
  await desk.arrives(caseNo, 'housing');
  await stack.advance('P1D');
  const { outcome } = await until(
    () => desk.view(caseNo),
    ({ state }) => state === 'closed',
  );
  expect(outcome).toBe('未经追认，失效');
  expect(await inboxOf(desk.of('police'), caseNo)).toEqual([]);
});

test('挂起的到复核日由时钟请人复核；等待的不进任何人的待办', async () => {
  const caseNo = await desk.dispatched();
  await desk.signs(caseNo, 'housing');
  await desk.arrives(caseNo, 'housing');
  const reviewOn = new Date(Date.parse(stack.today()) + 7 * 86_400_000).toISOString().slice(0, 10);
  const asked = { reason: '等待上级审批', reviewOn, facts: '已报市局' };
  done(await desk.of('housing').decide(caseNo, '部门/housing/处置反馈', '申请挂起', asked));
  done(await desk.dispatcher.decide(caseNo, '部门/housing/挂起审批', '同意挂起'));
  expect(await inboxOf(desk.dispatcher, caseNo)).toEqual([]);
  expect((await desk.view(caseNo)).waits.map(({ key }) => key)).toEqual(['部门/housing/挂起期间']);
  await stack.advance('P12D');
  await opens(caseNo, '部门/housing/挂起复核');
  expect(await inboxOf(desk.dispatcher, caseNo)).toEqual(['部门/housing/挂起复核']);
});
