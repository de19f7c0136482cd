/** What a desk does when its line, its session or its page is lost: nothing twice, nothing forgotten. */
import { expect, test } from 'vitest';
import { samplePassword } from '../../stack/sample-people.ts';
import { signInAs } from '../setup/browser.ts';
import { browserStack } from '../setup/browser-stack.ts';
import { askedOf, expiringAtPress } from './filling.ts';

const at = browserStack();

const commandsOf = async (caseNo: string): Promise<number> =>
  (await at.stack.context.sql`select 1 from command where case_no = ${caseNo} and body->>'type' = 'decide'`)
    .length;

test('提交时断了线：送到了而没有听到答复的，自动再送，办的只有一次', async () => {
  const caseNo = await at.desk.opened();
  const { page } = await at.sits('chengguan-chuangkou');
  await page.goto(`/cases/${caseNo}`);
  let lost = 0;
  await page.route('**/commands', async (route) => {
    if (lost === 2) return await route.fallback();
    lost += 1;
    // The system hears it; the page hears nothing.
    if (lost === 2) await route.fetch();
    await route.abort();
  });
  const asked = askedOf(page, '材料审查');
  await asked.getByText('受理', { exact: true }).click();
  await asked.getByRole('button', { name: '受理', exact: true }).click();
  await page.getByText('已办：材料审查').waitFor();
  expect({ lost, commands: await commandsOf(caseNo) }).toEqual({ lost: 2, commands: 1 });
});

test('一直不通的，说明白，填的都在；接通后再按，仍是同一次', async () => {
  const caseNo = await at.desk.opened();
  const { page } = await at.sits('chengguan-chuangkou');
  await page.goto(`/cases/${caseNo}`);
  await page.route('**/commands', async (route) => {
    await route.fetch();
    await route.abort();
  });
  // Nothing of what happened reaches this page until it is loaded again.
  await page.route('**/events', (route) => route.abort());
  const asked = askedOf(page, '材料审查');
  await asked.getByText('受理', { exact: true }).click();
  await asked.getByLabel('意见', { exact: true }).fill('材料齐全');
  await asked.getByRole('button', { name: '受理', exact: true }).click();
  await asked.getByText('网络暂时不通。已填的内容都在，接通后请再按一次。').waitFor();
  expect(await asked.getByLabel('意见', { exact: true }).inputValue()).toBe('材料齐全');
  await page.unroute('**/commands');
  await asked.getByRole('button', { name: '受理', exact: true }).click();
  await page.getByText('已办：材料审查').waitFor();
  expect(await commandsOf(caseNo)).toBe(1);
});

test('填写时登录过期：就地登录后接着送出，填的都在；换页返回不会再办一次', async () => {
  const caseNo = await at.desk.opened();
  await at.desk.opened();
  const { sql } = at.stack.context;
  // Other pages of the same person are open: only this one's time is up.
  const [{ others } = { others: [] }] = await sql<
    { others: string[] }[]
  >`select array_agg(token_hash) as others from session where person = 'chengguan-chuangkou'`;
  const { page } = await at.sits('chengguan-chuangkou');
  await page.goto(`/cases/${caseNo}`);
  const asked = askedOf(page, '材料审查');
  await asked.getByText('受理', { exact: true }).click();
  await asked.getByLabel('意见', { exact: true }).fill('材料齐全');
  await asked.getByRole('list', { name: '按下之后' }).waitFor();
  await expiringAtPress(
    page,
    () => sql`delete from session where person = 'chengguan-chuangkou' and not token_hash = any(${others})`,
  );
  await asked.getByRole('button', { name: '受理', exact: true }).click();
  const again = page.getByRole('dialog');
  await again.getByText('登录已经过期').waitFor();
  expect(await again.getByLabel('用户名').inputValue()).toBe('chengguan-chuangkou');
  await again.getByLabel('密码').fill(samplePassword);
  await again.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('已办：材料审查').waitFor();
  // The next case has come: going back is going back to this one.
  await page.waitForURL((url) => !url.pathname.endsWith(caseNo));
  await page.goBack();
  await page.getByText('材料审查：受理').waitFor();
  expect(await askedOf(page, '材料审查').count()).toBe(0);
  expect(await commandsOf(caseNo)).toBe(1);
});

