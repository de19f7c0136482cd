/**
 * 退单: who is not competent says so with the item and whom it proposes. While that is looked into, the first receiver
 * goes on working and its clock goes on running (首接负责).
 */
import { outcome } from '../../engine/process/act.ts';
import type { Step } from '../../engine/process/definition.ts';
import { inUnit } from '../../engine/process/offices.ts';
import { rule } from './basis.ts';
import * as documents from './documents.ts';
import * as forms from './forms.ts';
import * as parameters from './parameters.ts';
import { limit, offices, type Whistle } from './terms.ts';

export type Objection = {
  readonly by: string;
  readonly item: string;
  readonly grounds: string;
  readonly competent: string;
};
type Ruling = { readonly to: string; readonly item: string };

const passedOn = outcome();
const basis = rule('规则（2）：退单由调度审核，再由联席会议、分管县领导裁定');

/** 规则（4）: in an emergency one argues when the danger is over; what has been done stands, the list may change. */
export function* afterwards(c: Whistle, unit: string): Step<void> {
  const said = yield* c.decide('事后异议', {
    by: inUnit(offices(c).handler, unit),
    within: limit(c, parameters.objectionAfterwards),
    expires: '没有异议',
    basis: rule('规则（4）：应急哨先报到后异议'),
    outcomes: { 提出异议: forms.objection, 没有异议: outcome() },
  });
  if (said.outcome === '没有异议') return;
  const afterThat = rule('规则（2）、（4）：事后裁定，写入职责清单，已经办的不变');
  yield* finalRuling(c, { by: unit, ...said.form }, afterThat);
}

/** The ruling that somebody else is competent; a ruling that nobody else is does not end this way. */
export function* arbitration(c: Whistle, objection: Objection, nth: number): Step<string> {
  const { dispatcher, commandHead } = offices(c);
  const brief = { ...objection };
  const isFinal = nth + 1 >= c.ruleInForce(parameters.finalDispatch).value;
  if (!isFinal) {
    const first = yield* c.decide('退单审核', {
      by: dispatcher,
      within: limit(c, parameters.objectionReview),
      expires: '逾期上提',
      basis,
      outcomes: {
        退单成立: forms.upheld,
        退单不成立: forms.notUpheld,
        提交联席会议: outcome({ opinion: 'required' }),
        逾期上提: passedOn,
      },
      brief,
    });
    if (first.outcome === '退单成立') return ruled(c, objection, first.form);
    if (first.outcome === '退单不成立') return yield* c.never();
    const second = yield* c.decide('联席会议裁定', {
      by: commandHead,
      within: limit(c, parameters.jointMeeting),
      expires: '逾期上提',
      basis,
      outcomes: {
        退单成立: forms.upheld,
        退单不成立: forms.notUpheld,
        提请职责裁定: outcome({ opinion: 'required' }),
        逾期上提: passedOn,
      },
      brief,
    });
    if (second.outcome === '退单成立') return ruled(c, objection, second.form);
    if (second.outcome === '退单不成立') return yield* c.never();
  }
  const final = rule('规则（2）、（3）：分管县领导的裁定为最终裁定，写入职责清单');
  return (yield* finalRuling(c, objection, final)) ?? (yield* c.never());
}

/** 分管县领导's, and the last: who is competent instead; undefined if nobody else is. */
function* finalRuling(c: Whistle, objection: Objection, because: string): Step<string | undefined> {
  const last = yield* c.decide('职责裁定', {
    by: offices(c).leader,
    within: limit(c, parameters.finalRuling),
    basis: because,
    outcomes: { 退单成立: forms.upheld, 退单不成立: forms.notUpheld },
    brief: { ...objection },
  });
  return last.outcome === '退单成立' ? ruled(c, objection, last.form) : undefined;
}

function ruled(c: Whistle, { by }: Objection, { to, item }: Ruling): string {
  c.send('写入职责清单', {
    kind: 'undoable',
    system: 'duty-list',
    payload: { item, unit: to, from: c.today(), basis: rule('职责裁定，写入职责清单') },
    undoing: { withdrawn: true },
  });
  c.notice('职责裁定书', { to: 'file', text: documents.rulingRecord(by, to, item) });
  return to;
}
