/** 社会组织成立登记，逐条：只有引擎，毫秒之内。 */
import { beforeEach, expect, test } from 'vitest';
import { done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';
import {
  freshField,
  items,
  type RegistrationDesk,
  registrationDeskOf,
  required,
  societyForm,
  somebody,
} from '../desk.ts';

let town: MemoryTown;
let desk: RegistrationDesk;
beforeEach(async () => {
  town = await memoryTown();
  desk = await registrationDeskOf(town);
});

const faults = async (over: Record<string, unknown>) => {
  const { status, body } = (await desk.asked(societyForm(freshField(), over))) as {
    status: number;
    body: { code?: string; fields?: readonly { field: string; text: string }[] };
  };
  return { status, code: body.code, fields: body.fields ?? [] };
};

test('条例第十二条：名称、前置意见、受理、审查、决定、党员情况、证书、公告，办结即为准予登记', async () => {
  const caseNo = await desk.registered();
  const { outcome, result, notices } = await desk.view(caseNo);
  expect(outcome).toBe('准予登记');
  expect(result?.detail?.['uscc']).toMatch(/^51640221MJX/);
  expect(notices.map(({ name }) => name)).toEqual([
    '受理通知书',
    '准予成立登记决定书',
    '党建工作移交单',
    '登记证书',
    '成立公告',
  ]);
  expect(notices.at(-1)?.to).toBe('public');
});

test('名称管理办法第八条：结构不合的名称在窗口就说明，写明哪一条', async () => {
  const { status, code, fields } = await faults({ name: '石嘴山样例协会' });
  expect({ status, code }).toEqual({ status: 422, code: 'FORM_INVALID' });
  expect(fields.map(({ field }) => field)).toContain('name');
  expect(fields[0]?.text).toContain('“平罗县”开头（名称管理办法第八条）');
});

test('名称管理办法第十六条：核查认为不可用的，说明理由，可以另拟名称', async () => {
  const caseNo = await desk.opened();
  const reasons = ['与已登记的“平罗县样例产业协会”字号、业务领域相同'];
  done(await desk.reviewer.decide(caseNo, '名称核查', '名称不可用', { reasons }));
  const { outcome, notices } = await desk.view(caseNo);
  expect(outcome).toBe('名称不可用');
  expect(notices[0]?.text.paragraphs).toContain(reasons[0]);
  expect(notices[0]?.text.remedies).toHaveLength(2);
});

test('名称管理办法第十五条：名称里有发起人姓名的，附在核查意见里，由人决定', async () => {
  const field = `马建国${freshField()}`;
  const caseNo = await desk.opened(societyForm(field));
  expect(await desk.briefOf(desk.reviewer, caseNo, '名称核查')).toMatchObject({
    verdicts: [{ rule: '第十五条', severity: 'warn' }],
  });
});

test('条例第三条：业务主管单位不同意的，说明理由，办件终结', async () => {
  const caseNo = await desk.opened();
  done(await desk.reviewer.decide(caseNo, '名称核查', '名称可用'));
  done(await desk.education.decide(caseNo, '业务主管单位审查', '不同意', {}, '业务范围不属本单位'));
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '业务主管单位不同意' });
});

test('直接登记规则：只限所列类别，征求行业管理部门意见；逾期不复函不视为同意', async () => {
  const direct = { route: '直接登记', supervisingUnit: undefined, industryUnit: 'housing' };
  expect((await faults({ ...direct, category: '科技' })).fields[0]?.text).toContain('公益慈善');
  const materials = required.map((name) => ({ name, file: 'f'.repeat(64) }));
  const caseNo = await desk.opened(societyForm(freshField(), { ...direct, category: '公益慈善', materials }));
  done(await desk.reviewer.decide(caseNo, '名称核查', '名称可用'));
  expect(await desk.open(caseNo)).toEqual(['征求行业管理部门意见']);
  await town.advance('P20D');
  expect(await desk.open(caseNo)).toEqual(['逾期未复函的处理']);
  done(await desk.head.decide(caseNo, '逾期未复函的处理', '再次征求'));
  done(await desk.housing.decide(caseNo, '征求行业管理部门意见#2', '已复函', { view: '没有意见' }));
  expect(await desk.open(caseNo)).toEqual(['材料审查']);
});

