/** The name of a public notice to those who object to it: says nothing of its case. */
import { createHmac, hkdfSync } from 'node:crypto';

export function noticeCode(secret: string, caseNo: string, key: string): string {
  const own = Buffer.from(hkdfSync('sha256', secret, '', 'public notice', 32));
  return createHmac('sha256', own).update(`${caseNo} ${key}`).digest('base64url').slice(0, 22);
}
