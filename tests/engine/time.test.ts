/** Time on a case: what the clock decides and when, what a suspension stops, who bears which minute. */
import { expect, test } from 'vitest';
import { countyCalendar } from '../../county/pingluo/calendar.ts';
import { withNotice } from '../../engine/clock/calendar.ts';
import { clocksOf } from '../../engine/clock/case-clocks.ts';
import { deadline } from '../../engine/clock/deadline.ts';
import { responsibility } from '../../engine/clock/responsibility.ts';
import { project } from '../../engine/ledger/projection.ts';
import { runOf } from '../../engine/ledger/state.ts';
import { outcome } from '../../engine/process/act.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import {
  asked,
  basis,
  caseOf,
  county,
  desk,
  extendable,
  inspector,
  li,
  process,
  Sample,
  workingDays,
  zhang,
} from './small-case.ts';

const hour = 3_600_000;
const at = (text: string): number => Date.parse(`${text}+08:00`);
const system = { kind: 'system', name: 'case' } as const;

/** Two acts side by side that the clock decides: 甲 after three working days, 乙 after five. */
const expiring = (): Sample => {
  const ending = {
    by: desk,
    outcomes: { 同意: outcome(), 到期: outcome() },
    expires: '到期' as const,
    basis,
  };
  const it = caseOf(function* (c): Step<Result> {
    yield* c.decide('受理', asked);
    c.accept();
    yield* c.all({
      a: c.decide('乙', { ...ending, within: workingDays(5) }),
      b: c.decide('甲', { ...ending, within: workingDays(3) }),
    });
    return c.close('办结');
  });
  it.decide('受理', '同意');
  return it;
};

test('到期由时限决定，日期是届满之时；先届满的先决定', () => {
  const it = expiring();
  expect(project(it.state).head.wakeAt).toBe(at('2026-03-06T00:00:00'));
  it.now = at('2026-03-20T09:00:00');
  it.submit({ type: 'expire' }, system);
  expect(it.ledger.slice(2).map(({ event, at: when }) => ['act' in event && event.act, when])).toEqual([
    ['甲', at('2026-03-06T00:00:00')],
    ['乙', at('2026-03-10T00:00:00')],
  ]);
});

test('届满的一刻起，人作出的决定就晚了；到期的结果不能由人选', () => {
  const it = expiring();
  it.now = at('2026-03-05T23:59:59');
  expect(it.decide('甲', '到期')?.code).toBe('OUTCOME_UNKNOWN');
  it.now = at('2026-03-06T00:00:00');
  expect(it.decide('甲', '同意')?.code).toBe('ALREADY_DECIDED');
  expect(it.decide('乙', '同意')).toBeUndefined();
  expect(it.state.decisions.get('甲')?.outcome).toBe('到期');
});

test('挂起期间没有届满之时，也不到期；恢复之后按整日顺延', () => {
  const it = new Sample({
    ...expiring().state.process,
    policy: () => ({
      facts: {},
      terminations: {},
      suspensions: { 补正: { by: [desk], basis } },
      supervisors: [county],
    }),
  });
  it.decide('受理', '同意');
  it.now = at('2026-03-04T15:00:00');
  it.submit({ type: 'suspend', reason: '补正', opinion: '等材料' });
  expect(project(it.state).head).toMatchObject({ state: 'suspended', wakeAt: null });
  expect(project(it.state).acts.map(({ dueAt }) => dueAt)).toEqual([null, null]);
  it.now = at('2026-03-11T10:00:00');
  it.submit({ type: 'expire' }, system);
  expect(it.open).toEqual(['乙', '甲']);
  it.submit({ type: 'resume', opinion: '材料已齐' });
  expect(project(it.state).head.state).toBe('open');
  expect(project(it.state).acts.map(({ dueAt }) => dueAt)).toEqual([
    at('2026-03-17T00:00:00'),
    at('2026-03-13T00:00:00'),
  ]);
});

test('将届是期限过去八成之时', () => {
  const risk = (limit: Parameters<typeof deadline>[1]['limit']) =>
    deadline(countyCalendar, { limit, startedAt: at('2026-07-06T09:00:00'), suspended: [] }).riskAt;
  expect(risk(workingDays(10))).toBe(at('2026-07-17T00:00:00'));
  expect(risk({ amount: 10, unit: 'days', basis })).toBe(at('2026-07-15T00:00:00'));
  expect(risk({ amount: 10, unit: 'workingHours', basis })).toBe(at('2026-07-07T09:30:00'));
  // 2026-07-07 to 2026-08-06, both counted: 31 days, of which 24.8.
  expect(risk({ amount: 1, unit: 'months', basis })).toBe(at('2026-07-31T19:12:00'));
});

