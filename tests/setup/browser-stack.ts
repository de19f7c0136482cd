/** What every browser test stands on: the whole stack, its desks and one browser, for one file of tests. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { samplePassword } from '../../stack/sample-people.ts';
import { openBrowser, type Seat, type Size, seat } from './browser.ts';
import { type Desk, deskOf } from './desk.ts';
import { startTestStack, type TestStack, type TestStackOptions } from './test-stack.ts';

export type BrowserStack = {
  readonly stack: TestStack;
  readonly desk: Desk;
  /** Somebody at a machine of their own, not signed in. */
  readonly arrives: (size?: Size) => Promise<Seat>;
  /** Somebody at a machine of their own, signed in before they come to their desk. */
  readonly sits: (username: string, size?: Size) => Promise<Seat>;
};

/** A page that is left open draws all that happens: people who are done for now put theirs away. */
export async function leave(seats: readonly Seat[]): Promise<void> {
  await Promise.all(seats.map(({ page }) => page.goto('about:blank')));
}

/** What somebody's pages show and were answered, for the report of a test that failed. */
async function lastSeen(context: BrowserContext, answered: readonly string[]): Promise<string> {
  const shown = context
    .pages()
    .map(async (page) => `${page.url()}\n${(await page.locator('body').ariaSnapshot()).slice(0, 3_000)}`);
  return [...(await Promise.all(shown)), ...answered.slice(-20)].join('\n');
}

/** Its parts are there once the first test begins. */
export function browserStack(options: TestStackOptions = {}): BrowserStack {
  let stack: TestStack;
  let desk: Desk;
  let browser: Browser;
  beforeAll(async () => {
    stack = await startTestStack(options);
    [desk, browser] = await Promise.all([deskOf(stack), openBrowser()]);
  });
  const answers = new WeakMap<BrowserContext, string[]>();
  // Pages left open would hear, and draw, all that happens in the tests after theirs.
  afterEach(async ({ task }) => {
    for (const context of browser.contexts()) {
      if (task.result?.state === 'fail')
        console.error(await lastSeen(context, answers.get(context) ?? []).catch(String));
      await context.close();
    }
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });
  const arrives = async (size?: Size): Promise<Seat> => {
    const arrived = await seat(browser, stack.address, size);
    const answered: string[] = [];
    answers.set(arrived.context, answered);
    arrived.context.on('response', (answer) => {
      const { pathname } = new URL(answer.url());
      if (pathname.startsWith('/api/'))
        answered.push(`${answer.request().method()} ${pathname} ${answer.status()}`);
    });
    return arrived;
  };
  return {
    get stack() {
      return stack;
    },
    get desk() {
      return desk;
    },
    arrives,
    async sits(username, size) {
      const at = await arrives(size);
      const data = { username, password: samplePassword };
      const answer = await at.context.request.post('/api/v1/sessions', { data });
      if (!answer.ok()) throw new Error(`${username}: ${answer.status()} ${await answer.text()}`);
      await at.page.goto('/');
      await at.page.getByRole('navigation', { name: '主要' }).waitFor();
      return at;
    },
  };
}
