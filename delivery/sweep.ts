/** What is looked for again and again by a process of its own. */

export type SweepOptions = {
  readonly everyMs: number;
  readonly onError: (error: unknown) => void;
};

export type Sweep = {
  /** Looks now, or once more if it is looking. */
  call(): void;
  stop(): Promise<void>;
};

/** Looks every so often until stopped, and at once again where a round has found something (`round` answers how much). */
export function sweep({ everyMs, onError }: SweepOptions, round: () => Promise<number>): Sweep {
  let stopped = false;
  let isCalled = false;
  let go = (): void => {};
  const call = (): void => {
    isCalled = true;
    go();
  };
  const work = (async () => {
    while (!stopped) {
      isCalled = false;
      const found = await round().catch((error: unknown) => {
        onError(error);
        return 0;
      });
      if (found > 0 || stopped || isCalled) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        go = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    call,
    async stop() {
      stopped = true;
      call();
      await work;
    },
  };
}

/** Works through what there is, a few at a time. */
export async function inLanes<T>(
  found: readonly T[],
  lanes: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = found.values();
  const lane = async (): Promise<void> => {
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
