/** 低保 rules in the clauses' own words, with the fact sheet's vectors. Amounts in 分. */
import { describe, expect, test } from 'vitest';
import type { Json, Rule, RuleName } from '../../../contract/rule.ts';
import { loadCounty } from '../../../county/load.ts';
import { countyCalendar } from '../../../county/pingluo/calendar.ts';
import { calendarSince } from '../../../engine/clock/calendar.ts';
import type { ReadRule } from '../../../engine/process/rules.ts';
import { ruleInForceAt } from '../../../engine/replay/tables.ts';
import { amountMethod, authorityMode } from '../../../workflows/minimum-living/parameters.ts';
import { paymentMonth } from '../../../workflows/minimum-living/rules/amount.ts';
import { type Circumstances, eligibility } from '../../../workflows/minimum-living/rules/eligibility.ts';
import { household, type Member, mayApplyAlone } from '../../../workflows/minimum-living/rules/household.ts';
import { type IncomeLine, income } from '../../../workflows/minimum-living/rules/income.ts';
import { property } from '../../../workflows/minimum-living/rules/property.ts';

const county = await loadCounty('pingluo');
const shipped = [...county.rules.values()];
const rowsOf = ({ name }: RuleName) => county.rules.get(name)?.rows ?? [];

const reading = (date: string, rules: readonly Rule[] = shipped): ReadRule => {
  const tables = [{ seq: 1, calendar: calendarSince(countyCalendar, 2024), rules }];
  return <V extends Json>(rule: RuleName<V>) => ruleInForceAt(tables, rule, 1, date);
};
const line = (kind: IncomeLine['kind'], item: string, amountFen: number, costFen = 0): IncomeLine => ({
  kind,
  item,
  amountFen,
  costFen,
  source: '核实',
});
const people = (n: number): readonly Member[] =>
  Array.from(
    { length: n },
    (_, i) =>
      ({ name: `成员${i + 1}`, relation: i === 0 ? '本人' : '其他有法定义务并长期共同居住的人员' }) as const,
  );
const family = (
  n: number,
  area: '农村' | '城市',
  lines: readonly IncomeLine[],
  over: Partial<Circumstances> = {},
): Circumstances => ({
  area,
  members: people(n),
  income: lines,
  deductions: [],
  property: [],
  ...over,
});
const judged = (of: Circumstances, date = '2020-12-31', rules?: readonly Rule[]) => {
  // The income window and property limits begin with the measures of 2021; the standard is the one of the date.
  const read = reading('2021-12-31', rules);
  const onDate = reading(date, rules);
  return eligibility(of, date, (rule) =>
    rule.name === 'minimum-living.standards' ? onDate(rule) : read(rule),
  );
};

const plain = { method: '补差', tiers: [], topUps: [], elderFrom: 60, leastFen: 0, unitFen: 1 } as const;

describe('补差（57号第二十三条）', () => {
  test('农村380元，三口人，家庭月收入600元：（380－200）×3＝540元', () => {
    const { amount } = judged(family(3, '农村', [line('工资性收入', '务工', 60_000 * 12)]));
    expect(amount?.monthlyFen).toBe(54_000);
    expect(amount?.steps.join()).toContain('540.00元');
  });
  test('城市600元，两口人，家庭月收入700元：（600－350）×2＝500元', () => {
    expect(judged(family(2, '城市', [line('工资性收入', '务工', 70_000 * 12)])).amount?.monthlyFen).toBe(
      50_000,
    );
  });
  test('人均收入恰好等于标准的，不是“低于”，不符合条件', () => {
    const { eligible, reasons } = judged(family(3, '农村', [line('工资性收入', '务工', 38_000 * 3 * 12)]));
    expect(eligible).toBe(false);
    expect(reasons.join()).toContain('不低于当地标准');
  });
  test('人均收入只差一分的，符合条件', () => {
    expect(judged(family(3, '农村', [line('工资性收入', '务工', 38_000 * 3 * 12 - 1)])).eligible).toBe(true);
  });
  test('除不尽的，按精确的分数判断，金额只在最后进一次', () => {
    const { amount, income: computed } = judged(family(3, '农村', [line('工资性收入', '务工', 700_000)]));
    expect(computed.perCapitaMonthlyFen).toBe(19_444);
    expect(amount?.monthlyFen).toBe(Math.ceil(38_000 * 3 - 700_000 / 12));
  });
});

