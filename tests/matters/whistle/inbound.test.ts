/** Outside systems bring matters up by themselves: signed, once by their own number, told where it is under way already. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signCallback } from '../../../security/callback-signature.ts';
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

type Answer = { status: number; code?: string; caseNo: string; merged: boolean; detail?: string };

const keyNamed = (name: string) => {
  const found = stack.context.settings.YIMEN_CALLBACK_KEYS.find(({ id }) => id === name);
  if (!found) throw new Error(`no key ${name}`);
  return found;
};
async function bringUp(system: string, over: Record<string, unknown>): Promise<Answer> {
  const body = JSON.stringify({ matter: 'whistle', unit: 'chengguan', ...over });
  const key = { ...keyNamed(system.split('.')[0] ?? ''), id: system };
  const response = await stack.http('/api/v1/callbacks/cases', {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...signCallback(key, crypto.randomUUID(), body, Date.now()),
    },
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
}

test('网格平台提起的一哨：登记给乡镇审核，台账写明是谁提起；同一编号再送，还是这一件', async () => {
  const form = whistleForm();
  const first = await bringUp('grid', { reference: 'SJ-1', form });
  expect(first).toMatchObject({ status: 200, merged: false, state: 'accepted' });
  expect(await bringUp('grid', { reference: 'SJ-1', form })).toEqual(first);
  const { items } = await desk.inspector.get<{ items: { actor: object }[] }>(`/cases/${first.caseNo}/ledger`);
  expect(items[0]?.actor).toMatchObject({ kind: 'system', name: '网格平台' });
  done(await desk.principal.decide(first.caseNo, '乡镇审核', '吹哨'));
  const changed = { ...form, title: '另一件事' };
  expect(await bringUp('grid', { reference: 'SJ-1', form: changed })).toMatchObject({
    code: 'COMMAND_ID_REUSED',
  });
});

test('12345 转来的与在办的一哨是同一地点同一事项：并入，办结时一并答复', async () => {
  const form = whistleForm();
  const { caseNo } = await bringUp('grid', { reference: 'SJ-2', form });
  const source = { kind: '12345热线', reference: '12345-77' };
  const again = { reference: '12345-77', form: { ...form, source } };
  const merged = await bringUp('hotline', again);
  expect(merged).toMatchObject({ status: 200, caseNo, merged: true });
  expect(await bringUp('hotline', again)).toEqual(merged);
  done(await desk.principal.decide(caseNo, '乡镇审核', '吹哨'));
  done(
    await desk.dispatcher.decide(caseNo, '分派', '派单', { type: '日常哨', lead: 'housing', helpers: [] }),
  );
  await desk.works(caseNo, 'housing');
  done(await desk.caller.decide(caseNo, '乡镇确认', '通过'));
  const answers = (await desk.view(caseNo)).notices.filter(({ name }) => name === '答复哨源');
  expect(answers.map(({ text }) => text.paragraphs[0])).toEqual([
    expect.stringContaining('网格'),
    expect.stringContaining('12345-77'),
  ]);
});

test('不由它提起的、没有的乡镇、写不全的，说明白；带不来材料', async () => {
  const form = whistleForm();
  expect(await bringUp('c1', { reference: 'x', form })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  expect(await bringUp('grid', { reference: 'x', form, matter: 'minimum-living' })).toMatchObject({
    status: 403,
    detail: expect.stringContaining('密钥的编号'),
  });
  expect(await bringUp('grid', { reference: 'x', form, unit: 'housing' })).toMatchObject({
    code: 'BODY_INVALID',
    fields: [{ field: 'unit' }],
  });
  expect(await bringUp('grid', { reference: 'x', form: { ...form, title: '' } })).toMatchObject({
    code: 'FORM_INVALID',
    fields: [{ field: 'title' }],
  });
  expect(
    await bringUp('grid', { reference: 'x', form: { ...form, photos: ['0'.repeat(64)] } }),
  ).toMatchObject({
    code: 'FORM_INVALID',
    fields: [{ text: expect.stringContaining('尚未上传') }],
  });
});
