/** docs/processes/<事项>.md 的每一行：条款有自己的环节或规则，也有以条款的话命名的测试。 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { matters } from '../../workflows/index.ts';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const textsIn = (folder: string): string =>
  readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(at(`${folder}/${name}`), 'utf8'))
    .join('\n');

describe.each(matters.map(({ code }) => code))('%s', (code) => {
  const rows = readFileSync(at(`docs/processes/${code}.md`), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|---') && !line.startsWith('| 条款'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, clause = '', what = '', scenario = '']) => ({ clause, what, scenario }));
  const source = textsIn(`workflows/${code}`) + textsIn('workflows/stages');
  // What a matter has of another is tested with the other.
  const tests = matters.map((matter) => textsIn(`tests/matters/${matter.code}`)).join('\n');

  test('列了条款', () => {
    expect(rows.length).toBeGreaterThan(5);
  });

  test.each(rows)('$clause：$what', ({ clause, what, scenario }) => {
    expect(clause).toMatch(/第.+条|〔\d{4}〕|号|规则/);
    const [kind, name] = what.split(' ');
    if (kind === '规则') expect(existsSync(at(`workflows/${code}/rules/${name}.ts`)), what).toBe(true);
    else expect(source.includes(`'${name}'`), what).toBe(true);
    expect(tests.includes(`'${scenario}'`), scenario).toBe(true);
  });
});

/** 一 to 四十二. */
function inChinese(n: number): string {
  const digits = '一二三四五六七八九';
  const [tens, units] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? digits[tens - 1] : ''}${tens > 0 ? '十' : ''}${units > 0 ? digits[units - 1] : ''}`;
}

test('57号的四十二条逐条都写着：有环节或规则的在表里，不由这一事项办理的说明为什么', () => {
  const text = readFileSync(at('docs/processes/minimum-living.md'), 'utf8');
  const ranges = [...text.matchAll(/第([一二三四五六七八九十]+)条至第([一二三四五六七八九十]+)条/g)];
  const numbers = new Map(Array.from({ length: 42 }, (_, i) => [inChinese(i + 1), i + 1]));
  const named = (n: number): boolean =>
    text.includes(`第${inChinese(n)}条`) ||
    ranges.some(([, from = '', to = '']) => (numbers.get(from) ?? 99) <= n && n <= (numbers.get(to) ?? 0));
  expect([...numbers.values()].filter((n) => !named(n))).toEqual([]);
});
