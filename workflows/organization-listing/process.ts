/**
 * 活动异常名录、严重违法失信名单: 告知, 陈述申辩, 决定, 公布, 移出. An entry lives as long as its ground does: a new ground
 * begins its term anew, one that is removed does not come back without a new one.
 * Sources and limits: docs/processes/organization-listing.md.
 */
import type { Limit } from '../../contract/limit.ts';
import type { RuleName } from '../../contract/rule.ts';
import { addMonths, minuteMs, parseDate, startOfDay } from '../../engine/clock/time.ts';
import { text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import type { CaseInput, Context, Result, Step } from '../../engine/process/definition.ts';
import { asLimit, type LimitValue } from '../../engine/process/limit-rule.ts';
import { appealed } from '../organization/appeal.ts';
import { officesFor } from '../organization/offices.ts';
import { abnormal, dishonest } from '../organization/registers.ts';
import { registeredOf } from '../organization/subject.ts';
import { service } from '../stages/service.ts';
import type { application } from './application.ts';
import { credit } from './basis.ts';
import * as parameters from './parameters.ts';
import { facts } from './policy.ts';

type Listing = Context<CaseInput<typeof application>>;

const limit = (c: Listing, of: RuleName<LimitValue>): Limit => asLimit(c.ruleInForce(of));
const registerOf = (c: Listing): string => (c.input.form.list === '活动异常名录' ? abnormal : dishonest);
const articlesOf = (c: Listing): string =>
  credit(c.input.form.list === '活动异常名录' ? '第十一条至第十三条' : '第十五条');

function write(c: Listing, state: '列入' | '移出', decision: string): void {
  const { uscc, name } = registeredOf(c.input);
  const from = c.today();
  c.record(registerOf(c), {
    subject: uscc,
    from,
    ...(state === '移出' ? { to: from } : {}),
    data: { uscc, name, ground: c.input.form.ground, decision, state },
  });
}

/** 第十三条：列入之前书面告知，可以陈述、申辩。 */
function* heard(c: Listing): Step<string> {
  const { list, ground, facts: found } = c.input.form;
  const { name } = registeredOf(c.input);
  const within = limit(c, parameters.defence);
  c.notice('拟列入告知书', {
    to: 'applicant',
    text: {
      title: `拟列入${list}告知书`,
      effect: 'informs',
      paragraphs: [
        `“${name}”：拟将你单位列入${list}。`,
        `情形：${ground}`,
        `事实：${found}`,
        `可以自收到之日起${within.amount}个工作日内陈述、申辩；逾期不提出的，视为放弃（${credit('第十三条')}）。`,
      ],
    },
  });
  yield* service(c, '送达拟列入告知书', {
    by: officesFor(c.input).window,
    within: limit(c, parameters.notice),
    basis: credit('第十三条'),
  });
  const said = yield* c.askApplicant('陈述申辩', {
    by: officesFor(c.input).window,
    within,
    expires: '逾期未提出',
    basis: credit('第十三条'),
    outcomes: {
      已提出: outcome({ form: { statement: text('陈述、申辩的内容', 4_000) } }),
      逾期未提出: outcome(),
    },
  });
  return said.outcome === '已提出' ? said.form.statement : '没有提出';
}

/** Until so many months after the entry's newest ground. */
function* term(c: Listing, name: string, months: number, basis: string): Step<void> {
  for (;;) {
    const end = startOfDay(addMonths(parseDate(c.today()), months) + 1);
    const { winner } = yield* c.race({
      over: c.wait(name, {
        by: officesFor(c.input).reviewer,
        within: { amount: Math.ceil((end - c.now()) / minuteMs), unit: 'minutes', basis },
        basis,
      }),
      again: c.await(facts.again),
    });
    if (winner === 'over') return;
  }
}

/** 第十四条、第十六条：申请移出的，自收到之日起五个工作日内核实；没有整改到位的不移出。 */
function* askedOut(c: Listing): Step<string> {
  for (;;) {
    const { data } = yield* c.await(facts.removal);
    const said = yield* c.decide('核实移出申请', {
      by: officesFor(c.input).reviewer,
      within: limit(c, parameters.removal),
      basis: credit('第十四条、第十六条'),
      outcomes: { 移出: outcome(), 不移出: outcome({ opinion: 'required' }) },
      brief: { statement: data['statement'] ?? '' },
    });
    if (said.outcome === '移出') return '履行义务、整改完成，申请移出';
    c.notice('不予移出告知书', {
      to: 'applicant',
      text: {
        title: `不予移出${c.input.form.list}告知书`,
        effect: 'adverse',
        paragraphs: [`“${registeredOf(c.input).name}”的移出申请不予准许。`, `理由：${said.opinion}`],
        remedies: appealed(c, '告知书'),
      },
    });
  }
}

/** 活动异常名录: put right and asked out; nothing to put right, out after its months; two years on it, the other list. */
function* abnormalLife(c: Listing): Step<{ readonly why: string; readonly escalates: boolean }> {
  const { ground } = c.input.form;
  const listed = c.ruleInForce(parameters.abnormalGrounds).value.find((one) => one.ground === ground);
  const [months, years] = [
    c.ruleInForce(parameters.abnormalMonths).value,
    c.ruleInForce(parameters.escalationYears).value,
  ];
  const { winner, value } = yield* c.race({
    out: () => askedOut(c),
    over: function* (): Step<void> {
      if (listed?.ends === '期满') yield* term(c, '等待期满移出', months, credit('第十四条'));
      else yield* c.never();
    },
    escalated: () => term(c, '等待满二年', 12 * years, credit('第十五条第一项')),
  });
  return winner === 'out'
    ? { why: value, escalates: false }
    : {
        why: winner === 'over' ? `满${months}个月，没有新的情形` : `满${years}年`,
        escalates: winner === 'escalated',
      };
}

/** 严重违法失信名单: its full years without a new ground, then on application. */
function* dishonestLife(c: Listing): Step<string> {
  const years = c.ruleInForce(parameters.dishonestYears).value;
  yield* term(c, '等待满二年可以申请移出', 12 * years, credit('第十六条'));
  return yield* askedOut(c);
}

function announce(c: Listing, what: string, why: string): void {
  const { name, uscc } = registeredOf(c.input);
  const { list } = c.input.form;
  c.notice(`${what}公告`, {
    to: 'public',
    text: {
      title: `${what}${list}公告`,
      effect: 'informs',
      paragraphs: [`名称：${name}`, `统一社会信用代码：${uscc}`, `${what}${list}：${why}`],
    },
  });
}

export function* procedure(c: Listing): Step<Result> {
  const { list, ground, facts: found, uscc } = c.input.form;
  const { name } = registeredOf(c.input);
  const { decider } = officesFor(c.input);
  c.label('名称', name);
  c.label('名录', list);
  const statement = yield* heard(c);
  const said = yield* c.decide('列入决定', {
    by: decider,
    within: limit(c, parameters.decision),
    basis: articlesOf(c),
    outcomes: {
      列入: outcome({ form: { decision: text('决定书文号', 60) } }),
      不列入: outcome({ opinion: 'required' }),
    },
    brief: { list, ground, facts: found, statement },
  });
  if (said.outcome === '不列入') return c.close('不列入');
  const { decision } = said.form;
  c.notice('列入决定书', {
    to: 'applicant',
    text: {
      title: `列入${list}决定书`,
      effect: 'adverse',
      paragraphs: [`“${name}”列入${list}（${articlesOf(c)}）。`, `情形：${ground}`, `文号：${decision}`],
      remedies: appealed(c, '决定书'),
    },
  });
  write(c, '列入', decision);
  announce(c, '列入', ground);
  if (list === '严重违法失信名单') {
    const why = yield* dishonestLife(c);
    write(c, '移出', decision);
    announce(c, '移出', why);
    return c.close('移出');
  }
  const { why, escalates } = yield* abnormalLife(c);
  write(c, '移出', decision);
  announce(c, '移出', why);
  if (!escalates) return c.close('移出');
  const second = { ground: '被列入活动异常名录满二年的', facts: why };
  c.found('列入严重违法失信名单', {
    matter: 'organization-listing',
    unit: c.input.unit,
    form: { uscc, list: '严重违法失信名单', ...second },
    instead: { fact: facts.again, data: second },
  });
  return c.close('转入严重违法失信名单');
}
