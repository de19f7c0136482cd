/** 乡镇吹哨、部门报到: from the source to the end, rule by rule. In memory, and by `npm run test:rules` on the whole stack. */
import { beforeEach, expect, test } from 'vitest';
import { type CaseView, done } from '../../../setup/desk.ts';
import type { MemoryTown } from '../../../setup/memory-town.ts';
import { openTown } from '../../../setup/town.ts';
import { until } from '../../../setup/until.ts';
import { type WhistleDesk, whistleDeskOf } from '../desk.ts';

let town: MemoryTown;
let desk: WhistleDesk;
beforeEach(async () => {
  town = await openTown();
  desk = await whistleDeskOf(town);
});

const scores = { arrival: 25, people: 15, effort: 28, effect: 30 };
const marks = { justified: 40, materials: 20, firstSteps: 18, cooperation: 20 };
const units = ['housing', 'police'];

test('规则（1）：从哨源到销号，主办、协办各自签收、报到、反馈，乡镇确认，双向评价后销号', async () => {
  const caseNo = await desk.dispatched({}, { lead: 'housing', helpers: ['police'] });
  expect(await desk.open(caseNo)).toEqual(['部门/housing/签收', '部门/police/签收']);
  for (const unit of units) await desk.works(caseNo, unit);
  done(await desk.caller.decide(caseNo, '乡镇确认', '通过'));
  for (const unit of units) {
    done(await desk.caller.decide(caseNo, `评价部门/${unit}/乡镇评价部门`, '已评价', scores));
    done(await desk.of(unit).decide(caseNo, `评价乡镇/${unit}/部门评价乡镇`, '已评价', marks));
  }
  done(await desk.caller.decide(caseNo, '群众回访', '已回访', { answer: '满意', solved: '已解决' }));
  expect(await desk.view(caseNo)).toMatchObject({ state: 'closed', outcome: '销号' });
});

test('复发：销号后六十日内同一地点同一事项再吹的，指出原哨，原哨计为未解决；六十日以后的是新的一哨', async () => {
  const solved = async (over: Record<string, unknown>): Promise<string> => {
    const caseNo = await desk.dispatched(over);
    await desk.works(caseNo, 'housing');
    done(await desk.caller.decide(caseNo, '乡镇确认', '通过'));
    await town.advance('P15D');
    return caseNo;
  };
  const place = { address: '城关镇 光明路3号' };
  const first = await solved({ place });
  await until(
    () => desk.view(first),
    ({ outcome }) => outcome === '销号',
  );
  expect((await desk.view(first)).labels).not.toHaveProperty('复发');
  await town.advance('P40D');
  const again = await solved({ place: { address: '城关镇光明路3号' } });
  expect((await desk.view(again)).labels).toMatchObject({ 复发: first });
  expect((await desk.view(again)).labels['督查关注']).toMatch(`${first}复发，原哨计为未解决`);
  await town.advance('P50D');
  const later = await desk.opened({ place });
  expect((await desk.view(later)).labels).not.toHaveProperty('复发');
});

test('回访：联系上的，群众说解决了没有；没有联系上的不填', async () => {
  const caseNo = await desk.dispatched();
  await desk.works(caseNo, 'housing');
  done(await desk.caller.decide(caseNo, '乡镇确认', '通过'));
  const said = (form: Record<string, unknown>) => desk.caller.decide(caseNo, '群众回访', '已回访', form);
  for (const form of [{ answer: '不满意' }, { answer: '未联系上', solved: '未解决' }])
    expect((await said(form)).body).toMatchObject({ code: 'FORM_INVALID', fields: [{ field: 'solved' }] });
  done(await said({ answer: '不满意', solved: '未解决' }));
});

