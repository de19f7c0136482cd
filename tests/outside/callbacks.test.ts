/** The door outside systems answer at: signed, fresh, once, and only in the agreed shape. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signCallback } from '../../security/callback-signature.ts';
import { type Desk, deskOf } from '../setup/desk.ts';
import { startTestStack, type TestStack } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
let caseNo: string;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
  await stack.faults('verification', { silent: ['银行'] });
  caseNo = await desk.accepted();
  await desk.visitor.decide(caseNo, '提请信息核对', '已提请');
  await desk.opensAct(caseNo, '信息核对');
});
afterAll(async () => await stack.close());

const key = () => stack.context.settings.YIMEN_CALLBACK_KEYS[0] as { id: string; key: Uint8Array };
const nothing = { status: 'no-data', findings: [] };
const bodyOf = (over: object = {}): string =>
  JSON.stringify({ caseNo, act: '信息核对', round: 1, answers: { 银行: nothing }, ...over });
let nonces = 0;
const nonce = (): string => `nonce-${String(nonces++).padStart(16, '0')}`;
async function answer(
  body: string,
  headers: Record<string, string>,
): Promise<{ status: number; code?: string }> {
  const response = await stack.http('/api/v1/callbacks/verification', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, ...((await response.json()) as object) };
}

test('没有签名、签名不符、密钥编号不明的，一律不收', async () => {
  const body = bodyOf();
  const signed = signCallback(key(), nonce(), body, Date.now());
  expect(await answer(body, {})).toMatchObject({ status: 401, code: 'CALLBACK_UNSIGNED' });
  expect(await answer(body.replace('no-data', 'answered'), signed)).toMatchObject({
    code: 'CALLBACK_UNSIGNED',
  });
  const other = signCallback({ id: 'other', key: key().key }, nonce(), body, Date.now());
  expect(await answer(body, other)).toMatchObject({ code: 'CALLBACK_UNSIGNED' });
});

test('过期的签名不收', async () => {
  const body = bodyOf();
  const old = signCallback(key(), nonce(), body, Date.now() - 6 * 60_000);
  expect(await answer(body, old)).toMatchObject({ status: 409, code: 'CALLBACK_REPLAYED' });
});

test('不合约定的答复逐项指出', async () => {
  const body = bodyOf({ answers: { 银行: { ...nothing, status: 'maybe' } } });
  expect(await answer(body, signCallback(key(), nonce(), body, Date.now()))).toMatchObject({
    status: 422,
    code: 'BODY_INVALID',
    fields: [{ field: 'answers.银行.status' }],
  });
  expect(await answer('{', signCallback(key(), nonce(), '{', Date.now()))).toMatchObject({
    code: 'BODY_NOT_JSON',
  });
});

test('没有这件办件的，404；签名仍可用于重发', async () => {
  const body = bodyOf({ caseNo: 'DB202699999' });
  expect(await answer(body, signCallback(key(), nonce(), body, Date.now()))).toMatchObject({ status: 404 });
});

test('同一来源重复答复，第二份不改变什么；同一签名不能用两次', async () => {
  const body = bodyOf();
  const signed = signCallback(key(), nonce(), body, Date.now());
  expect((await answer(body, signed)).status).toBe(200);
  expect(await answer(body, signed)).toMatchObject({ code: 'CALLBACK_REPLAYED' });
  const { seq } = await desk.opensAct(caseNo, '核对报告');
  const again = await answer(body, signCallback(key(), nonce(), body, Date.now()));
  expect(again.status).toBe(200);
  expect((await desk.view(caseNo)).seq).toBe(seq);
  const more = bodyOf({ answers: { 银行: nothing, 不相干: nothing } });
  const late = signCallback(key(), nonce(), more, Date.now());
  expect((await answer(more, late)).status).toBe(200);
});

test('一并送来的里有没有问过的来源，整份不收；部分已经答复过的，只记新的', async () => {
  await stack.faults('verification', { silent: ['银行', '医保'] });
  const two = await desk.accepted();
  await desk.visitor.decide(two, '提请信息核对', '已提请');
  await desk.opensAct(two, '信息核对');
  await stack.faults('verification', { silent: ['银行'] });
  const sent = async (answers: object) => {
    const body = bodyOf({ caseNo: two, answers });
    return await answer(body, signCallback(key(), nonce(), body, Date.now()));
  };
  expect(await sent({ 医保: nothing, 不相干: nothing })).toMatchObject({ code: 'NOT_ASKED_YET' });
  expect((await sent({ 医保: nothing })).status).toBe(200);
  expect((await sent({ 医保: nothing, 银行: nothing })).status).toBe(200);
  await desk.opensAct(two, '核对报告');
});

test('询问提出之前到的答复拒绝，不占编号：询问提出之后同样的答复照收', async () => {
  const early = await desk.accepted();
  const body = bodyOf({ caseNo: early });
  const sent = () => answer(body, signCallback(key(), nonce(), body, Date.now()));
  expect(await sent()).toMatchObject({ status: 409, code: 'NOT_ASKED_YET' });
  expect(await sent()).toMatchObject({ code: 'NOT_ASKED_YET' });
  await desk.visitor.decide(early, '提请信息核对', '已提请');
  await desk.opensAct(early, '信息核对');
  expect((await sent()).status).toBe(200);
  const { seq } = await desk.opensAct(early, '核对报告');
  expect((await sent()).status).toBe(200);
  expect((await desk.view(early)).seq).toBe(seq);
});

test('答复没有记下的，签名没有用掉：同样的一份再送来照收', async () => {
  const silent = await desk.accepted();
  await desk.visitor.decide(silent, '提请信息核对', '已提请');
  await desk.opensAct(silent, '信息核对');
  const body = bodyOf({ caseNo: silent });
  const signed = signCallback(key(), nonce(), body, Date.now());
  const { sql } = stack.context;
  await sql`alter table command rename to command_away`;
  try {
    expect((await answer(body, signed)).status).toBe(500);
  } finally {
    await sql`alter table command_away rename to command`;
  }
  expect((await answer(body, signed)).status).toBe(200);
});
