/** A limit that is none would make a deadline that never comes: it is refused where it is said. */
import type { Limit, LimitUnit } from '../../contract/limit.ts';
import { ProcessDefinitionError } from '../process/definition.ts';

const units: readonly LimitUnit[] = ['workingDays', 'days', 'months', 'workingHours', 'minutes'];

export function checkLimit(name: string, { amount, unit }: Limit): void {
  if (!Number.isSafeInteger(amount) || amount <= 0 || !units.includes(unit))
    throw new ProcessDefinitionError(`“${name}”的时限不成立：${amount} ${unit}`);
}
