/** One durable timer: the next limit that decides something; set again only when that, or the county clock, changes. */
import { condition } from '@temporalio/workflow';
import { type CountyClock, countyTime, wallTime } from '../../contract/county-clock.ts';
import { dateOf } from '../../engine/clock/time.ts';

export class DeadlineTimer {
  /** County time at which the case must wake; undefined if only people and systems can move it. */
  wake: number | undefined;
  clock: CountyClock;

  constructor(clock: CountyClock, wake: number | undefined) {
    this.clock = clock;
    this.wake = wake;
  }

  now(): number {
    return countyTime(this.clock, Date.now());
  }

  /** Tells of each instant that has come, for as long as the case lives. */
  async run(due: (at: number) => void): Promise<void> {
    for (;;) {
      const { wake, clock } = this;
      const changed = (): boolean => this.wake !== wake || this.clock !== clock;
      if (wake === undefined) {
        await condition(changed);
        continue;
      }
      const wait = wallTime(clock, wake) - Date.now();
      const moved =
        wait > 0 && (await condition(changed, wait, { summary: `期限届满：${dateOf(wake - 1)}` }));
      if (!moved && !changed()) due(Math.max(wake, this.now()));
    }
  }
}
