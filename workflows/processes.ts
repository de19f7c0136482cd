/** Every process of the county, with all versions that still have cases. Adding a matter adds one line here. */
import type { Rule } from '../contract/rule.ts';
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

/** A rule as the house ships it, whichever matter uses it. */
export const shippedRule = (name: string): Rule | undefined =>
  Object.values(processes)
    .flat()
    .flatMap(({ rules }) => rules)
    .find((rule) => rule.name === name);

/** The version new cases are accepted under. */
export const currentProcess = (code: string): AnyProcess | undefined =>
  Object.hasOwn(processes, code) ? processes[code]?.at(-1) : undefined;