test('剔除：写明情形，由督查批准；不同意的接着回访，同意的不再回访', async () => {
  const asks = async (caseNo: string, act: string) => {
    const form = { code: 'T1', grounds: '要求调整省道走向，不属县里职责。', evidence: [] };
    done(await desk.caller.decide(caseNo, act, '申请剔除', form));
  };
  const confirmed = async () => {
    const caseNo = await desk.dispatched();
    await desk.works(caseNo, 'housing');
    done(await desk.caller.decide(caseNo, '乡镇确认', '通过'));
    return caseNo;
  };
  const [agreed, refused] = [await confirmed(), await confirmed()];
  const unlisted = await desk.caller.decide(agreed, '群众回访', '申请剔除', {
    code: 'T9',
    grounds: '无',
    evidence: [],
  });
  expect(unlisted.body).toMatchObject({ code: 'FORM_INVALID', fields: [{ field: 'code' }] });
  await asks(agreed, '群众回访');
  expect(await desk.caller.decide(agreed, '剔除审批', '同意剔除')).toMatchObject({ status: 403 });
  done(await desk.inspector.decide(agreed, '剔除审批', '同意剔除'));
  expect((await desk.view(agreed)).labels).toMatchObject({ 剔除: '超出各单位的职责范围' });
  expect(await desk.open(agreed)).not.toContain('群众回访#2');
  await asks(refused, '群众回访');
  done(await desk.inspector.decide(refused, '剔除审批', '不同意剔除', {}, '属住建职责'));
  done(await desk.caller.decide(refused, '群众回访#2', '已回访', { answer: '满意', solved: '已解决' }));
  expect((await desk.view(refused)).labels).not.toHaveProperty('剔除');
});

test('规则（1）：主办部门不能同时协办，没有的单位不能派', async () => {
  const caseNo = await desk.blown();
  const form = { type: '日常哨', lead: 'housing', helpers: ['housing'] };
  expect(await desk.dispatcher.decide(caseNo, '分派', '派单', form)).toMatchObject({
    body: { code: 'FORM_INVALID', fields: [{ field: 'helpers' }] },
  });
});

test('准入条件：不予吹哨的，写明情形和去处，办件终结', async () => {
  const caseNo = await desk.opened();
  done(
    await desk.principal.decide(caseNo, '乡镇审核', '不予吹哨', {
      code: 'E1',
      explanation: '属于环境卫生日常保洁',
    }),
  );
  const { outcome, result, notices } = await desk.view(caseNo);
  expect(outcome).toBe('不予吹哨');
  expect(result?.detail).toMatchObject({ code: 'E1', guidance: '请按乡镇履行职责事项清单自行办理。' });
  expect(notices.at(-1)?.name).toBe('不予吹哨通知');
  const other = await desk.blown();
  done(await desk.dispatcher.decide(other, '分派', '不属吹哨事项', { code: 'E8', explanation: '市级事权' }));
  expect((await desk.view(other)).result?.detail).toMatchObject({ code: 'E8' });
});

test('乡镇主要负责人审核：经办不能自己吹，派单之前不起算办理时限', async () => {
  const caseNo = await desk.opened();
  expect((await desk.caller.decide(caseNo, '乡镇审核', '吹哨')).body).toMatchObject({ code: 'NOT_YOURS' });
  done(await desk.principal.decide(caseNo, '乡镇审核', '吹哨'));
  expect(await desk.clock(caseNo, '办理')).toBeUndefined();
  done(
    await desk.dispatcher.decide(caseNo, '分派', '派单', { type: '日常哨', lead: 'housing', helpers: [] }),
  );
  // Monday, 2 March: seven working days.
  expect(await desk.clock(caseNo, '办理')).toMatchObject({ lastDay: '2026-03-11', limit: { amount: 7 } });
});

test('规则（1）：前一个部门反馈之后增派第三个部门，乡镇确认等到它反馈；确认之后不能再增派', async () => {
  const caseNo = await desk.dispatched({}, { lead: 'housing', helpers: ['police'] });
  await desk.works(caseNo, 'housing');
  const joins = { type: 'supplement', fact: '增派', data: { unit: 'education', what: '协调校门口' } };
  done(await desk.dispatcher.submit(caseNo, joins));
  await desk.works(caseNo, 'police');
  expect(await desk.open(caseNo)).toEqual(['部门/education/签收']);
  await desk.works(caseNo, 'education');
  expect(await desk.open(caseNo)).toEqual(['乡镇确认']);
  const late = { ...joins, data: { unit: 'taxation', what: '查税' } };
  expect((await desk.dispatcher.submit(caseNo, late)).body).toMatchObject({
    code: 'FACT_TOO_LATE',
    detail: expect.stringContaining('另行吹哨'),
  });
});

