/** 最低生活保障审核确认, clause by clause: 初审公示, 审核确认, and what can happen on the way. */
import { beforeEach, expect, test } from 'vitest';
import { inWords } from '../../../../engine/clock/time.ts';
import { visitForm } from '../../../../stack/sample-application.ts';
import { sampleIdentity, samplePeople } from '../../../../stack/sample-people.ts';
import { type Desk, deskOf, done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';

let stack: MemoryTown;
let desk: Desk;
beforeEach(async () => {
  stack = await memoryTown();
  desk = await deskOf(stack);
});

const day = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
const delivered = () => ({ method: '直接送达', deliveredOn: stack.today() });

test('第十九条：公示七天，内容不涉密，姓名按规则遮掩', async () => {
  const caseNo = await desk.noticed(desk.application({ name: '欧阳小兰' }));
  const { items } = await desk.window.get<{
    items: { name: string; at: number; until: number; text: { paragraphs: string[] } }[];
  }>('/notices');
  const notice = items.find(({ text }) => text.paragraphs.join().includes('欧阳*兰'));
  expect(notice?.text.paragraphs.join('\n')).not.toMatch(/欧阳小兰|640221|139|收入|元|星海村\d/);
  const span = (Date.parse(day((notice?.until ?? 0) - 1)) - Date.parse(day(notice?.at ?? 0))) / 86_400_000;
  // Seven days, the last of them rolled off a rest day if it fell on one.
  expect(span).toBeGreaterThanOrEqual(7);
  expect(span).toBeLessThanOrEqual(9);
  await stack.advance('P12D');
  await desk.opensAct(caseNo, '审核确认');
  const after = await desk.window.get<{ items: { text: { paragraphs: string[] } }[] }>('/notices');
  expect(after.items.some(({ text }) => text.paragraphs.join().includes('欧阳*兰'))).toBe(false);
});

test('第十九条：公示七日从张贴之日起算，写明地点、照片和日期；没有张贴的，公示栏上没有', async () => {
  const caseNo = await desk.investigated(desk.application({ name: '司马小兰' }));
  done(await desk.reviewer.decide(caseNo, '初审', '拟同意'));
  const shown = async () =>
    (
      await desk.window.get<{ items: { at: number; until: number; text: { paragraphs: string[] } }[] }>(
        '/notices',
      )
    ).items.filter(({ text }) => text.paragraphs.join().includes('司马*兰'));
  expect(await shown()).toEqual([]);
  await stack.advance('P5D');
  const future = {
    place: '村务公开栏',
    photo: visitForm(stack.today()).familySignature,
    postedOn: '2030-01-01',
  };
  expect((await desk.reviewer.decide(caseNo, '张贴公示', '已张贴', future)).status).toBe(422);
  await desk.posted(caseNo);
  const [notice] = await shown();
  expect(day(notice?.at ?? 0)).toBe(stack.today());
  expect((notice?.until ?? 0) - Date.parse(`${stack.today()}T00:00:00+08:00`)).toBeGreaterThanOrEqual(
    8 * 86_400_000,
  );
});

test('第十九条：公示七天里的异议收齐一并处理：重新调查，逐个答复异议人，重新提出初审意见，不再公示', async () => {
  const caseNo = await desk.noticed();
  const tell = (content: string) =>
    desk.reviewer.submit(caseNo, {
      type: 'supplement',
      fact: '公示异议',
      data: { objector: '村民甲', content },
    });
  done(await tell('该户有经营性收入'));
  // Nothing happens before its days are over.
  expect((await desk.view(caseNo)).acts.map(({ key }) => key)).toEqual(['公示']);
  await desk.objected(caseNo);
  expect((await tell('太晚了')).body).toMatchObject({ code: 'FACT_NOT_NOW' });
  const { acts } = await desk.reviewer.get<{ acts: { brief: unknown }[] }>(`/cases/${caseNo}`);
  expect(acts[0]?.brief).toEqual({ objections: ['村民甲：该户有经营性收入', '邻居：有房出租'] });
  done(await desk.reviewer.decide(caseNo, '异议处理', '重新调查'));
  await desk.visit(caseNo, {}, '重新调查');
  await desk.answered(caseNo, 2);
  done(await desk.reviewer.decide(caseNo, '初审#2', '拟同意'));
  const { stage, notices } = await desk.view(caseNo);
  expect(stage).toBe('审核确认');
  expect(notices.filter(({ name }) => name === '初审公示')).toHaveLength(1);
});

test('第十九条：公示有异议的，也可以民主评议', async () => {
  const caseNo = await desk.noticed();
  await desk.objected(caseNo);
  done(await desk.reviewer.decide(caseNo, '异议处理', '民主评议'));
  done(
    await desk.reviewer.decide(caseNo, '民主评议', '已评议', {
      heldOn: stack.today(),
      participants: 9,
      conclusion: '多数认为困难属实',
    }),
  );
  await desk.answered(caseNo);
  done(await desk.reviewer.decide(caseNo, '初审#2', '拟同意'));
  expect((await desk.view(caseNo)).stage).toBe('审核确认');
});

test('第二十一条：不同意的，三个工作日内书面告知，说明理由，告知复议六十日和诉讼六个月', async () => {
  const caseNo = await desk.confirming();
  done(await desk.head.decide(caseNo, '审核确认', '不同意', { reasons: ['家庭财产超过规定'] }));
  const { notices, stage } = await desk.view(caseNo);
  const notice = notices.find(({ name }) => name === '不予确认同意告知书');
  expect(stage).toBe('送达不予确认同意告知书');
  expect(notice?.text.paragraphs.join()).toContain('家庭财产超过规定');
  expect(notice?.text).toMatchObject({ effect: 'adverse', authority: 'chengguan' });
  expect(notice?.text.remedies?.join()).toMatch(
    /自收到本不予确认同意告知书之日起60日内，向平罗县人民政府.*被申请人为城关镇人民政府.*6个月内/s,
  );
  // What it rests on; a basis that the county has not confirmed is none to tell the applicant.
  expect(notice?.text.paragraphs.join()).toMatch(/人均月收入200\.?0*元.*标准每人每月380\.00元。/s);
  expect(
    (await desk.clocks(caseNo)).find(({ name }) => name === '送达不予确认同意告知书')?.limit,
  ).toMatchObject({ amount: 3, unit: 'workingDays' });
  done(await desk.window.decide(caseNo, '送达不予确认同意告知书', '已送达', delivered()));
  expect(await desk.view(caseNo)).toMatchObject({ state: 'closed', outcome: '不予确认同意' });
});

test('人均收入恰等于标准的不符合：应当低于标准', async () => {
  const at = await desk.investigated(desk.application({ yearlyIncomeFen: 38_000 * 12 }));
  expect(await desk.reviewer.decide(at, '初审', '拟同意')).toMatchObject({
    status: 422,
    body: { fields: [{ text: expect.stringContaining('不低于当地标准') }] },
  });
  done(await desk.reviewer.decide(at, '初审', '拟不同意', { reasons: ['人均收入不低于标准'] }));
  const below = await desk.investigated(desk.application({ yearlyIncomeFen: 38_000 * 12 - 1 }));
  done(await desk.reviewer.decide(below, '初审', '拟同意'));
});

test('第二十二条：四十五个工作日须有列明的情形、批准人和告知', async () => {
  const caseNo = await desk.accepted();
  const extend = (reason: string) => ({
    type: 'extend',
    clock: '审核确认',
    reason,
    opinion: '外省收入来源需函证',
  });
  expect(await desk.head.submit(caseNo, extend('工作繁忙'))).toMatchObject({
    status: 422,
    body: { code: 'REASON_NOT_LISTED' },
  });
  expect(await desk.reviewer.submit(caseNo, extend('家庭经济状况调查难度较大'))).toMatchObject({
    status: 403,
    body: { code: 'NOT_YOURS' },
  });
  expect(await desk.head.submit(caseNo, extend('家庭经济状况调查难度较大'))).toMatchObject({
    status: 409,
    body: { code: 'REASON_NOT_SHOWN' },
  });
  done(
    await desk.visitor.submit(caseNo, {
      type: 'supplement',
      fact: '特殊情况',
      data: { kind: '家庭经济状况调查难度较大', reason: '外省收入来源需函证' },
    }),
  );
  done(await desk.head.submit(caseNo, extend('家庭经济状况调查难度较大')));
  const clock = (await desk.clocks(caseNo)).find(({ name }) => name === '审核确认');
  expect(clock?.limit.amount).toBe(45);
  expect((await desk.view(caseNo)).notices.at(-1)).toMatchObject({
    to: 'applicant',
    text: { title: '延长审核确认期限告知书', paragraphs: [expect.stringMatching(/至\d{4}年\d+月\d+日止/)] },
  });
  expect(await desk.head.submit(caseNo, extend('人户分离'))).toMatchObject({
    status: 409,
    body: { code: 'ALREADY_EXTENDED' },
  });
});

test('第十一条、第二十条：受理时近亲属备案的，审核确认前县级入户调查', async () => {
  const form = {
    ...desk.application(),
    nearRelatives: [{ member: '赵小兰', official: '星海村会计', relation: '兄弟姐妹' }],
  };
  const caseNo = await desk.confirming(form, '县级入户调查');
  expect((await desk.view(caseNo)).acts).toMatchObject([{ key: '县级入户调查', unit: 'civil-affairs' }]);
  const visited = await desk.countyVisitor.decide(caseNo, '县级入户调查', '已调查', visitForm(stack.today()));
  expect(done(visited).view.stage).toBe('审核确认');
});

test('第二十条：审核确认阶段接到投诉、举报的，县级入户调查', async () => {
  const caseNo = await desk.confirming();
  done(
    await desk.window.submit(caseNo, {
      type: 'supplement',
      fact: '投诉举报',
      data: { content: '该户有车', named: '实名', name: '村民甲', phone: '13900000002' },
    }),
  );
  const view = await desk.view(caseNo);
  expect(view.stage).toBe('县级入户调查');
  expect(await desk.head.decide(caseNo, '审核确认', '同意')).toMatchObject({
    status: 409,
    body: { code: 'ACT_NOT_OPEN' },
  });
});

test('第二十条：公示期间的一次投诉，县级只入户调查一次；之后再有投诉的，再调查一次', async () => {
  const complaint = (content: string) => ({
    type: 'supplement',
    fact: '投诉举报',
    data: { content, named: '匿名' },
  });
  const caseNo = await desk.noticed();
  done(await desk.window.submit(caseNo, complaint('该户有车')));
  await stack.advance('P12D');
  await desk.opensAct(caseNo, '县级入户调查');
  const visited = async (key: string) =>
    done(await desk.countyVisitor.decide(caseNo, key, '已调查', visitForm(stack.today())));
  await visited('县级入户调查');
  expect((await desk.view(caseNo)).stage).toBe('审核确认');
  done(await desk.window.submit(caseNo, complaint('该户有两套住房')));
  expect((await desk.view(caseNo)).acts.map(({ key }) => key)).toEqual(['县级入户调查#2']);
  await visited('县级入户调查#2');
  expect((await desk.view(caseNo)).stage).toBe('审核确认');
});

test('回避：被披露为近亲属的经办人员不得办理', async () => {
  const official = sampleIdentity(
    500 + samplePeople.findIndex(({ username }) => username === 'chengguan-chushen'),
    '19850607',
  );
  const caseNo = await desk.investigated();
  done(
    await desk.window.submit(caseNo, {
      type: 'supplement',
      fact: '近亲属披露',
      data: { member: 'members.0', official: '城关初审员', identity: official },
    }),
  );
  expect(await desk.reviewer.decide(caseNo, '初审', '拟同意')).toMatchObject({
    status: 403,
    body: { code: 'RECUSED' },
  });
});

test('回避：作出决定之后才披露的，列入督查清单，由同岗位的其他人员或者单位负责人重新确认', async () => {
  const official = sampleIdentity(
    500 + samplePeople.findIndex(({ username }) => username === 'chengguan-chushen'),
    '19850607',
  );
  const caseNo = await desk.confirming();
  const data = { member: 'members.0', official: '城关初审员', identity: official };
  done(await desk.window.submit(caseNo, { type: 'supplement', fact: '近亲属披露', data }));
  const listed = async () =>
    (
      await desk.inspector.get<{ items: { caseNo: string; unaffirmed: { act: string }[] }[] }>(
        '/cases?unaffirmed=true',
      )
    ).items;
  expect(await listed()).toContainEqual(
    expect.objectContaining({
      caseNo,
      unaffirmed: expect.arrayContaining([expect.objectContaining({ act: '初审' })]),
    }),
  );
  const affirm = (act: string) => ({ type: 'affirm', act, opinion: '材料、结论属实' });
  expect(await desk.reviewer.submit(caseNo, affirm('初审'))).toMatchObject({ body: { code: 'RECUSED' } });
  for (const { act } of (await listed()).find((item) => item.caseNo === caseNo)?.unaffirmed ?? [])
    done(await desk.head.submit(caseNo, affirm(act)));
  expect((await listed()).map((item) => item.caseNo)).not.toContain(caseNo);
});

test('列入发放名单之后，任何环节不能退回、拿回，办件不能撤回、终止：发放指令只有一件', async () => {
  const caseNo = await desk.confirming();
  done(await desk.head.decide(caseNo, '审核确认', '同意'));
  const act = '送达确认通知书';
  const opinion = '有误';
  const left = { status: 409, body: { code: 'ALREADY_LEFT' } };
  for (const target of ['入户调查', '初审', '审核确认'])
    for (const mode of ['direct', 'redo'])
      expect(await desk.window.submit(caseNo, { type: 'return', act, target, mode, opinion })).toMatchObject(
        left,
      );
  expect(await desk.head.submit(caseNo, { type: 'takeBack', act: '审核确认', opinion })).toMatchObject(left);
  expect(await desk.window.submit(caseNo, { type: 'withdraw', opinion })).toMatchObject(left);
  const form = { remindedOn: stack.today(), finding: '拒不配合' };
  const terminate = { type: 'terminate', reason: '无正当理由拒不配合', opinion, form };
  expect(await desk.head.submit(caseNo, terminate)).toMatchObject(left);
  const { effects } = await desk.view(caseNo);
  expect(effects.filter(({ name }) => name === '列入发放名单')).toHaveLength(1);
});

test('第二十九条：无正当理由拒不配合的，经认定可以终止并告知', async () => {
  const caseNo = await desk.accepted();
  const terminate = {
    type: 'terminate',
    reason: '无正当理由拒不配合',
    opinion: '三次上门均拒绝',
    form: { remindedOn: stack.today(), finding: '书面提醒后仍拒绝授权，无疾病、失联等正当理由' },
  };
  expect(await desk.window.submit(caseNo, terminate)).toMatchObject({
    status: 403,
    body: { code: 'NOT_YOURS' },
  });
  done(await desk.head.submit(caseNo, terminate));
  const { outcome, notices } = await desk.view(caseNo);
  expect(outcome).toBe('终止审核确认程序');
  expect(notices.at(-1)?.text.remedies).toHaveLength(2);
  const said = notices.at(-1)?.text.paragraphs.join() ?? '';
  expect(said).toMatch(new RegExp(`于${inWords(stack.today())}书面提醒.*书面提醒后仍拒绝授权`, 's'));
  expect(said).not.toContain('三次上门');
});

test('申请人撤回的，办件终止，未办环节撤销', async () => {
  const caseNo = await desk.accepted();
  done(await desk.window.submit(caseNo, { type: 'withdraw', opinion: '申请人自愿撤回，已签字' }));
  expect(await desk.view(caseNo)).toMatchObject({ state: 'closed', outcome: '申请人撤回', acts: [] });
});

test('唯一的家庭成员死亡的，程序终止；还有其他成员的继续', async () => {
  const death = (member: string) => ({
    type: 'supplement',
    fact: '家庭成员死亡',
    data: { member, on: stack.today() },
  });
  const alone = await desk.accepted();
  done(await desk.window.submit(alone, death('members.0')));
  expect(await desk.view(alone)).toMatchObject({
    state: 'closed',
    outcome: '申请家庭成员全部死亡，程序终止',
  });
  const couple = await desk.accepted(
    desk.application({
      others: [{ name: '钱大山', identity: sampleIdentity(9, '19760101'), relation: '配偶' }],
    }),
  );
  done(await desk.window.submit(couple, death('members.1')));
  expect((await desk.view(couple)).state).toBe('open');
});

test('第十七条：核对报告过了有效期的自行重新核对；查到的没有变，接着审核确认', async () => {
  const caseNo = await desk.confirming();
  await stack.advance('P100D');
  await desk.opensAct(caseNo, '提请信息核对#2');
  expect(await desk.head.decide(caseNo, '审核确认', '同意')).toMatchObject({ status: 409 });
  done(await desk.visitor.decide(caseNo, '提请信息核对#2', '已提请'));
  await desk.opensAct(caseNo, '核对报告#2');
  done(await desk.verifier.decide(caseNo, '核对报告#2', '相符'));
  done(await desk.head.decide(caseNo, '审核确认#2', '同意'));
});

test('第十七条：重新核对查到新的，重新初审；意见变了的重新公示', async () => {
  const caseNo = await desk.confirming();
  await stack.advance('P100D');
  await desk.opensAct(caseNo, '提请信息核对#2');
  done(await desk.visitor.decide(caseNo, '提请信息核对#2', '已提请'));
  await desk.opensAct(caseNo, '核对报告#2');
  done(await desk.verifier.decide(caseNo, '核对报告#2', '不符合条件', { findings: ['有出租房一套'] }));
  done(await desk.window.decide(caseNo, '核对结果异议', '无异议'));
  const { acts } = await desk.reviewer.get<{ acts: { key: string; brief: { ineligible: string[] } }[] }>(
    `/cases/${caseNo}`,
  );
  expect(acts.find(({ key }) => key === '初审#2')?.brief.ineligible).toEqual(['有出租房一套']);
  done(await desk.reviewer.decide(caseNo, '初审#2', '拟不同意', { reasons: ['有出租房'] }));
  await desk.opensAct(caseNo, '张贴公示#2');
});

test('第十七条：初审时核对报告已过有效期的，先重新核对', async () => {
  const caseNo = await desk.verified();
  await desk.visit(caseNo);
  done(await desk.verifier.decide(caseNo, '核对报告', '相符'));
  await desk.opensAct(caseNo, '初审');
  await stack.advance('P100D');
  await desk.opensAct(caseNo, '提请信息核对#2');
});

test('第十七条：核对报告有效到最后一日二十四时：落在休息日、未公布的年份的也不顺延', async () => {
  stack = await memoryTown({ now: '2026-11-02T09:00:00+08:00' });
  desk = await deskOf(stack);
  const caseNo = await desk.verified();
  await desk.visit(caseNo);
  done(await desk.verifier.decide(caseNo, '核对报告', '相符'));
  expect(stack.today()).toBe('2026-11-02');
  const open = async () => (await desk.view(caseNo)).acts.map(({ key }) => key);
  // Ninety days on is Sunday, 31 January 2027.
  await stack.advance('P90DT14H');
  expect(stack.today()).toBe('2027-01-31');
  expect(await open()).not.toContain('提请信息核对#2');
  await stack.advance('PT1H');
  expect(await open()).toContain('提请信息核对#2');
});

test('第二十一条：测算不符合条件的，仍然同意须写明理由和金额，通知书照写，列入督查关注', async () => {
  const sample = desk.application();
  const caseNo = await desk.investigated({
    ...sample,
    income: sample.income.map((line) => ({ ...line, amountFen: 600_000 })),
  });
  const unexplained =
    '按规定计算不符合条件：家庭人均月收入500.00元，不低于当地标准380.00元。仍然同意的请写明理由，列入督查关注';
  const texts = ({ status, body }: { status: number; body: unknown }) => [
    status,
    ...((body as { fields?: { text: string }[] }).fields ?? []).map(({ text }) => text),
  ];
  expect(texts(await desk.reviewer.decide(caseNo, '初审', '拟同意'))).toEqual([422, unexplained]);
  done(await desk.reviewer.decide(caseNo, '初审', '拟同意', { despite: '负担重病医疗费' }));
  await desk.posted(caseNo);
  await stack.advance('P12D');
  await desk.opensAct(caseNo, '审核确认');
  expect(texts(await desk.head.decide(caseNo, '审核确认', '同意'))).toEqual([422, unexplained]);
  const despite = { reason: '扣除重病医疗费后生活困难', monthlyFen: 38_001 };
  expect(texts(await desk.head.decide(caseNo, '审核确认', '同意', { despite }))).toEqual([
    422,
    '每月发放的应当大于零，不超过1人的标准380.00元',
  ]);
  done(await desk.head.decide(caseNo, '审核确认', '同意', { despite: { ...despite, monthlyFen: 15_000 } }));
  const view = await desk.view(caseNo);
  const text = view.notices.find(({ name }) => name === '确认通知书')?.text.paragraphs.join('\n');
  expect(text).toContain('同意您的家庭（1人）享受最低生活保障');
  expect(text).toContain('因扣除重病医疗费后生活困难，核定每月150.00元');
  expect(text).toContain('每月发放低保金150.00元');
  const eligible = await desk.confirming();
  expect(texts(await desk.head.decide(eligible, '审核确认', '同意', { despite }))).toEqual([
    422,
    '按规定计算符合条件，不用说明；请去掉这一项',
  ]);
});

test('第十九条：公示有异议后再提初审意见，核对发现的仍在眼前', async () => {
  const caseNo = await desk.verified();
  await desk.visit(caseNo);
  done(await desk.verifier.decide(caseNo, '核对报告', '不符合条件', { findings: ['有出租房一套'] }));
  done(await desk.window.decide(caseNo, '核对结果异议', '无异议'));
  done(await desk.reviewer.decide(caseNo, '初审', '拟同意'));
  await desk.posted(caseNo);
  await desk.objected(caseNo);
  done(await desk.reviewer.decide(caseNo, '异议处理', '重新调查'));
  await desk.visit(caseNo, {}, '重新调查');
  await desk.answered(caseNo);
  const { acts } = await desk.reviewer.get<{ acts: { key: string; brief: { ineligible: string[] } }[] }>(
    `/cases/${caseNo}`,
  );
  expect(acts.find(({ key }) => key === '初审#2')?.brief.ineligible).toEqual(['有出租房一套']);
});

test('填的日期与办件对照：调查不早于受理、送达不早于文书作出，都不在今日之后', async () => {
  const caseNo = await desk.accepted();
  const faulted = async (act: string, outcome: string, form: object) => {
    const by = act === '入户调查' ? desk.visitor : desk.window;
    const { status, body } = await by.decide(caseNo, act, outcome, form);
    return [status, ...((body as { fields?: { text: string }[] }).fields ?? []).map(({ text }) => text)];
  };
  const [before, after] = ['2020-01-01', '2030-01-01'];
  expect(await faulted('入户调查', '已调查', visitForm(before))).toEqual([
    422,
    `调查日期不能早于应当开始调查之日（${stack.today()}）`,
  ]);
  expect(await faulted('入户调查', '已调查', visitForm(after))).toEqual([422, '调查日期不能在今日之后']);
  const confirming = await desk.confirming();
  done(await desk.head.decide(confirming, '审核确认', '同意'));
  for (const [deliveredOn, said] of [
    [before, `送达日期不能早于文书作出之日（${stack.today()}）`],
    [after, '送达日期不能在今日之后'],
  ]) {
    const answer = await desk.window.decide(confirming, '送达确认通知书', '已送达', {
      ...delivered(),
      deliveredOn,
    });
    expect(answer.body).toMatchObject({ fields: [{ field: 'deliveredOn', text: said }] });
  }
});

const withSpouse = (over: object = {}) =>
  ({
    ...desk.application({
      others: [{ name: '钱大山', identity: sampleIdentity(9, '19760101'), relation: '配偶' }],
    }),
    ...over,
  }) as ReturnType<Desk['application']>;

test('单人户申请人死亡的，家庭里还有别人也终止：申请的只是本人', async () => {
  const alone = {
    reason: '成年无业重度残疾人',
    inMarginFamily: true,
    clergyYears: 0,
    adultUnemployed: true,
  };
  const form = withSpouse({ alone });
  const [self, ...others] = form.members;
  const members = [{ ...self, disability: { type: '肢体', grade: 1 } }, ...others];
  const caseNo = await desk.accepted({ ...form, members });
  const data = { member: 'members.0', on: stack.today() };
  done(await desk.window.submit(caseNo, { type: 'supplement', fact: '家庭成员死亡', data }));
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '申请家庭成员全部死亡，程序终止' });
});

