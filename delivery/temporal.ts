/** The connection to Temporal, with the codec that client and worker share. */
import { Client, Connection, type ConnectionLike } from '@temporalio/client';
import type { DataConverter, Logger } from '@temporalio/common';
import proto from '@temporalio/proto';
import { NativeConnection } from '@temporalio/worker/lib/connection.js';
import { Runtime } from '@temporalio/worker/lib/runtime.js';
import { DeflatingCodec } from '../security/deflating-codec.ts';
import { SealingCodec, type SealingKey } from '../security/payload-codec.ts';

export type TemporalSettings = {
  readonly address: string;
  readonly namespace: string;
  readonly keys: readonly SealingKey[];
};

export const dataConverter = (keys: readonly SealingKey[]): DataConverter => ({
  payloadCodecs: [new DeflatingCodec(), new SealingCodec(keys)],
});

const { TaskQueueType } = proto.temporal.api.enums.v1;

/** What Temporal says of a task queue: of the cases themselves, or of what they ask. */
export const describeTaskQueue = (
  { options: { namespace }, workflowService }: Client,
  taskQueue: string,
  of: 'WORKFLOW' | 'ACTIVITY',
) =>
  workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: TaskQueueType[`TASK_QUEUE_TYPE_${of}`],
  });

/** Whether a worker has asked for this queue's work in the last minute. */
export async function workerSeen(client: Client, taskQueue: string): Promise<boolean> {
  const { pollers } = await describeTaskQueue(client, taskQueue, 'WORKFLOW');
  return (pollers ?? []).length > 0;
}

const connectsWithinMs = 5_000;

/**
 * The SDK's native connection spends less than half as much on this thread as the other, but is there at once or not at
 * all. While Temporal is away, the one that connects when it is first called: the API answers 202 and journals from its
 * very start.
 */
async function connection(address: string): Promise<ConnectionLike> {
  const connecting = NativeConnection.connect({ address });
  try {
    return await inTime(connectsWithinMs, connecting);
  } catch {
    connecting.then(
      (late) => late.close(),
      () => {},
    );
    return Connection.lazy({ address, connectTimeout: connectsWithinMs });
  }
}

export async function temporalClient({ address, namespace, keys }: TemporalSettings): Promise<Client> {
  installRuntime();
  return new Client({
    connection: await connection(address),
    namespace,
    dataConverter: dataConverter(keys),
  });
}

let isInstalled = false;

/** The SDK's runtime, once a process; the process's signals stay its own. */
export function installRuntime(options: { readonly logger?: Logger } = {}): void {
  if (isInstalled) return;
  isInstalled = true;
  Runtime.install({ shutdownSignals: [], ...options });
}

/** Temporal has not answered in time. */
export class TemporalLate extends Error {}

async function inTime<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TemporalLate(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A call that is answered within `ms` milliseconds or fails: what the connection tries again by itself is not waited for. */
export const within = async <T>(client: Client, ms: number, call: () => Promise<T>): Promise<T> =>
  await inTime(ms, client.withDeadline(Date.now() + ms, call));
