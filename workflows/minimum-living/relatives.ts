/** 第十一条：与经办人员、村（居）委会成员有近亲属关系的，单独登记备案。 */
import type { Step } from '../../engine/process/definition.ts';
import type { RegisterKind } from '../../engine/process/said.ts';
import { type Case, facts, living } from './assessment.ts';
import { knownFacts } from './terms.ts';

const filing = '近亲属备案';
export const registers: { readonly [name: string]: RegisterKind } = {
  [filing]: {
    open: {},
    officers: { member: '家庭成员', official: '经办人员或村（居）委会成员', relation: '关系' },
    soughtBy: [],
  },
};

type Filed = { readonly member: string; readonly official: string; readonly relation: string };

function file(c: Case, place: string, data: Filed): void {
  c.record(filing, { subject: `${c.input.form.applicant.identity.hash}/${place}`, from: c.today(), data });
}

/** Those the application states, once it is accepted. */
export function fileRelatives(c: Case): void {
  for (const [i, { member, official, relation }] of c.input.form.nearRelatives.entries())
    file(c, `nearRelatives.${i}`, { member, official, relation });
}

/** Those disclosed since. */
export function* filed(c: Case): Step<never> {
  for (;;) {
    const { data, seq } = yield* c.await(facts.relative);
    const member = living(c.input.form, knownFacts(c)).find(({ place }) => place === data['member']);
    file(c, `told.${seq}`, {
      member: member?.name ?? '',
      official: String(data['official']),
      relation: '',
    });
  }
}
