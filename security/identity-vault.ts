/** Identity numbers at rest: sealed under rotating keys, matched by a keyed hash, shown masked. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { AnyField, Fields, SealedIdentity } from '../contract/form.ts';
import {
  maskCertificate,
  maskIdentity,
  readBirthCertificate,
  readIdentity,
} from '../contract/identity-number.ts';
import type { Json } from '../contract/rule.ts';

export type VaultKey = { readonly id: string; readonly key: Uint8Array };
export type IdentityVault = {
  /** Undefined if it is not an identity number. */
  seal(number: string): SealedIdentity | undefined;
  unseal(identity: Pick<SealedIdentity, 'sealed'>): string;
  hash(number: string): string;
  /**
   * A form without any identity number in plain: where the fields ask for one it is sealed, or masked for the form to be
   * refused if it is not one; where no field is known (an act decided meanwhile, a name nobody asked for) whatever reads
   * as one is sealed too.
   */
  sealForm(
    fields: Fields | undefined,
    form: { readonly [name: string]: Json },
  ): { readonly [name: string]: Json };
};

export function identityVault(keys: readonly VaultKey[], matchingKey: string): IdentityVault {
  const [current] = keys;
  if (!current) throw new Error('identity numbers need at least one key');

  const hash = (number: string): string =>
    createHmac('sha256', matchingKey).update(number.trim().toUpperCase()).digest('base64url');

  function seal(number: string): SealedIdentity | undefined {
    const facts = readIdentity(number);
    const text = number.trim().toUpperCase();
    return facts && { masked: maskIdentity(text), hash: hash(text), sealed: locked(text), ...facts };
  }

  function sealCertificate(typed: string): SealedIdentity | undefined {
    const certificate = readBirthCertificate(typed);
    if (!certificate) return undefined;
    const { number, ...facts } = certificate;
    return {
      masked: maskCertificate(number),
      hash: hash(number),
      sealed: locked(number),
      ...facts,
      byCertificate: true,
    };
  }

  function locked(text: string): string {
    if (!current) throw new Error('identity numbers need at least one key');
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', current.key, nonce);
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${current.id}:${sealed.toString('base64url')}`;
  }

  function unseal({ sealed }: Pick<SealedIdentity, 'sealed'>): string {
    const [id = '', data = ''] = sealed.split(':');
    const key = keys.find((candidate) => candidate.id === id)?.key;
    if (!key) throw new Error(`no identity key "${id}"`);
    const bytes = Buffer.from(data, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(-16));
    return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
  }

  function sealValue({ shape }: AnyField, value: Json): Json {
    if (shape.kind === 'identity')
      return typeof value === 'string'
        ? (seal(value) ??
            (shape.orBirthCertificate ? sealCertificate(value) : undefined) ?? {
              masked: maskIdentity(value.trim()),
            })
        : null;
    if (shape.kind === 'list' && Array.isArray(value))
      return value.map((item: Json) => sealValue(shape.of, item));
    if (shape.kind === 'group' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return sealForm(shape.fields, value as { readonly [name: string]: Json });
    }
    return value;
  }

  function sealStray(value: Json): Json {
    if (typeof value === 'string') return seal(value) ?? sealCertificate(value) ?? value;
    if (Array.isArray(value)) return value.map((item: Json) => sealStray(item));
    return typeof value === 'object' && value !== null
      ? sealForm(undefined, value as { readonly [name: string]: Json })
      : value;
  }

  function sealForm(
    fields: Fields | undefined,
    form: { readonly [name: string]: Json },
  ): { readonly [name: string]: Json } {
    return Object.fromEntries(
      Object.entries(form).map(([name, value]) => {
        const field = fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
        return [name, field ? sealValue(field, value) : sealStray(value)];
      }),
    );
  }

  return { seal, unseal, hash, sealForm };
}

/** Hides the sealed text wherever a value is shown. */
export function withoutSealed(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withoutSealed(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as { readonly [name: string]: Json });
  const isIdentity = entries.some(([name]) => name === 'sealed') && entries.some(([name]) => name === 'hash');
  return Object.fromEntries(
    entries
      .filter(([name]) => !isIdentity || (name !== 'sealed' && name !== 'hash'))
      .map(([name, item]) => [name, withoutSealed(item)]),
  );
}