test('分档的，按与标准的差距定档；没有覆盖的档次是表的错误，不是拒绝', () => {
  const tiers = [
    { name: 'A', gapAtLeastFen: 20_000, perHeadFen: 35_000 },
    { name: 'B', gapAtLeastFen: 5_000, perHeadFen: 22_000 },
  ];
  const row = {
    from: '2021-07-01',
    basis: '样例',
    standing: 'county' as const,
    value: { ...plain, method: '分档', tiers, topUps: [{ category: '未成年人', percent: 10 }] } as const,
  };
  const rules = shipped.map((rule) => (rule.name === amountMethod.name ? { ...rule, rows: [row] } : rule));
  const child: Member = { name: '孩子', relation: '未成年子女' };
  const of = family(1, '农村', [line('工资性收入', '务工', 10_000 * 12 * 2)], {
    members: [...people(1), child],
  });
  expect(judged(of, '2020-12-31', rules).amount?.monthlyFen).toBe(35_000 * 2 + 3_800);
  const near = family(1, '农村', [line('工资性收入', '务工', 37_000 * 12)]);
  expect(() => judged(near, '2020-12-31', rules)).toThrow('分档表没有覆盖');
});

const paid = (value: object, of: Circumstances) => {
  const row = {
    from: '2021-07-01',
    basis: '样例',
    standing: 'county' as const,
    value: { ...plain, ...value } as Json,
  };
  const rules = shipped.map((rule) => (rule.name === amountMethod.name ? { ...rule, rows: [row] } : rule));
  return judged(of, '2020-12-31', rules).amount;
};

describe('增发、最低发放额、进位（57号第二十三条，县级配置）', () => {
  const topUps = [
    { category: '老年人', percent: 10 },
    { category: '未成年人', percent: 15 },
    { category: '一级、二级残疾人', percent: 30 },
    { category: '三级智力、精神残疾人', percent: 25 },
    { category: '重病患者', percent: 20 },
  ];
  const someone = (over: Partial<Member>): Member => ({
    name: '某',
    relation: '其他有法定义务并长期共同居住的人员',
    ...over,
  });
  const household = (...members: readonly Member[]) =>
    family(1, '农村', [], { members: [...people(1), ...members] });
  const base = 38_000;
  test('各类人员各按各的比例，只算在内的人', () => {
    const of = household(
      someone({ birthDate: '1955-01-01' }),
      someone({ birthDate: '2012-01-01' }),
      someone({ birthDate: '1980-01-01', disability: { type: '智力', grade: 3 } }),
      someone({ birthDate: '1980-01-01', disability: { type: '肢体', grade: 3 } }),
      someone({ birthDate: '1950-01-01', exclusion: '在监狱服刑或强制隔离戒毒' }),
    );
    // 本人和四个算在内的：380×5；老年人10％、未成年人15％、三级智力25％；三级肢体和服刑的没有。
    expect(paid({ topUps }, of)?.monthlyFen).toBe(base * 5 + 3_800 + 5_700 + 9_500);
  });
  test('一个人属于几类的，只按最高的一类增发一次', () => {
    const of = household(
      someone({ birthDate: '1955-01-01', disability: { type: '视力', grade: 1 }, seriousIllness: true }),
    );
    expect(paid({ topUps }, of)?.monthlyFen).toBe(base * 2 + 11_400);
    expect(paid({ topUps }, of)?.steps.join()).toContain('（一级、二级残疾人）380.00元×30%＝114.00元');
  });
  test('不足最低发放额的按最低发放额；进到元的，在最后进一次', () => {
    const near = family(1, '农村', [line('工资性收入', '务工', 37_950 * 12)]);
    expect(paid({}, near)?.monthlyFen).toBe(50);
    expect(paid({ leastFen: 3_000 }, near)?.monthlyFen).toBe(3_000);
    const odd = family(3, '农村', [line('工资性收入', '务工', 700_000)]);
    expect(paid({ unitFen: 100 }, odd)?.monthlyFen).toBe(55_700);
  });
  test('除不尽的，写出来的算式加得起来', () => {
    const odd = family(3, '农村', [line('工资性收入', '务工', 700_000)]);
    expect(paid({}, odd)?.steps).toEqual([
      '补差：380.00元×3人－家庭收入7000.00元÷12个月＝556.67元（不足一分的进为一分）',
    ]);
  });
  test('没有一个人算在内的，不符合条件，不发', () => {
    const nobody = family(1, '农村', [], { members: [someone({ exclusion: '宣告失踪' })] });
    expect(judged(nobody)).toMatchObject({ eligible: false, reasons: ['没有计算在内的共同生活家庭成员'] });
    expect(judged(nobody).amount).toBeUndefined();
  });
  test('分档表没有覆盖所有家庭的、次序乱的、同一类写两次的，录入时就拒绝', () => {
    const faulty = (value: object): readonly string[] =>
      county.ruleFaults(amountMethod.name, { ...plain, ...value } as Json).map(({ field }) => field);
    const [wide, rest] = [
      { name: 'A', gapAtLeastFen: 20_000, perHeadFen: 35_000 },
      { name: 'B', gapAtLeastFen: 0, perHeadFen: 10_000 },
    ];
    expect(faulty({ method: '分档', tiers: [wide, rest] })).toEqual([]);
    expect(faulty({ method: '分档', tiers: [wide] })).toEqual(['tiers']);
    expect(faulty({ method: '分档', tiers: [] })).toEqual(['tiers']);
    expect(faulty({ method: '分档', tiers: [rest, wide, rest] })).toEqual(['tiers']);
    expect(faulty({ topUps: [topUps[0], topUps[0]] })).toEqual(['topUps']);
  });
});