test('协调：联席会议的每项决定由责任单位到期落实，乡镇确认等到各项都落实；各部门反馈之后不再召开', async () => {
  const caseNo = await desk.dispatched();
  const meets = (resolutions: readonly object[]) =>
    desk.dispatcher.submit(caseNo, {
      type: 'supplement',
      fact: '联席会议',
      data: { issue: '清运经费', resolutions: resolutions as never },
    });
  const late = await meets([{ what: '拨付经费', unit: 'police', by: town.today() }]);
  expect(late.body).toMatchObject({ code: 'FORM_INVALID', fields: [{ field: 'resolutions.0.by' }] });
  const by = '2026-03-08';
  done(
    await meets([
      { what: '设置隔离桩', unit: 'police', by },
      { what: '通知学校改道', unit: 'education', by },
    ]),
  );
  done(await meets([{ what: '夜间巡查', unit: 'police', by: '2026-03-20' }]));
  await desk.works(caseNo, 'housing');
  const [first, second, third] = ['第1次会议决定1', '第1次会议决定2', '第2次会议决定1'];
  expect(await desk.open(caseNo)).toEqual([first, second, third].map((one) => `部门/${one}/落实会议决定`));
  const carries = async (unit: string, name: string | undefined) =>
    done(
      await desk
        .of(unit)
        .decide(caseNo, `部门/${name}/落实会议决定`, '已落实', { how: '已办', evidence: [] }),
    );
  await carries('police', first);
  await carries('police', third);
  expect((await desk.dispatcher.decide(caseNo, '乡镇确认', '通过')).status).toBe(409);
  // The day is a Sunday: the last is the Monday after.
  await town.advance('P5DT13H');
  const due = (await desk.view(caseNo)).acts.find(({ name }) => name === '落实会议决定');
  expect(due).toMatchObject({ unit: 'education', dueAt: Date.parse('2026-03-10T00:00:00+08:00') });
  await carries('education', second);
  expect(await desk.open(caseNo)).toEqual(['乡镇确认']);
  expect((await meets([{ what: '再议', unit: 'police', by: '2026-03-20' }])).body).toMatchObject({
    code: 'FACT_TOO_LATE',
  });
});

test('部门报到以前，乡镇可以撤销吹哨；已经报到的不能', async () => {
  const cancels = (caseNo: string) =>
    desk.principal.submit(caseNo, { type: 'terminate', reason: '乡镇撤销', opinion: '已自行解决' });
  const early = await desk.dispatched();
  await desk.signs(early, 'housing');
  done(await cancels(early));
  expect(await desk.view(early)).toMatchObject({ state: 'closed', outcome: '乡镇撤销吹哨' });
  const arrived = await desk.dispatched();
  await desk.signs(arrived, 'housing');
  await desk.arrives(arrived, 'housing');
  expect((await cancels(arrived)).body).toMatchObject({
    code: 'ENDING_TOO_LATE',
    detail: expect.stringContaining('由乡镇在确认时写明'),
  });
});

test('两个部门先答后答，结果一样', async () => {
  const ends = [];
  for (const order of [units, units.toReversed()]) {
    const caseNo = await desk.dispatched({}, { lead: 'housing', helpers: ['police'] });
    for (const unit of order) await desk.works(caseNo, unit);
    const { stage, acts } = await desk.view(caseNo);
    ends.push([stage, acts.map(({ key, brief }) => [key, brief])]);
  }
  expect(ends[1]).toEqual(ends[0]);
});

test('沿用12345的答复期限：不因吹哨、派单重新起算', async () => {
  const caseNo = await desk.dispatched({
    source: { kind: '12345热线', reference: '20260301-778', answerBy: '2026-03-06' },
  });
  expect((await desk.clock(caseNo, '群众诉求答复'))?.lastDay).toBe('2026-03-06');
  await town.advance('P2D');
  await desk.works(caseNo, 'housing');
  expect((await desk.clock(caseNo, '群众诉求答复'))?.lastDay).toBe('2026-03-06');
});

