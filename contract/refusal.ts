/** A refusal of the engine: a code of the catalogue, what happened in plain words, and what it is about. */
import type { RefusalCode } from './errors.ts';
import type { Json } from './rule.ts';

export type FieldIssue = { readonly field: string; readonly text: string };

export type Refusal = {
  readonly code: RefusalCode;
  /** What happened and what to do next, in Chinese. Holds no personal data. */
  readonly detail: string;
  readonly fields?: readonly FieldIssue[] | undefined;
  readonly about?: { readonly [key: string]: Json } | undefined;
};