test('第三十条：家庭人口变化从办件里选人，不凭名字：两个同名的是两个人，办件里没有的人不收，添的人不重复', async () => {
  const form = desk.application({
    others: [{ name: '赵小兰', identity: sampleIdentity(19, '19760101'), relation: '配偶' }],
  });
  const caseNo = await desk.accepted(form);
  const tell = async (fact: string, data: object) => {
    const { status, body } = await desk.window.submit(caseNo, { type: 'supplement', fact, data });
    return [status, ...((body as { fields?: { field: string }[] }).fields ?? []).map(({ field }) => field)];
  };
  const options = async (fact: string) => {
    const { may } = await desk.window.get<{
      may: {
        facts: { name: string; form: { properties: { member: { enum: string[]; 'x-says': object } } } }[];
      };
    }>(`/cases/${caseNo}`);
    return may.facts.find(({ name }) => name === fact)?.form.properties.member;
  };
  expect((await options('家庭成员死亡'))?.enum).toEqual(['members.0', 'members.1']);
  expect(Object.values((await options('家庭人口减少'))?.['x-says'] ?? {})).toEqual([
    expect.stringMatching(/^赵小兰（配偶，尾号\w{4}）$/),
  ]);
  expect(await tell('家庭成员死亡', { member: '赵小兰', on: stack.today() })).toEqual([422, 'member']);
  expect(await tell('家庭成员死亡', { member: 'members.7', on: stack.today() })).toEqual([422, 'member']);
  expect(await tell('家庭成员死亡', { member: 'members.1', on: '2030-01-01' })).toEqual([422, 'on']);
  const joiner = {
    name: '赵小宝',
    identity: sampleIdentity(20, '20250101'),
    relation: '未成年子女',
    authorisation: visitForm(stack.today()).familySignature,
  };
  expect(await tell('家庭人口增加', { ...joiner, identity: sampleIdentity(19, '19760101') })).toEqual([
    422,
    'identity',
  ]);
  expect(await tell('家庭人口增加', joiner)).toEqual([200]);
  expect(await tell('家庭人口增加', joiner)).toEqual([422, 'identity']);
  const [, joined] = (await options('家庭人口减少'))?.enum ?? [];
  expect(joined).toMatch(/^joined\./);
  expect(await tell('家庭成员死亡', { member: 'members.1', on: stack.today() })).toEqual([200]);
  expect(await tell('家庭人口减少', { member: joined })).toEqual([200]);
  expect((await options('家庭成员死亡'))?.enum).toEqual(['members.0']);
  expect((await desk.view(caseNo)).state).toBe('open');
});

