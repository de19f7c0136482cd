/** 吹哨 to three departments in a browser, one of which sends it back; they sign and arrive from a phone. */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { phone, type Seat } from '../setup/browser.ts';
import { browserStack, leave } from '../setup/browser-stack.ts';
import { seriousFaults } from './axe.ts';
import { askedOf, choose, decide, item, upload } from './filling.ts';

const at = browserStack();

const whistleForm = async (form: Locator): Promise<void> => {
  await form.getByLabel('日常哨', { exact: true }).check();
  await choose(form.getByRole('group', { name: '哨源' }), '来源', '网格');
  await form.getByLabel('事由').fill('占道堆放建筑垃圾');
  await form.getByLabel('基本事实').fill('巷口堆放建筑垃圾约三立方米。');
  await form.getByLabel('地址').fill('城关镇民族巷7号');
  await upload(await item(form, '现场照片', '照片', 0), '', '现场');
  await form.getByLabel('乡镇不能解决的原因').fill('乡镇没有处罚权。');
  await form.getByLabel('职责清单事项').fill('配合履职事项第23项');
  const ask = await item(form, '请求事项', '请求', 0);
  await choose(ask, '部门', '县住房和城乡建设局');
  await ask.getByLabel('请求做什么').fill('清运并依法处罚');
};

test('吹哨、审核、派单给三个部门，一个退单改派；签收、报到在手机上；各部门在一页上看得到', async () => {
  const [caller, head, dispatcher] = await Promise.all(
    ['chengguan-chuishao', 'chengguan-fuze', 'diaodu'].map((username) => at.sits(username)),
  );
  const [housing, police, education] = await Promise.all(
    ['housing', 'police', 'education'].map((username) => at.sits(username, phone)),
  );
  if (!caller || !head || !dispatcher || !housing || !police || !education) throw new Error('six people');
  await caller.page.goto('/window/whistle');
  await whistleForm(caller.page.getByRole('region', { name: /^登记：/ }));
  await caller.page.getByRole('button', { name: '登记', exact: true }).click();
  await caller.page.getByRole('heading', { name: /占道堆放建筑垃圾/ }).waitFor();
  const caseNo = new URL(caller.page.url()).pathname.split('/').at(-1);
  const everybody = [caller, head, dispatcher, housing, police, education];
  const open = async ({ page }: Seat, act: string): Promise<void> => {
    await leave(everybody.filter((one) => one.page !== page));
    await page.goto(`/cases/${caseNo}`);
    await askedOf(page, act).waitFor();
  };
  await open(head, '乡镇审核');
  await decide(head.page, '乡镇审核', '吹哨');
  await open(dispatcher, '分派');
  await decide(dispatcher.page, '分派', '派单', {
    fill: async (form) => {
      await form.getByLabel('日常哨', { exact: true }).check();
      await form.getByLabel('主办部门', { exact: true }).click();
      await dispatcher.page
        .getByText(/县级调度平台.*在办 1|指挥.*在办 1/)
        .first()
        .waitFor();
      await choose(form, '主办部门', '县住房和城乡建设局');
      for (const [n, name] of ['县公安局', '县教育局'].entries())
        await choose(await item(form, '协办部门', '部门', n), `部门 ${n + 1}`, name);
    },
  });

  await open(education, '签收');
  await decide(education.page, '签收', '退单', {
    fill: async (form) => {
      await form.getByLabel('职责清单事项').fill('上级部门收回事项第5项');
      await form.getByLabel('职责依据').fill('三定规定未列该项职责');
      await choose(form, '建议的主管部门', '县公安局');
    },
  });
  for (const place of [housing, police]) {
    await open(place, '签收');
    await decide(place.page, '签收', '签收');
    await open(place, '报到');
    expect(await place.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await decide(place.page, '报到', '已报到', {
      fill: async (form) => {
        await form.getByLabel('到场地点').fill('民族巷口');
        await form.getByRole('button', { name: '用现在的位置' }).click();
        await form.getByText('北纬38.9123°，东经106.5432°（误差20米内）').waitFor();
        await form.getByLabel('签到码').fill('QD-88');
        const one = await item(form, '到场人员', '人员', 0);
        await one.getByLabel('姓名').fill('陈勇');
        await one.getByLabel('职务').fill('执法队员');
      },
    });
  }
  await open(dispatcher, '退单审核');
  const whole = dispatcher.page.getByRole('region', { name: '办到哪里' });
  await whole.getByRole('list', { name: '部门 县住房和城乡建设局' }).getByText('报到：已报到').waitFor();
  await whole.getByRole('list', { name: '部门 县教育局' }).getByText('签收：退单').waitFor();

  await dispatcher.page.getByRole('link', { name: '督查', exact: true }).click();
  await dispatcher.page.getByRole('link', { name: '考核', exact: true }).click();
  const handling = dispatcher.page.getByRole('region', {
    name: '乡镇吹哨、部门报到：办理单位',
    exact: true,
  });
  await handling.getByRole('row', { name: /县教育局.*100\.0%\s*1\/1 样本少/ }).waitFor();
  await dispatcher.page.getByText(/还没有冻结，数字还会变：期满十日之后自行冻结/).waitFor();
  expect(await seriousFaults(dispatcher.page)).toEqual([]);
  await handling
    .getByRole('row', { name: /县教育局/ })
    .getByRole('link', { name: '1/1' })
    .first()
    .click();
  await dispatcher.page.getByRole('heading', { name: /县教育局 按时签收率 1 件/ }).waitFor();
  await dispatcher.page.getByRole('row', { name: new RegExp(`${caseNo} 签收·退单 1 1`) }).waitFor();
  expect(await seriousFaults(dispatcher.page)).toEqual([]);
  await dispatcher.page.getByText('没有计入分子的', { exact: true }).click();
  await dispatcher.page.getByText('没有这样的办件。').waitFor();
  await dispatcher.page.getByRole('link', { name: '考核', exact: true }).click();
  await dispatcher.page.getByText('按年', { exact: true }).click();
  await dispatcher.page.getByRole('heading', { name: '乡镇吹哨、部门报到：办理单位' }).waitFor();
  for (const { faults } of everybody) expect(faults).toEqual([]);
});
