/** 哨源: whoever brought the matter up, at first or later; each is answered, and a citizen's limit is taken over as it is. */

import type { FormInput } from '../../contract/command.ts';
import type { Step } from '../../engine/process/definition.ts';
import { until } from '../wording/limits.ts';
import { rule } from './basis.ts';
import * as documents from './documents.ts';
import * as parameters from './parameters.ts';
import type { Whistle } from './terms.ts';

export const merged = '并入哨源';

/** 群众诉求的答复期限: it began with the citizen's call, and begins anew for nobody. */
export function takeOver(c: Whistle, answerBy: string | undefined): void {
  if (!answerBy) return;
  const limit = until(c, answerBy, rule('沿用群众诉求的答复期限，不重新起算'));
  c.startClock('群众诉求答复', limit, { kind: '承诺' });
}

/** Told by its own system's number, once it has one and the county has connected the system. */
function tell(c: Whistle, { kind, reference }: FormInput, progress: string, explanation = ''): void {
  const { value } = c.ruleInForce(parameters.sourceSystems);
  const connected = value.find((one) => one.kind === kind);
  if (!connected || typeof reference !== 'string') return;
  const payload = { reference, progress, explanation };
  c.send('告知哨源', { kind: 'harmless', system: connected.system, payload });
}

const sourcesOf = (c: Whistle): readonly FormInput[] => [
  c.input.form.source as FormInput,
  ...c.known(merged).map(({ data }) => data),
];

export function tellSources(c: Whistle, progress: string, explanation?: string): void {
  for (const source of sourcesOf(c)) tell(c, source, progress, explanation);
}

/** E4: as long as the whistle is under way, others may bring up the same. */
export function* lateSources(c: Whistle): Step<never> {
  for (;;) {
    const { data } = yield* c.await(merged);
    tell(c, data, '并入在办的吹哨', c.input.form.title);
    takeOver(c, typeof data['answerBy'] === 'string' ? data['answerBy'] : undefined);
  }
}

/** Everybody who brought it up is told how it ended. */
export function answerSources(c: Whistle, how: string): void {
  const { title } = c.input.form;
  tellSources(c, how);
  for (const { kind, reference } of sourcesOf(c))
    c.notice(`答复哨源`, {
      to: 'file',
      text: documents.sourceAnswer(title, String(kind), reference ? String(reference) : undefined, how),
    });
}