test('退回重走：公示期满后从审核确认退回入户调查，之后的环节重新办理，核对结果保留，法定期限不变', async () => {
  const caseNo = await desk.confirming();
  const due = (await desk.clocks(caseNo)).find(({ name }) => name === '审核确认')?.dueAt;
  done(
    await desk.head.submit(caseNo, {
      type: 'return',
      act: '审核确认',
      target: '入户调查',
      mode: 'redo',
      opinion: '住房情况不清',
    }),
  );
  const returned = await desk.view(caseNo);
  expect(returned.acts).toMatchObject([{ key: '入户调查', round: 2 }]);
  expect(returned.superseded.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['入户调查', '初审', '公示']),
  );
  expect(returned.path.map(({ key }) => key)).toContain('核对报告');
  expect((await desk.clocks(caseNo)).find(({ name }) => name === '审核确认')?.dueAt).toBe(due);
  await desk.visit(caseNo);
  expect((await desk.view(caseNo)).stage).toBe('初审');
});

test('退回直达：补做入户调查后直接回到审核确认，初审和公示仍然有效', async () => {
  const caseNo = await desk.confirming();
  done(
    await desk.head.submit(caseNo, {
      type: 'return',
      act: '审核确认',
      target: '入户调查',
      mode: 'direct',
      opinion: '补充照片',
    }),
  );
  expect((await desk.view(caseNo)).stage).toBe('入户调查');
  await desk.visit(caseNo);
  const { stage, notices } = await desk.view(caseNo);
  expect(stage).toBe('审核确认');
  expect(notices.filter(({ name }) => name === '初审公示')).toHaveLength(1);
});

