/** 投诉、举报: one that comes in time is answered by a county visit and the decision; a later one is filed for 在保核查. */
import type { Step } from '../../engine/process/definition.ts';
import { type Case, facts } from './assessment.ts';
import { awardOf } from './award.ts';
import { messageTo } from './terms.ts';

/** 第三十七条：实名举报的，逐一答复。 */
function tell(c: Case, data: { readonly [name: string]: unknown }, template: string): void {
  const phone = data['phone'];
  if (typeof phone === 'string') messageTo(c, phone, template, {});
}

/** Whoever complained before the decision is told that it has been looked into and decided. */
export function answerComplaints(c: Case): void {
  for (const { data } of c.known(facts.complaint)) tell(c, data, '投诉举报答复');
}

/** What comes once the award is decided does not change it: it is filed for review, and its sender told. */
export function* filedForReview(c: Case): Step<never> {
  for (;;) {
    const { data } = yield* c.await(facts.complaint);
    c.notice('投诉举报移交在保核查单', {
      to: 'file',
      text: {
        title: '投诉举报移交在保核查单',
        effect: 'informs',
        paragraphs: [
          `审核确认作出之后收到的${String(data['named'])}投诉、举报，移交在保对象核查：`,
          String(data['content']),
        ],
      },
    });
    c.tell('移交在保核查', { ...awardOf(c), fact: facts.complaint, data });
    tell(c, data, '投诉举报移交核查');
  }
}
