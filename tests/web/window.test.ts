/** 窗口 in a real browser: an application typed, judged while it is typed, kept through a reload, opened once. */
import { expect, test } from 'vitest';
import { sampleIdentity } from '../../stack/sample-people.ts';
import { browserStack } from '../setup/browser-stack.ts';
import { seriousFaults } from './axe.ts';
import { choose, drop, item, upload } from './filling.ts';

const at = browserStack();

const identity = sampleIdentity(321);

test('一户的申请：边填边说还差什么，刷新后填的还在，登记一次，直接到材料审查', async () => {
  const { page, faults } = await at.sits('chengguan-chuangkou');
  await page.getByRole('link', { name: '窗口' }).click();
  await page.getByRole('link', { name: '最低生活保障审核确认' }).click();
  const form = page.getByRole('region', { name: /^登记：/ });
  const gaps = page.getByRole('complementary', { name: '还差什么' });
  await gaps.getByText('请填写姓名').first().waitFor();
  const applicant = form.getByRole('group', { name: '申请人', exact: true });
  await applicant.getByLabel('姓名').fill('马小兰');
  await applicant
    .getByLabel('居民身份证号码')
    .fill(`${identity.slice(0, 17)}${identity.endsWith('1') ? '2' : '1'}`);
  await gaps.getByText('居民身份证号码有误，请核对18位号码').waitFor();
  const other = await at.desk.opened(at.desk.application({ n: 322, name: '丁有福' }));
  await applicant.getByLabel('居民身份证号码').fill(sampleIdentity(322));
  await gaps.getByText('这位申请人已有一件在办，不再另立').waitFor();
  expect(await gaps.getByRole('link', { name: '打开那一件' }).getAttribute('href')).toBe(`/cases/${other}`);
  await applicant.getByLabel('居民身份证号码').fill(identity);
  await gaps.getByText('这位申请人已有一件在办，不再另立').waitFor({ state: 'detached' });
  await gaps.getByRole('region', { name: '系统核验免交' }).getByText('居民身份证、户口簿').waitFor();
  await applicant.getByLabel('联系电话').fill('13900000000');
  await applicant.getByLabel('村（社区）').fill('星海村');
  await applicant.getByLabel('农村').check();
  await applicant.getByRole('radiogroup', { name: '人户分离' }).getByLabel('否').check();
  await applicant.getByLabel('收款账户').fill('6228480000000000321');
  await applicant.getByRole('radiogroup', { name: '由他人代为申请' }).getByLabel('否').check();
  const member = await item(form, '共同生活家庭成员', '成员', 0);
  await member.getByLabel('姓名').fill('马小兰');
  await member.getByLabel('居民身份证号码').fill(identity);
  await choose(member, '与申请人关系', '本人');
  const another = form.getByRole('button', { name: '添一项成员' });
  await another.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('马小军');
  const second = await item(form, '共同生活家庭成员', '成员', 1);
  expect(await second.getByLabel('姓名').inputValue()).toBe('马小军');
  await second.getByRole('button', { name: '去掉成员 2' }).click();
  const income = await item(form, '收入申报', '收入项', 0);
  await choose(income, '收入类别', '工资性收入');
  await income.getByLabel('具体项目').fill('务工');
  await income.getByLabel('核算期内金额').fill('2400');
  await income.getByLabel('相关成本和支出').fill('0');
  await income.getByLabel('申报').check();
  await form.getByLabel('申请日期').fill('2026-03-02');
  await gaps.getByText(/尚缺.*申请书/).waitFor();
  const wanted = ['申请书', '诚信承诺书', '家庭收入财产申报表', '家庭经济状况核对授权书'];
  const first = await item(form, '材料', '材料', 0);
  for (const [name, bytes, said] of [
    ['记事.txt', Buffer.from('不是图片'), '不支持这种文件'],
    ['空的.pdf', Buffer.alloc(0), '文件是空的'],
    ['太大的.pdf', Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(21 * 1024 * 1024)]), '文件过大'],
  ] as const) {
    await first
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: bytes });
    await first.getByRole('alert').filter({ hasText: said }).waitFor();
  }
  for (const [n, name] of wanted.entries()) {
    const material = await item(form, '材料', '材料', n);
    await choose(material, '材料名称', name);
    if (name.endsWith('授权书')) await material.getByLabel('所属人员').fill('马小兰');
    await upload(material, '文件', name);
  }
  await drop(first, '文件', '申请书（重拍）');
  await gaps.getByText('已经齐全，可以登记并受理').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.reload();
  await gaps.getByText('已经齐全，可以登记并受理').waitFor();
  expect(await income.getByLabel('核算期内金额').inputValue()).toBe('2400.00');
  await gaps.getByRole('button', { name: '登记' }).dblclick();
  await page.getByRole('region', { name: '请您办理：材料审查' }).waitFor();
  const [counted] = await at.stack.context.sql<{ n: number }[]>`select count(*)::int as n from case_head`;
  expect(counted?.n).toBe(2);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('马小兰');
  expect(faults).toEqual([]);
});
