/** Somebody who uses no mouse: where each press of Tab leads, what is typed there, and how many presses it takes. */
import type { Page } from 'playwright-core';

/** A character of Chinese costs this many presses by its sound. */
const perCharacter = 3;
const enough = 80;

export type Keyboard = {
  /** Tab, until what has this label has the focus. */
  readonly to: (label: string) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Among the options of a list. */
  readonly choose: (label: string, option: string) => Promise<void>;
  /** Among options in sight. */
  readonly pick: (label: string, option: string) => Promise<void>;
  readonly presses: () => number;
};

/** What has the focus, as it is announced: by its own label, and the group's it is in. */
const focused = (page: Page): Promise<{ readonly label: string; readonly group: string }> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null;
    const text = (of: Element | null | undefined) =>
      (of?.textContent ?? '').replace(/\s*（选填）$/, '').trim();
    const label = at?.getAttribute('aria-label') ?? (at?.labels?.length ? text(at.labels[0]) : '') ?? '';
    return {
      label: label || text(at),
      group: at?.closest('[role=radiogroup]')?.getAttribute('aria-label') ?? '',
    };
  });

export function keyboardOf(page: Page): Keyboard {
  let presses = 0;
  const press = async (key: string): Promise<void> => {
    presses++;
    await page.keyboard.press(key);
  };
  const type = async (text: string): Promise<void> => {
    for (const character of text) {
      const typed = /[ -~]/.test(character);
      presses += typed ? 1 : perCharacter;
      if (typed) await page.keyboard.press(character === ' ' ? 'Space' : character);
      else await page.keyboard.insertText(character);
    }
  };
  const to = async (wanted: string): Promise<void> => {
    const passed: string[] = [];
    for (let n = 0; n < enough; n++) {
      const { label, group } = await focused(page);
      if (label === wanted || group === wanted) return;
      passed.push(group || label);
      await press('Tab');
    }
    throw new Error(`Tab never came to ${wanted}: ${passed.join('、')}`);
  };
  return {
    to,
    press,
    type,
    async choose(label, option) {
      await to(label);
      await type(option);
      await press('Enter');
      // As long as the list is in sight, Tab chooses in it and does not leave it.
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-expanded') !== 'true');
    },
    async pick(label, option) {
      await to(label);
      if ((await focused(page)).label === option) return await press('Space');
      for (let n = 0; n < enough; n++) {
        await press('ArrowDown');
        if ((await focused(page)).label === option) return;
      }
      throw new Error(`${label} has no ${option}`);
    },
    presses: () => presses,
  };
}
