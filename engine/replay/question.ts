/** What an act asks, as a digest: a decision made before something earlier was done again must answer the same. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../../contract/hash.ts';
import { jsonSchema } from '../forms/schema.ts';
import type { OpenAct } from './derived.ts';

/** Office, outcomes with their forms, brief, question and what was shown; not when it was asked. */
export function askedOf({
  by,
  outcomes,
  brief,
  inquiry,
  shown,
}: Omit<OpenAct, 'position' | 'opened'>): string {
  const forms = Object.entries(outcomes).map(([name, { form }]) => [name, jsonSchema(form)]);
  const asked = canonical({ by, forms, brief, inquiry, shown });
  return bytesToHex(sha256(utf8ToBytes(asked))).slice(0, 32);
}