test('退回直达跨了月份的，初审所依据的没有变，初审和公示仍然有效', async () => {
  const caseNo = await desk.confirming();
  await stack.advance('P20D');
  const back = { type: 'return', act: '审核确认', target: '入户调查', mode: 'direct', opinion: '补充照片' };
  done(await desk.head.submit(caseNo, back));
  await desk.visit(caseNo);
  expect((await desk.view(caseNo)).stage).toBe('审核确认');
});

test('第三十条：受理之后家庭成员变了的，核对、调查、初审、公示都重新办，金额按现在的人算；前面的期限照旧', async () => {
  const caseNo = await desk.confirming(withSpouse());
  const due = (await desk.clocks(caseNo)).find(({ name }) => name === '审核确认')?.dueAt;
  const data = { member: 'members.1', reason: '户籍迁出' };
  done(await desk.window.submit(caseNo, { type: 'supplement', fact: '家庭人口减少', data }));
  const open = async () => (await desk.view(caseNo)).acts.map(({ key }) => key).toSorted();
  expect(await open()).toEqual(['入户调查#2', '提请信息核对#2'].toSorted());
  expect((await desk.head.decide(caseNo, '审核确认', '同意')).status).not.toBe(200);
  done(await desk.visitor.decide(caseNo, '提请信息核对#2', '已提请'));
  await desk.opensAct(caseNo, '核对报告#2');
  done(await desk.verifier.decide(caseNo, '核对报告#2', '相符'));
  await desk.visit(caseNo, {}, '入户调查#2');
  done(await desk.reviewer.decide(caseNo, '初审#2', '拟同意'));
  await desk.posted(caseNo, '张贴公示#2');
  expect(await open()).toEqual(['公示#2']);
  await stack.advance('P12D');
  await desk.opensAct(caseNo, '审核确认#2');
  expect((await desk.clocks(caseNo)).find(({ name }) => name === '审核确认')?.dueAt).toBe(due);
  done(await desk.head.decide(caseNo, '审核确认#2', '同意'));
  expect(
    (await desk.view(caseNo)).notices.find(({ name }) => name === '公布')?.text.paragraphs.join(),
  ).toContain('1人');
});

