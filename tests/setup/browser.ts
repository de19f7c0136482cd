/** A real browser over the desks, with a Chinese font: the machine that tests may have none. */
import { type Browser, type BrowserContext, chromium as launcher, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.ts';
import { type Characters, withFont } from './fonts.ts';

export type Size = { readonly width: number; readonly height: number };
export const desktop: Size = { width: 1366, height: 768 };

export const phone: Size = { width: 360, height: 780 };

export async function openBrowser(characters: Characters = 'most used'): Promise<Browser> {
  return await launcher.launch({
    executablePath: await chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--headless=shell'],
    headless: true,
    env: { ...process.env, ...(await withFont(characters)) },
  });
}

/** A person at a machine of their own. What goes wrong on a page of theirs is kept in `faults`. */
export type Seat = { readonly context: BrowserContext; readonly page: Page; readonly faults: string[] };

export async function seat(browser: Browser, address: string, size = desktop): Promise<Seat> {
  const context = await browser.newContext({
    viewport: size,
    baseURL: address,
    locale: 'zh-CN',
    permissions: ['geolocation'],
    geolocation: { latitude: 38.9123, longitude: 106.5432, accuracy: 20 },
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (said) => {
    // What the API refuses is shown on the page; the browser notes every such answer besides.
    if (said.type() === 'error' && !said.text().startsWith('Failed to load resource'))
      faults.push(said.text());
  });
  return { context, page, faults };
}

export async function signInAs(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('navigation', { name: '主要' }).waitFor();
}
