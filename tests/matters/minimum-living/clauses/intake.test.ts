/** 最低生活保障审核确认, clause by clause: 申请受理 and 家庭经济状况调查. The engine alone. */

import { beforeEach, expect, test } from 'vitest';
import { loadCounty } from '../../../../county/load.ts';
import { visitForm } from '../../../../stack/sample-application.ts';
import { sampleSha } from '../../../../stack/sample-material.ts';
import { type Desk, deskOf, done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';
import { until } from '../../../setup/test-stack.ts';

let stack: MemoryTown;
let desk: Desk;
beforeEach(async () => {
  stack = await memoryTown();
  desk = await deskOf(stack);
});

const without = (name: string) => {
  const form = desk.application();
  return { ...form, materials: form.materials.filter((material) => material.name !== name) };
};
const file = sampleSha('材料');

test('第十条、第二十二条：材料齐全的受理，期限自次日起算，权限下放的二十个工作日', async () => {
  const caseNo = await desk.opened();
  const { view } = done(await desk.window.decide(caseNo, '材料审查', '受理'));
  const clock = (await desk.clocks(caseNo)).find(({ name }) => name === '审核确认');
  expect(view.stage).toBe('提请信息核对、入户调查');
  expect(clock?.days[0]).toMatchObject({ date: '2026-03-02', counted: false, basis: '民法典第二百零一条' });
  expect(clock?.days[1]).toMatchObject({ date: '2026-03-03', counted: true, count: 1 });
  // 2026-03-20 is Ningxia's unconfirmed 开斋节: the deadline leans on it and says so.
  expect(clock).toMatchObject({
    lastDay: '2026-03-31',
    provisional: true,
    leansOn: { unconfirmed: ['开斋节'] },
  });
  expect((await desk.view(caseNo)).notices.map(({ name }) => name)).toContain('受理通知书');
});

test('第十条：材料不齐的，一次性告知全部缺项，期限不开始计算；补正后受理', async () => {
  const caseNo = await desk.opened(without('诚信承诺书'));
  const blocked = await desk.window.decide(caseNo, '材料审查', '受理');
  expect(blocked).toMatchObject({
    status: 422,
    body: { code: 'FORM_INVALID', fields: [{ text: expect.stringContaining('诚信承诺书') }] },
  });
  const partial = await desk.window.decide(caseNo, '材料审查', '材料不齐', {
    gaps: [{ item: '学籍证明', reason: '子女在读' }],
  });
  expect(partial).toMatchObject({
    status: 422,
    body: { fields: [{ text: expect.stringContaining('还缺：诚信承诺书') }] },
  });
  done(
    await desk.window.decide(caseNo, '材料审查', '材料不齐', {
      gaps: [
        { item: '诚信承诺书', reason: '未提交' },
        { item: '学籍证明', reason: '子女在读' },
      ],
    }),
  );
  const told = await desk.view(caseNo);
  expect(told.notices.at(-1)?.text.paragraphs.filter((line) => /^\d\./.test(line))).toHaveLength(2);
  expect((await desk.clocks(caseNo)).map(({ name }) => name)).not.toContain('审核确认');
  done(
    await desk.window.decide(caseNo, '补正材料', '已补正', {
      materials: [
        { name: '诚信承诺书', file },
        { name: '学籍证明', file },
      ],
    }),
  );
  done(await desk.window.decide(caseNo, '材料审查#2', '受理'));
  expect((await desk.view(caseNo)).stage).toBe('提请信息核对、入户调查');
});

test('第十条：首次审查时已可发现的缺项不得再次要求补正，确需补正的理由记入台账', async () => {
  const caseNo = await desk.opened(without('申请书'));
  done(
    await desk.window.decide(caseNo, '材料审查', '材料不齐', {
      gaps: [{ item: '申请书', reason: '未提交' }],
    }),
  );
  done(await desk.window.decide(caseNo, '补正材料', '已补正', { materials: [{ name: '申请书', file }] }));
  const again = { gaps: [{ item: '离婚或抚养证明', reason: '婚姻状况为离异' }] };
  expect(await desk.window.decide(caseNo, '材料审查#2', '材料不齐', again)).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'gaps.0.item', text: expect.stringContaining('首次审查时已可发现') }] },
  });
  done(
    await desk.window.decide(caseNo, '材料审查#2', '材料不齐', {
      ...again,
      overrideReason: '申请人补充说明离异情况后才知悉',
    }),
  );
  const { items } = await desk.inspector.get<{ items: { event: { form?: { overrideReason?: string } } }[] }>(
    `/cases/${caseNo}/ledger`,
  );
  expect(items.map(({ event }) => event.form?.overrideReason).filter(Boolean)).toEqual([
    '申请人补充说明离异情况后才知悉',
  ]);
});

