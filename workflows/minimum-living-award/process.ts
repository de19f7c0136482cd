/**
 * 低保动态管理: an award for as long as it is paid. It is looked into when its time comes or when something is told, and
 * what it pays changes from the month after the decision. Sources: docs/processes/minimum-living-award.md.
 */
import type { Json } from '../../contract/rule.ts';
import { choice, date, group, integer, list, money, optional, text } from '../../engine/forms/form.ts';
import { type CheckContext, outcome } from '../../engine/process/act.ts';
import type { CaseInput, Context, Result, Step } from '../../engine/process/definition.ts';
import { asLimit } from '../../engine/process/limit-rule.ts';
import { d57 } from '../minimum-living/basis.ts';
import type { Issuer } from '../minimum-living/documents.ts';
import { officesFor } from '../minimum-living/offices.ts';
import { authorityMode, reviewCycle } from '../minimum-living/parameters.ts';
import { paymentMonth } from '../minimum-living/rules/amount.ts';
import { appeal, contactOf } from '../organs/organs.ts';
import { service } from '../stages/service.ts';
import { notAfterToday } from '../wording/dates.ts';
import type { application } from './application.ts';
import * as documents from './documents.ts';
import * as parameters from './parameters.ts';
import { type Covered, facts, living } from './policy.ts';

type Award = Context<CaseInput<typeof application>>;
/** What is paid, and to whom. */
type Paid = { readonly amountFen: number; readonly name: string; readonly account: string };
/** Why it is looked into. */
type Occasion = { readonly why: string; readonly data: { readonly [name: string]: Json } };

const offices = (c: Award) => officesFor(c.input);
const alive = (c: Award): readonly Covered[] => living(c.input.form, c.known(facts.death));

/** Whose decision it is as authority stands now. */
function decider(c: Award) {
  const mode = c.ruleInForce(authorityMode).value;
  const { confirmer, townshipHead } = offices(c);
  return {
    by: mode === 'COUNTY' ? confirmer : townshipHead,
    authority: mode === 'TOWNSHIP_OWN_NAME' ? c.input.unit : confirmer.unit,
  };
}

function issuer(c: Award): Issuer {
  const { authority } = decider(c);
  return {
    authority,
    contact: contactOf(c, c.input.unit),
    appeal: (title) => appeal(c, authority, title),
  };
}

function pay(c: Award, { name, account, amountFen }: Paid, fromMonth: string): void {
  c.send('变更发放', {
    kind: 'final',
    system: 'bank',
    payload: { account, payee: name, amountFen, fromMonth },
  });
}

const message = (c: Award, to: string, template: string): void =>
  c.send(template, { kind: 'harmless', system: 'sms', payload: { to, template, params: {} } });

/** 第三十一条：每年或者每半年核查一次；第三十条、第三十四条、第三十七条：告知、举报的随时核查。 */
function* occasion(c: Award): Step<Occasion> {
  const { value, basis } = c.ruleInForce(reviewCycle);
  const months = c.input.form.ableToWork ? value.labourMonths : value.stableMonths;
  const refusals = c.ruleInForce(parameters.jobRefusals).value;
  const stage = yield* c.race({
    due: c.wait('等待定期核查', {
      by: offices(c).visitor,
      within: { amount: months, unit: 'months', basis },
      basis: d57('第三十一条'),
    }),
    death: c.await(facts.death),
    household: c.await(facts.household),
    income: c.await(facts.income),
    property: c.await(facts.property),
    complaint: c.await(facts.complaint),
    refused: c.await(facts.refusedWork, ({ times }) => Number(times) >= refusals),
    leaving: c.await(facts.leaving),
  });
  if (stage.winner === 'due') return { why: '定期核查', data: {} };
  return { why: stage.value.name, data: stage.value.data };
}

/** 第十六条、第三十一条。 */
function* checked(c: Award, why: Occasion, paid: Paid): Step<string> {
  const form = { visitedOn: date('核查日期'), findings: text('核查情况', 2_000) };
  const check = ({ visitedOn }: { readonly visitedOn: string }, { at }: CheckContext) =>
    notAfterToday('visitedOn', '核查日期', visitedOn, at);
  const said = yield* c.decide('核查', {
    by: offices(c).visitor,
    within: asLimit(c.ruleInForce(parameters.checking)),
    basis: d57('第三十一条'),
    outcomes: { 没有明显变化: outcome({ form, check }), 情况有变化: outcome({ form, check }) },
    brief: { why: why.why, told: why.data, amountFen: paid.amountFen },
  });
  return `${said.outcome}：${said.form.findings}`;
}

const issue = (field: string, said: string) => [{ field, text: said }];
const reasons = list('理由', text('理由'), 1);

