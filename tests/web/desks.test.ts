/** The desks in a real browser: signing in, the inbox, one case after another. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samplePassword } from '../../stack/sample-people.ts';
import { openBrowser, seat, signInAs } from '../setup/browser.ts';
import { type Desk, deskOf } from '../setup/desk.ts';
import { startTestStack, type TestStack } from '../setup/test-stack.ts';
import { seriousFaults } from './axe.ts';

let stack: TestStack;
let desk: Desk;
let browser: Browser;
beforeAll(async () => {
  stack = await startTestStack({ settings: { YIMEN_SAMPLE_PASSWORD: samplePassword } });
  [desk, browser] = await Promise.all([deskOf(stack), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

test('登录后看见我的待办；打开一件，选结果，看见按下之后，办好后下一件已在眼前', async () => {
  await desk.opened(desk.application({ name: '马小兰' }));
  await desk.opened(desk.application({ name: '杨桂花' }));
  const { page, faults } = await seat(browser, stack.address);
  await page.goto('/');
  await page.getByLabel('用户名').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await signInAs(page, 'chengguan-chuangkou', samplePassword);
  await page.getByRole('heading', { name: '我的待办 2 件' }).waitFor();
  await page
    .getByRole('row', { name: /马小兰/ })
    .getByRole('link', { name: '办理' })
    .click();
  const asked = page.getByRole('region', { name: '请您办理：材料审查' });
  await asked.getByText('受理', { exact: true }).click();
  await asked
    .getByRole('list', { name: '按下之后' })
    .getByText(/将转给/)
    .first()
    .waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await asked.getByRole('button', { name: '受理', exact: true }).click();
  await page.getByText('已办：材料审查').waitFor();
  await page.getByRole('heading', { name: /杨桂花/ }).waitFor();
  expect(faults).toEqual([]);
});
