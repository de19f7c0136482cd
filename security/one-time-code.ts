/** A code sent by text message: six digits, kept as a keyed hash, good for a few minutes and a few tries. */
import { createHmac, hkdfSync, randomInt } from 'node:crypto';

export const codeMinutes = 10;
export const codeTries = 5;
export const citizenMinutes = 60;

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

export function codeHash(secret: string, caseNo: string, code: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'one-time code', 32));
  return createHmac('sha256', key).update(`${caseNo} ${code}`).digest('base64url');
}
