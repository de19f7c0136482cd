/** Whose identity numbers a value holds. */
import type { Json } from '../../contract/rule.ts';

/** The hashes of every sealed identity number anywhere in a value. */
export function identityHashes(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => identityHashes(item));
  if (typeof value !== 'object' || value === null) return [];
  const object = value as { readonly [name: string]: Json };
  if (typeof object['hash'] === 'string' && typeof object['sealed'] === 'string') return [object['hash']];
  return Object.values(object).flatMap((item) => identityHashes(item));
}