test('许可法第三十二条：缺的材料一次告知，补齐后受理', async () => {
  const materials = required.slice(1).map((name) => ({ name, file: 'f'.repeat(64) }));
  const caseNo = await desk.agreed(societyForm(freshField(), { materials }));
  expect((await desk.window.decide(caseNo, '材料审查', '受理')).body).toMatchObject({ code: 'FORM_INVALID' });
  const gaps = [{ item: '登记申请书', reason: '没有提交' }];
  done(await desk.window.decide(caseNo, '材料审查', '材料不齐', { gaps }));
  const handedIn = { materials: [{ name: '登记申请书', file: 'f'.repeat(64) }] };
  done(await desk.window.decide(caseNo, '补正材料', '已补正', handedIn));
  done(await desk.window.decide(caseNo, '材料审查#2', '受理'));
  expect(await desk.open(caseNo)).toHaveLength(items.length);
});

test('许可法第三十二条：五个工作日内没有告知的，自收到之日起即为受理，不缺这一步', async () => {
  const caseNo = await desk.agreed(societyForm(freshField(), { materials: [] }));
  await town.advance('P10D');
  expect(await desk.open(caseNo)).toHaveLength(items.length);
  const { path, notices } = await desk.view(caseNo);
  expect(path.find(({ key }) => key === '材料审查')?.outcome).toBe('逾期视为受理');
  expect(notices[0]?.text.paragraphs[0]).toContain('第三十二条第一款第四项');
});

test('条例第十二条：法定六十日和承诺期限自受理起并行，决定时都停', async () => {
  const caseNo = await desk.concluded();
  const running = async () =>
    (await desk.clocks(caseNo))
      .filter(({ name, stoppedAt }) => ['登记决定', '承诺办结'].includes(name) && stoppedAt === null)
      .map(({ name, kind, limit }) => [name, kind, limit.amount]);
  expect(await running()).toContainEqual(['承诺办结', '承诺', 20]);
  expect(await running()).toContainEqual(['登记决定', '法定', 60]);
  done(await desk.head.decide(caseNo, '登记决定', '准予登记'));
  expect(await running()).toEqual([]);
});

test('条例第十条、第十四条：会员、资金、章程不足的，附在各项审查里，由审查人认定', async () => {
  const caseNo = await desk.accepted(
    societyForm(freshField(), { individualMembers: 10, capitalFen: 100, charter: ['名称和住所'] }),
  );
  const briefOf = (item: string) => desk.briefOf(desk.reviewer, caseNo, `审查/${item}/提出审查意见`);
  expect(await briefOf('会员和从业人员')).toEqual({
    findings: ['个人会员10个、单位会员0个，未达到规定数目'],
  });
  expect(await briefOf('资金')).toEqual({ findings: ['资金1元，不足30000元'] });
  expect(await briefOf('章程')).toMatchObject({
    findings: expect.arrayContaining(['章程没有载明：党的建设和社会主义核心价值观']),
  });
});

test('条例第十三条：未成年人不具有完全民事行为能力，附在人员审查里', async () => {
  const { founders } = societyForm(freshField());
  const minor = somebody('赵小小', '20150101');
  const caseNo = await desk.accepted(societyForm(freshField(), { founders: [...founders, minor] }));
  expect(await desk.briefOf(desk.reviewer, caseNo, '审查/人员/提出审查意见')).toEqual({
    findings: [
      '赵小小未满十八周岁，不具有完全民事行为能力',
      '拟任负责人里没有发起人：主要发起人应当是拟任负责人',
    ],
  });
});

test('条例第十三条：不予登记写明所列情形、理由和救济', async () => {
  const caseNo = await desk.reviewed();
  const form = { grounds: ['在申请登记时弄虚作假的'], reasons: '验资报告系伪造' };
  done(await desk.reviewer.decide(caseNo, '综合审查', '拟不予', form));
  expect(await desk.briefOf(desk.head, caseNo, '登记决定')).toMatchObject({ favours: false });
  done(await desk.head.decide(caseNo, '登记决定', '不予登记', form));
  await desk.served(caseNo, '送达不予登记决定');
  const { outcome, notices } = await desk.view(caseNo);
  expect(outcome).toBe('不予登记');
  expect(notices.at(-1)?.text.paragraphs).toContain('情形：在申请登记时弄虚作假的');
  expect(notices.at(-1)?.text.remedies).toHaveLength(2);
});

