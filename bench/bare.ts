/** Temporal without Yimen: the least a workflow can be, in a worker of its own, its payloads as they come or sealed as Yimen's. */
import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { dataConverter } from '../delivery/temporal.ts';
import type { LocalStack } from '../stack/local-stack.ts';
import { type StackProcess, startProcess } from '../stack/stack-process.ts';

const queues = { bare: 'bare', sealed: 'bare-sealed' } as const;
export type BareKind = keyof typeof queues;

export type Bare = {
  readonly clients: Readonly<Record<BareKind, Client>>;
  readonly worker: StackProcess;
  /** A workflow that answers every Update with `reply`. */
  readonly start: (kind: BareKind, reply: object) => Promise<WorkflowHandle>;
  readonly stop: () => Promise<void>;
};

export async function startBare(stack: LocalStack): Promise<Bare> {
  const worker = await startProcess({
    script: fileURLToPath(new URL('./bare-worker.ts', import.meta.url)),
    env: stack.env,
  });
  const { TEMPORAL_ADDRESS: address, YIMEN_PAYLOAD_KEYS: keys } = stack.settings;
  const connection = await Connection.connect({ address });
  const clients = {
    bare: new Client({ connection }),
    sealed: new Client({ connection, dataConverter: dataConverter(keys) }),
  };
  return {
    clients,
    worker,
    start: async (kind, reply) =>
      await clients[kind].workflow.start('bare', {
        workflowId: `bare-${randomUUID()}`,
        taskQueue: queues[kind],
        args: [reply],
      }),
    async stop() {
      await connection.close();
      await worker.stop();
    },
  };
}

/** Text that no codec makes shorter. */
export const noise = (bytes: number): string =>
  randomBytes(Math.ceil(bytes * 0.75))
    .toString('base64')
    .slice(0, bytes);
