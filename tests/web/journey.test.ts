/** 低保 from 受理 to 公布 in a real browser, by its people one after another. */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Seat } from '../setup/browser.ts';
import { browserStack, leave } from '../setup/browser-stack.ts';
import { seriousFaults } from './axe.ts';
import { askedOf, choose, decide, item, upload } from './filling.ts';

const at = browserStack();

const visitForm = async (form: Locator): Promise<void> => {
  await form.getByLabel('入户', { exact: true }).check();
  await form.getByLabel('调查日期').fill(at.stack.today());
  for (const [n, name] of ['调查员甲', '调查员乙'].entries()) {
    const one = await item(form, '调查人', '调查人', n);
    await one.getByLabel('姓名').fill(name);
    await upload(one, '签字', `${name}签字`);
  }
  await form.getByLabel('在场家庭成员').fill('赵小兰');
  await upload(form, '家庭成员签字', '家庭成员签字');
  await form.getByLabel('调查情况').fill('住房一套，与申报一致。');
};

test('受理、核对、入户、初审、公示、确认、送达、公布：各人在自己的页面上办完；退回一次后重办', async () => {
  const caseNo = await at.desk.opened(at.desk.application({ name: '赵小兰' }));
  const [window, visitor, verifier, reviewer, head] = await Promise.all(
    ['chengguan-chuangkou', 'chengguan-diaocha', 'hedui', 'chengguan-chushen', 'chengguan-fuze'].map(
      (username) => at.sits(username),
    ),
  );
  if (!window || !visitor || !verifier || !reviewer || !head) throw new Error('five people');
  const everybody = [window, visitor, verifier, reviewer, head];
  const open = async ({ page }: Seat, act: string): Promise<void> => {
    await leave(everybody.filter((one) => one.page !== page));
    await page.goto(`/cases/${caseNo}`);
    await askedOf(page, act).waitFor();
  };

  await open(window, '材料审查');
  const way = window.page.getByRole('list', { name: '全程' }).locator('.coming');
  await way.filter({ hasText: '审核确认' }).waitFor();
  expect((await way.allTextContents()).at(-1)).toBe('公布');
  await decide(window.page, '材料审查', '受理');

  await open(visitor, '提请信息核对');
  await decide(visitor.page, '提请信息核对', '已提请');
  await open(visitor, '入户调查');
  await decide(visitor.page, '入户调查', '已调查', { fill: visitForm });

  await open(verifier, '核对报告');
  expect(await askedOf(verifier.page, '核对报告').getByText('查无记录').count()).toBeGreaterThan(5);
  await decide(verifier.page, '核对报告', '相符');

  await open(reviewer, '初审');
  const computed = askedOf(reviewer.page, '初审').getByRole('region', { name: '供参考' });
  await computed.getByText('（380.00元－人均200.00元）×1人＝180.00元').waitFor();
  expect(await seriousFaults(reviewer.page)).toEqual([]);
  // 初审退回调查，重办后再初审
  await reviewer.page.getByRole('button', { name: '更多操作' }).click();
  await reviewer.page.getByRole('menuitem', { name: '从“初审”退回' }).click();
  const returning = reviewer.page.getByRole('dialog', { name: '从“初审”退回' });
  await choose(returning, '退回到', '入户调查');
  await returning.getByLabel('理由').fill('收入来源没有写明');
  await returning.getByText(/将转给 城关镇人民政府 调查 办理“入户调查”/).waitFor();
  await returning.getByRole('button', { name: '从“初审”退回' }).click();
  await askedOf(reviewer.page, '初审').waitFor({ state: 'detached' });
  await open(visitor, '入户调查');
  await visitor.page.getByRole('tab', { name: '经过' }).click();
  await visitor.page.getByText('收入来源没有写明').waitFor();
  await decide(visitor.page, '入户调查', '已调查', { fill: visitForm });

  await open(reviewer, '初审');
  await decide(reviewer.page, '初审', '拟同意', { opinion: '符合条件' });
  await open(reviewer, '张贴公示');
  await decide(reviewer.page, '张贴公示', '已张贴', {
    fill: async (form) => {
      await form.getByLabel('张贴地点').fill('村务公开栏');
      await upload(form, '张贴照片', '张贴照片');
      await form.getByLabel('张贴日期').fill(at.stack.today());
    },
  });
  await at.stack.advance('P12D');
  await at.desk.opensAct(caseNo, '审核确认');

  await open(head, '审核确认');
  await decide(head.page, '审核确认', '同意', { opinion: '同意' });

  await open(window, '送达确认通知书');
  await decide(window.page, '送达确认通知书', '已送达', {
    fill: async (form) => {
      await choose(form, '送达方式', '直接送达');
      await form.getByLabel('送达日期').fill(at.stack.today());
    },
  });
  await open(reviewer, '公布');
  await decide(reviewer.page, '公布', '已公布', {
    fill: async (form) => await form.getByLabel('公布地点').fill('星海村公示栏'),
  });
  await reviewer.page.goto(`/cases/${caseNo}`);
  await reviewer.page.getByText('办结：确认同意').waitFor();
  await reviewer.page.getByRole('tab', { name: /^对外发送/ }).click();
  await reviewer.page.getByText(/列入发放名单：已收下.*回执/).waitFor();
  for (const { faults } of everybody) expect(faults).toEqual([]);
});