describe('家庭收入（57号第十三条）', () => {
  const read = reading('2025-06-01');
  test('工资性收入减去必要的就业成本，写在哪里都只减一次', () => {
    expect(income([line('工资性收入', '务工', 100_000, 30_000)], [], 1, read).totalFen).toBe(70_000);
    const apart = [{ kind: '必要就业成本', amountFen: 30_000 }] as const;
    expect(income([line('工资性收入', '务工', 100_000)], apart, 1, read).totalFen).toBe(70_000);
  });
  test('经营净收入减去成本、折旧和生产税；亏损的按零计', () => {
    expect(income([line('经营净收入', '养殖', 100_000, 30_000)], [], 1, read).totalFen).toBe(70_000);
    expect(income([line('经营净收入', '养殖', 10_000, 30_000)], [], 1, read).totalFen).toBe(0);
  });
  test('经营净收入各项相抵：一项亏损抵另一项盈利，合计为负的按零计，不抵工资', () => {
    const [loss, gain] = [
      line('经营净收入', '养殖', 10_000, 50_000),
      line('经营净收入', '种植', 90_000, 20_000),
    ];
    expect(income([loss, gain], [], 1, read).totalFen).toBe(30_000);
    const wages = line('工资性收入', '务工', 60_000);
    const computed = income([loss, wages], [], 1, read);
    expect(computed.totalFen).toBe(60_000);
    expect(computed.lines.reduce((sum, { countedFen }) => sum + countedFen, 0)).toBe(60_000);
  });
  test('财产净收入、转移净收入减去相关支出', () => {
    const lines = [
      line('财产净收入', '土地流转租金', 50_000, 5_000),
      line('转移净收入', '赡养费', 60_000, 10_000),
    ];
    expect(income(lines, [], 1, read).totalFen).toBe(95_000);
  });
  test.each(['优待抚恤金', '计划生育奖励与扶助金', '奖学金', '见义勇为奖励', '社会救助款物'])(
    '%s不计入',
    (item) => {
      expect(income([line('转移净收入', item, 500_000)], [], 1, read).totalFen).toBe(0);
    },
  );
  test('中央确定的基础养老金“十四五”期间不计入，期满之后按县级配置', () => {
    const pension = [line('转移净收入', '中央基础养老金', 150_000)];
    expect(income(pension, [], 1, reading('2025-12-31')).totalFen).toBe(0);
    expect(income(pension, [], 1, reading('2026-01-01')).totalFen).toBe(150_000);
  });
  test('残疾、重病的刚性支出适当扣减，不会扣成负数', () => {
    const wages = [line('工资性收入', '务工', 100_000)];
    expect(income(wages, [{ kind: '残疾或重病刚性支出', amountFen: 40_000 }], 1, read).totalFen).toBe(60_000);
    expect(income(wages, [{ kind: '残疾或重病刚性支出', amountFen: 400_000 }], 1, read).totalFen).toBe(0);
  });
  test('没有工资性收入的，不扣减就业成本', () => {
    const lines = [line('经营净收入', '种植', 100_000)];
    const computed = income(lines, [{ kind: '必要就业成本', amountFen: 40_000 }], 1, read);
    expect(computed.totalFen).toBe(100_000);
    expect(computed.lines.at(-1)?.why).toContain('不扣减');
  });
  test('每一行都有来源、理由和依据', () => {
    const { lines } = income([line('工资性收入', '务工', 1), line('转移净收入', '奖学金', 1)], [], 1, read);
    for (const { label, why, basis } of lines)
      expect([label, why, basis].every((said) => said.length > 3 || said === '计入')).toBe(true);
  });
});