test('许可法第四十五条：听证的时间不计算在期限内，书面告知申请人', async () => {
  town = await memoryTown({ now: '2026-06-01T09:00:00+08:00' });
  desk = await registrationDeskOf(town);
  const caseNo = await desk.reviewed();
  await town.advance('P3D');
  const due = async () =>
    (await desk.clocks(caseNo)).find(({ name }) => name === '登记决定')?.dueAt ?? Number.NaN;
  const before = await due();
  done(await desk.reviewer.decide(caseNo, '综合审查', '先听证', {}, '利害关系人提出'));
  await town.advance('P7D');
  done(await desk.reviewer.decide(caseNo, '组织听证、评审', '已完成', { record: '没有异议' }));
  expect(Math.round(((await due()) - before) / 86_400_000)).toBe(7);
  const { notices } = await desk.view(caseNo);
  expect(await desk.briefOf(desk.reviewer, caseNo, '综合审查#2')).toMatchObject({ heard: ['没有异议'] });
  expect(notices.some(({ name, to }) => name === '听证告知书' && to === 'applicant')).toBe(true);
});

test('登记前公示规则：公示期满没有异议的，写入审查材料', async () => {
  const caseNo = await desk.reviewed();
  done(await desk.reviewer.decide(caseNo, '综合审查', '先公示'));
  await town.advance('P9D');
  expect(await desk.briefOf(desk.reviewer, caseNo, '综合审查#2')).toMatchObject({
    heard: ['公示期满，没有异议'],
  });
});

test('登记前公示规则：公示期间的异议收齐，逐个答复以后写入审查材料', async () => {
  const caseNo = await desk.reviewed();
  done(await desk.reviewer.decide(caseNo, '综合审查', '先公示'));
  const data = { objector: '某协会', content: '与本会业务重复' };
  done(await desk.reviewer.submit(caseNo, { type: 'supplement', fact: '公示异议', data }));
  expect(await desk.open(caseNo)).toEqual(['公示']);
  await town.advance('P9D');
  const reply = { reply: '业务范围不同', way: '书面' };
  done(await desk.reviewer.decide(caseNo, '异议人/第1人/答复异议人', '已答复', reply));
  expect(await desk.briefOf(desk.reviewer, caseNo, '综合审查#2')).toMatchObject({
    heard: ['公示期间的异议：某协会：与本会业务重复'],
  });
});

test('党建规则：填报党员情况调查表之前不能颁发证书；三名以上正式党员建立党支部', async () => {
  const caseNo = await desk.concluded();
  done(await desk.head.decide(caseNo, '登记决定', '准予登记'));
  expect(await desk.open(caseNo)).toEqual(['填报党员情况调查表']);
  await desk.surveyed(caseNo, 7);
  const { notices } = await desk.view(caseNo);
  expect(notices.at(-1)?.text.paragraphs[0]).toContain('正式党员7名，应当建立党支部');
  expect(await desk.open(caseNo)).toEqual(['颁发证书']);
});

test('许可法第四十四条：自决定之日起十个工作日内颁发证书，填报的时间也在其内', async () => {
  const caseNo = await desk.concluded();
  done(await desk.head.decide(caseNo, '登记决定', '准予登记'));
  const decided = (await desk.clocks(caseNo)).find(({ name }) => name === '颁发证书');
  expect(decided?.limit.amount).toBe(10);
  await town.advance('P3D');
  await desk.surveyed(caseNo);
  const act = (await desk.view(caseNo)).acts.find(({ key }) => key === '颁发证书');
  expect(act?.dueAt).toBe(decided?.dueAt);
});

test('条例第十二条：决定由受理、审查以外的人作出；代码由系统取用', async () => {
  const caseNo = await desk.concluded();
  expect((await desk.reviewer.decide(caseNo, '登记决定', '准予登记')).status).toBeGreaterThanOrEqual(400);
  done(await desk.head.decide(caseNo, '登记决定', '准予登记'));
  const { notices } = await desk.view(caseNo);
  expect(notices.at(-1)?.text.paragraphs[1]).toMatch(/51640221MJX/);
});

test('基金会管理条例第六条：基金会、境外非政府组织代表机构不在这里登记，说明去处', async () => {
  expect((await faults({ type: '基金会' })).fields).toEqual([
    { field: 'type', text: expect.stringContaining('自治区民政厅') },
  ]);
  expect((await faults({ type: '境外非政府组织代表机构' })).fields[0]?.text).toContain('公安厅');
});

test('条例第九条：发起人重复、法定代表人不在拟任负责人里、双重管理没有业务主管单位，逐项说明', async () => {
  const form = societyForm(freshField());
  const [first] = form.founders;
  const wrong = await faults({
    founders: [first, first],
    legalRepresentative: { ...form.legalRepresentative, identity: somebody('马建国').identity },
    supervisingUnit: undefined,
  });
  expect(wrong.fields.map(({ field }) => field)).toEqual([
    'supervisingUnit',
    'founders',
    'legalRepresentative',
  ]);
});
