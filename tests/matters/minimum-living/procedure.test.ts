/** 最低生活保障审核确认, clause by clause: 申请受理 and 家庭经济状况调查. Real Temporal, real PostgreSQL, over HTTP. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitForm } from '../../../stack/sample-application.ts';
import { sampleSha } from '../../../stack/sample-material.ts';
import { type Desk, deskOf, done } from '../../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

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
  expect(notices[0]?.text.remedies?.join()).toMatch(/六十日.*六个月/s);
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

test('第十八条：核对不符的告知申请人，有异议并提供证明的复查，异议成立的继续', async () => {
  await stack.findings({ 核对不符: [{ kind: 'deposit', amountFen: 90_000_000, note: '定期存款90万元' }] });
  const caseNo = await desk.verified(desk.application({ name: '核对不符' }));
  const seen = await desk.verifier.get<{
    acts: { key: string; brief: { answers: Record<string, { findings: unknown[] }> } }[];
  }>(`/cases/${caseNo}`);
  expect(seen.acts.find(({ key }) => key === '核对报告')?.brief.answers['银行']?.findings).toHaveLength(1);
  done(
    await desk.verifier.decide(caseNo, '核对报告', '不符合条件', {
      findings: ['银行定期存款90万元，与申报不符'],
    }),
  );
  expect((await desk.view(caseNo)).notices.at(-1)).toMatchObject({ name: '核对结果告知书', to: 'applicant' });
  done(
    await desk.window.decide(caseNo, '核对结果异议', '提出异议', {
      statement: '该存款为代他人保管',
      evidence: [file],
    }),
  );
  done(await desk.visitor.decide(caseNo, '复查', '异议成立'));
  await desk.visit(caseNo);
  expect((await desk.view(caseNo)).stage).toBe('初审');
});

test('核对中心停摆数日：办件写明自何时起、期限照常计算，恢复后自行继续', async () => {
  const caseNo = await desk.accepted();
  await stack.faults('verification', { down: true });
  const before = (await desk.clocks(caseNo)).find(({ name }) => name === '审核确认')?.dueAt;
  done(await desk.visitor.decide(caseNo, '提请信息核对', '已提请'));
  const troubled = await until(
    () => desk.view(caseNo),
    ({ troubles }) => troubles.length > 0,
  );
  expect(troubled.troubles[0]).toMatchObject({ system: 'verification', since: expect.any(Number) });
  await stack.advance('P3D');
  expect((await desk.clocks(caseNo)).find(({ name }) => name === '审核确认')).toMatchObject({
    dueAt: before,
    stoppedAt: null,
  });
  await stack.faults('verification', { down: false });
  const recovered = await until(
    () => desk.view(caseNo),
    ({ acts, troubles }) => acts.some(({ key }) => key === '核对报告') && troubles.length === 0,
  );
  expect(recovered.path.find(({ key }) => key === '信息核对')?.outcome).toBe('全部答复');
});

test('核对答复迟到、重复、乱序都不改变两次', async () => {
  await stack.faults('verification', { twice: true, reversed: true });
  const caseNo = await desk.verified();
  await stack.faults('verification', {});
  type Items = readonly { event: { type: string; source?: string; late?: boolean } }[];
  const sourcesOf = (of: Items): readonly (string | undefined)[] =>
    of.filter(({ event }) => event.type === 'answered' && !event.late).map(({ event }) => event.source);
  // Each answer is entered by the call that brought it: the last may stand a moment before the others.
  const { items } = await until(
    () => desk.inspector.get<{ items: Items }>(`/cases/${caseNo}/ledger`),
    (ledger) => sourcesOf(ledger.items).length >= 9,
  );
  expect(sourcesOf(items)).toHaveLength(9);
  expect(new Set(sourcesOf(items)).size).toBe(9);
  expect(items.filter(({ event }) => event.type === 'decided')).toHaveLength(3);
});

test('来源逾期未答复：不得当作没有财产，期满后由核对人员附理由继续，迟到的答复记入台账而不改变结果', async () => {
  const caseNo = await desk.accepted();
  await stack.faults('verification', { silent: ['银行'] });
  done(await desk.visitor.decide(caseNo, '提请信息核对', '已提请'));
  await until(
    () =>
      desk.inspector.get<{ acts: { key: string; answered: { have: string[] } | null }[] }>(
        `/cases/${caseNo}`,
      ),
    ({ acts }) => acts.find(({ key }) => key === '信息核对')?.answered?.have.length === 8,
  );
  expect(await desk.verifier.decide(caseNo, '信息核对', '按已有结果继续')).toMatchObject({
    status: 409,
    body: { code: 'OUTCOME_NOT_YET' },
  });
  await stack.advance('P20D');
  done(
    await desk.verifier.decide(
      caseNo,
      '信息核对',
      '按已有结果继续',
      undefined,
      '银行逾期未答复，已书面催办，另行核实存款。',
    ),
  );
  await stack.faults('verification', {});
  const late = async () =>
    (
      await desk.inspector.get<{ items: { event: { type: string; late?: boolean } }[] }>(
        `/cases/${caseNo}/ledger`,
      )
    ).items.filter(({ event }) => event.type === 'answered' && event.late);
  expect(await until(late, (found) => found.length === 1)).toHaveLength(1);
  expect((await desk.view(caseNo)).path.find(({ key }) => key === '信息核对')?.outcome).toBe(
    '按已有结果继续',
  );
});
