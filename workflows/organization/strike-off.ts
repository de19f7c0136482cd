/** An organisation leaves the register: its row says how, its name rests, whoever represented it is free for another. */
import type { CaseInput, Context } from '../../engine/process/definition.ts';
import { enter } from './enter.ts';
import { legalRepresentatives, names } from './registers.ts';
import { nameUntil } from './rest.ts';
import type { Registered } from './subject.ts';

export function strikeOff(
  c: Pick<Context<CaseInput>, 'record' | 'today'>,
  registered: Registered,
  state: '注销' | '撤销登记',
  restYears: number,
): void {
  const { uscc, name, type, legalRepresentativeId } = registered;
  const from = c.today();
  enter(c, { ...registered, state });
  c.record(names, { subject: name, from, to: nameUntil(from, restYears), data: { uscc, state } });
  if (type === '社会团体')
    c.record(legalRepresentatives, { subject: legalRepresentativeId, from, to: from, data: { uscc } });
}
