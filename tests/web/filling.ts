/** Filling in the forms of the desks as a person does: by their labels. */
import type { Locator, Page } from 'playwright-core';
import { sampleFile } from '../../stack/sample-material.ts';

export async function choose(within: Page | Locator, label: string, option: string): Promise<void> {
  const box = within.getByLabel(label, { exact: true });
  await box.fill(option);
  await box.press('Enter');
}

/** The nth item of a list, added where it is not there yet. */
export async function item(form: Locator, list: string, of: string, n: number): Promise<Locator> {
  const group = form.getByRole('group', { name: list, exact: true });
  const one = group.locator('.item').nth(n);
  if (!(await one.isVisible())) await group.getByRole('button', { name: `添一项${of}` }).click();
  return one;
}

/** Where several files are asked for within, `label` says which. */
export async function upload(within: Locator, label: string, name: string): Promise<void> {
  const field = within.locator('.ant-form-item').filter({ hasText: label });
  await field.locator('input[type=file]').setInputFiles({
    name: `${name}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from(sampleFile(name)),
  });
  await field.getByRole('link', { name: `${name}.pdf` }).waitFor();
}

/** The same, from a folder beside it. */
export async function drop(within: Locator, label: string, name: string): Promise<void> {
  const field = within.locator('.ant-form-item').filter({ hasText: label });
  const dataTransfer = await field.page().evaluateHandle(
    ({ file, text }) => {
      const held = new DataTransfer();
      held.items.add(new File([text], file, { type: 'application/pdf' }));
      return held;
    },
    { file: `${name}.pdf`, text: Buffer.from(sampleFile(name)).toString() },
  );
  await field.locator('div:has(> input[type=file])').dispatchEvent('drop', { dataTransfer });
  await field.getByRole('link', { name: `${name}.pdf` }).waitFor();
}

/** 请您办理 of an act. */
export const askedOf = (page: Page, act: string): Locator =>
  page.getByRole('region', { name: `请您办理：${act}` });

/** The session ends as the next press arrives: whatever the page asks by itself beforehand still finds it. */
export async function expiringAtPress(page: Page, expire: () => PromiseLike<unknown>): Promise<void> {
  await page.route(
    '**/commands',
    async (route) => {
      await expire();
      await route.continue();
    },
    { times: 1 },
  );
}

/** Chooses an outcome, fills it in, and presses; the act has gone when it answers. */
export async function decide(
  page: Page,
  act: string,
  outcome: string,
  { opinion, fill }: { readonly opinion?: string; readonly fill?: (form: Locator) => Promise<void> } = {},
): Promise<void> {
  const asked = askedOf(page, act);
  await asked.getByText(outcome, { exact: true }).first().click();
  await fill?.(asked);
  if (opinion !== undefined) await asked.getByLabel('意见', { exact: true }).fill(opinion);
  await asked.getByRole('button', { name: outcome, exact: true }).click();
  try {
    await page.getByText(`已办：${act}`).waitFor();
  } catch (error) {
    throw new Error(`“${act}”没有办成，页面上是：${await page.locator('main').textContent()}`, {
      cause: error,
    });
  }
}
