/** 短信平台: takes a template with its parameters for a telephone number. */
import { z } from 'zod';
import { type OutsideSystem, receipt } from '../outside/connection.ts';
import type { Sender } from '../outside/connectors.ts';

const textMessage = z.object({
  to: z.string(),
  template: z.string(),
  params: z.record(z.string(), z.string()),
});

export const smsSender =
  (system: OutsideSystem): Sender =>
  async ({ idempotencyKey, payload }) =>
    await system({
      path: '/messages',
      key: idempotencyKey,
      answer: receipt,
      body: textMessage.parse(payload),
    });
