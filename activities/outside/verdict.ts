/** What an outside system's failure means for what was sent: try again later, or never. */
import { ZodError } from 'zod';
import { OutsideIncident } from './incident.ts';
import { OutsideRefusal } from './refusal.ts';

/** With `reason` if it was refused for good; undefined if the fault is ours. */
export function verdictOn(error: unknown): { readonly reason: string | null } | undefined {
  if (error instanceof OutsideIncident) return { reason: null };
  if (error instanceof OutsideRefusal) return { reason: error.reason };
  return error instanceof ZodError ? { reason: '内容不合对方的约定' } : undefined;
}