test('办件号编造的、看不到的，说没有，给出回去的路；文字里的脚本只是文字', async () => {
  const { page, faults } = await at.arrives();
  const caseNo = await at.desk.opened(at.desk.application({ name: '<img src=x onerror=alert(1)>' }));
  await signInAs(page, 'chengguan-chuangkou', samplePassword);
  await page.goto('/cases/DB209900001');
  await page.getByRole('link', { name: '返回我的待办' }).waitFor();
  await page.goto(`/cases/${caseNo}`);
  await page.getByRole('heading', { name: /<img src=x onerror=alert\(1\)>/ }).waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(faults).toEqual([]);
});

test('系统停着的时候按下的：记下，待送达，处处看得见；恢复后自己办成，页面自己更新', async () => {
  const caseNo = await at.desk.opened(at.desk.application({ name: '何有田' }));
  const { page, faults } = await at.sits('chengguan-chuangkou');
  await page.goto(`/cases/${caseNo}`);
  const asked = askedOf(page, '材料审查');
  await asked.getByText('受理', { exact: true }).click();
  await asked.getByRole('list', { name: '按下之后' }).waitFor();
  await at.stack.stopWorker();
  await asked.getByRole('button', { name: '受理', exact: true }).click();
  await page.getByText('已记下，待送达', { exact: true }).waitFor({ timeout: 30_000 });
  await page.goto('/supervision');
  await page.getByText('有 1 次操作已记下，待送达').waitFor();
  await at.stack.startWorker();
  await page.getByText('有 1 次操作已记下，待送达').waitFor({ state: 'detached', timeout: 45_000 });
  await page.goto(`/cases/${caseNo}`);
  await page.getByText('材料审查：受理').waitFor();
  expect(faults).toEqual([]);
});

test('过期后换了人登录：前一个人填的不在，也不会替他送出', async () => {
  const caseNo = await at.desk.opened(at.desk.application({ name: '田玉花' }));
  const { page } = await at.sits('chengguan-chuangkou');
  await page.goto(`/cases/${caseNo}`);
  const asked = askedOf(page, '材料审查');
  await asked.getByText('受理', { exact: true }).click();
  await asked.getByLabel('意见', { exact: true }).fill('材料齐全');
  const { sql } = at.stack.context;
  await expiringAtPress(
    page,
    () =>
      sql`delete from session where token_hash = (select token_hash from session where person = 'chengguan-chuangkou' order by expires_at desc limit 1)`,
  );
  await asked.getByRole('button', { name: '受理', exact: true }).click();
  const again = page.getByRole('dialog');
  await again.getByLabel('用户名').fill('chengguan-chushen');
  await again.getByLabel('密码').fill(samplePassword);
  await again.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('城关初审员').waitFor();
  await page.getByRole('heading', { name: /我的待办/ }).waitFor();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(await commandsOf(caseNo)).toBe(0);
});

test('接口重启时开着的页面：填的都在，接通后再按即办成；别人办的随即看到，不用刷新', async () => {
  const caseNo = await at.desk.opened(at.desk.application({ name: '哈学兰' }));
  const [filling, watching] = [await at.sits('chengguan-chuangkou'), await at.sits('chengguan-diaocha')];
  await filling.page.goto(`/cases/${caseNo}`);
  const asked = askedOf(filling.page, '材料审查');
  await asked.getByText('受理', { exact: true }).click();
  await asked.getByLabel('意见', { exact: true }).fill('材料齐全');
  await watching.page.getByRole('heading', { name: /我的待办/ }).waitFor();
  await at.stack.stopApi();
  await asked.getByRole('button', { name: '受理', exact: true }).click();
  await asked.getByText('网络暂时不通。已填的内容都在，接通后请再按一次。').waitFor();
  await at.stack.startApi();
  expect(await asked.getByLabel('意见', { exact: true }).inputValue()).toBe('材料齐全');
  await asked.getByRole('button', { name: '受理', exact: true }).click();
  await filling.page.getByText('已办：材料审查').waitFor();
  expect(await commandsOf(caseNo)).toBe(1);
  await watching.page.getByRole('row', { name: /哈学兰.*入户调查/ }).waitFor();
});
