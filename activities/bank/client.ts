/** 代发银行: takes who is to be paid what from which month on. */
import { z } from 'zod';
import { type OutsideSystem, receipt } from '../outside/connection.ts';
import type { Sender } from '../outside/connectors.ts';

const payment = z.object({
  account: z.string(),
  payee: z.string(),
  amountFen: z.number().int().nonnegative(),
  fromMonth: z.string(),
});

export const bankSender =
  (system: OutsideSystem): Sender =>
  async ({ idempotencyKey, caseNo, payload }) =>
    await system({
      path: '/instructions',
      key: idempotencyKey,
      answer: receipt,
      body: { caseNo, ...payment.parse(payload) },
    });