test('第三十条：新添的人也要授权、核对：没有授权书的不收，核对时连他一起问', async () => {
  const caseNo = await desk.investigated();
  const joiner = { name: '赵小宝', identity: sampleIdentity(20, '20250101'), relation: '未成年子女' };
  const tell = (over: object) =>
    desk.window.submit(caseNo, { type: 'supplement', fact: '家庭人口增加', data: { ...joiner, ...over } });
  expect((await tell({})).status).toBe(422);
  done(await tell({ authorisation: visitForm(stack.today()).familySignature }));
  done(await desk.visitor.decide(caseNo, '提请信息核对#2', '已提请'));
  const { items } = await desk.inspector.get<{
    items: { event: { type: string; act?: string; answers?: object } }[];
  }>(`/cases/${caseNo}/ledger`);
  expect(items.some(({ event }) => event.type === 'answered' && event.act === '信息核对#2')).toBe(true);
});

test('第二十条、第三十七条：审核确认之后的投诉移交在保核查，告知实名的投诉人；实名的要有姓名和电话', async () => {
  const caseNo = await desk.confirming();
  done(await desk.head.decide(caseNo, '审核确认', '同意'));
  const complain = (data: object) =>
    desk.window.submit(caseNo, { type: 'supplement', fact: '投诉举报', data: { content: '有车', ...data } });
  expect((await complain({ named: '实名' })).body).toMatchObject({
    fields: [{ field: 'name' }, { field: 'phone' }],
  });
  done(await complain({ named: '实名', name: '村民甲', phone: '13900000002' }));
  const { notices, effects, acts } = await desk.view(caseNo);
  expect(acts.map(({ key }) => key).toSorted()).toEqual(['公布', '送达确认通知书']);
  expect(notices.find(({ name }) => name === '投诉举报移交在保核查单')).toMatchObject({ to: 'file' });
  expect(effects.some(({ name }) => name === '投诉举报移交核查')).toBe(true);
});