test('第十条：补正逾期由时限决定，办件终止', async () => {
  const caseNo = await desk.opened(without('申请书'));
  done(
    await desk.window.decide(caseNo, '材料审查', '材料不齐', {
      gaps: [{ item: '申请书', reason: '未提交' }],
    }),
  );
  const { acts } = await desk.view(caseNo);
  expect(acts[0]).toMatchObject({ name: '补正材料', kind: 'askApplicant' });
  await stack.advance('P35D');
  const ended = await until(
    () => desk.view(caseNo),
    ({ state }) => state === 'closed',
  );
  expect(ended.outcome).toBe('逾期未补正');
  expect(ended.notices.at(-1)?.text).toMatchObject({
    title: '逾期未补正告知书',
    effect: 'adverse',
    remedies: [expect.stringContaining('自收到本逾期未补正告知书之日起60日内'), expect.any(String)],
  });
  const late = await desk.window.decide(caseNo, '补正材料', '已补正', {
    materials: [{ name: '申请书', file }],
  });
  expect(late).toMatchObject({ status: 409, body: { code: 'CASE_CLOSED' } });
});

test('第四条：不予受理的，书面说明理由并告知复议六十日、诉讼六个月', async () => {
  const caseNo = await desk.opened();
  done(
    await desk.window.decide(caseNo, '材料审查', '不予受理', {
      reason: '户籍不在本县，应向户籍所在地提出申请',
    }),
  );
  const { state, outcome, notices } = await desk.view(caseNo);
  expect({ state, outcome }).toEqual({ state: 'closed', outcome: '不予受理' });
  expect(notices[0]?.text.paragraphs.join()).toContain('户籍不在本县');
  expect(notices[0]?.text.remedies?.join()).toMatch(/60日内.*被申请人为城关镇人民政府.*6个月内/s);
});

test('第八条：不符合单人户条件的申请受理不了，符合的可以', async () => {
  const alone = (grade: number) => {
    const form = desk.application();
    const [self] = form.members;
    return {
      ...form,
      members: [{ ...self, disability: { type: '肢体', grade } }],
      alone: {
        reason: '低保边缘家庭中的重度残疾人',
        inMarginFamily: true,
        clergyYears: 0,
        adultUnemployed: true,
      },
    };
  };
  const mild = await desk.opened(alone(3));
  expect(await desk.window.decide(mild, '材料审查', '受理')).toMatchObject({
    status: 422,
    body: { fields: [{ text: expect.stringContaining('残疾等级不符') }] },
  });
  const severe = await desk.opened(alone(2));
  done(await desk.window.decide(severe, '材料审查', '受理'));
});

test('第十五条、第十七条：受理后三个工作日内提请核对', async () => {
  const caseNo = await desk.accepted();
  const { acts } = await desk.view(caseNo);
  const limit = (await desk.clocks(caseNo)).find(({ name }) => name === '提请信息核对')?.limit;
  expect(acts.map(({ name }) => name)).toEqual(['提请信息核对', '入户调查']);
  expect(limit).toMatchObject({ amount: 3, unit: 'workingDays' });
});

test('第十六条：入户调查由两名以上调查人员进行，调查人和在场家庭成员签字', async () => {
  const caseNo = await desk.accepted();
  const submit = async (over: Record<string, unknown>) =>
    await desk.visitor.decide(caseNo, '入户调查', '已调查', visitForm(stack.today(), over));
  const signature = sampleSha('签字');
  const [alone, twin] = [
    { investigators: [{ name: '甲', signature }] },
    {
      investigators: [
        { name: '甲', signature },
        { name: '甲', signature },
      ],
    },
  ];
  expect(await submit(alone)).toMatchObject({
    status: 422,
    body: { code: 'FORM_INVALID', fields: [{ field: 'investigators' }] },
  });
  expect(await submit(twin)).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'investigators', text: expect.stringContaining('两名以上') }] },
  });
  expect(await submit({ familySignature: undefined })).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'familySignature' }] },
  });
  done(await submit({}));
});

test('第十六条：发生重大突发事件时可以电话、视频方式调查，平时不可以', async () => {
  const caseNo = await desk.accepted();
  const submit = async () =>
    await desk.visitor.decide(
      caseNo,
      '入户调查',
      '已调查',
      visitForm(stack.today(), { mode: '视频', familySignature: undefined }),
    );
  expect(await submit()).toMatchObject({ status: 422, body: { fields: [{ field: 'mode' }] } });
  done(
    await desk.countyHead.submit(caseNo, {
      type: 'supplement',
      fact: '重大突发事件',
      data: { name: '地震', basis: '县政府应急响应公告' },
    }),
  );
  done(await submit());
});

test('第六条：由他人代为申请的，须有委托书；须交哪些材料、向哪些来源核对，是县里按日期的配置', async () => {
  const form = desk.application();
  const caseNo = await desk.opened({ ...form, applicant: { ...form.applicant, byAgent: true } });
  const refused = await desk.window.decide(caseNo, '材料审查', '受理');
  expect(refused.body).toMatchObject({
    fields: [{ text: '尚缺委托书：由他人代为申请的，须办理委托手续' }],
  });
  const { rules } = await loadCounty('pingluo');
  const names = ['minimum-living.required-materials', 'minimum-living.verification-sources'];
  for (const name of names)
    expect(rules.get(name)?.rows).toMatchObject([{ standing: 'county', from: '2021-07-01' }]);
});
