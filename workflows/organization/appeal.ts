/** Against what the registrar has decided about an organisation. */
import type { CaseInput, Context } from '../../engine/process/definition.ts';
import { appeal } from '../organs/organs.ts';
import { officesFor } from './offices.ts';

/** `title` is the document's own. */
export const appealed = (
  c: Pick<Context<CaseInput>, 'ruleInForce' | 'input'>,
  title: string,
): readonly string[] => appeal(c, officesFor(c.input).decider.unit, title);