describe('共同生活家庭成员（57号第七条）', () => {
  test.each(['脱离家庭三年以上的宗教教职人员', '在监狱服刑或强制隔离戒毒', '宣告失踪'] as const)(
    '%s不计算在内',
    (exclusion) => {
      expect(household([{ name: '某', relation: '配偶', exclusion }])[0]?.counted).toBe(false);
    },
  );
  test('配偶、未成年子女、不能独立生活的成年子女和负有法定义务并长期共同居住的人员计算在内', () => {
    const members = (
      ['配偶', '未成年子女', '不能独立生活的成年子女', '其他有法定义务并长期共同居住的人员'] as const
    ).map((relation) => ({ name: relation, relation }));
    expect(household(members).every(({ counted }) => counted)).toBe(true);
    expect(household([{ name: '父亲', relation: '其他' }])[0]?.counted).toBe(false);
  });
});

test('不计算在内的人的收入、扣减不是家庭的', () => {
  const of = family(
    1,
    '农村',
    [{ ...line('工资性收入', '务工', 900_000), person: '服刑的' }, line('工资性收入', '务工', 120_000)],
    {
      members: [...people(1), { name: '服刑的', relation: '配偶', exclusion: '在监狱服刑或强制隔离戒毒' }],
      deductions: [{ person: '服刑的', kind: '必要就业成本', amountFen: 50_000 }],
    },
  );
  const { income: computed, headCount } = judged(of);
  expect(computed.totalFen).toBe(120_000);
  expect(headCount).toBe(1);
});

