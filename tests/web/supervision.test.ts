/** 督查 in a browser: what is late, by whom, down to the case, and a 催办 that its officer sees. */
import { expect, test } from 'vitest';
import { browserStack } from '../setup/browser-stack.ts';
import { seriousFaults } from './axe.ts';

const at = browserStack();

test('超期的从数字到办件，催办、督办在办理人的页面上看得到；大屏、导出是同样的数字', async () => {
  const visited = await at.desk.accepted(at.desk.application({ name: '丁有福' }));
  await at.desk.opened(at.desk.application({ name: '马小兰' }));
  await at.stack.advance('P20D');
  const { page, faults } = await at.sits('ducha');
  await page.getByRole('link', { name: '督查' }).click();
  const unit = page.getByRole('row', { name: /城关镇人民政府/ });
  await unit.getByRole('link', { name: '3 超期' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  const exported = await page.context().request.get('/api/v1/supervision.xlsx');
  expect(exported.status()).toBe(200);
  await page.getByRole('link', { name: /当月办结/ }).click();
  await page.getByRole('heading', { name: /办结的环节 \d+ 个/ }).waitFor();
  await page.getByRole('row', { name: new RegExp(`${visited}.*材料审查.*城关镇人民政府.*受理`) }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.goBack();
  await unit.getByRole('link', { name: '3 超期' }).click();
  await page.getByRole('heading', { name: '已超期的环节 3 个' }).waitFor();
  await page
    .getByRole('row', { name: /丁有福.*入户调查/ })
    .getByRole('link', { name: '查看' })
    .click();
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '催办“入户调查”' }).click();
  const urging = page.getByRole('dialog');
  await urging.getByLabel('催办内容').fill('请三日内办结');
  await urging.getByRole('button', { name: '催办“入户调查”' }).click();
  await page.getByRole('tab', { name: '经过' }).click();
  await page.getByText('请三日内办结').waitFor();
  await page.goto('/supervision');
  await page.getByRole('img', { name: /城关镇人民政府.*分钟/ }).waitFor();
  await page.goto('/board');
  await page.getByRole('row', { name: /城关镇人民政府\s*超期 3/ }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  const officer = await at.sits('chengguan-diaocha');
  await officer.page.getByRole('row', { name: /入户调查.*催办 1 次/ }).waitFor();
  // 督办、申诉、裁定，各在自己的页面上
  await page.goto('/acts?late=overdue');
  await page
    .getByRole('row', { name: /丁有福.*入户调查/ })
    .getByRole('link', { name: '查看' })
    .click();
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '督办“入户调查”' }).click();
  const carding = page.getByRole('dialog');
  await carding.getByLabel('督办要求').fill('说明为什么没有入户');
  await carding.getByRole('button', { name: '督办“入户调查”' }).click();
  await page.getByRole('tab', { name: '责任' }).click();
  await page.getByRole('region', { name: '督办' }).getByText('说明为什么没有入户').waitFor();
  await officer.page
    .getByRole('row', { name: /督办.*回复：入户调查/ })
    .getByRole('link')
    .click();
  const reply = officer.page.getByRole('region', { name: /请您办理：.*回复：入户调查/ });
  await reply.getByText('申诉', { exact: true }).click();
  await reply.getByLabel('申诉理由').fill('申请人外出，约定下周入户');
  await reply.getByRole('button', { name: '申诉', exact: true }).click();
  await officer.page.getByText(/已办：.*回复：入户调查/).waitFor();
  await page.getByRole('region', { name: '督办' }).getByText('申请人外出，约定下周入户').waitFor();
  const ruling = page.getByRole('region', { name: /请您办理：申诉审核/ });
  await ruling.getByText('撤销', { exact: true }).click();
  await ruling.getByLabel('意见').fill('情况属实');
  await ruling.getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByText(/已办：申诉审核/).waitFor();
  await at.stack.advance('P40D');
  await page.goto(`/cases/${visited}`);
  await page.getByRole('tab', { name: '责任' }).click();
  await page.getByRole('region', { name: '督办' }).getByText('撤销。情况属实').waitFor();
  await page
    .getByRole('region', { name: '超期归因' })
    .getByText(/城关镇人民政府逾期：.*入户调查/)
    .waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect([...faults, ...officer.faults]).toEqual([]);
});
