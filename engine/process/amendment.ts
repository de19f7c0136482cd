/** 更正 as a process reads it: a fact like those it is told, with the fields that were put right. */
import type { Fact } from './act.ts';

/** The name of the fact; no process has one of its own called so. */
export const amended = '更正';

/** Whether a field's path is this field or lies within it. */
export const isWithin = (path: string, field: string): boolean =>
  path === field || path.startsWith(`${field}.`);

/** To await what was put right in any of these fields. */
export const touching =
  (fields: readonly string[]) =>
  ({ changes }: Fact['data']): boolean =>
    Array.isArray(changes) &&
    (changes as readonly { readonly field: string }[]).some(({ field }) =>
      fields.some((wanted) => isWithin(field, wanted)),
    );
