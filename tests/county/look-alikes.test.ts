/** 近似名称：字形、读音，去掉行政区划和组织形式再比。 */
import { expect, test } from 'vitest';
import { lookAlikes } from '../../delivery/look-alikes.ts';

const common = { prefix: '平罗县', suffixes: ['协会', '商会', '学会'] };
const alike = (name: string, ...others: string[]) =>
  lookAlikes(name, others, common).map(({ name: other, how }) => `${other} ${how}`);

test('同音不同字的，按读音近似', () => {
  expect(alike('平罗县枸杞产业协会', '平罗县构起产业协会', '平罗县书法协会')).toEqual([
    '平罗县构起产业协会 读音',
  ]);
});

test('只换组织形式的，字形完全相同', () => {
  expect(lookAlikes('平罗县枸杞产业协会', ['平罗县枸杞产业商会'], common)).toEqual([
    { name: '平罗县枸杞产业商会', likeness: 1, how: '字形' },
  ]);
});

test('只有行政区划和组织形式相同的，不算近似；自己不算；最相近的在前', () => {
  expect(alike('平罗县枸杞产业协会', '平罗县书法协会', '平罗县枸杞产业协会')).toEqual([]);
  expect(alike('平罗县枸杞产业协会', '平罗县枸杞种植产业协会', '平罗县枸杞产品协会')).toEqual([
    '平罗县枸杞产品协会 读音',
    '平罗县枸杞种植产业协会 字形',
  ]);
});
