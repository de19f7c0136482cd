/** Twenty households worked out by hand, in 元: what each is paid a month, or why it is not. The sums are written out. */
import { describe, expect, test } from 'vitest';
import type { Json, Rule, RuleName } from '../../../../contract/rule.ts';
import { loadCounty } from '../../../../county/load.ts';
import { countyCalendar } from '../../../../county/pingluo/calendar.ts';
import { calendarSince } from '../../../../engine/clock/calendar.ts';
import { ruleInForceAt } from '../../../../engine/replay/tables.ts';
import { amountMethod, deductionCaps, incomeItems } from '../../../../workflows/minimum-living/parameters.ts';
import { eligibility } from '../../../../workflows/minimum-living/rules/eligibility.ts';
import type { Member } from '../../../../workflows/minimum-living/rules/household.ts';
import type { Deduction, IncomeLine } from '../../../../workflows/minimum-living/rules/income.ts';
import type { Difficulty } from '../../../../workflows/minimum-living/rules/kinds.ts';
import type { PropertyItem } from '../../../../workflows/minimum-living/rules/property.ts';

const county = await loadCounty('pingluo');
const today = '2026-03-02';

type Household = {
  readonly area?: '农村' | '城市';
  readonly members: readonly Member[];
  readonly income?: readonly IncomeLine[];
  readonly deductions?: readonly Deduction[];
  readonly property?: readonly PropertyItem[];
  readonly difficulty?: Difficulty;
  /** Values a county might set. */
  readonly set?: readonly (readonly [RuleName<Json>, Json])[];
};

function judged({ area = '农村', income = [], deductions = [], property = [], set = [], ...of }: Household) {
  const given = (rule: Rule): Rule => {
    const value = set.find(([{ name }]) => name === rule.name)?.[1];
    return value === undefined
      ? rule
      : { ...rule, rows: [{ value, from: '2021-01-01', basis: '样例', standing: 'county' }] };
  };
  const tables = [
    { seq: 1, calendar: calendarSince(countyCalendar, 2024), rules: [...county.rules.values()].map(given) },
  ];
  return eligibility({ area, income, deductions, property, ...of }, today, (rule) =>
    ruleInForceAt(tables, rule, 1, today),
  );
}
const paid = (of: Household): number => (judged(of).amount?.monthlyFen ?? Number.NaN) / 100;

const self: Member = { name: '甲', relation: '本人', birthDate: '1975-05-05' };
const spouse: Member = { name: '乙', relation: '配偶', birthDate: '1977-07-07' };
const child: Member = { name: '丙', relation: '未成年子女', birthDate: '2015-01-01' };
const mother: Member = {
  name: '丁',
  relation: '其他有法定义务并长期共同居住的人员',
  birthDate: '1950-01-01',
};
/** A year's, in 元. */
const line = (
  person: Member,
  kind: IncomeLine['kind'],
  item: string,
  yuan: number,
  cost = 0,
): IncomeLine => ({
  person: person.name,
  kind,
  item,
  amountFen: yuan * 100,
  costFen: cost * 100,
  source: '核实',
});
const less = (person: Member, kind: Deduction['kind'], yuan: number): Deduction => ({
  person: person.name,
  kind,
  amountFen: yuan * 100,
});
const owns = (kind: string, yuan: number, exempt?: string): PropertyItem => ({
  kind,
  valueFen: yuan * 100,
  ...(exempt ? { exempt } : {}),
});
const method = (value: object): readonly [RuleName<Json>, Json] => [
  amountMethod,
  { method: '补差', tiers: [], topUps: [], elderFrom: 60, leastFen: 0, unitFen: 1, ...value } as Json,
];
const topUps = [
  { category: '老年人', percent: 10 },
  { category: '未成年人', percent: 15 },
  { category: '一级、二级残疾人', percent: 30 },
];

