/** Whose identity numbers a value holds. */
import type { SealedIdentity } from '../../contract/form.ts';
import type { Json } from '../../contract/rule.ts';

type JsonObject = { readonly [name: string]: Json };

/** Every object in a value, outer before inner, in the order of its entries. */
function* objectsIn(value: Json | undefined): Generator<JsonObject> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as JsonObject;
  for (const item of Object.values(value)) yield* objectsIn(item as Json);
}

type Sealed = Pick<SealedIdentity, 'hash' | 'sealed'>;

function asSealed(value: Json | undefined): Sealed | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { hash, sealed } = value as JsonObject;
  return typeof hash === 'string' && typeof sealed === 'string' ? { hash, sealed } : undefined;
}

/** The hashes of every sealed identity number anywhere in a value. */
export const identityHashes = (value: Json | undefined): readonly string[] =>
  [...objectsIn(value)].flatMap((object) => asSealed(object)?.hash ?? []);

export type NamedPerson = { readonly name: string; readonly identity: Sealed };

/** Everybody a value names together with their identity number, each once. */
export function peopleIn(value: Json | undefined): readonly NamedPerson[] {
  const found = new Map<string, NamedPerson>();
  for (const { name, identity } of objectsIn(value)) {
    const sealed = asSealed(identity);
    if (typeof name === 'string' && sealed) found.set(sealed.hash, { name, identity: sealed });
  }
  return [...found.values()];
}
