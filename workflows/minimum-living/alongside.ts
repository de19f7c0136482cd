/** What goes on beside the course of a case, whatever it has come to. */
import { amended, touching } from '../../engine/process/amendment.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { applying, type Case, facts } from './assessment.ts';
import { knownFacts } from './terms.ts';

/** The household has nobody left: there is nothing to confirm. */
export function* nobodyLeft(c: Case): Step<Result> {
  for (;;) {
    yield* c.await(facts.death);
    if (applying(c.input.form, knownFacts(c)).length === 0) return c.close('申请家庭成员全部死亡，程序终止');
  }
}

/** What the case is found by is what the application says now. */
export function* labelled(c: Case): Step<never> {
  for (;;) {
    const { name, village } = c.input.form.applicant;
    c.label('申请人', name);
    c.label('村（社区）', village);
    yield* c.await(amended, touching(['applicant']));
  }
}