test('责任账：受理之前不计；同时办理的由先届满的承担，同时届满的由先打开的承担；最后相加', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.decide('受理', asked);
    c.accept();
    yield* c.all({
      a: c.decide('甲', { ...asked, within: workingDays(5) }),
      b: c.decide('乙', { ...asked, within: workingDays(3) }),
      c: function* (): Step<void> {
        yield* c.decide('丙', asked);
        yield* c.decide('丁', { ...asked, within: workingDays(5) });
      },
    });
    return c.close('办结');
  });
  it.now += hour;
  it.decide('受理', '同意');
  expect(it.state.borne).toEqual([]);
  it.now += hour;
  it.decide('丙', '同意');
  it.now += hour;
  it.decide('乙', '同意');
  it.now += 4 * hour;
  it.decide('甲', '同意');
  expect(it.state.borne.map(({ act }) => act)).toEqual(['乙', '甲']);
  const { accounts, totalMinutes } = responsibility(it.state, it.now + hour);
  // 10:00 to 12:00 and 14:00 to 17:00.
  expect(totalMinutes).toBe(300);
  expect(accounts).toEqual([{ party: { kind: 'office', ...desk }, minutes: 300 }]);
});

test('同一人认领着的时间记在他名下，换人之后另记', () => {
  const it = expiring();
  it.submit({ type: 'claim', act: '甲' }, zhang);
  it.now += hour;
  it.submit({ type: 'release', act: '甲' }, zhang);
  it.submit({ type: 'claim', act: '甲' }, li);
  it.now += 2 * hour;
  const { accounts } = responsibility(it.state, it.now);
  expect(accounts.map(({ party, minutes }) => ['person' in party && party.person, minutes])).toEqual([
    ['张三', 60],
    ['李四', 120],
  ]);
});

test('以前各轮用去的时间只算以前各轮', () => {
  const it = caseOf(function* (c): Step<Result> {
    c.accept();
    yield* c.decide('甲', asked);
    yield* c.decide('乙', { ...asked, within: workingDays(5) });
    return c.close('办结');
  });
  it.decide('甲', '同意');
  it.now += hour;
  it.submit({ type: 'return', act: '乙', target: '甲', mode: 'direct', opinion: '补签字' }, li);
  it.decide('甲', '同意');
  it.now += hour;
  it.submit({ type: 'claim', act: '乙' }, li);
  expect(project(it.state).acts).toMatchObject([{ key: '乙', usedBefore: 60 }]);
});

test('延期只属于延期时的那个时限', () => {
  const it = new Sample().upTo('审查');
  it.submit({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }, inspector);
  expect(clocksOf(it.state).map(({ name, extendedFor }) => [name, extendedFor])).toContainEqual([
    '办理',
    '情况复杂',
  ]);
  expect(runOf(it.state).clocks.map(({ name }) => name)).toEqual(['办理', '内部']);
});

test('法定时限起算之前的环节不能退回，除非流程写明重新起算；重新起算的时限不带着原来的延期', () => {
  const started = (onReturn: object) =>
    caseOf(function* (c): Step<Result> {
      yield* c.decide('甲', asked);
      c.startClock('办理', workingDays(20), {
        kind: '法定',
        ...onReturn,
        extension: extendable,
      });
      yield* c.decide('乙', asked);
      return c.close('办结');
    });
  const back = { type: 'return', act: '乙', target: '甲', mode: 'redo', opinion: '有误' } as const;
  const fixed = started({});
  fixed.decide('甲', '同意');
  expect(fixed.submit(back)?.code).toBe('RETURN_NOT_ALLOWED');
  expect(fixed.submit({ type: 'takeBack', act: '甲', opinion: '有误' })?.code).toBe('RETURN_NOT_ALLOWED');
  const anew = started({ onReturn: 'restart' });
  anew.decide('甲', '同意');
  anew.submit({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }, inspector);
  expect(clocksOf(anew.state)[0]?.limit.amount).toBe(30);
  expect(anew.submit(back)).toBeUndefined();
  anew.decide('甲', '同意');
  expect(clocksOf(anew.state)[0]?.limit.amount).toBe(20);
});

test('期限跨进放假安排尚未公布的年份：到期不自动作出决定，写明预计；安排公布后按届满之时作出', () => {
  const it = new Sample({
    ...process,
    *body(c): Step<Result> {
      yield* c.decide('受理', asked);
      const { outcome: said } = yield* c.decide('补正', {
        by: desk,
        outcomes: { 已补正: outcome(), 逾期未补正: outcome() },
        within: workingDays(5),
        expires: '逾期未补正',
        basis,
      });
      return c.close(said);
    },
  });
  it.now = Date.parse('2026-12-29T09:00:00+08:00');
  it.decide('受理', '同意');
  expect(project(it.state).acts).toMatchObject([{ key: '补正', provisional: true }]);
  expect(project(it.state).head.wakeAt).toBeNull();
  it.now = Date.parse('2027-01-20T09:00:00+08:00');
  it.submit({ type: 'expire' }, { kind: 'system', name: 'case' });
  expect(it.open).toEqual(['补正']);
  const calendar = withNotice(countyCalendar, {
    version: '2027.1',
    announcedYears: [2027],
    entries: [
      { from: '2027-01-01', to: '2027-01-03', kind: 'off', name: '元旦', basis: '样例', confirmed: true },
    ],
  });
  it.submit({ type: 'adopt', calendar, rules: [] }, { kind: 'system', name: '规则发布' });
  const { result } = runOf(it.state);
  expect(result?.outcome).toBe('逾期未补正');
  expect(new Date(result?.at ?? 0).toISOString()).toBe('2027-01-20T01:00:00.000Z');
});
