/** 哨源: whoever brought the matter up, at first or later; each is answered, and a citizen's limit is taken over as it is. */

import type { FormInput } from '../../contract/command.ts';
import type { Step } from '../../engine/process/definition.ts';
import { until } from '../wording/limits.ts';
import { rule } from './basis.ts';
import * as documents from './documents.ts';
import type { Whistle } from './terms.ts';

export const merged = '并入哨源';

/** 群众诉求的答复期限: it began with the citizen's call, and begins anew for nobody. */
export function takeOver(c: Whistle, answerBy: string | undefined): void {
  if (!answerBy) return;
  const limit = until(c, answerBy, rule('沿用群众诉求的答复期限，不重新起算'));
  c.startClock('群众诉求答复', limit, { kind: '承诺' });
}

/** E4: as long as the whistle is under way, others may bring up the same. */
export function* lateSources(c: Whistle): Step<never> {
  for (;;) {
    const { data } = yield* c.await(merged);
    takeOver(c, typeof data['answerBy'] === 'string' ? data['answerBy'] : undefined);
  }
}

/** Everybody who brought it up is told how it ended. */
export function answerSources(c: Whistle, how: string): void {
  const { source, title } = c.input.form;
  const others = c.known(merged).map(({ data }) => data);
  for (const { kind, reference } of [source as FormInput, ...others])
    c.notice(`答复哨源`, {
      to: 'file',
      text: documents.sourceAnswer(title, String(kind), reference ? String(reference) : undefined, how),
    });
}