describe('农村，标准每人每月380元', () => {
  test('一、独居，没有收入：380×1', () => {
    expect(paid({ members: [self] })).toBe(380);
  });
  test('二、夫妻，丈夫务工一年3600元：380×2－3600÷12', () => {
    const income = [line(self, '工资性收入', '务工', 3_600)];
    expect(paid({ members: [self, spouse], income })).toBe(760 - 300);
  });
  test('三、一家三口，务工12000元、必要就业成本写在工资里2400元：380×3－（12000－2400）÷12', () => {
    const income = [line(self, '工资性收入', '务工', 12_000, 2_400)];
    expect(paid({ members: [self, spouse, child], income })).toBe(1_140 - 800);
  });
  test('四、同样的就业成本写成扣减，一分不差：380×3－（12000－2400）÷12', () => {
    const income = [line(self, '工资性收入', '务工', 12_000)];
    const deductions = [less(self, '必要就业成本', 2_400)];
    expect(paid({ members: [self, spouse, child], income, deductions })).toBe(340);
  });
  test('五、养羊亏2000元，种地赚5000元：经营净收入合起来3000元，380×2－3000÷12', () => {
    const income = [
      line(self, '经营净收入', '养殖', 8_000, 10_000),
      line(self, '经营净收入', '种植', 9_000, 4_000),
    ];
    expect(paid({ members: [self, spouse], income })).toBe(760 - 250);
  });
  test('六、养羊亏6000元、务工4800元：亏的不抵工资，380×2－4800÷12', () => {
    const income = [
      line(self, '经营净收入', '养殖', 2_000, 8_000),
      line(spouse, '工资性收入', '务工', 4_800),
    ];
    expect(paid({ members: [self, spouse], income })).toBe(760 - 400);
  });
  test('七、土地流转租金2400元减去相关支出600元，儿子给赡养费1200元：380×1－（1800＋1200）÷12', () => {
    const income = [
      line(mother, '财产净收入', '土地流转租金', 2_400, 600),
      line(mother, '转移净收入', '赡养费、抚养费、扶养费', 1_200),
    ];
    expect(paid({ members: [{ ...mother, relation: '本人' }], income })).toBe(380 - 250);
  });
  test('八、高龄津贴、残疾人两项补贴、奖学金都不计入，只算务工1200元：380×2－1200÷12', () => {
    const income = [
      line(mother, '转移净收入', '高龄津贴', 1_200),
      line(mother, '转移净收入', '残疾人两项补贴', 2_400),
      line(child, '其他收入', '奖学金', 3_000),
      line(self, '工资性收入', '务工', 1_200),
    ];
    expect(paid({ members: [self, mother], income })).toBe(760 - 100);
  });
  test('九、重病支出6000元从家庭收入14400元里扣减：380×3－（14400－6000）÷12', () => {
    const income = [line(self, '工资性收入', '务工', 14_400)];
    const deductions = [less(spouse, '残疾或重病刚性支出', 6_000)];
    expect(paid({ members: [self, spouse, child], income, deductions })).toBe(1_140 - 700);
  });
  test('十、县里定就业成本每人最多1800元，工资里写了1200元、扣减里又写1500元：只减1800元，380×2－（9600－1800）÷12', () => {
    const income = [line(self, '工资性收入', '务工', 9_600, 1_200)];
    const deductions = [less(self, '必要就业成本', 1_500)];
    const set = [[deductionCaps, [{ kind: '必要就业成本', perPersonFen: 180_000 }]] as const];
    expect(paid({ members: [self, spouse], income, deductions, set })).toBe(760 - 650);
  });
  test('十一、一次性补偿36000元，县里定分摊36个月：核算期12个月内12000元，380×4－12000÷12', () => {
    const listed = { item: '一次性补偿', kind: '转移净收入', counted: true, spreadMonths: 36 };
    const income = [line(self, '转移净收入', '一次性补偿', 36_000)];
    const members = [self, spouse, child, mother];
    expect(paid({ members, income, set: [[incomeItems, [listed]]] })).toBe(1_520 - 1_000);
  });
  test('十二、丈夫服刑不计算在内，他的收入也不是家庭的：380×2－2400÷12', () => {
    const jailed: Member = { ...spouse, exclusion: '在监狱服刑或强制隔离戒毒' };
    const income = [line(jailed, '工资性收入', '务工', 50_000), line(self, '工资性收入', '务工', 2_400)];
    expect(paid({ members: [self, jailed, child], income })).toBe(760 - 200);
  });
  test('十三、人均收入4560元一年恰好等于标准，不是低于，不符合', () => {
    const income = [line(self, '工资性收入', '务工', 4_560 * 2)];
    expect(judged({ members: [self, spouse], income })).toMatchObject({
      eligible: false,
      reasons: [expect.stringContaining('380.00元，不低于当地标准380.00元')],
    });
  });
  test('十四、增发：母亲老年人10%即38元，孩子未成年人15%即57元：380×3－3600÷12＋38＋57', () => {
    const income = [line(self, '工资性收入', '务工', 3_600)];
    const set = [method({ topUps })];
    expect(paid({ members: [self, mother, child], income, set })).toBe(1_140 - 300 + 38 + 57);
  });
  test('十五、母亲又是一级残疾：只按最高的30%即114元，不再加老年人的：380×2＋114', () => {
    const disabled: Member = { ...mother, disability: { type: '肢体', grade: 1 } };
    expect(paid({ members: [self, disabled], set: [method({ topUps })] })).toBe(760 + 114);
  });
  test('十六、分档：人均100元，差280元，一般的落在B档每人220元，困难严重的落在A档每人300元', () => {
    const tiers = [
      { name: 'A', gapAtLeastFen: 25_000, perHeadFen: 30_000, difficulty: '严重' },
      { name: 'B', gapAtLeastFen: 10_000, perHeadFen: 22_000 },
      { name: 'C', gapAtLeastFen: 0, perHeadFen: 12_000 },
    ];
    expect(county.ruleFaults(amountMethod.name, method({ method: '分档', tiers })[1])).toEqual([]);
    const of = {
      members: [self, spouse, child],
      income: [line(self, '工资性收入', '务工', 3_600)],
      set: [method({ method: '分档', tiers })],
    };
    expect(paid(of)).toBe(220 * 3);
    expect(paid({ ...of, difficulty: '严重' })).toBe(300 * 3);
  });
});

