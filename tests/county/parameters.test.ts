/** 参数是数据：装载时逐项核对，错在哪个文件哪一行说清楚；流程用到的每一项都有值。 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatCaseNo } from '../../api/case-number.ts';
import { loadCounty, withParameters } from '../../county/load.ts';
import { pingluo } from '../../county/pingluo/county.ts';
import { matters } from '../../workflows/index.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'yimen-county-'));
});
afterAll(async () => await rm(dir, { recursive: true }));

async function loaded(yaml: string) {
  const path = join(dir, 'parameters.yaml');
  await writeFile(path, yaml);
  return await withParameters(pingluo, relative(project, path));
}

test('每个事项的流程用到的规则，本县都有定义，且至少有一个时段的值', async () => {
  const { rules } = await loadCounty('pingluo');
  for (const { rules: named } of matters)
    for (const { name } of named) expect(rules.get(name)?.rows.length, name).toBeGreaterThan(0);
});

test('县里的值接在法律的值之后：本县自 2022 年起由乡镇审核确认', async () => {
  const { rules } = await loadCounty('pingluo');
  expect(
    rules
      .get('minimum-living.authority-mode')
      ?.rows.map(({ from, value, standing }) => [from, value, standing]),
  ).toEqual([
    ['2021-07-01', 'COUNTY', 'law'],
    ['2022-01-01', 'TOWNSHIP_OWN_NAME', 'county'],
  ]);
});

describe('写错的参数不能启动，指出文件和行', () => {
  const right =
    '        amount: 5\n        unit: workingDays\n      from: 2021-07-01\n      basis: 县级配置，待县民政局确认：复查时限\n';
  test.each([
    ['单位不对', right.replace('workingDays', '天'), '“recheck”的值不对：unit'],
    ['数值不大于零', right.replace('5', '0'), '“recheck”的值不对：amount'],
    ['止期早于起期', `${right}      to: 2020-01-01\n`, '“to”早于“from”'],
    ['起期不是日期', right.replace('2021-07-01', '去年'), '应为日期'],
    ['没有依据', right.replace(/ +basis.*\n/, ''), 'basis'],
    ['多一项', `${right}      note: 样例\n`, 'note'],
    ['没有这个参数', `${right}  rechek: []\n`, '没有参数“rechek”'],
    ['不是 YAML', `${right}  [\n`, ''],
  ])('%s', async (_what, wrong, said) => {
    const whole = await readFile(new URL('../../county/pingluo/parameters.yaml', import.meta.url), 'utf8');
    const before = whole.split(right)[0] ?? '';
    const error = await loaded(whole.replace(right, wrong)).then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(error?.message).toContain(said);
    const line = Number(/parameters\.yaml:(\d+)：/.exec(error?.message ?? '')?.[1]);
    const first = before.split('\n').length - 1;
    expect(line).toBeGreaterThanOrEqual(first);
    expect(line).toBeLessThanOrEqual(first + wrong.split('\n').length);
  });

  test('没有的事项、缺的一项', async () => {
    const whole = await readFile(new URL('../../county/pingluo/parameters.yaml', import.meta.url), 'utf8');
    await expect(loaded(`${whole}minimal-living: {}\n`)).rejects.toThrow('没有“minimal-living”这个事项');
    await expect(loaded('{}\n')).rejects.toThrow('“intake-review”没有任何时段的值');
  });
});

describe('办件编号前面的字', () => {
  const own =
    '    - value: 平\n      from: 2021-01-01\n      basis: 平罗县的简称；县级配置，待县民政局确认\n';
  const countyFile = async (rows: string) => {
    const whole = await readFile(new URL('../../county/pingluo/parameters.yaml', import.meta.url), 'utf8');
    expect(whole).toContain(own);
    return await loaded(whole.replace(own, rows));
  };
  const numbering = { prefix: 'DB', word: '低保' };

  test('按编号的年份：改了字的，从那一年的1月1日起；以前的编号照旧', async () => {
    const county = await countyFile(
      `${own.replace('2021-01-01', '2021-01-01\n      to: 2026-06-30')}    - value: 罗\n      from: 2026-07-01\n      basis: 样例\n`,
    );
    const written = (caseNo: string) => formatCaseNo(county, { numbering }, caseNo);
    expect(['DB202600123', 'DB202700001', 'DB202000001'].map(written)).toEqual([
      '平低保〔2026〕00123',
      '罗低保〔2027〕00001',
      '平低保〔2020〕00001',
    ]);
  });

  test('写错的、没有写的不能启动', async () => {
    await expect(countyFile(own.replace('平\n', '"P1"\n'))).rejects.toThrow('应为一至四个汉字');
    await expect(countyFile('')).rejects.toThrow(/number-word/);
  });
});
