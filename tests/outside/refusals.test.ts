/** What an outside system will never take: shown as somebody's act, put right, sent again, and the case can end. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../../client/client.ts';
import { reviveCase } from '../../delivery/revive-case.ts';
import { type CaseView, type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

type Form = ReturnType<Desk['application']>;
const applying = (over: Partial<Form['applicant']>): Form => {
  const form = desk.application();
  return { ...form, applicant: { ...form.applicant, ...over } };
};
const resending = (view: CaseView) => view.acts.filter(({ kind }) => kind === 'resend');
const refused = (caseNo: string): Promise<CaseView> =>
  until(
    () => desk.view(caseNo),
    (view) => resending(view).length > 0,
  );
const keys = async (system: 'sms' | 'bank', caseNo: string) =>
  (await stack.taken(system)).filter(({ key }) => key.startsWith(`${caseNo}/`));
const settled = (caseNo: string): Promise<CaseView> =>
  until(
    () => desk.view(caseNo),
    ({ effects }) => effects.every(({ state }) => ['taken', 'forgone'].includes(state)),
  );
const ended = async (caseNo: string): Promise<void> => {
  await stack.runOf(caseNo).result();
};
const finish = async (caseNo: string): Promise<void> => {
  const served = { method: '直接送达', deliveredOn: stack.today() };
  done(await desk.window.decide(caseNo, '送达确认通知书', '已送达', served));
  done(await desk.reviewer.decide(caseNo, '公布', '已公布', { place: '公示栏' }));
};

test('手机号码有误：不再重试，窗口的待办里有更正重发；更正后发出，其后的短信也用新号码', async () => {
  const caseNo = await desk.accepted(applying({ phone: '12345' }));
  const [act] = resending(await refused(caseNo));
  expect(act).toMatchObject({ key: expect.stringContaining('重发#'), unit: 'chengguan', role: '受理' });
  const item = { caseNo, kind: 'resend', name: act?.name };
  expect((await desk.window.get<{ items: unknown[] }>('/inbox')).items).toContainEqual(
    expect.objectContaining(item),
  );
  const view = await desk.window.get<CaseView>(`/cases/${caseNo}`);
  expect(view.troubles).toEqual([]);
  expect(view.effects).toContainEqual(expect.objectContaining({ state: 'refused', reason: '手机号码无效' }));
  expect(resending(view)[0]).toMatchObject({
    brief: { reason: '手机号码无效', asSent: { to: '12345' } },
    outcomes: [{ name: '重发' }, { name: '不再发送' }],
  });
  const key = act?.key ?? '';
  expect((await desk.window.decide(caseNo, key, '重发', { to: '' })).body.code).toBe('FORM_INVALID');
  expect((await desk.verifier.decide(caseNo, key, '重发', { to: '1' })).body.code).toBe('NOT_YOURS');
  done(await desk.window.submit(caseNo, { type: 'claim', act: key }));
  done(await desk.window.decide(caseNo, key, '重发', { to: '13900000001' }));
  const after = await settled(caseNo);
  expect(after.effects).toContainEqual(
    expect.objectContaining({ state: 'taken', attempt: 2, receipt: expect.any(String) }),
  );
  expect(resending(after)).toEqual([]);
  const sent = await keys('sms', caseNo);
  expect(sent.map(({ body }) => body['to'])).toEqual(sent.map(() => '13900000001'));
  done(await desk.visitor.decide(caseNo, '提请信息核对', '已提请'));
});

test('更正了还是不对：再次拒收，再次更正；一直不通的，写明理由不再发送', async () => {
  const caseNo = await desk.accepted(applying({ phone: '12345' }));
  const [act] = resending(await refused(caseNo));
  const key = act?.key ?? '';
  const seq = done(await desk.window.decide(caseNo, key, '重发', { to: '54321' })).seq;
  const again = await until(
    () => desk.view(caseNo),
    (view) => resending(view).length > 0 && view.seq > seq,
  );
  expect(again.effects).toContainEqual(expect.objectContaining({ state: 'refused', attempt: 2 }));
  expect((await desk.window.decide(caseNo, key, '不再发送', {}, '')).body.code).toBe('OPINION_REQUIRED');
  done(await desk.window.decide(caseNo, key, '不再发送', {}, '申请人没有手机，已当面告知。'));
  const after = await settled(caseNo);
  expect(after.effects).toContainEqual(expect.objectContaining({ state: 'forgone', reason: '手机号码无效' }));
  expect(await keys('sms', caseNo)).toEqual([]);
});

test('账户不存在：办件照常办结，付款等人更正账户；更正后列入一次，办件的流程随即结束', async () => {
  const caseNo = await desk.confirming(applying({ account: '0' }));
  done(await desk.head.decide(caseNo, '审核确认', '同意'));
  const view = await refused(caseNo);
  const act = resending(view)[0];
  expect(view.effects).toContainEqual(
    expect.objectContaining({ name: '列入发放名单', state: 'refused', reason: '账户不存在' }),
  );
  await finish(caseNo);
  expect((await desk.view(caseNo)).state).toBe('closed');
  expect(await keys('bank', caseNo)).toEqual([]);
  const sender: ApiClient = desk.head;
  expect(resending(await sender.get<CaseView>(`/cases/${caseNo}`))).toHaveLength(1);
  done(await sender.decide(caseNo, act?.key ?? '', '重发', { account: '6228480000000000000' }));
  await settled(caseNo);
  await ended(caseNo);
  expect((await keys('bank', caseNo)).map(({ body }) => body['account'])).toEqual(['6228480000000000000']);
  expect((await sender.decide(caseNo, act?.key ?? '', '重发', { account: '1' })).body.code).toBe(
    'CASE_CLOSED',
  );
});

/** Ended with a message to the applicant. */
const terminated = async (caseNo: string): Promise<void> => {
  const form = { remindedOn: stack.today(), finding: '书面提醒后仍拒绝授权' };
  const reason = '无正当理由拒不配合';
  done(await desk.head.submit(caseNo, { type: 'terminate', reason, opinion: '三次上门均拒绝', form }));
};

