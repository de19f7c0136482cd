/**
 * The desks as their people feel them: from a press to the changed page, here and on another's screen; a thousand rows
 * scrolled; a key pressed in a long form.
 */
import type { Page } from 'playwright-core';
import { dateOf } from '../engine/clock/time.ts';
import type { LocalStack } from '../stack/local-stack.ts';
import { openSample, sampleApplication } from '../stack/sample-application.ts';
import { samplePassword, signInSample } from '../stack/sample-people.ts';
import { openBrowser, type Seat, seat, signInAs } from '../tests/setup/browser.ts';
import { newApplicant } from './commands.ts';
import { type Figure, figure, measure, median, ms } from './measure.ts';

const presses = 30;
const rows = 1_000;
const keys = 40;

type Pressed = { readonly changed: number; readonly answered: number; readonly answeredAt: number };

/** From the click until the next case is on the page; beside it the API's own answer, as the browser timed it. */
const press = async (page: Page): Promise<Pressed> =>
  await page.evaluate(async () => {
    const heading = (): string => document.querySelector('h1')?.textContent ?? '';
    const before = heading();
    const button = document.querySelector<HTMLButtonElement>('.decide .ant-btn-primary');
    // The browser keeps no more than 250: the newest would be missing.
    performance.clearResourceTimings();
    const began = performance.now();
    button?.click();
    await new Promise<void>((done) => {
      const watch = new MutationObserver(() => {
        if (heading() === '' || heading() === before) return;
        watch.disconnect();
        done();
      });
      watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const changed = performance.now() - began;
    const sent = performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/cases\/\w+\/commands$/.test(name))
      .at(-1);
    const answer = sent as PerformanceResourceTiming;
    return { changed, answered: answer.duration, answeredAt: performance.timeOrigin + answer.responseEnd };
  });

/** When a row that names somebody is there, on the wall clock. */
const rowOf = async (page: Page, name: string): Promise<number> =>
  await page.evaluate(
    async (wanted) =>
      await new Promise<number>((done) => {
        const look = (): boolean => {
          if (!document.body.textContent?.includes(wanted)) return false;
          watch.disconnect();
          done(performance.timeOrigin + performance.now());
          return true;
        };
        const watch = new MutationObserver(look);
        if (!look()) watch.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    name,
  );

/** What the page does for one press of a key, in the application of a large household; milliseconds of its thread. */
async function keyPressed({ page, context }: Seat): Promise<number> {
  await page.goto('/window/minimum-living');
  for (const [item, times] of [
    ['成员', 4],
    ['收入项', 4],
    ['材料', 7],
  ] as const)
    for (let n = 0; n < times; n += 1)
      await page.getByRole('button', { name: `添一项${item}`, exact: true }).click();
  await page.getByLabel('村（社区）').first().click();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
  };
  const before = await busy();
  for (let n = 0; n < keys; n += 1) await page.keyboard.press(n % 2 ? 'Backspace' : 'a');
  return ((await busy()) - before) / keys;
}

export async function pagesBench(stack: LocalStack): Promise<{ figures: readonly Figure[]; raw: unknown }> {
  const http = (path: string, init: RequestInit): Promise<Response> => fetch(stack.address + path, init);
  const browser = await openBrowser();
  try {
    const window = await signInSample(http, 'tongfu-chuangkou');
    const { now } = await window.get<{ now: number }>('/clock');
    const open = async (): Promise<string> => {
      const n = newApplicant();
      const { body } = await openSample(
        window,
        'tongfu',
        sampleApplication({ n, name: `页面户${n}`, appliedOn: dateOf(now) }),
      );
      return body.caseNo;
    };
    for (let n = 0; n < presses + 1; n += 1) await open();
    const [desk, other] = await Promise.all([seat(browser, stack.address), seat(browser, stack.address)]);
    await signInAs(desk.page, 'tongfu-chuangkou', samplePassword);
    await signInAs(other.page, 'tongfu-diaocha', samplePassword);
    await desk.page.getByRole('link', { name: '办理' }).first().click();
    const pressed: Pressed[] = [];
    const later: number[] = [];
    for (let n = 0; n < presses; n += 1) {
      const heading = (await desk.page.getByRole('heading', { level: 1 }).textContent()) ?? '';
      const name = /页面户\d+/.exec(heading)?.[0] ?? '';
      await desk.page
        .getByRole('region', { name: '请您办理：材料审查' })
        .getByText('受理', { exact: true })
        .click();
      const seen = rowOf(other.page, name);
      const one = await press(desk.page);
      pressed.push(one);
      later.push((await seen) - one.answeredAt);
    }
    const ratio = median(pressed.map(({ changed, answered }) => changed / answered));
    const elsewhere = median(later);

    await measure(8, Math.ceil(rows / 8), async () => void (await open()));
    await desk.page.goto('/inbox');
    for (let shown = 100; shown < rows; shown += 100) {
      await desk.page.getByRole('button', { name: '再看一百件' }).click();
      await desk.page.locator('.rows tbody tr').nth(shown).waitFor();
    }
    const longest = await desk.page.evaluate(async () => {
      const tasks: number[] = [];
      new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({
        type: 'longtask',
      });
      for (let top = 0; top < document.body.scrollHeight; top += 400) {
        scrollTo(0, top);
        await new Promise((next) => requestAnimationFrame(next));
      }
      await new Promise((next) => setTimeout(next, 200));
      return Math.max(0, ...tasks);
    });
    const key = await keyPressed(desk);
    return {
      figures: [
        figure('登记四口之家，按一个键占用页面', ms(key), '不超过 50 ms', key <= 50),
        figure(
          '按下到本页换成下一件，与接口自己的答复相比（中位）',
          `${ratio.toFixed(2)} 倍（接口 ${ms(median(pressed.map(({ answered }) => answered)))}）`,
          '不超过 3 倍',
          ratio <= 3,
        ),
        figure('接口答复之后，别人的待办里看到（中位）', ms(elsewhere), '不超过 300 ms', elsewhere <= 300),
        figure(
          `待办 ${rows} 行滚动到底，最长的一次占用`,
          longest === 0 ? '不到 50 ms' : ms(longest),
          '不超过 50 ms',
          longest <= 50,
        ),
      ],
      raw: { pressed, later, longest, key },
    };
  } finally {
    await browser.close();
  }
}
