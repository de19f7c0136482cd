/** Every process of the county, with all versions that still have cases. Adding a matter adds one line here. */
import type { AnyProcess } from '../engine/process.ts';
import { minimumLiving } from './minimum-living.ts';

export const processes: Readonly<Record<string, readonly AnyProcess[]>> = {
  'minimum-living': [minimumLiving],
};

/** The process a case runs under. Throws if no worker knows it: the case then waits for one that does. */
export function processOf(code: string, version: number): AnyProcess {
  const process = processes[code]?.find((candidate) => candidate.version === version);
  if (!process) throw new Error(`no process ${code} version ${version}`);
  return process;
}

/** The version new cases are accepted under. */
export const currentProcess = (code: string): AnyProcess | undefined =>
  Object.hasOwn(processes, code) ? processes[code]?.at(-1) : undefined;
