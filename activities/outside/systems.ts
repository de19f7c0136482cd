/** The outside systems a case speaks to, by the names its process uses. */
import { z } from 'zod';
import type { SealedIdentity } from '../../contract/form.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Sql } from '../../db/connect.ts';
import { readLedger } from '../../db/ledger.ts';
import type { IdentityVault } from '../../security/identity-vault.ts';
import type { OutsideWorld } from '../case-activities.ts';
import { outsideSystem } from './connection.ts';

const receipt = z.object({ id: z.string().min(1) });
const textMessage = z.object({
  to: z.string(),
  template: z.string(),
  params: z.record(z.string(), z.string()),
});
const payment = z.object({
  account: z.string(),
  payee: z.string(),
  amountFen: z.number().int().nonnegative(),
  fromMonth: z.string(),
});

type Person = { readonly name: string; readonly identity: SealedIdentity };
type Opened = { readonly form: { readonly members: readonly Person[] } };

export function outsideWorld(settings: Settings, sql: Sql, vault: IdentityVault): OutsideWorld {
  const token = settings.YIMEN_OUTSIDE_TOKEN;
  const verification = outsideSystem({ system: '核对中心', url: settings.YIMEN_VERIFICATION_URL, token });
  const sms = outsideSystem({ system: '短信平台', url: settings.YIMEN_SMS_URL, token });
  const bank = outsideSystem({ system: '代发银行', url: settings.YIMEN_BANK_URL, token });

  /** The household with its identity numbers in plain: they leave Yimen to the verification centre alone. */
  async function householdOf(caseNo: string): Promise<readonly { name: string; identity: string }[]> {
    const [opening] = await readLedger(sql, caseNo);
    if (opening?.event.type !== 'opened') throw new Error(`case ${caseNo} has no ledger yet`);
    const { form } = opening.event.input as unknown as Opened;
    return form.members.map(({ name, identity }) => ({ name, identity: vault.unseal(identity) }));
  }

  return {
    ask: {
      async verification({ key, caseNo, act, round, sources, question }) {
        const people = await householdOf(caseNo);
        await verification({
          path: '/requests',
          key,
          answer: receipt,
          body: { caseNo, act, round, sources, question, people },
        });
      },
    },
    send: {
      sms: async ({ idempotencyKey, payload }) =>
        await sms({
          path: '/messages',
          key: idempotencyKey,
          answer: receipt,
          body: textMessage.parse(payload),
        }),
      bank: async ({ idempotencyKey, caseNo, payload }) =>
        await bank({
          path: '/instructions',
          key: idempotencyKey,
          answer: receipt,
          body: { caseNo, ...payment.parse(payload) },
        }),
    },
  };
}
