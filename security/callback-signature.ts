/** Signed callbacks: HMAC-SHA256 over time, nonce and body. Old ones are refused by time, repeated ones by nonce. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export type CallbackKey = { readonly id: string; readonly key: Uint8Array };
export type Verified =
  | { readonly ok: true; readonly by: string; readonly nonce: string; readonly until: number }
  | { readonly ok: false; readonly expired: boolean };

const toleranceMs = 5 * 60_000;

const mac = (key: Uint8Array, time: string, nonce: string, body: string): Buffer =>
  createHmac('sha256', key).update(`${time}.${nonce}.${body}`).digest();

/** The headers of a signed callback. */
export function signCallback(
  { id, key }: CallbackKey,
  nonce: string,
  body: string,
  wall: number,
): Record<string, string> {
  const time = String(wall);
  return {
    'x-yimen-time': time,
    'x-yimen-nonce': nonce,
    'x-yimen-signature': `${id}:${mac(key, time, nonce, body).toString('base64url')}`,
  };
}

export function verifyCallback(
  keys: readonly CallbackKey[],
  headers: Headers,
  body: string,
  wall: number,
): Verified {
  const [time = '', nonce = '', signature = ''] = ['x-yimen-time', 'x-yimen-nonce', 'x-yimen-signature'].map(
    (name) => headers.get(name) ?? '',
  );
  const [id, given = ''] = signature.split(':');
  const key = keys.find((candidate) => candidate.id === id);
  if (!key || !/^[\w-]{16,64}$/.test(nonce)) return { ok: false, expired: false };
  const [expected, actual] = [mac(key.key, time, nonce, body), Buffer.from(given, 'base64url')];
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual))
    return { ok: false, expired: false };
  if (!(Math.abs(wall - Number(time)) <= toleranceMs)) return { ok: false, expired: true };
  // A system that changes its key adds a number: grid, grid.2.
  const [by = ''] = key.id.split('.');
  return { ok: true, by, nonce, until: Number(time) + toleranceMs };
}