/** What may be decided: who is paid must be alive, and a sum must be what its outcome says. */
function outcomes(c: Award, paid: Paid, of: readonly Covered[]) {
  const hasDied = of.every(({ name }) => name !== paid.name);
  const payee = of.length > 0 && {
    payee: optional(
      group('新的领取人', {
        name: choice(
          '姓名',
          of.map(({ name }) => name),
        ),
        account: text('收款账户', 40),
      }),
    ),
  };
  const inHand = (form: { readonly payee?: unknown }) =>
    hasDied && !form.payee ? issue('payee', '领取人已经死亡，请写明新的领取人和账户') : [];
  const most = c.ruleInForce(parameters.taperMonths).value;
  const amountFen = money('每月发放（分）');
  const others = {
    维持: outcome({ form: { ...payee }, check: inHand }),
    增发: outcome({
      form: { amountFen, ...payee },
      check: (form) => [
        ...(form.amountFen > paid.amountFen ? [] : issue('amountFen', '增发的应当多于现在发放的')),
        ...inHand(form),
      ],
    }),
    减发: outcome({
      form: { amountFen, reasons, ...payee },
      check: (form) => [
        ...(form.amountFen > 0 && form.amountFen < paid.amountFen
          ? []
          : issue('amountFen', '减发的应当少于现在发放的，停止发放的请选“停发”')),
        ...inHand(form),
      ],
    }),
    渐退: outcome({
      form: { months: integer('渐退几个月', { min: 1, max: most }), reasons },
      basis: d57('第三十三条'),
    }),
  };
  return { 停发: outcome({ form: { reasons } }), ...(of.length > 0 ? others : {}) };
}

type Decided = { readonly stops?: readonly string[]; readonly paid: Paid };

/** 第三十二条：增发、减发、停发的决定；减发、停发的告知并说明理由。 */
function* decided(c: Award, why: Occasion, found: string, paid: Paid): Step<Decided> {
  const { by } = decider(c);
  const said = yield* c.decide('核定', {
    by,
    within: asLimit(c.ruleInForce(parameters.decision)),
    basis: d57('第三十一条、第三十二条'),
    separateFrom: ['核查'],
    outcomes: outcomes(c, paid, alive(c)),
    brief: { why: why.why, told: why.data, findings: found, amountFen: paid.amountFen },
  });
  const { phone } = why.data;
  if (why.why === facts.complaint && typeof phone === 'string') message(c, phone, '投诉举报答复');
  const form = said.form as {
    readonly amountFen?: number;
    readonly months?: number;
    readonly reasons?: readonly string[];
    readonly payee?: { readonly name: string; readonly account: string };
  };
  const { reasons: stated = [], amountFen = paid.amountFen, months } = form;
  if (said.outcome === '停发') return { stops: stated, paid };
  if (months !== undefined) {
    yield* c.wait('渐退期', {
      by,
      within: { amount: months, unit: 'months', basis: d57('第三十三条') },
      basis: d57('第三十三条'),
    });
    return { stops: stated, paid };
  }
  const now = { ...paid, ...form.payee, amountFen };
  const from = paymentMonth(c.today());
  if (now.amountFen !== paid.amountFen || now.account !== paid.account) pay(c, now, from);
  if (said.outcome === '增发')
    c.notice('增发告知书', { to: 'applicant', text: documents.raised(issuer(c), now.name, amountFen, from) });
  if (said.outcome === '减发') {
    const text = documents.lowered(issuer(c), now.name, amountFen, from, stated);
    c.notice('减发告知书', { to: 'applicant', text });
    yield* told(c, '送达减发告知书');
  }
  return { paid: now };
}

const told = (c: Award, act: string): Step<void> =>
  service(c, act, {
    by: offices(c).window,
    within: asLimit(c.ruleInForce(parameters.service)),
    basis: d57('第三十二条'),
  });

/** From the month after; nothing is paid any more. */
function* stopped(c: Award, why: readonly string[], paid: Paid): Step<Result> {
  const from = paymentMonth(c.today());
  pay(c, { ...paid, amountFen: 0 }, from);
  c.notice('停发告知书', { to: 'applicant', text: documents.stopped(issuer(c), paid.name, from, why) });
  yield* told(c, '送达停发告知书');
  return c.close('停发', { from, reasons: why });
}

function* course(c: Award): Step<Result> {
  const { payee, amountFen } = c.input.form;
  let paid: Paid = { amountFen, name: payee.name, account: payee.account };
  let confirmedAnew = 0;
  for (;;) {
    const why = yield* occasion(c);
    const anew = c.known(facts.reconfirmed);
    const newest = anew.at(-1);
    if (newest && anew.length > confirmedAnew)
      paid = { ...paid, amountFen: Number(newest.data['amountFen']) };
    confirmedAnew = anew.length;
    // Who leaves of their own will is not looked into.
    const found = why.why === facts.leaving ? '自愿退出' : yield* checked(c, why, paid);
    const now = yield* decided(c, why, found, paid);
    if (now.stops) return yield* stopped(c, now.stops, now.paid);
    paid = now.paid;
    c.label('每月发放', String(paid.amountFen / 100));
  }
}

/** Confirmed anew by another case: that one has seen to the payment. */
function* reconfirmed(c: Award): Step<never> {
  for (;;) {
    const { data } = yield* c.await(facts.reconfirmed);
    c.label('每月发放', String(Number(data['amountFen']) / 100));
  }
}

export function* procedure(c: Award): Step<Result> {
  const { payee, amountFen } = c.input.form;
  c.accept();
  c.label('申请人', payee.name);
  c.label('村（社区）', payee.village);
  c.label('每月发放', String(amountFen / 100));
  const { value } = yield* c.race({ course: () => course(c), reconfirmed: () => reconfirmed(c) });
  return value;
}
