/** Whose identity numbers a value holds. */
import type { SealedIdentity } from '../../contract/form.ts';
import type { Json } from '../../contract/rule.ts';

/** The hashes of every sealed identity number anywhere in a value. */
export function identityHashes(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => identityHashes(item));
  if (typeof value !== 'object' || value === null) return [];
  const object = value as { readonly [name: string]: Json };
  if (typeof object['hash'] === 'string' && typeof object['sealed'] === 'string') return [object['hash']];
  return Object.values(object).flatMap((item) => identityHashes(item));
}

export type NamedPerson = {
  readonly name: string;
  readonly identity: Pick<SealedIdentity, 'hash' | 'sealed'>;
};

/** Everybody a value names together with their identity number, each once. */
export function peopleIn(value: Json | undefined): readonly NamedPerson[] {
  const found = new Map<string, NamedPerson>();
  const look = (item: Json | undefined): void => {
    if (Array.isArray(item)) {
      for (const part of item) look(part);
      return;
    }
    if (typeof item !== 'object' || item === null) return;
    const { name, identity, ...rest } = item as { readonly [key: string]: Json };
    if (
      typeof name === 'string' &&
      typeof identity === 'object' &&
      identity !== null &&
      !Array.isArray(identity)
    ) {
      const { hash, sealed } = identity as { readonly [key: string]: Json };
      if (typeof hash === 'string' && typeof sealed === 'string')
        found.set(hash, { name, identity: { hash, sealed } });
    }
    for (const part of Object.values(rest)) look(part);
  };
  look(value);
  return [...found.values()];
}
