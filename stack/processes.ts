/** Processes of the local stack that may have been left behind: told apart from others by what they were started with. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** What a process was started with; empty if it is gone. */
async function commandOf(pid: number): Promise<string> {
  const fromProc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (fromProc !== undefined) return fromProc.replaceAll('\0', ' ');
  const { stdout } = await execute('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout;
}

/** Whether a live process was started with all of these words. */
export const isStartedWith = async (pid: number, words: readonly string[]): Promise<boolean> => {
  if (!isAlive(pid)) return false;
  const command = await commandOf(pid);
  return words.every((word) => command.includes(word));
};

/** Asks a process to end, and ends it if it has not after a while. */
export async function end(pid: number, signal: NodeJS.Signals, patienceMs = 3_000): Promise<void> {
  if (isAlive(pid)) process.kill(pid, signal);
  for (const deadline = Date.now() + patienceMs; isAlive(pid) && Date.now() < deadline; ) await pause(20);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  while (isAlive(pid)) await pause(20);
}