test('办件已经办结、运行已经结束，才知道短信被拒收：由台账另起一个运行（丢了可以恢复），更正后送出，随即结束', async () => {
  const caseNo = await desk.accepted();
  await settled(caseNo);
  const { runId: first } = await stack.runOf(caseNo).describe();
  await stack.faults('sms', { refuseNext: 1 });
  await terminated(caseNo);
  const [act] = resending(await refused(caseNo));
  expect((await stack.runOf(caseNo).describe()).runId).not.toBe(first);
  expect((await desk.view(caseNo)).state).toBe('closed');
  const { dispatcher } = stack.context;
  await stack.runOf(caseNo).terminate();
  expect(await reviveCase(dispatcher, caseNo)).toBe('revived');
  done(await desk.window.decide(caseNo, act?.key ?? '', '重发', { to: '13900000002' }));
  await settled(caseNo);
  await ended(caseNo);
  expect(await reviveCase(dispatcher, caseNo)).toBe('closed');
  const last = (await keys('sms', caseNo)).at(-1);
  expect(last?.body['to']).toBe('13900000002');
});

test('办结以后短信停着：故障列在办件上，另起的运行一直送到对方收下，随即结束', async () => {
  const caseNo = await desk.accepted();
  await settled(caseNo);
  await stack.faults('sms', { down: true });
  await terminated(caseNo);
  await until(
    () => desk.view(caseNo),
    ({ troubles }) => troubles.length > 0,
  );
  const before = (await keys('sms', caseNo)).length;
  await stack.faults('sms', {});
  await settled(caseNo);
  await ended(caseNo);
  expect(await desk.view(caseNo)).toMatchObject({ state: 'closed', troubles: [] });
  expect((await keys('sms', caseNo)).length).toBe(before + 1);
});

test('核对中心拒绝请求：重新提请后照常答复', async () => {
  const caseNo = await desk.accepted();
  await stack.faults('verification', { refuseNext: 1 });
  done(await desk.visitor.decide(caseNo, '提请信息核对', '已提请'));
  const [act] = resending(await refused(caseNo));
  expect(act).toMatchObject({ outcomes: [] });
  const [own] = resending(await desk.verifier.get<CaseView>(`/cases/${caseNo}`));
  expect(own?.outcomes).toMatchObject([{ name: '重发' }]);
  done(await desk.verifier.decide(caseNo, act?.key ?? '', '重发'));
  await desk.opensAct(caseNo, '核对报告');
});

test('停摆之后又拒收：故障的提示撤下，改为更正重发', async () => {
  await stack.faults('sms', { down: true });
  const caseNo = await desk.accepted(applying({ phone: '12345' }));
  await until(
    () => desk.view(caseNo),
    ({ troubles }) => troubles.length > 0,
  );
  await stack.faults('sms', {});
  const view = await refused(caseNo);
  expect(
    (
      await until(
        () => desk.view(caseNo),
        ({ troubles }) => troubles.length === 0,
      )
    ).effects,
  ).toEqual(view.effects);
});
