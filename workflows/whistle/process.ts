/**
 * 乡镇吹哨、部门报到. Reads as the county's rules read: 乡镇审核, 分派, 各部门签收、报到、处置、反馈, 确认, 评价, 销号.
 * Sources and limits: docs/processes/whistle.md.
 */
import { outcome } from '../../engine/process/act.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { rule } from './basis.ts';
import { conclusion } from './conclusion.ts';
import * as documents from './documents.ts';
import * as forms from './forms.ts';
import { carriedOut, meeting, type Resolution, resolutionsOf } from './meeting.ts';
import * as parameters from './parameters.ts';
import { joining } from './policy.ts';
import { sayRecurrence } from './recurrence.ts';
import { lateSources, takeOver, tellSources } from './sources.ts';
import { type Done, type Task, task } from './task.ts';
import { limit, limitFor, offices, type Whistle } from './terms.ts';

/** E1 至 E8：不予吹哨的，写明情形和去处。 */
function notBlown(c: Whistle, code: string): Result {
  const reason = c.ruleInForce(parameters.ineligibility).value.find((listed) => listed.code === code);
  if (!reason) throw new Error(`no reason ${code}`);
  c.notice('不予吹哨通知', { to: 'file', text: documents.notBlownNotice(c.input.form.title, reason) });
  tellSources(c, '不予吹哨', `${reason.title}。${reason.guidance}`);
  return c.close('不予吹哨', { code, guidance: reason.guidance });
}

/** 规则（1）：主办只有一个，协办可以多个，途中可以增派；联席会议的决定和各部门一样，都落实了才确认。 */
function* course(c: Whistle): Step<Result> {
  const { form } = c.input;
  c.accept();
  takeOver(c, form.source.answerBy);
  const said = yield* c.decide('分派', {
    by: offices(c).dispatcher,
    within: limitFor(c, parameters.triage, form.type),
    basis: rule('规则（1）：调度确定哨型、主办和协办'),
    returnable: false,
    outcomes: {
      派单: forms.dispatch,
      不属吹哨事项: forms.notBlown(c.ruleInForce(parameters.ineligibility).value),
    },
  });
  if (said.outcome === '不属吹哨事项') return notBlown(c, said.form.code);
  const { type, lead, helpers } = said.form;
  c.label('哨型', type);
  c.label('主办', lead);
  tellSources(c, '已派单');
  c.startClock('办理', limitFor(c, parameters.disposal, type), { kind: '承诺' });
  const whatFor = (unit: string): string =>
    form.asks.find((ask) => ask.unit === unit)?.what ?? said.form.instruction ?? form.title;
  const called = (unit: string, part: Task['part']): Task => ({
    unit,
    part,
    type,
    what: whatFor(unit),
    nth: 1,
  });
  const done = yield* c.each<Task | Resolution, readonly Done[]>(
    '部门',
    [called(lead, '主办'), ...helpers.map((unit) => called(unit, '协办'))],
    (item) => ('issue' in item ? item.name : item.unit),
    function* (item): Step<readonly Done[]> {
      if (!('issue' in item)) return [yield* task(c, item)];
      yield* carriedOut(c, item);
      return [];
    },
    {
      [joining]: ({ unit, what }) => [{ ...called(String(unit), '协办'), what: String(what) }],
      [meeting]: resolutionsOf,
    },
  );
  return yield* conclusion(c, { type, lead, done: done.flat() });
}

/** 应急哨可以由值班领导先吹，二十四小时内由乡镇主要负责人追认；未追认的失效，记为误用。 */
function* unratified(c: Whistle): Step<string> {
  const said = yield* c.decide('追认', {
    by: offices(c).principal,
    within: limit(c, parameters.ratification),
    expires: '逾期未追认',
    basis: rule('应急吹哨的追认'),
    outcomes: { 追认: outcome(), 不予追认: outcome({ opinion: 'required' }), 逾期未追认: outcome() },
  });
  return said.outcome === '追认' ? yield* c.never() : said.outcome;
}

export function* procedure(c: Whistle): Step<Result> {
  const { type, title, place } = c.input.form;
  const { principal, dutyLeader } = offices(c);
  const isEmergency = type === '应急哨';
  c.label('事由', title);
  c.label('地点', place.address);
  c.label('哨型', type);
  const before = sayRecurrence(c);
  const review = yield* c.decide(isEmergency ? '应急吹哨' : '乡镇审核', {
    by: isEmergency ? dutyLeader : principal,
    within: limitFor(c, parameters.townshipReview, type),
    basis: rule('吹哨由乡镇主要负责人审核，应急由值班领导先行'),
    returnable: false,
    outcomes: {
      吹哨: outcome(),
      不予吹哨: forms.notBlown(c.ruleInForce(parameters.ineligibility).value),
    },
    brief: before,
  });
  if (review.outcome === '不予吹哨') return notBlown(c, review.form.code);
  const { winner, value } = yield* c.race({
    course: () => course(c),
    sources: () => lateSources(c),
    unratified: () => (isEmergency ? unratified(c) : c.never()),
  });
  if (winner === 'course') return value;
  c.notice('应急吹哨误用登记', { to: 'file', text: documents.misuseRecord(title, value) });
  tellSources(c, '应急吹哨未经追认，失效');
  return c.close('未经追认，失效', { why: value });
}
