/** 更正: what the window wrote down wrong, put right on the way. */
import { beforeEach, expect, test } from 'vitest';
import { sampleIdentity } from '../../../../stack/sample-people.ts';
import { type Desk, deskOf, done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';

let stack: MemoryTown;
let desk: Desk;
beforeEach(async () => {
  stack = await memoryTown();
  desk = await deskOf(stack);
});

const open = async (caseNo: string) => (await desk.view(caseNo)).acts.map(({ key }) => key).toSorted();
const whole = async (caseNo: string) => await desk.inspector.get<object>(`/cases/${caseNo}`);
const amend = (caseNo: string, changes: object, opinion = '登记时写错了') =>
  desk.window.submit(caseNo, { type: 'amend', changes, opinion });
const faults = async (caseNo: string, changes: object) =>
  ((await amend(caseNo, changes)).body as { fields?: { field: string; text: string }[] }).fields?.map(
    ({ field, text }) => `${field}：${text}`,
  );

test('第九条：电话、账户写错的更正，什么都不重新办，往后用更正的；台账写明谁、为什么，新旧并列', async () => {
  const caseNo = await desk.confirming();
  done(await amend(caseNo, { 'applicant.account': '6228481111111111', 'applicant.phone': '13911112222' }));
  expect(await open(caseNo)).toEqual(['审核确认']);
  const { items } = await desk.inspector.get<{ items: { actor: object; event: { type: string } }[] }>(
    `/cases/${caseNo}/ledger`,
  );
  expect(items.find(({ event }) => event.type === 'amended')).toMatchObject({
    actor: { name: '城关窗口员' },
    event: {
      opinion: '登记时写错了',
      changes: [
        { field: 'applicant.account', label: '申请人·收款账户', to: '6228481111111111' },
        { field: 'applicant.phone', from: '13900000000', to: '13911112222' },
      ],
    },
  });
  done(await desk.head.decide(caseNo, '审核确认', '同意'));
  expect(await whole(caseNo)).toMatchObject({
    form: { applicant: { account: '6228481111111111', phone: '13911112222' } },
    effects: expect.arrayContaining([expect.objectContaining({ name: '列入发放名单' })]),
  });
});

test('第三十条：收入写错的更正，核对、调查、初审、公示都重新办，金额按更正的算', async () => {
  const caseNo = await desk.confirming();
  done(await amend(caseNo, { 'income.0.amountFen': 120_000 }));
  expect(await open(caseNo)).toEqual(['入户调查#2', '提请信息核对#2'].toSorted());
  done(await desk.visitor.decide(caseNo, '提请信息核对#2', '已提请'));
  await desk.opensAct(caseNo, '核对报告#2');
  done(await desk.verifier.decide(caseNo, '核对报告#2', '相符'));
  await desk.visit(caseNo, {}, '入户调查#2');
  const { acts } = await desk.reviewer.get<{ acts: object[] }>(`/cases/${caseNo}`);
  expect(acts[0]).toMatchObject({ key: '初审#2', brief: { computation: { income: { totalFen: 120_000 } } } });
});

test('第十条：受理之前更正的，材料审查看更正以后的', async () => {
  const others = [{ name: '钱大山', identity: sampleIdentity(9, '19760101'), relation: '配偶' }];
  const form = desk.application({ others });
  const caseNo = await desk.opened({ ...form, materials: form.materials.slice(0, -1) });
  expect((await desk.window.decide(caseNo, '材料审查', '受理')).status).toBe(422);
  done(await amend(caseNo, { 'members.1': null }));
  expect(await whole(caseNo)).toMatchObject({ form: { members: [{ relation: '本人' }] } });
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
});

test('第七条：姓名写错的更正，办件按更正的姓名找得到；已经发出的受理通知书一字不变', async () => {
  const form = desk.application({ name: '孙小兰' });
  const caseNo = await desk.accepted(form);
  const last = form.materials.length - 1;
  const right = {
    'applicant.name': '孙晓兰',
    'members.0.name': '孙晓兰',
    'income.0.person': '孙晓兰',
    [`materials.${last}.person`]: '孙晓兰',
  };
  expect(await faults(caseNo, { 'applicant.name': '孙晓兰' })).toContainEqual(
    expect.stringContaining('members.0.name：与申请人的姓名不一致'),
  );
  done(await amend(caseNo, right));
  const { notices } = await desk.view(caseNo);
  expect(await whole(caseNo)).toMatchObject({ labels: { 申请人: '孙晓兰' } });
  expect(notices.find(({ name }) => name === '受理通知书')?.text.paragraphs.join()).toContain('孙小兰');
});

test('第七条：不能更正的逐项说明怎么办；审核确认以后只有电话还可以更正', async () => {
  const caseNo = await desk.accepted();
  const newcomer = { name: '赵小宝', identity: sampleIdentity(20, '20250101'), relation: '未成年子女' };
  expect(await faults(caseNo, { 'applicant.identity': sampleIdentity(8, '19700101') })).toEqual([
    'applicant.identity：申请人的号码写错的，请撤回后重新登记。',
  ]);
  expect(await faults(caseNo, { 'members.1': newcomer })).toEqual([expect.stringContaining('家庭人口增加')]);
  expect(await faults(caseNo, { 'materials.0.file': 'x' })).toContainEqual(
    expect.stringContaining('补正材料'),
  );
  const confirmed = await desk.confirming();
  done(await desk.head.decide(confirmed, '审核确认', '同意'));
  const late = await amend(confirmed, { 'applicant.account': '6228481111111111' });
  expect(late.body).toMatchObject({ code: 'FACT_TOO_LATE', detail: expect.stringContaining('动态管理') });
  done(await amend(confirmed, { 'applicant.phone': '13911112222' }));
});
