/** 指标和综合分：由计数算得的，样本、分成、名次。 */
import { expect, test } from 'vitest';
import type { Metric, Score } from '../../contract/metric.ts';
import type { Count } from '../../db/periods.ts';
import { measured, scored, type ValueThen } from '../../delivery/measures.ts';

const count = (over: Partial<Count>): Count => ({
  matter: 'm',
  unit: '',
  opener: '',
  branch: '',
  lead: '',
  step: '回访',
  outcome: '满意',
  decided: 1,
  limited: 0,
  onTime: 0,
  allOnTime: 0,
  said: null,
  points: 0,
  ...over,
});

const metric = (over: Partial<Metric> = {}): Metric =>
  ({
    name: '满意率',
    formula: '满意 ÷ 回访',
    of: 'lead',
    counted: { steps: ['回访'], outcomes: ['满意'] },
    among: { steps: ['回访'] },
    ...over,
  }) as Metric;
const rules: Record<string, unknown> = {
  shares: { lead: 0.7, opener: 0.3 },
  weights: { 满意率: 1 },
  residents: { a: 40 },
  peers: [],
};
const valueThen = (({ name }) => rules[name]) as ValueThen;
const score = (over: Partial<Score> = {}): Score => ({
  name: '分',
  of: 'lead',
  weights: { name: 'weights' },
  peers: { name: 'peers' },
  small: 'unranked',
  ...over,
});
const peers = { groups: [], kindOf: (unit: string) => (unit < 'm' ? '部门' : '乡镇') };
const pick = (unit: string | null) => (one: { readonly unit: string | null }) => one.unit === unit;

test('分成：主办七成，登记的单位三成；样本按件数，不按分成后的数', () => {
  const rows = [
    count({ lead: 'a', opener: 'z', decided: 4 }),
    count({ lead: 'a', opener: 'z', outcome: '不满意' }),
  ];
  const shared = measured('m', [metric({ of: 'shared', shares: { name: 'shares' } })], rows, valueThen);
  expect(shared.find(pick('a'))).toMatchObject({ counted: 2.8, among: 3.5, rate: 0.8, small: false });
  expect(shared.find(pick('z'))).toMatchObject({ counted: 1.2, among: 1.5, rate: 0.8, small: false });
  expect(measured('other', [metric()], rows, valueThen)).toEqual([]);
});

test('样本不足五件的写明，两个以上的另合并', () => {
  const rows = [count({ lead: 'a', decided: 4 }), count({ lead: 'b', decided: 2, outcome: '不满意' })];
  const rates = measured('m', [metric()], [...rows, count({ lead: 'c', decided: 5 })], valueThen);
  expect(rates.map(({ unit, small, counted, among }) => [unit, small, counted, among])).toEqual([
    ['a', true, 4, 4],
    ['b', true, 0, 2],
    ['c', false, 5, 5],
    [null, true, 4, 6],
  ]);
});

test('得分按满分折算；几样的加在一起；按人口的由县里的数，没有数的不算', () => {
  const marked = [
    count({ unit: 'a', decided: 5, points: 430 }),
    count({ unit: 'a', step: '并入', decided: 3 }),
  ];
  const own = (over: Partial<Metric>) => measured('m', [metric({ of: 'unit', ...over })], marked, valueThen);
  const points = { steps: ['回访'], points: ['x'] };
  expect(own({ counted: points })).toMatchObject([{ counted: 4.3, among: 8 - 3, rate: 0.86 }]);
  expect(own({ counted: [{ steps: ['并入'] }, { steps: ['回访'] }] })).toMatchObject([
    { counted: 8, among: 5 },
  ]);
  const people = { per: { name: 'residents' }, each: 10 };
  expect(own({ among: people })).toMatchObject([{ counted: 5, among: 4, rate: 1.25, small: false }]);
  expect(own({ among: { per: { name: 'unsaid' }, each: 10 } })).toEqual([]);
});

test('名次只在同类单位之间：同分同名次，样本不足的不排；只有一个的不排', () => {
  const rows = ['a', 'b', 'c', 'z'].flatMap((lead, i) => [
    count({ lead, decided: i < 2 ? 8 : 5 }),
    count({ lead, decided: 2, outcome: '不满意' }),
  ]);
  const rates = measured('m', [metric()], [...rows, count({ lead: 'd', decided: 4 })], valueThen);
  const ranks = (groups: readonly { name: string; units: readonly string[] }[] = []) =>
    scored('m', score(), rates, { ...peers, groups }, valueThen).map(({ unit, group, rank, ranked }) => [
      unit,
      group,
      rank,
      ranked,
    ]);
  expect(ranks()).toEqual([
    ['a', '部门', 1, 3],
    ['b', '部门', 1, 3],
    ['c', '部门', 3, 3],
    ['d', '部门', null, 3],
    ['z', '乡镇', null, 1],
  ]);
  expect(
    ranks([{ name: '执法部门', units: ['b', 'c'] }]).filter(([, group]) => group === '执法部门'),
  ).toEqual([
    ['b', '执法部门', 1, 2],
    ['c', '执法部门', 2, 2],
  ]);
});

test('按合并的：样本不足的用合并的率，照排名次；有一率不知道的不算综合分', () => {
  const rows = [
    count({ lead: 'a', decided: 9 }),
    count({ lead: 'a', outcome: '不满意' }),
    count({ lead: 'b', decided: 1 }),
    count({ lead: 'c', decided: 3, outcome: '不满意' }),
  ];
  const rates = measured('m', [metric()], rows, valueThen);
  const pooled = scored('m', score({ small: 'pooled' }), rates, peers, valueThen);
  expect(pooled.map(({ unit, points, small, rank }) => [unit, points, small, rank])).toEqual([
    ['a', 90, false, 1],
    ['b', 25, true, 2],
    ['c', 25, true, 2],
  ]);
  const unknown: ValueThen = (({ name }: { name: string }) =>
    name === 'weights' ? { 满意率: 0.5, 解决率: 0.5 } : rules[name]) as ValueThen;
  expect(scored('m', score(), rates, peers, unknown)).toEqual([]);
});
