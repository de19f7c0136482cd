/** After the departments have answered: 乡镇确认, 返工, 督办, 双向评价, 销号 or 挂账. */
import { outcome } from '../../engine/process/act.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { inUnit } from '../../engine/process/offices.ts';
import { rule } from './basis.ts';
import * as documents from './documents.ts';
import * as forms from './forms.ts';
import * as parameters from './parameters.ts';
import { answersFor } from './recurrence.ts';
import { answerSources } from './sources.ts';
import type { Done } from './task.ts';
import { limit, limitFor, offices, type Whistle } from './terms.ts';
import type { WhistleType } from './types.ts';

const silent = '逾期未评价';

type Work = { readonly type: WhistleType; readonly lead: string; readonly done: readonly Done[] };

/** Sent back at most twice, then supervised; or hung where it cannot be solved now. */
export function* conclusion(c: Whistle, work: Work): Step<Result> {
  const { caller } = offices(c);
  const units = [...new Set(work.done.map(({ unit }) => unit))];
  const unsolved = work.done.filter(({ isSolved }) => !isSolved).map(({ unit }) => unit);
  for (let times = 1; ; times++) {
    const said = yield* c.decide('乡镇确认', {
      by: caller,
      within: limitFor(c, parameters.confirmation, work.type),
      basis: rule('部门反馈后由乡镇确认，不通过的返工不超过两次，再不通过的督办'),
      outcomes: { 通过: outcome(), 不通过: forms.sentBack(units), 申请挂账: forms.hangingAsked },
      brief: { unsolved },
    });
    if (said.outcome === '通过') {
      c.stopClock('办理');
      answerSources(c, '已经办结');
      answersFor(c, work.lead);
      yield* evaluation(c, units);
      return c.close('销号');
    }
    if (said.outcome === '申请挂账') {
      const hung = yield* hanging(c, work.lead, said.form.why);
      if (hung) return hung;
      continue;
    }
    if (times > c.ruleInForce(parameters.reworkLimit).value) yield* supervised(c, said.form.what);
    yield* c.each(
      '返工',
      [...new Set(said.form.units)],
      (unit) => unit,
      (unit) =>
        c.decide('返工反馈', {
          by: inUnit(offices(c).handler, unit),
          within: limitFor(c, parameters.rework, work.type),
          basis: rule('反馈四要素'),
          outcomes: { 已处置: forms.feedback },
          brief: { what: said.form.what },
        }),
    );
  }
}

function* supervised(c: Whistle, what: string): Step<void> {
  const letter = yield* c.decide('督办', {
    by: offices(c).inspector,
    within: limit(c, parameters.supervision),
    basis: rule('返工两次仍不通过的督办，发督办函'),
    outcomes: { 已督办: forms.supervisionLetter },
    brief: { what },
  });
  const { documentNo, demand } = letter.form;
  c.notice('督办函', { to: 'file', text: documents.supervisionLetter(documentNo, demand) });
}

/** Whether a citizen is content; what nobody should answer for is left out of the 三率 once it is agreed. */
function* citizenSays(c: Whistle): Step<void> {
  const { caller, inspector } = offices(c);
  const basis = rule('群众回访，到期冻结；剔除的不计入三率');
  const listed = c.ruleInForce(parameters.exclusions).value;
  for (;;) {
    const said = yield* c.decide('群众回访', {
      by: caller,
      within: limit(c, parameters.evaluation),
      expires: silent,
      basis,
      outcomes: {
        已回访: forms.ofCitizen,
        申请剔除: forms.exclusionAsked(listed),
        [silent]: outcome(),
      },
    });
    if (said.outcome !== '申请剔除') return;
    const { code, grounds } = said.form;
    const title = listed.find((one) => one.code === code)?.title ?? code;
    const { outcome: ruled } = yield* c.decide('剔除审批', {
      by: inspector,
      within: limit(c, parameters.exclusionApproval),
      basis,
      outcomes: { 同意剔除: outcome(), 不同意剔除: outcome({ opinion: 'required' }) },
      brief: { why: `${title}：${grounds}` },
    });
    if (ruled === '不同意剔除') continue;
    c.label('剔除', title);
    return;
  }
}

/** Both ways and the citizen's; what has not been said ten days on is not said any more. */
function* evaluation(c: Whistle, units: readonly string[]): Step<void> {
  const { caller, handler } = offices(c);
  const within = limit(c, parameters.evaluation);
  const basis = rule('双向评价，到期冻结');
  yield* c.all({
    departments: () =>
      c.each(
        '评价部门',
        units,
        (unit) => unit,
        (unit) =>
          c.decide('乡镇评价部门', {
            by: caller,
            within,
            expires: silent,
            basis,
            outcomes: { 已评价: forms.ofDepartment, [silent]: outcome() },
            brief: { unit },
          }),
      ),
    township: () =>
      c.each(
        '评价乡镇',
        units,
        (unit) => unit,
        (unit) =>
          c.decide('部门评价乡镇', {
            by: inUnit(handler, unit),
            within,
            expires: silent,
            basis,
            outcomes: { 已评价: forms.ofTownship, [silent]: outcome() },
          }),
      ),
    citizen: () => citizenSays(c),
  });
}

/** 规则（6）. Answers how it ended; undefined if it is not to be hung. */
function* hanging(c: Whistle, lead: string, why: string): Step<Result | undefined> {
  const { leader, inspector, principal } = offices(c);
  const basis = rule('规则（6）：挂账');
  const said = yield* c.decide('挂账审批', {
    by: leader,
    within: limit(c, parameters.hangingApproval),
    basis,
    outcomes: { 同意挂账: forms.hangingGranted, 不同意挂账: outcome({ opinion: 'required' }) },
    brief: { why },
  });
  if (said.outcome === '不同意挂账') return undefined;
  const { owner, target } = said.form;
  c.stopClock('办理');
  c.label('挂账', `${owner} ${target}`);
  for (;;) {
    yield* c.wait('挂账复查间隔', { by: inspector, within: limit(c, parameters.hangingReview), basis });
    const review = yield* c.decide('挂账复查', {
      by: inspector,
      within: limit(c, parameters.hangingClosure),
      basis,
      outcomes: { 继续挂账: outcome({ opinion: 'required' }), 已经解决: forms.hangingSolved },
      brief: { owner, target },
    });
    if (review.outcome === '继续挂账') continue;
    const within = limit(c, parameters.hangingClosure);
    const confirmed = { 同意销号: outcome(), 不同意销号: outcome({ opinion: 'required' }) };
    const { township, supervision } = yield* c.all({
      township: c.decide('乡镇核实销号', { by: principal, within, basis, outcomes: confirmed }),
      supervision: c.decide('督查核实销号', { by: inspector, within, basis, outcomes: confirmed }),
    });
    if (township.outcome !== '同意销号' || supervision.outcome !== '同意销号') continue;
    answerSources(c, '已经解决');
    answersFor(c, lead);
    return c.close('挂账销号');
  }
}