test('返工两次，再不通过的督办后返工', async () => {
  const caseNo = await desk.dispatched();
  await desk.works(caseNo, 'housing');
  const back = { units: ['housing'], what: '清运不彻底' };
  for (const n of ['', '#2']) {
    done(await desk.caller.decide(caseNo, `乡镇确认${n}`, '不通过', back));
    expect(await desk.open(caseNo)).toEqual([`返工/housing/返工反馈${n}`]);
    await desk.answers(caseNo, 'housing', `返工/housing/返工反馈${n}`);
  }
  expect(
    (await desk.caller.decide(caseNo, '乡镇确认#3', '不通过', { units: ['police'], what: '没有来' })).body,
  ).toMatchObject({ code: 'FORM_INVALID', fields: [{ field: 'units.0' }] });
  done(await desk.caller.decide(caseNo, '乡镇确认#3', '不通过', back));
  expect(await desk.open(caseNo)).toEqual(['督办']);
  done(
    await desk.inspector.decide(caseNo, '督办', '已督办', {
      documentNo: '平督函〔2026〕3号',
      demand: '三日内清运完毕',
    }),
  );
  expect((await desk.view(caseNo)).notices.at(-1)?.name).toBe('督办函');
  expect(await desk.open(caseNo)).toEqual(['返工/housing/返工反馈#3']);
});

test('双向评价到期冻结：没有评价的记为逾期未评价，办件销号', async () => {
  const caseNo = await desk.dispatched();
  await desk.works(caseNo, 'housing');
  done(await desk.caller.decide(caseNo, '乡镇确认', '通过'));
  await town.advance('P14D');
  const { path } = await until(
    () => desk.view(caseNo),
    ({ outcome }) => outcome === '销号',
  );
  expect(path.filter(({ outcome: said }) => said === '逾期未评价')).toHaveLength(3);
});

test('规则（6）：挂账须领导审批，每月复查，乡镇和督查双方确认后销号', async () => {
  const caseNo = await desk.dispatched({ type: '攻坚哨' });
  await desk.signs(caseNo, 'housing');
  await desk.arrives(caseNo, 'housing');
  done(
    await desk.of('housing').decide(caseNo, '部门/housing/制定方案', '已制定', {
      summary: '分三段拆除',
      milestones: [{ what: '腾退', by: '2026-04-01', who: '陈勇' }],
    }),
  );
  done(
    await desk.of('housing').decide(caseNo, '部门/housing/处置反馈', '难以解决', { why: '资金没有列入预算' }),
  );
  const { acts } = await desk.caller.get<CaseView>(`/cases/${caseNo}`);
  expect(acts.map(({ key, brief }) => [key, brief])).toEqual([['乡镇确认', { unsolved: ['housing'] }]]);
  done(await desk.caller.decide(caseNo, '乡镇确认', '申请挂账', { why: '等明年预算' }));
  done(
    await desk.leader.decide(
      caseNo,
      '挂账审批',
      '同意挂账',
      { owner: 'housing', leader: 'fenguan', target: '2026-12-31' },
      '列入重点',
    ),
  );
  const { acts: asked, waits } = await desk.view(caseNo);
  expect([asked, waits.map(({ key }) => key)]).toEqual([[], ['挂账复查间隔']]);
  await town.advance('P32D');
  done(await desk.inspector.decide(caseNo, '挂账复查', '继续挂账', {}, '预算未下达'));
  await town.advance('P36D');
  done(await desk.inspector.decide(caseNo, '挂账复查#2', '已经解决', { how: '已拆除' }));
  done(await desk.principal.decide(caseNo, '乡镇核实销号', '同意销号'));
  expect((await desk.view(caseNo)).state).toBe('open');
  done(await desk.inspector.decide(caseNo, '督查核实销号', '同意销号'));
  expect((await desk.view(caseNo)).outcome).toBe('挂账销号');
});