describe('城市，标准每人每月600元', () => {
  const area = '城市';
  test('十七、单亲带一个孩子，工资9600元，抚养费2400元：600×2－12000÷12', () => {
    const income = [
      line(self, '工资性收入', '工资薪金', 9_600),
      line(child, '转移净收入', '赡养费、抚养费、扶养费', 2_400),
    ];
    expect(paid({ area, members: [self, child], income })).toBe(1_200 - 1_000);
  });
  test('十八、除不尽的进到分：600×3－10000÷12＝966.67（966.666…进为966.67）', () => {
    const income = [line(self, '经营净收入', '商贸', 15_000, 5_000)];
    expect(paid({ area, members: [self, spouse, child], income })).toBe(966.67);
  });
  test('十九、存款恰好24个月标准×2人＝28800元，符合；再多一分不符合；一次性补偿已计入收入的豁免', () => {
    const members = [self, spouse];
    expect(paid({ area, members, property: [owns('存款', 28_800)] })).toBe(1_200);
    expect(judged({ area, members, property: [owns('存款', 28_800.01)] }).eligible).toBe(false);
    const kept = owns('存款', 28_800.01, '一次性补偿已计入收入');
    expect(paid({ area, members, property: [kept] })).toBe(1_200);
  });
  test('二十、跑运输的一辆小货车，没有豁免的超过规定；维持生产生活所必需的豁免，理由写在测算里', () => {
    const members = [self, spouse];
    const of = (exempt?: string) => ({ area, members, property: [owns('机动车', 20_000, exempt)] }) as const;
    expect(judged(of())).toMatchObject({ eligible: false, reasons: [expect.stringContaining('机动车')] });
    const exempted = judged(of('维持生产生活所必需'));
    expect(exempted.amount?.monthlyFen).toBe(120_000);
    expect(exempted.property.at(-1)?.why).toBe('豁免20000.00元：维持生产生活所必需');
  });
});
