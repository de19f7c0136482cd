/** Outside systems bring matters up by themselves: signed, once by their own number, told where it is under way already. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { County } from '../../../contract/county.ts';
import { loadCounty } from '../../../county/load.ts';
import { signCallback } from '../../../security/callback-signature.ts';
import { sourceSystems } from '../../../workflows/whistle/parameters.ts';
import { done } from '../../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../../setup/test-stack.ts';
import { type WhistleDesk, whistleDeskOf, whistleForm } from './desk.ts';

let stack: TestStack;
let desk: WhistleDesk;
/** Both systems are connected. */
async function connected(): Promise<County> {
  const county = await loadCounty('pingluo');
  const { name } = sourceSystems;
  const rule = county.rules.get(name);
  if (!rule) throw new Error(`no rule ${name}`);
  const value = [
    { kind: '网格', system: 'grid' },
    { kind: '12345热线', system: 'hotline' },
  ];
  const rows = rule.rows.map((row) => ({ ...row, value }));
  return { ...county, rules: new Map([...county.rules, [name, { ...rule, rows }]]) };
}
beforeAll(async () => {
  stack = await startTestStack({ county: await connected() });
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

/** What a system has been told, by its own numbers. */
async function told(
  system: 'grid' | 'hotline',
  reference: string,
  count: number,
): Promise<readonly unknown[]> {
  const own = async () =>
    (await stack.taken(system)).filter(({ body }) => body['reference'] === reference).map(({ body }) => body);
  return (await until(own, (bodies) => bodies.length >= count)).map(({ progress }) => progress);
}

test('接通的来源逐步告知：派单、并入、办结，各按对方的编号，各一次', async () => {
  const form = whistleForm({ source: { kind: '网格', reference: 'WG-9' } });
  const { caseNo } = await bringUp('grid', { reference: 'WG-9', form });
  done(await desk.principal.decide(caseNo, '乡镇审核', '吹哨'));
  done(
    await desk.dispatcher.decide(caseNo, '分派', '派单', { type: '日常哨', lead: 'housing', helpers: [] }),
  );
  expect(await told('grid', 'WG-9', 1)).toEqual(['已派单']);
  const source = { kind: '12345热线', reference: '12345-91' };
  await bringUp('hotline', { reference: '12345-91', form: { ...form, source } });
  expect(await told('hotline', '12345-91', 1)).toEqual(['并入在办的吹哨']);
  await desk.works(caseNo, 'housing');
  done(await desk.caller.decide(caseNo, '乡镇确认', '通过'));
  expect(await told('grid', 'WG-9', 2)).toEqual(['已派单', '已经办结']);
  expect(await told('hotline', '12345-91', 2)).toEqual(['并入在办的吹哨', '已经办结']);
});

test('不予吹哨的告知理由和去处；乡镇撤销的也告知；没有编号的、没有接通的来源不告知', async () => {
  const blown = async (over: Record<string, unknown>) => await desk.opened(over);
  const refused = await blown({ source: { kind: '网格', reference: 'WG-10' } });
  const said = { code: 'E1', explanation: '社区可以解决' };
  done(await desk.principal.decide(refused, '乡镇审核', '不予吹哨', said));
  await told('grid', 'WG-10', 1);
  const [answer] = (await stack.taken('grid')).filter(({ body }) => body['reference'] === 'WG-10');
  expect(answer?.body).toMatchObject({
    caseNo: refused,
    progress: '不予吹哨',
    explanation: '属于乡镇基本履职事项，乡镇能够解决。请按乡镇履行职责事项清单自行办理。',
  });
  const cancelled = await blown({ source: { kind: '12345热线', reference: '12345-92' } });
  const ending = { type: 'terminate', reason: '乡镇撤销', opinion: '已自行解决' } as const;
  done(await desk.principal.submit(cancelled, ending));
  expect(await told('hotline', '12345-92', 1)).toEqual(['乡镇撤销吹哨']);
  for (const source of [{ kind: '网格' }, { kind: '信访', reference: 'XF-1' }]) {
    const silent = await blown({ source });
    done(await desk.principal.decide(silent, '乡镇审核', '不予吹哨', said));
    expect(await desk.view(silent)).toMatchObject({ state: 'closed', effects: [] });
  }
});

test('对方停着的自动再送；没有这个编号的，由一个人更正后重发', async () => {
  await stack.faults('grid', { down: true });
  const caseNo = await desk.blown({ source: { kind: '网格', reference: '无-1' } });
  done(
    await desk.dispatcher.decide(caseNo, '分派', '派单', { type: '日常哨', lead: 'housing', helpers: [] }),
  );
  await until(
    async () => (await desk.view(caseNo)).troubles,
    (troubles) => troubles.length > 0,
  );
  await stack.faults('grid', { down: false });
  const acts = await until(
    async () => (await desk.view(caseNo)).acts,
    (open) => open.some(({ name }) => name.startsWith('更正重发')),
  );
  const act = acts.find(({ name }) => name.startsWith('更正重发'));
  const key = act?.key ?? '';
  done(await desk.dispatcher.decide(caseNo, key, '重发', { reference: 'WG-11' }));
  expect(await told('grid', 'WG-11', 1)).toEqual(['已派单']);
});
