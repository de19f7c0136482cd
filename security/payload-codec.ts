/**
 * Nothing personal reaches Temporal in clear: every payload is sealed with AES-256-GCM under a named key. New payloads
 * use the first key; payloads sealed under any configured key can still be read, so keys rotate without a pause.
 */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';

export type SealingKey = { readonly id: string; readonly key: Uint8Array };

const encoding = new TextEncoder().encode('binary/encrypted');
const nonceBytes = 12;
const tagBytes = 16;

export class SealingCodec implements PayloadCodec {
  readonly #keys: ReadonlyMap<string, KeyObject>;
  readonly #current: { readonly idBytes: Uint8Array; readonly key: KeyObject };

  constructor(keys: readonly SealingKey[]) {
    const [current] = keys;
    if (!current) throw new Error('the payload codec needs at least one key');
    for (const { id, key } of keys)
      if (key.length !== 32) throw new Error(`payload key ${id} is not 32 bytes`);
    this.#keys = new Map(keys.map(({ id, key }) => [id, createSecretKey(key)]));
    this.#current = {
      idBytes: new TextEncoder().encode(current.id),
      key: createSecretKey(current.key),
    };
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.#seal(payload));
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.#open(payload));
  }

  #seal(payload: Payload): Payload {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#current.key, nonce);
    const plain = proto.temporal.api.common.v1.Payload.encode(payload).finish();
    const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return { metadata: { encoding, 'key-id': this.#current.idBytes }, data: sealed };
  }

  #open(payload: Payload): Payload {
    const { metadata, data } = payload;
    if (!metadata?.['encoding'] || Buffer.compare(metadata['encoding'], encoding) !== 0 || !data)
      return payload;
    const id = new TextDecoder().decode(metadata['key-id'] ?? new Uint8Array());
    const key = this.#keys.get(id);
    if (!key) throw new Error(`no payload key "${id}"`);
    const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, nonceBytes));
    decipher.setAuthTag(data.subarray(data.length - tagBytes));
    const plain = Buffer.concat([
      decipher.update(data.subarray(nonceBytes, data.length - tagBytes)),
      decipher.final(),
    ]);
    return proto.temporal.api.common.v1.Payload.decode(plain) as Payload;
  }
}
