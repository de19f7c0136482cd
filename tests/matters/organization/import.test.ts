/** 已有登记簿的导入和导出，整套系统。 */
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importRegister } from '../../../delivery/register-import.ts';
import { sampleCode } from '../../../stack/sample-codes.ts';
import { sampleIdentity } from '../../../stack/sample-people.ts';
import { organization } from '../../../workflows/organization/matter.ts';
import { startTestStack, type TestStack, until } from '../../setup/test-stack.ts';
import { changeDeskOf, changeForm } from '../organization-change/desk.ts';
import { type RegistrationDesk, registrationDeskOf } from '../organization-establishment/desk.ts';

let stack: TestStack;
let desk: RegistrationDesk;
beforeAll(async () => {
  stack = await startTestStack({ now: '2026-03-02T09:00:00+08:00' });
  desk = await registrationDeskOf(stack);
});
afterAll(async () => await stack.close());

const head = organization.imports?.columns ?? [];
const row = (n: number, over: Record<string, string> = {}): readonly string[] => {
  const cells: Record<string, string> = {
    统一社会信用代码: sampleCode('统一社会信用代码/51', 5_000 + n),
    名称: `平罗县=样例${n}协会`,
    类型: '社会团体',
    住所: '平罗县城关镇',
    宗旨: '服务会员',
    业务范围: '交流；培训',
    活动地域: '平罗县',
    '注册资金（元）': '30000.50',
    法定代表人: '马建国',
    法定代表人身份证号码: sampleIdentity(7_000 + n),
    业务主管单位: '县教育局',
    登记日期: '2019-05-06',
    ...over,
  };
  return head.map((column) => cells[column] ?? '');
};
const take = async (...rows: readonly (readonly string[])[]) =>
  await importRegister(stack.context.dispatcher, stack.context.vault, organization, 'civil-affairs', [
    head,
    ...rows,
  ]);
const url = (path: string): string => `/api/v1/${path}/${encodeURIComponent('社会组织')}`;

test('逐行导入：对的进登记簿，不对的说出行号和原因；再导一次不重复', async () => {
  const rows = [
    row(1),
    row(2, { 统一社会信用代码: '51640221MJX0000289' }),
    row(3, { 类型: '基金会' }),
    row(4, { 法定代表人身份证号码: '640221198001010000' }),
    row(5, { 业务主管单位: '县某某局' }),
    row(6, { 登记日期: '2030-01-01' }),
    row(7, { 名称: '平罗县=样例1协会' }),
    row(8, { '注册资金（元）': '三万' }),
    [],
    row(9, { 法定代表人身份证号码: sampleIdentity(7_001) }),
    row(10, { 活动地域: '', 业务主管单位: '' }),
  ];
  const reports = await take(...rows);
  const [first, ...others] = reports;
  expect(first).toMatchObject({ line: 2, faults: [] });
  expect(others.map(({ line, faults }) => [line, faults.join('；')])).toEqual([
    [3, expect.stringContaining('第17位')],
    [4, expect.stringContaining('类型')],
    [5, expect.stringContaining('身份证')],
    [6, '没有“县某某局”这个单位'],
    [7, expect.stringContaining('今日之后')],
    [8, expect.stringContaining('已在登记簿')],
    [9, expect.stringContaining('注册资金')],
    [11, expect.stringContaining('其他社会团体')],
    [12, ''],
  ]);
  const again = await take(...rows);
  expect(again[0]).toEqual(first);
  const listed = (await (await stack.http(url('registers'), {})).json()) as { items: { data: object }[] };
  expect(listed.items.map(({ data }) => data)).toMatchObject([
    {
      name: '平罗县=样例1协会',
      capitalFen: 3_000_050,
      scope: ['交流', '培训'],
      supervisingUnit: 'education',
    },
    { name: '平罗县=样例10协会' },
  ]);
});

test('表头不对的整份不导入，说出缺哪一列', async () => {
  const short = importRegister(stack.context.dispatcher, stack.context.vault, organization, 'civil-affairs', [
    head.slice(1),
  ]);
  await expect(short).rejects.toThrow('表头缺：统一社会信用代码');
});

test('导入的组织照常变更；导出的工作簿里代码是文字，公式样的名称不执行', async () => {
  await take(row(20));
  const uscc = sampleCode('统一社会信用代码/51', 5_020);
  await until(
    async () => await stack.context.sql`select 1 from register_row where subject = ${uscc}`,
    ({ length }) => length > 0,
  );
  const residence = '平罗县城关镇玉皇阁路9号';
  await changeDeskOf(desk).changed(changeForm(uscc, '住所', stack.today(), { residence }));
  const answer = await stack.http(`${url('register-sheets')}?q=${uscc}`, {});
  expect(answer.headers.get('content-type')).toContain('spreadsheetml');
  const sheet = await readSheet(Buffer.from(await answer.arrayBuffer()));
  expect(sheet).toHaveLength(2);
  expect(sheet[1]?.slice(0, 4)).toEqual([uscc, '平罗县=样例20协会', '社会团体', residence]);
});
