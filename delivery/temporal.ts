/** The connection to Temporal, with the codec that client and worker share. */
import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
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

/** Whether a worker has asked for this queue's work in the last minute. */
export async function workerSeen(client: Client, taskQueue: string): Promise<boolean> {
  const { pollers } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: 1,
  });
  return (pollers ?? []).length > 0;
}

export async function temporalClient({ address, namespace, keys }: TemporalSettings): Promise<Client> {
  // Lazy: the API answers 202 and journals while Temporal is away, from its very start.
  const connection = Connection.lazy({ address, connectTimeout: 5_000 });
  return new Client({ connection, namespace, dataConverter: dataConverter(keys) });
}