test('第三十条：核对之后收入、财产变化的，不能带着旧的核对领到低保金：核对、调查、初审、公示都重新办', async () => {
  const caseNo = await desk.confirming();
  const line = { kind: '工资性收入', item: '务工', amountFen: 360_000, costFen: 0, source: '核实' };
  const tell = (fact: string, data: object) => desk.window.submit(caseNo, { type: 'supplement', fact, data });
  expect((await tell('家庭收入变化', { line, changed: 'income.7', reason: '涨工资' })).status).toBe(422);
  expect(
    (await tell('家庭收入变化', { line: { ...line, person: '外人' }, reason: '涨工资' })).body,
  ).toMatchObject({ fields: [{ field: 'line.person' }] });
  done(await tell('家庭收入变化', { line, changed: 'income.0', reason: '涨工资' }));
  done(await desk.visitor.decide(caseNo, '提请信息核对#2', '已提请'));
  await desk.opensAct(caseNo, '核对报告#2');
  done(await desk.verifier.decide(caseNo, '核对报告#2', '相符'));
  await desk.visit(caseNo, {}, '入户调查#2');
  const briefOf = async () =>
    (await desk.reviewer.get<{ acts: { key: string; brief: object }[] }>(`/cases/${caseNo}`)).acts[0];
  expect(await briefOf()).toMatchObject({
    key: '初审#2',
    brief: { computation: { income: { totalFen: 360_000 } } },
  });
  done(await tell('家庭财产变化', { line: { kind: '机动车', valueFen: 5_000_000 }, reason: '买了车' }));
  expect((await desk.view(caseNo)).acts.map(({ key }) => key).toSorted()).toEqual(
    ['入户调查#3', '提请信息核对#3'].toSorted(),
  );
});

