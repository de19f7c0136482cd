/** 最低生活保障审核确认: 收入核算, 低保金 and 拿回, over the engine alone. */
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

test('城市两口之家：（600－350）×2＝500元，自下月起', async () => {
  const form = desk.application({
    yearlyIncomeFen: 70_000 * 12,
    others: [{ name: '赵小宝', identity: sampleIdentity(941, '20150601'), relation: '未成年子女' }],
  });
  const caseNo = await desk.confirming({ ...form, applicant: { ...form.applicant, area: '城市' } });
  done(await desk.head.decide(caseNo, '审核确认', '同意'));
  const notice = (await desk.view(caseNo)).notices.find(({ name }) => name === '确认通知书');
  expect(notice?.text.paragraphs.join()).toContain('500.00元');
});

test('第十三条：收入按类计算，成本和扣减逐项列明，基础养老金按当日的规定', async () => {
  const form = desk.application();
  const income = [
    { kind: '工资性收入', item: '务工', amountFen: 120_000, costFen: 50_000, source: '申报' },
    { kind: '经营净收入', item: '养殖', amountFen: 200_000, costFen: 80_000, source: '申报' },
    { kind: '财产净收入', item: '土地流转租金', amountFen: 60_000, costFen: 0, source: '申报' },
    { kind: '转移净收入', item: '中央基础养老金', amountFen: 150_000, costFen: 0, source: '申报' },
    { kind: '转移净收入', item: '社会救助款物', amountFen: 90_000, costFen: 0, source: '申报' },
  ];
  const deductions = [{ kind: '残疾或重病刚性支出', amountFen: 30_000 }];
  const caseNo = await desk.investigated({ ...form, income, deductions });
  type Brief = {
    computation: {
      income: {
        totalFen: number;
        lines: { label: string; countedFen: number; why: string; basis: string }[];
      };
    };
  };
  const seen = (
    await desk.reviewer.get<{ acts: { key: string; brief: Brief }[] }>(`/cases/${caseNo}`)
  ).acts.find(({ key }) => key === '初审');
  const { lines, totalFen } = seen?.brief.computation.income ?? { lines: [], totalFen: 0 };
  // Wages, trade and rent net of their costs; the pension counts since 2026.
  expect(lines.map(({ countedFen }) => countedFen)).toEqual([70_000, 120_000, 60_000, 150_000, 0, -30_000]);
  expect(totalFen).toBe(370_000);
  expect(lines.every(({ basis }) => basis.length > 0)).toBe(true);
});

test('第十三条、第十四条：收入、财产项目从现行名录里选，不在名录里的写明理由；就业成本不写两次', async () => {
  const form = desk.application();
  const wages = { kind: '工资性收入', item: '务工', amountFen: 120_000, costFen: 5_000, source: '申报' };
  const opened = async (over: object) => {
    const answer = await desk.window.call<{ fields?: { field: string; text: string }[] }>('POST', '/cases', {
      matter: 'minimum-living',
      unit: 'chengguan',
      form: { ...form, ...over },
    });
    return answer.body.fields?.map(({ field, text }) => `${field}：${text}`);
  };
  expect(await opened({ income: [{ ...wages, item: '打零工' }] })).toEqual([
    expect.stringMatching(/^income\.0\.item：“打零工”不在名录里/),
  ]);
  expect(await opened({ income: [{ ...wages, item: '养殖' }] })).toEqual([
    'income.0.kind：“养殖”属于经营净收入，请改选',
  ]);
  expect(await opened({ income: [wages], deductions: [{ kind: '必要就业成本', amountFen: 5_000 }] })).toEqual(
    [expect.stringContaining('不要再扣一次')],
  );
  expect(await opened({ property: [{ kind: '古董', valueFen: 1 }] })).toEqual([
    expect.stringContaining('“古董”不在名录里'),
  ]);
  expect(await opened({ property: [{ kind: '机动车', valueFen: 1, exempt: '其他' }] })).toEqual([
    'property.0.note：其他理由豁免的，请写明',
  ]);
  const listed = { ...wages, item: '打零工', unlisted: '没有固定单位，按日结算' };
  expect(await opened({ income: [listed] })).toBeUndefined();
});

test('拿回：初审刚提交、公示尚无人处理的，本人可以拿回', async () => {
  const caseNo = await desk.investigated();
  done(await desk.reviewer.decide(caseNo, '初审', '拟同意'));
  expect((await desk.head.submit(caseNo, { type: 'takeBack', act: '初审', opinion: '写错' })).body.code).toBe(
    'NOT_YOUR_DECISION',
  );
  done(await desk.reviewer.submit(caseNo, { type: 'takeBack', act: '初审', opinion: '金额写错' }));
  const view = await desk.view(caseNo);
  expect(view.stage).toBe('初审');
  expect(view.superseded.map(({ key }) => key)).toContain('初审');
});
