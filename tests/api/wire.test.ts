/** What a client developer needs and no source: answers as described, and everything one may do, with its form. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { ApiClient } from '../../client/client.ts';
import { openSample } from '../../stack/sample-application.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { undocumented } from '../setup/documented.ts';
import { startTestStack, type TestStack } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

test('没有写进说明的路由、状态、多出的和缺少的项，核对时都指出', () => {
  const wrongWith = undocumented(createApp(stack.context));
  const json = 'application/json';
  const me = { id: 'a', name: 'b', username: 'c', posts: [], manages: [], keeps: false, trial: true };
  expect(wrongWith('GET', '/api/v1/me', 200, json, JSON.stringify(me))).toBeUndefined();
  expect(wrongWith('GET', '/api/v1/me', 200, json, JSON.stringify({ ...me, extra: 1 }))).toContain('extra');
  expect(wrongWith('GET', '/api/v1/me', 200, json, '{"id":"a"}')).toContain('name');
  expect(wrongWith('GET', '/api/v1/me', 201, json, JSON.stringify(me))).toContain('status');
  expect(wrongWith('GET', '/api/v1/nowhere', 200, json, '{}')).toContain('no such route');
  expect(wrongWith('GET', '/api/v1/me', 500, 'application/problem+json', '{}')).toContain('code');
});

test('连接留得比前面的代理久：代理不会把请求送进刚刚断开的连接', async () => {
  const answer = await stack.http('/api/v1/health', {});
  expect(answer.headers.get('keep-alive')).toBe('timeout=75');
});

type Judged = { readonly whyNot: string | null; readonly because: string | null };
type View = {
  readonly acts: readonly (Judged & {
    readonly key: string;
    readonly outcomes: readonly {
      readonly name: string;
      readonly form: { properties: object };
      readonly faults: readonly { text: string }[];
    }[];
    readonly operations: readonly (Judged & { readonly type: string })[];
  })[];
  readonly may: {
    readonly facts: readonly (Judged & { readonly name: string; readonly form: { properties: object } })[];
    readonly endings: readonly (Judged & { readonly type: string; readonly form: { properties: object } })[];
    readonly suspensions: readonly Judged[];
    readonly resume: Judged;
    readonly extensions: readonly (Judged & {
      readonly clock: string;
      readonly reasons: readonly string[];
    })[];
    readonly takeBacks: readonly (Judged & { readonly act: string })[];
  };
};
const viewed = (client: ApiClient, caseNo: string): Promise<View> => client.get<View>(`/cases/${caseNo}`);

test('受理之前：缺什么材料，选“受理”时写明', async () => {
  const form = desk.application();
  const caseNo = await desk.opened({ ...form, materials: form.materials.slice(1) });
  const [act] = (await viewed(desk.window, caseNo)).acts;
  const accept = act?.outcomes.find(({ name }) => name === '受理');
  expect(accept?.faults.map(({ text }) => text)).toEqual([expect.stringContaining('尚缺申请书')]);
  const refused = await desk.window.decide(caseNo, '材料审查', '受理');
  expect((refused.body as unknown as { fields: object[] }).fields).toEqual(accept?.faults);
});

test('环节上能做什么、环节之外能做什么，各附表单；不能的写明编码和原因，与真的去做一致', async () => {
  const caseNo = await desk.accepted();
  const mine = await viewed(desk.visitor, caseNo);
  const act = mine.acts.find(({ key }) => key === '入户调查');
  expect(act?.operations).toEqual([
    { type: 'claim', whyNot: null, because: null },
    { type: 'release', whyNot: 'NOT_CLAIMED', because: expect.stringMatching(/./) },
    { type: 'transfer', whyNot: null, because: null },
    { type: 'urge', whyNot: 'NOT_YOURS', because: expect.stringContaining('催办由督查岗位') },
    { type: 'supervise', whyNot: 'NOT_YOURS', because: expect.stringContaining('督办由督查岗位') },
  ]);
  expect(Object.keys(act?.outcomes[0]?.form.properties ?? {})).toContain('visitedOn');
  const inspector = await viewed(desk.inspector, caseNo);
  const urge = inspector.acts[0]?.operations.find(({ type }) => type === 'urge');
  expect(urge?.whyNot).toBeNull();
  const complaint = mine.may.facts.find(({ name }) => name.includes('投诉'));
  expect(complaint).toMatchObject({ whyNot: null, form: { properties: { content: expect.anything() } } });
  expect(mine.may.endings.map(({ type, whyNot }) => [type, whyNot])).toEqual([
    ['withdraw', 'NOT_YOURS'],
    ['terminate', 'NOT_YOURS'],
  ]);
  const window = await viewed(desk.window, caseNo);
  expect(window.may.endings[0]).toMatchObject({ type: 'withdraw', whyNot: null });
  expect(window.may.resume.whyNot).toBe('NOT_SUSPENDED');
  expect(window.may.takeBacks).toMatchObject([{ act: '材料审查' }]);
  const tried = await desk.window.submit(caseNo, { type: 'takeBack', act: '材料审查', opinion: '有误' });
  expect(window.may.takeBacks[0]?.whyNot).toBe(tried.body.code ?? null);
  const head = await viewed(desk.head, caseNo);
  const [extension] = head.may.extensions;
  expect(extension?.reasons.length).toBeGreaterThan(0);
  const extended = await desk.head.submit(caseNo, {
    type: 'extend',
    clock: extension?.clock,
    reason: extension?.reasons[0],
    opinion: '情况复杂',
  });
  expect(extension?.whyNot).toBe(extended.body.code ?? null);
});

test('征询的部门只看到自己的环节，同样附表单和不能的原因', async () => {
  const caseNo = await desk.opened();
  const to = { unit: 'yaofu', person: 'yaofu-chuangkou' };
  done(await desk.inspector.submit(caseNo, { type: 'transfer', act: '材料审查', to, opinion: '请办' }));
  const view = await viewed(await stack.as('yaofu-chuangkou'), caseNo);
  expect(view.acts).toHaveLength(1);
  expect(view.may).toBeUndefined();
});

test('事项：登记它所需的全部——表单、依据、现行规则、我可以在哪里登记', async () => {
  type Matter = {
    readonly units: readonly string[];
    readonly form: { readonly required: readonly string[] };
  };
  const matter = await desk.window.get<Matter>('/matters/minimum-living');
  expect(matter.units).toEqual(['chengguan']);
  expect(matter.form.required).toContain('applicant');
  expect((await desk.reviewer.get<Matter>('/matters/minimum-living')).units).toEqual([]);
});

test('姓名怎么打的都一样存：首尾空格去掉，各种间隔号都作“·”，组合字作一个；看不见的字符逐项指出', async () => {
  const form = desk.application({ n: 861, name: '买买提·吐尔逊' });
  const typed = ' 买买提•吐尔逊 ';
  const caseNo = await desk.opened({
    ...form,
    applicant: { ...form.applicant, name: typed, village: 'Cafe\u0301村' },
    members: [{ ...form.members[0], name: '买买提・吐尔逊' }],
  });
  const { form: kept } = await desk.window.get<{ form: { applicant: { name: string; village: string } } }>(
    `/cases/${caseNo}`,
  );
  expect(kept.applicant).toMatchObject({ name: '买买提·吐尔逊', village: 'Caf\u00e9村' });
  const unseen = { ...form, applicant: { ...form.applicant, village: '星海\u200b村' } };
  const { status, body } = await openSample(desk.window, 'chengguan', unseen);
  expect(status).toBe(422);
  expect((body as unknown as { fields: object[] }).fields).toContainEqual({
    field: 'applicant.village',
    text: '村（社区）里有看不见的字符，请删去重新输入',
  });
});
