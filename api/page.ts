/** Pages of a list: a cursor is where the page before ended, and only as it was given out. */
import { z } from '@hono/zod-openapi';
import { Problem } from './problem.ts';

/** A text a database can be asked about. */
export const plain = z
  .string()
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const whole = z.number().int();

/** Where a page ended, by the list's own order. */
export const placeInInbox = z.tuple([z.number(), plain, plain]);
export const placeInRegister = z.tuple([whole, plain]);
export const placeInEntries = z.tuple([plain]);
export const placeInDecided = z.tuple([whole, plain, whole]);
export const placeInNotices = z.tuple([whole, plain, plain]);

export const cursorParam = z
  .string()
  .max(2_000)
  .optional()
  .openapi({ description: '上一页给出的；不填则从头' });

/** The place a cursor names; undefined for the beginning. */
export function placeAfter<P extends z.ZodType>(
  place: P,
  cursor: string | undefined,
): z.infer<P> | undefined {
  if (!cursor) return undefined;
  const read = place.safeParse(parsed(cursor));
  if (!read.success || cursorAt(read.data) !== cursor) throw new Problem('CURSOR_INVALID');
  return read.data;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

const cursorAt = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** A page with its cursor: none if it is the last. */
export function page<T, U>(
  items: readonly T[],
  limit: number,
  placeOf: (last: T) => readonly (string | number)[],
  shown: (item: T) => U,
): { readonly items: readonly U[]; readonly cursor: string | null } {
  const last = items.length === limit ? items.at(-1) : undefined;
  return { items: items.map(shown), cursor: last ? cursorAt(placeOf(last)) : null };
}