test('第二十八条：没有经过受理、调查核对、初审公示、审核确认的，到不了发放名单', async () => {
  const caseNo = await desk.opened();
  const early = async (act: string, outcome: string) =>
    ((await desk.head.decide(caseNo, act, outcome)).body as { code?: string }).code;
  expect(await early('审核确认', '同意')).toBe('ACT_NOT_OPEN');
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
  expect([await early('审核确认', '同意'), await early('初审', '拟同意')]).toEqual([
    'ACT_NOT_OPEN',
    'ACT_NOT_OPEN',
  ]);
  const confirming = await desk.confirming();
  const sent = async () => (await desk.view(confirming)).effects.map(({ name }) => name);
  expect(await sent()).not.toContain('列入发放名单');
  done(await desk.head.decide(confirming, '审核确认', '同意'));
  expect(await sent()).toContain('列入发放名单');
});

test('第三十条、第三十一条、第三十六条、第三十八条：确认通知书写明报告变化、核查周期、咨询热线和救济途径', async () => {
  const caseNo = await desk.confirming();
  done(await desk.head.decide(caseNo, '审核确认', '同意'));
  const text = (await desk.view(caseNo)).notices.find(({ name }) => name === '确认通知书')?.text;
  expect(text?.paragraphs.join()).toMatch(/及时向乡镇人民政府报告.*每12个月核查一次.*每6个月核查一次/s);
  expect(text).toMatchObject({ contact: expect.stringContaining('热线12349') });
  expect(text?.remedies?.join()).toMatch(/行政复议.*行政诉讼/s);
});

