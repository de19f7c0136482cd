/** 负责人登记簿和摘录，整套系统：只给登记机关看的查得出一个人在几个组织，给人看的能打印。 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack, until } from '../../setup/test-stack.ts';
import {
  freshField,
  type RegistrationDesk,
  registrationDeskOf,
  societyForm,
  somebody,
} from '../organization-establishment/desk.ts';

let stack: TestStack;
let desk: RegistrationDesk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await registrationDeskOf(stack);
});
afterAll(async () => await stack.close());

const page = async (path: string, token?: string) => {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const response = await stack.http(`/api/v1${path}`, { headers });
  return { status: response.status, text: await response.text() };
};
const officers = encodeURIComponent('社会组织负责人');

test('规则：一个人在几个组织任职、几个组织在一处住所，登记机关查得出；别人看不到', async () => {
  const shared = somebody('赵桂兰');
  const namesake = somebody('赵桂兰');
  const inOffice = async (person: typeof shared, residence: string): Promise<string> => {
    const form = societyForm(freshField(), { residence });
    const posts = [...form.officers, { ...person, post: '副会长' }];
    return await desk.organization({ ...form, officers: posts });
  };
  const first = await inOffice(shared, '平罗县城关镇文化巷8号');
  const second = await inOffice(shared, '平罗县城关镇文化巷8号');
  await inOffice(namesake, '平罗县姚伏镇一号');
  const seek = (q: string, token = desk.reviewer.token) =>
    page(`/prints/registers/${officers}?q=${encodeURIComponent(q)}`, token);
  const found = await until(
    () => seek('赵桂兰'),
    ({ text }) => text.includes('姚伏镇'),
  );
  const marks = [...found.text.matchAll(/副会长 赵桂兰〔(.{6})〕/g)].map(([, mark]) => mark);
  expect(marks).toHaveLength(3);
  expect(new Set(marks).size).toBe(2);
  const there = await seek('文化巷8号');
  expect(there.text).toContain(first);
  expect(there.text).toContain(second);
  expect(there.text).not.toContain('姚伏镇');
  expect((await seek('赵桂兰', (await stack.as('baofeng-chuangkou')).token)).text).not.toContain('赵桂兰〔');
  expect((await seek('没有这个人')).text).toContain('共 0 项');
  expect((await page(`/registers/${officers}`)).status).toBe(404);
  expect((await page(`/registers/${encodeURIComponent('社会组织')}?q=赵桂兰`)).text).not.toContain(first);
});

test('规则：社会组织在登记管理机关的窗口申请，乡镇的受理岗位不登记', async () => {
  const township = await stack.as('chengguan-chuangkou');
  const { items } = await township.get<{ items: { code: string; units: string[] }[] }>('/matters');
  expect(items.find(({ code }) => code === 'organization-establishment')?.units).toEqual([]);
  expect(items.find(({ code }) => code === 'minimum-living')?.units).toEqual(['chengguan']);
  const form = societyForm(freshField());
  const asked = { matter: 'organization-establishment', unit: 'chengguan', form };
  expect((await township.open(asked, crypto.randomUUID())).body).toMatchObject({
    code: 'FORBIDDEN',
    detail: expect.stringContaining('平罗县民政局的“受理”岗位'),
  });
});

test('规则：登记簿摘录按日期打印，附核验二维码，只有公开的内容', async () => {
  const uscc = await desk.organization();
  const extract = `/register-extracts/${encodeURIComponent('社会组织')}/${uscc}`;
  const { text } = await until(
    () => page(extract),
    ({ status }) => status === 200,
  );
  expect(text).toContain('社会组织登记簿摘录');
  expect(text).toContain(`摘录〔${uscc}-20260302〕`);
  expect(text).toContain('30000.00');
  expect(text).toContain('data:image/png');
  expect(text).toContain(`/registers/${encodeURIComponent('社会组织')}?q=${uscc}`);
  expect(text).not.toContain('王秀英');
  expect((await page(`${extract}?on=2026-03-01`)).status).toBe(404);
});

test('规则：登记簿按状态、按某一日以来的变化查', async () => {
  const uscc = await desk.organization();
  const names = async (query: string): Promise<string> =>
    (await page(`/registers/${encodeURIComponent('社会组织')}?limit=200&${query}`)).text;
  await until(
    () => names(''),
    (text) => text.includes(uscc),
  );
  expect(await names(`state=${encodeURIComponent('存续')}&since=2026-03-02`)).toContain(uscc);
  expect(await names(`state=${encodeURIComponent('注销')}`)).not.toContain(uscc);
  expect(await names('since=2026-03-03')).not.toContain(uscc);
});