describe('单人户（57号第八条、83号一（一））', () => {
  const facts = { inMarginFamily: true, seriousIllness: false, clergyYears: 0, adultUnemployed: false };
  test('低保边缘家庭中一级、二级残疾，三级智力、精神残疾人', () => {
    const reason = '低保边缘家庭中的重度残疾人';
    const may = (type: '肢体' | '智力' | '精神', grade: number) =>
      mayApplyAlone({ ...facts, reason, disability: { type, grade } }).allowed;
    expect([may('肢体', 1), may('肢体', 2), may('智力', 3), may('精神', 3)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([may('肢体', 3), may('智力', 4)]).toEqual([false, false]);
    expect(
      mayApplyAlone({ ...facts, inMarginFamily: false, reason, disability: { type: '肢体', grade: 1 } })
        .allowed,
    ).toBe(false);
  });
  test('低保边缘家庭中的重病患者', () => {
    const reason = '低保边缘家庭中的重病患者';
    expect(mayApplyAlone({ ...facts, reason, seriousIllness: true }).allowed).toBe(true);
    expect(mayApplyAlone({ ...facts, reason }).allowed).toBe(false);
  });
  test('宗教教职人员三年以上（含三年）', () => {
    expect(mayApplyAlone({ ...facts, reason: '宗教教职人员', clergyYears: 3 }).allowed).toBe(true);
    expect(mayApplyAlone({ ...facts, reason: '宗教教职人员', clergyYears: 2 }).allowed).toBe(false);
  });
  test('成年无业重度残疾人可以参照单人户', () => {
    const reason = '成年无业重度残疾人';
    expect(
      mayApplyAlone({ ...facts, reason, adultUnemployed: true, disability: { type: '视力', grade: 2 } }),
    ).toMatchObject({ allowed: true, basis: '民发〔2022〕83号一（一）' });
    expect(
      mayApplyAlone({ ...facts, reason, adultUnemployed: true, disability: { type: '视力', grade: 3 } })
        .allowed,
    ).toBe(false);
  });
});

describe('家庭财产（57号第十四条，限值为县级配置）', () => {
  const over = (items: Parameters<typeof property>[0]) =>
    property(items, 2, 38_000, reading('2026-03-02'))
      .filter(({ within }) => !within)
      .map(({ item }) => item);
  test('机动车超限；残疾人代步车不计', () => {
    expect(over([{ kind: '机动车', valueFen: 1 }])).toEqual(['机动车']);
    expect(over([{ kind: '残疾人代步车', valueFen: 1 }])).toEqual([]);
  });
  test('金融资产合并计算，恰好等于上限的不超', () => {
    const ceiling = 24 * 38_000 * 2;
    expect(
      over([
        { kind: '存款', valueFen: ceiling - 100 },
        { kind: '有价证券', valueFen: 100 },
      ]),
    ).toEqual([]);
    expect(
      over([
        { kind: '存款', valueFen: ceiling - 100 },
        { kind: '债权', valueFen: 101 },
      ]),
    ).toEqual(['金融资产']);
  });
  test('第二套住房、市场主体出资', () => {
    expect(
      over([
        { kind: '住房', valueFen: 0 },
        { kind: '住房', valueFen: 0 },
      ]),
    ).toEqual(['住房']);
    expect(over([{ kind: '市场主体出资', valueFen: 1 }])).toEqual(['市场主体出资']);
  });
});

test('作出决定的下月起发放，跨年的为次年一月', () => {
  expect(paymentMonth('2026-03-31')).toBe('2026-04');
  expect(paymentMonth('2026-12-01')).toBe('2027-01');
});

test('每一项期限、标准都写明依据，标注待确认的是县级配置', () => {
  for (const rule of shipped)
    for (const row of rule.rows) {
      expect(row.basis, rule.name).not.toBe('');
      if (row.basis.startsWith('县级配置')) expect(row.standing, rule.name).toBe('county');
    }
  expect(rowsOf(authorityMode).map(({ value }) => value)).toEqual(['COUNTY', 'TOWNSHIP_OWN_NAME']);
});

test('规则的新数值必须合乎该规则的要求：项目、类型、单位、范围', () => {
  const faulty = (rule: string, value: Json): readonly string[] =>
    county.ruleFaults(`minimum-living.${rule}`, value).map(({ field }) => field);
  expect(faulty('standards', { RURAL: 3, URBAN: 4 })).toEqual([]);
  expect(faulty('standards', { RURAL: 3 })).toEqual(['URBAN']);
  expect(faulty('standards', { RURAL: '3', URBAN: 0 })).toEqual(['RURAL', 'URBAN']);
  expect(faulty('total.county', { amount: 20, unit: '天' })).toEqual(['unit']);
  const item = { item: '务工', kind: '工资性收入', counted: true };
  expect(faulty('income-items', [item])).toEqual([]);
  expect(faulty('income-items', [{ ...item, kind: '工资' }])).toEqual(['0.kind']);
  expect(faulty('income-items', [item, item])).toEqual(['value']);
  expect(faulty('authority-mode', 'VILLAGE')).toEqual(['value']);
});
