/** Keys of the local profile: made once, kept in `.local`, never those of a real stack. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type Secrets = Readonly<
  Record<
    | 'YIMEN_PAYLOAD_KEYS'
    | 'YIMEN_IDENTITY_KEYS'
    | 'YIMEN_MATCHING_KEY'
    | 'YIMEN_CALLBACK_KEYS'
    | 'YIMEN_OUTSIDE_TOKEN',
    string
  >
>;

const key = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;

export function newSecrets(): Secrets {
  return {
    YIMEN_PAYLOAD_KEYS: key('p1'),
    YIMEN_IDENTITY_KEYS: key('i1'),
    YIMEN_MATCHING_KEY: randomBytes(32).toString('base64'),
    YIMEN_CALLBACK_KEYS: key('c1'),
    YIMEN_OUTSIDE_TOKEN: randomBytes(24).toString('base64url'),
  };
}

export function localSecrets(path: string): Secrets {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(newSecrets(), null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Secrets;
}
