/** One department's part of a whistle: 签收, 报到, 方案, 处置, 反馈; or 退单. */

import type { Office } from '../../contract/actor.ts';
import type { Json } from '../../contract/rule.ts';
import { outcome } from '../../engine/process/act.ts';
import type { Step } from '../../engine/process/definition.ts';
import { inUnit } from '../../engine/process/offices.ts';
import type { LinkedOutcome } from '../../engine/process/said.ts';
import { until } from '../wording/limits.ts';
import { rule } from './basis.ts';
import * as documents from './documents.ts';
import * as forms from './forms.ts';
import { afterwards, arbitration, type Objection } from './objection.ts';
import * as parameters from './parameters.ts';
import { limit, limitFor, limitIfAny, offices, type Whistle } from './terms.ts';
import type { WhistleType } from './types.ts';

export type Task = {
  readonly unit: string;
  readonly part: '主办' | '协办';
  readonly type: WhistleType;
  readonly what: string;
  /** Which dispatch of the task this is. */
  readonly nth: number;
};
/** What came of a task: who did it in the end, and whether it is solved. */
export type Done = { readonly unit: string; readonly isSolved: boolean };

const clock = '部门处置';

export function* task(c: Whistle, asked: Task): Step<Done> {
  const { type, unit } = asked;
  c.startClock(clock, limitFor(c, parameters.disposal, type), { kind: '承诺', ...extension(c, type) });
  const objection = type === '应急哨' ? yield* answerCall(c, asked) : yield* sign(c, asked);
  if (!objection) return yield* work(c, asked);
  const { winner, value } = yield* c.race({
    upheld: () => arbitration(c, { by: unit, ...objection }, asked.nth),
    worked: () => work(c, asked),
  });
  if (winner === 'worked') return value;
  c.stopClock(clock);
  const [done] = yield* c.each(
    '改派',
    [{ ...asked, unit: value, nth: asked.nth + 1 }],
    (next) => next.unit,
    (next) => task(c, next),
  );
  return done ?? { unit, isSolved: false };
}

function extension(c: Whistle, type: WhistleType) {
  const to = limitIfAny(c, parameters.extended, type);
  if (!to) return {};
  const reasons = c.ruleInForce(parameters.extensionReasons).value;
  const { dispatcher } = offices(c);
  const notice = (reason: string) => documents.extensionNotice(reason, to.amount);
  return { extension: { to, reasons, approver: dispatcher, notice } };
}

const brief = ({ part, what }: Task) => ({ part, what });

/** The objection, if there is one. */
function* sign(c: Whistle, asked: Task): Step<Omit<Objection, 'by'> | undefined> {
  const isFinal = asked.nth >= c.ruleInForce(parameters.finalDispatch).value;
  const taken = outcome();
  const said = yield* c.decide('签收', {
    by: inUnit(offices(c).handler, asked.unit),
    within: limitFor(c, parameters.signing, asked.type),
    basis: rule('规则（2）、（3）：签收或者退单；第三次派单由分管县领导裁定，不再退单'),
    outcomes: isFinal ? { 签收: taken } : { 签收: taken, 退单: forms.objection },
    brief: brief(asked),
  });
  return said.outcome === '退单' ? said.form : undefined;
}

const rungs = [
  { name: '应急签收·值班', of: 'handler' },
  { name: '应急签收·分管负责人', of: 'deputy' },
  { name: '应急签收·主要负责人', of: 'head' },
] as const;

/** 规则（4）: report first, argue later. Who does not answer in time is passed over for the next above. */
function* answerCall(c: Whistle, asked: Task): Step<undefined> {
  for (const [i, { name, of }] of rungs.entries()) {
    const isLast = i === rungs.length - 1;
    const said = yield* c.decide(name, {
      by: inUnit(offices(c)[of], asked.unit),
      within: limitFor(c, parameters.signing, asked.type),
      ...(isLast ? {} : { expires: '未应答' as const }),
      basis: rule('规则（4）：应急哨逐级叫应，先报到后异议'),
      outcomes: { 签收: outcome(), 未应答: outcome() },
      brief: brief(asked),
    });
    if (said.outcome === '签收') break;
  }
  return undefined;
}

