/** 网格平台、12345热线: told how far what they brought up has come, by their own number for it. */
import { z } from 'zod';
import { outsideSystem, receipt } from '../outside/connection.ts';
import type { Sender } from '../outside/connectors.ts';
import { OutsideIncident } from '../outside/incident.ts';

const told = z.object({ reference: z.string().min(1), progress: z.string().min(1), explanation: z.string() });

/** A system that has no address yet is shown as one that cannot be reached, until it has. */
export function progressSender(system: string, url: string | undefined, token: string): Sender {
  if (!url)
    return async () => {
      throw new OutsideIncident(system, `${system}还没有接通，请系统管理员填写它的地址`);
    };
  const send = outsideSystem({ system, url, token });
  return async ({ idempotencyKey, caseNo, payload }) =>
    await send({
      path: '/progress',
      key: idempotencyKey,
      answer: receipt,
      body: { caseNo, ...told.parse(payload) },
    });
}
