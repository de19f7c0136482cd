/** Keys of the local profile: made once, kept in `.local`, never those of a real stack. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeWhole } from './files.ts';

export type Secrets = Readonly<
  Record<
    | 'YIMEN_PAYLOAD_KEYS'
    | 'YIMEN_IDENTITY_KEYS'
    | 'YIMEN_MATCHING_KEY'
    | 'YIMEN_CALLBACK_KEYS'
    | 'YIMEN_OUTSIDE_TOKEN'
    | 'YIMEN_METRICS_TOKEN',
    string
  >
>;

const key = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;

export function newSecrets(): Secrets {
  return {
    YIMEN_PAYLOAD_KEYS: key('p1'),
    YIMEN_IDENTITY_KEYS: key('i1'),
    YIMEN_MATCHING_KEY: randomBytes(32).toString('base64'),
    YIMEN_CALLBACK_KEYS: ['c1', 'grid', 'hotline'].map(key).join(','),
    YIMEN_OUTSIDE_TOKEN: randomBytes(24).toString('base64url'),
    YIMEN_METRICS_TOKEN: randomBytes(24).toString('base64url'),
  };
}

/** Those of the folder; what has been added since they were made is made now. */
export function localSecrets(path: string): Secrets {
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<Secrets>) : {};
  const secrets = { ...newSecrets(), ...kept };
  writeWhole(path, JSON.stringify(secrets, null, 2));
  return secrets;
}