function* work(c: Whistle, asked: Task): Step<Done> {
  const { unit, type, part } = asked;
  const by = inUnit(offices(c).handler, unit);
  yield* c.decide('报到', {
    by,
    within: limitFor(c, parameters.arrival, type),
    basis: rule('报到须有地点、签到码和到场人员名册'),
    outcomes: { 已报到: forms.arrival },
    brief: brief(asked),
  });
  const planned = limitIfAny(c, parameters.planning, type);
  if (planned)
    yield* c.decide('制定方案', {
      by,
      within: planned,
      basis: rule('攻坚哨须有方案和节点'),
      outcomes: { 已制定: forms.actionPlan },
      brief: brief(asked),
    });
  let enforced: readonly LinkedOutcome[] = [];
  for (;;) {
    const said = yield* c.decide('处置反馈', {
      by,
      clock,
      basis: rule('反馈四要素'),
      outcomes: {
        已处置: forms.feedback,
        难以解决: forms.unsolvable,
        ...(part === '主办' ? { 召集联合执法: forms.enforcementCalled } : {}),
        申请挂起: forms.suspensionAsked(c.ruleInForce(parameters.suspensionReasons).value),
      },
      brief: { ...brief(asked), enforced },
    });
    if (said.outcome === '召集联合执法') {
      enforced = [...enforced, yield* enforcement(c, by, said.form)];
      continue;
    }
    if (said.outcome !== '申请挂起') {
      c.stopClock(clock);
      if (type === '应急哨') yield* afterwards(c, unit);
      return { unit, isSolved: said.outcome === '已处置' };
    }
    yield* suspension(c, asked, by, said.form);
  }
}

/** 需要两个以上执法权的: a case of its own, called together in the township's name. */
function* enforcement(c: Whistle, by: Office, form: { readonly [name: string]: Json }): Step<LinkedOutcome> {
  return yield* c.case('联合执法', {
    by,
    matter: 'joint-enforcement',
    unit: c.input.unit,
    form: { ...form, reason: c.input.form.title },
    basis: rule('联合执法：各单位在各自职权内立案，乡镇召集'),
  });
}

/** 规则（5）: for a listed reason until a review that comes by itself; the public sees since when and why. */
function* suspension(
  c: Whistle,
  { part, type }: Task,
  by: Office,
  wanted: { readonly reason: string; readonly reviewOn: string },
): Step<void> {
  const { dispatcher } = offices(c);
  const basis = rule('规则（5）：挂起');
  const granted = yield* c.decide('挂起审批', {
    by: dispatcher,
    within: limit(c, parameters.suspensionApproval),
    basis,
    outcomes: { 同意挂起: outcome(), 不同意挂起: outcome({ opinion: 'required' }) },
    brief: wanted,
  });
  if (granted.outcome === '不同意挂起') return;
  const clocks = [
    clock,
    ...(part === '主办' && c.ruleInForce(parameters.suspendsWhole).value.includes(type) ? ['办理'] : []),
  ];
  for (const name of clocks) c.pauseClock(name);
  for (let reviewOn: string | undefined = wanted.reviewOn; reviewOn !== undefined; ) {
    const title = c.input.form.title;
    c.notice('挂起公示', { to: 'public', text: documents.suspensionNotice(title, wanted.reason, reviewOn) });
    reviewOn = yield* standstill(c, by, reviewOn, basis);
  }
  for (const name of clocks) c.resumeClock(name);
}

/** Until it is reviewed, or whoever handles it goes on by themselves. Answers the next review, if it stands still on. */
function* standstill(c: Whistle, by: Office, reviewOn: string, basis: string): Step<string | undefined> {
  const { dispatcher } = offices(c);
  const { winner, value } = yield* c.race({
    reviewed: function* (): Step<string | undefined> {
      yield* c.wait('挂起期间', { by: dispatcher, within: until(c, reviewOn, basis), basis });
      const said = yield* c.decide('挂起复核', {
        by: dispatcher,
        within: limit(c, parameters.suspensionApproval),
        basis,
        outcomes: { 恢复办理: outcome(), 继续挂起: forms.stillSuspended },
      });
      return said.outcome === '继续挂起' ? said.form.reviewOn : undefined;
    },
    resumed: c.decide('恢复办理', { by, basis, outcomes: { 恢复: outcome() } }),
  });
  return winner === 'reviewed' ? value : undefined;
}
