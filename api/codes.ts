/** A code by text message, for whatever is to be done with it. */
import { randomUUID } from 'node:crypto';
import { putCode, spendCode } from '../db/citizens.ts';
import { sendOneTimeCode } from '../delivery/one-time-code.ts';
import { codeHash, codeMinutes, codeTries, newCode } from '../security/one-time-code.ts';
import type { AppContext } from './env.ts';
import { Problem } from './problem.ts';

export type CodeSent = { readonly minutes: number; readonly code?: string };

/** `purpose` is what it is for; a newer code for the same takes its place. In a trial it is answered, too. */
export async function sendCode(
  { sql, settings, dispatcher }: AppContext,
  purpose: string,
  to: string,
): Promise<CodeSent> {
  const code = newCode();
  await putCode(sql, purpose, codeHash(settings.YIMEN_MATCHING_KEY, purpose, code), codeMinutes);
  try {
    await sendOneTimeCode(dispatcher, { id: `code-${randomUUID()}`, to, code });
  } catch {
    throw new Problem('NOT_READY', { headers: { 'retry-after': '5' } });
  }
  return { minutes: codeMinutes, ...(settings.YIMEN_SAMPLE_PASSWORD === undefined ? {} : { code }) };
}

/** Whether it is the one that was sent for this; then it is spent. */
export const isRightCode = async (
  { sql, settings }: AppContext,
  purpose: string,
  code: string,
): Promise<boolean> =>
  await spendCode(sql, purpose, codeHash(settings.YIMEN_MATCHING_KEY, purpose, code), codeTries);
