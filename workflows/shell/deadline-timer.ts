/** One durable timer: the next limit that decides something; set again only when that, or the county clock, changes. */
import { CancellationScope, condition, isCancellation, sleep } from '@temporalio/workflow';
import { type CountyClock, countyTime, wallTime } from '../../contract/county-clock.ts';
import { dateOf } from '../../engine/clock/time.ts';

const summaryOf = (wake: number): { readonly summary: string } => ({
  summary: `期限届满：${dateOf(wake - 1)}`,
});

export class DeadlineTimer {
  /** County time at which the case must wake; undefined if only people and systems can move it. */
  wake: number | undefined;
  clock: CountyClock;
  readonly #due: (at: number) => void;
  /** What it was last set for. */
  #set: { readonly wake: number | undefined; readonly clock: CountyClock } | undefined;
  #running: { readonly scope: CancellationScope; readonly ended: Promise<void> } | undefined;

  /** `due` is told of each instant that has come. */
  constructor(clock: CountyClock, wake: number | undefined, due: (at: number) => void) {
    this.clock = clock;
    this.wake = wake;
    this.#due = due;
  }

  now(): number {
    return countyTime(this.clock, Date.now());
  }

  isStale(): boolean {
    return !this.#set || this.#set.wake !== this.wake || this.#set.clock !== this.clock;
  }

  /** Ends with the timer running for what the case waits for now. */
  async set(): Promise<void> {
    while (this.isStale()) {
      const { wake, clock } = this;
      this.#set = { wake, clock };
      await this.#callOff();
      if (wake === undefined) continue;
      const wait = wallTime(clock, wake) - Date.now();
      if (wait > 0) this.#start(wait, wake);
      else this.#due(Math.max(wake, this.now()));
    }
  }

  async #callOff(): Promise<void> {
    this.#running?.scope.cancel();
    await this.#running?.ended;
    this.#running = undefined;
  }

  #start(wait: number, wake: number): void {
    const scope = new CancellationScope({ cancellable: true });
    const ended = scope
      .run(() => sleep(wait, summaryOf(wake)))
      .then(
        () => {
          this.#running = undefined;
          this.#set = undefined;
        },
        (error) => {
          if (!isCancellation(error)) throw error;
        },
      );
    this.#running = { scope, ended };
  }

  /** As runs do that do not act in order. */
  async run(): Promise<void> {
    for (;;) {
      const { wake, clock } = this;
      const changed = (): boolean => this.wake !== wake || this.clock !== clock;
      if (wake === undefined) {
        await condition(changed);
        continue;
      }
      const wait = wallTime(clock, wake) - Date.now();
      const moved = wait > 0 && (await condition(changed, wait, summaryOf(wake)));
      if (!moved && !changed()) this.#due(Math.max(wake, this.now()));
    }
  }
}
