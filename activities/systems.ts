/** The outside systems a case speaks to, by the names its process uses. */
import type { Settings } from '../contract/settings.ts';
import type { Sql } from '../db/connect.ts';
import type { IdentityVault } from '../security/identity-vault.ts';
import { bankSender } from './bank/client.ts';
import { dutySender } from './duty-list.ts';
import { outsideSystem } from './outside/connection.ts';
import type { OutsideSystems } from './outside/connectors.ts';
import { progressSender } from './progress/client.ts';
import { smsSender } from './sms/client.ts';
import { verificationAsker } from './verification/client.ts';

export function outsideSystems(settings: Settings, sql: Sql, vault: IdentityVault): OutsideSystems {
  const token = settings.YIMEN_OUTSIDE_TOKEN;
  const verification = outsideSystem({ system: '核对中心', url: settings.YIMEN_VERIFICATION_URL, token });
  const sms = outsideSystem({ system: '短信平台', url: settings.YIMEN_SMS_URL, token });
  const bank = outsideSystem({ system: '代发银行', url: settings.YIMEN_BANK_URL, token });
  return {
    ask: { verification: verificationAsker(verification, vault) },
    send: {
      sms: smsSender(sms),
      bank: bankSender(bank),
      'duty-list': dutySender(sql),
      grid: progressSender('网格平台', settings.YIMEN_GRID_URL, token),
      hotline: progressSender('12345热线', settings.YIMEN_HOTLINE_URL, token),
    },
  };
}
