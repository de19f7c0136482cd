/** What axe-core finds wrong with a page for people who do not see it or do not use a mouse. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const script = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Serious and critical faults, each with where. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(script);
  const { violations } = await page.evaluate(
    // What passes is not described, which is most of the work on a long page.
    async () =>
      await (window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run({
        resultTypes: ['violations'],
      }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}