test('第十一条：备案的近亲属没有号码的按姓名认：同名的办理人先确认不是本人，记入台账；有号码的按号码', async () => {
  const form = {
    ...desk.application(),
    nearRelatives: [{ member: '赵小兰', official: '城关窗口员', relation: '兄弟姐妹' }],
  };
  const caseNo = await desk.opened(form);
  const decide = { type: 'decide', act: '材料审查', outcome: '受理' };
  const refused = await desk.window.submit(caseNo, decide);
  expect(refused).toMatchObject({ status: 409, body: { code: 'NAMESAKE' } });
  const { acts } = await desk.window.get<{ acts: { namesake: boolean }[] }>(`/cases/${caseNo}`);
  expect(acts[0]?.namesake).toBe(true);
  done(await desk.window.submit(caseNo, { ...decide, notRelated: true }));
  const { items } = await desk.inspector.get<{ items: { event: object }[] }>(`/cases/${caseNo}/ledger`);
  expect(items.at(-1)?.event).toMatchObject({ type: 'decided', notRelated: true });
});

test('送达：电子送达须经受送达人同意；可以公告送达', async () => {
  const caseNo = await desk.confirming();
  done(await desk.head.decide(caseNo, '审核确认', '不同意', { reasons: ['家庭财产超过规定'] }));
  const serve = (over: object) =>
    desk.window.decide(caseNo, '送达不予确认同意告知书', '已送达', { ...delivered(), ...over });
  expect((await serve({ method: '电子送达' })).body).toMatchObject({ fields: [{ field: 'consented' }] });
  done(await serve({ method: '电子送达', consented: true }));
  const other = await desk.confirming();
  done(await desk.head.decide(other, '审核确认', '不同意', { reasons: ['家庭财产超过规定'] }));
  const posted = { ...delivered(), method: '公告送达' };
  done(await desk.window.decide(other, '送达不予确认同意告知书', '已送达', posted));
});
