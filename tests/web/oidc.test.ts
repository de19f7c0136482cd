/** 统一身份登录, against a real identity provider: authorization code with PKCE, and what is done with who comes back. */
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { browserStack } from '../setup/browser-stack.ts';
import { client, identityProvider } from '../setup/identity-provider.ts';
import { askedOf, expiringAtPress } from './filling.ts';

const provider = await identityProvider();
const at = browserStack({
  settings: {
    YIMEN_OIDC_ISSUER: provider.issuer,
    YIMEN_OIDC_CLIENT_ID: client.id,
    YIMEN_OIDC_CLIENT_SECRET: client.secret,
  },
});
afterAll(async () => await provider.close());

const callback = () => `${at.stack.address}/api/v1/sessions/oidc/callback`;

async function vouched(page: Page, name: string): Promise<void> {
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.locator('button[type=submit]').click();
}

test('统一身份平台没有应答的，说明白，本系统的密码照样能用', async () => {
  const { page } = await at.arrives();
  await page.goto('/');
  await page.getByRole('link', { name: '统一身份登录' }).click();
  await page.getByText('统一身份平台没有应答').waitFor();
  await page.getByLabel('用户名').waitFor();
});

test('在统一身份平台登录，回来就在我的待办；平台认得、这里没有登记的，说明找谁', async () => {
  provider.serve(callback());
  const { page, faults } = await at.arrives();
  await page.goto('/');
  await page.getByRole('link', { name: '统一身份登录' }).click();
  await vouched(page, 'chengguan-chuangkou');
  await page.getByRole('heading', { name: /我的待办/ }).waitFor();
  await page.getByText('城关窗口员').waitFor();
  expect(page.url().startsWith(at.stack.address)).toBe(true);
  const stranger = await at.arrives();
  await stranger.page.goto('/');
  await stranger.page.getByRole('link', { name: '统一身份登录' }).click();
  await vouched(stranger.page, 'nobody-here');
  await stranger.page.getByText('这里还没有登记').waitFor();
  expect(faults).toEqual([]);
});

test('填写时登录过期：在另一个窗口里统一身份登录，原来的页面接着办，填的都在', async () => {
  const caseNo = await at.desk.opened();
  const { page } = await at.sits('chengguan-chuangkou');
  await page.goto(`/cases/${caseNo}`);
  const asked = askedOf(page, '材料审查');
  await asked.getByText('受理', { exact: true }).click();
  await asked.getByLabel('意见', { exact: true }).fill('材料齐全');
  await expiringAtPress(
    page,
    () => at.stack.context.sql`delete from session where person = 'chengguan-chuangkou'`,
  );
  await asked.getByRole('button', { name: '受理', exact: true }).click();
  const again = page.getByRole('dialog');
  const opening = page.context().waitForEvent('page');
  await again.getByRole('button', { name: '统一身份登录' }).click();
  const beside = await opening;
  await vouched(beside, 'chengguan-chuangkou');
  await beside.getByText('请关上这个窗口').waitFor();
  await page.getByText('已办：材料审查').waitFor();
});

test('不是答复这一次的不收：别人的状态、用过的、没有先去登录的', async () => {
  const { page } = await at.arrives();
  await page.goto('/api/v1/sessions/oidc/callback?code=made-up&state=made-up');
  await page.getByText('统一身份登录没有完成').waitFor();
  const begun = await page.context().request.get('/api/v1/sessions/oidc', { maxRedirects: 0 });
  const asked = new URL(begun.headers()['location'] ?? '');
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    client_id: client.id,
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: callback(),
  });
  await page.goto('/api/v1/sessions/oidc/callback?code=made-up&state=another');
  await page.getByText('统一身份登录没有完成').waitFor();
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('yimen_session');
});
