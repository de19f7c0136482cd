/** What a running process holds on to: its heaps and buffers, all threads, after a full collection. */
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** For the environment of a process that will be looked into: any free port of this machine. */
export const inspectable = { NODE_OPTIONS: '--inspect-port=127.0.0.1:0' } as const;

const mib = (bytes: number): number => bytes / 2 ** 20;

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId: string; readonly message: string };
  readonly result?: unknown;
};
type Ask = <T>(method: string, params?: object) => Promise<T>;
type HeapUsage = { readonly usedSize: number; readonly backingStorageSize: number };

async function inspectorOf(pid: number, logPath: string): Promise<string> {
  const said = async (): Promise<readonly string[]> =>
    [...(await readFile(logPath, 'utf8')).matchAll(/Debugger listening on (ws:\S+)/g)].map(
      ([, url = '']) => url,
    );
  const known = (await said()).length;
  process.kill(pid, 'SIGUSR1');
  for (;;) {
    const url = (await said())[known];
    if (url) return url;
    await wait(50);
  }
}

/** MiB of live objects and buffers, and resident MiB, of a whole process. */
export type Weight = { readonly liveMiB: number; readonly residentMiB: number };

type LiveHeap = {
  readonly weigh: () => Promise<Weight>;
  readonly close: () => void;
};

/** Looks into a process started with {@link inspectable} whose stderr goes to the log. */
export async function liveHeapOf(pid: number, logPath: string): Promise<LiveHeap> {
  const socket = new WebSocket(await inspectorOf(pid, logPath));
  const waiting = new Map<string, (result: unknown) => void>();
  const threads = new Set<string>();
  let next = 0;
  const take = (thread: string, { id, method, params, result }: Message): void => {
    if (id !== undefined) waiting.get(`${thread}/${id}`)?.(result);
    if (method === 'NodeWorker.attachedToWorker' && params) threads.add(params.sessionId);
    if (method === 'NodeWorker.receivedMessageFromWorker' && params)
      take(params.sessionId, JSON.parse(params.message) as Message);
  };
  socket.onmessage = ({ data }) => take('', JSON.parse(String(data)) as Message);
  await new Promise((resolve) => {
    socket.onopen = resolve;
  });
  const askOf =
    (thread: string): Ask =>
    async <T>(method: string, params = {}) => {
      const id = next++;
      const answer = new Promise((resolve) => waiting.set(`${thread}/${id}`, resolve));
      const message = JSON.stringify({ id, method, params });
      if (thread === '') socket.send(message);
      else await askOf('')('NodeWorker.sendMessageToWorker', { sessionId: thread, message });
      return (await answer) as T;
    };
  await askOf('')('NodeWorker.enable', { waitForDebuggerOnStart: false });
  return {
    async weigh() {
      let bytes = 0;
      for (const thread of ['', ...threads]) {
        const ask = askOf(thread);
        await ask('HeapProfiler.collectGarbage');
        const { usedSize, backingStorageSize } = await ask<HeapUsage>('Runtime.getHeapUsage');
        bytes += usedSize + backingStorageSize;
      }
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      const residentKiB = Number(status.match(/VmRSS:\s+(\d+) kB/)?.[1]);
      return { liveMiB: mib(bytes), residentMiB: residentKiB / 1_024 };
    },
    close: () => socket.close(),
  };
}
