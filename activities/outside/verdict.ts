/** What an outside system's failure means for what was sent: it is away and tried again later, or it will never take it. */
import { ZodError } from 'zod';
import { OutsideIncident } from './incident.ts';
import { OutsideRefusal } from './refusal.ts';

export type Verdict = { readonly type: 'trouble' } | { readonly type: 'reject'; readonly reason: string };

/** Undefined if the fault is ours. */
export function verdictOn(error: unknown): Verdict | undefined {
  if (error instanceof OutsideIncident) return { type: 'trouble' };
  if (error instanceof OutsideRefusal) return { type: 'reject', reason: error.reason };
  return error instanceof ZodError ? { type: 'reject', reason: '内容不合对方的约定' } : undefined;
}
