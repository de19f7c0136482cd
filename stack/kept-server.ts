/** A server of the stack that may have to be started again where it was: by whoever asks, or whenever it is gone unasked. */

export type RunningServer = {
  /** Undefined for a server that is not ours. */
  readonly pid?: number | undefined;
  readonly stop: () => Promise<void>;
  /** At once, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Settled when the server is gone, for whatever reason. */
  readonly gone: Promise<void>;
};

export type KeptServer<S extends RunningServer> = {
  /** The last that came to be ready. */
  readonly last: () => S;
  readonly startAgain: () => Promise<void>;
  /** Ends the last one, and one that is only being started as soon as it is ready. */
  readonly stop: () => Promise<void>;
};

const betweenAttemptsMs = 1_000;

/** `onDeath`, if given, has it started again until it runs, and is told once of each death. */
export async function keptServer<S extends RunningServer>(
  start: () => Promise<S>,
  isStopping: () => boolean,
  onDeath?: () => void,
): Promise<KeptServer<S>> {
  let last = await start();
  let starting: Promise<S> = Promise.resolve(last);
  const startAgain = async (): Promise<void> => {
    starting = start();
    last = await starting;
  };
  const attempt = (): Promise<boolean> =>
    startAgain().then(
      () => true,
      () => false,
    );
  async function keep(): Promise<void> {
    for (;;) {
      await last.gone;
      if (isStopping()) return;
      onDeath?.();
      while (!isStopping() && !(await attempt()))
        await new Promise((resolve) => setTimeout(resolve, betweenAttemptsMs));
    }
  }
  if (onDeath) void keep();
  return {
    last: () => last,
    startAgain,
    async stop() {
      await starting.catch(() => {});
      await last.stop();
    },
  };
}
