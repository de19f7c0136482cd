/** A process of the stack (API, worker) kept running: said when ready, started again when it dies, ended with the rest. */
import { type ChildProcess, fork } from 'node:child_process';

export type StackProcess = {
  readonly pid: () => number | undefined;
  readonly kill: () => void;
  readonly stop: () => Promise<void>;
};
type Options = {
  readonly script: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onDeath?: (code: number | null) => void;
  readonly log?: number;
};

export async function startProcess({ script, env, onDeath = () => {}, log }: Options): Promise<StackProcess> {
  let child: ChildProcess | undefined;
  let stopping = false;
  let delay = 500;
  const gone = (of: ChildProcess): Promise<void> =>
    new Promise((resolve) =>
      of.exitCode === null && of.signalCode === null ? of.once('exit', () => resolve()) : resolve(),
    );

  async function run(): Promise<void> {
    const started = fork(script, [], {
      env: env as NodeJS.ProcessEnv,
      stdio: ['ignore', log ?? 'inherit', log ?? 'inherit', 'ipc'],
    });
    child = started;
    const ready = new Promise<void>((resolve, reject) => {
      started.once('message', () => {
        delay = 500;
        resolve();
      });
      started.once('exit', (code) => reject(new Error(`${script} 退出，代码 ${code}`)));
    });
    started.once('exit', (code) => {
      if (stopping) return;
      onDeath(code);
      setTimeout(() => {
        if (!stopping) run().catch(() => {});
      }, delay);
      delay = Math.min(delay * 2, 10_000);
    });
    await ready;
  }

  await run();
  return {
    pid: () => child?.pid,
    kill: () => void child?.kill('SIGKILL'),
    async stop() {
      stopping = true;
      if (!child) return;
      child.kill('SIGTERM');
      // What it was at is durable: nothing is lost by not waiting longer.
      const hard = setTimeout(() => child?.kill('SIGKILL'), 3_000);
      await gone(child);
      clearTimeout(hard);
    },
  };
}
