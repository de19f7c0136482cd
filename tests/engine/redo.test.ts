/** 直达, 重走, 拿回, races, clocks and separation on small processes: what each scenario of the engine's law comes to. */
import { expect, test } from 'vitest';
import { countyCalendar } from '../../county/pingluo/calendar.ts';
import { withNotice } from '../../engine/clock/calendar.ts';
import { clocksOf } from '../../engine/clock/case-clocks.ts';
import { dayMs } from '../../engine/clock/time.ts';
import { project } from '../../engine/ledger/projection.ts';
import { actState, runOf } from '../../engine/ledger/state.ts';
import { outcome } from '../../engine/process/act.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import {
  asked,
  back,
  basis,
  caseOf,
  county,
  desk,
  inSequence,
  inspector,
  li,
  officer,
  process,
  Sample,
  standing,
  workingDays,
  zhang,
} from './small-case.ts';

test('直达重办并行的一支后，仍然有效的决定所发出的，编号、日期都不变，不再发一次', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.all({ visit: c.decide('入户', asked), check: c.decide('核对', asked) });
    const { value } = yield* c.race({ decided: c.decide('确认', asked), complaint: c.await('来信') });
    c.send('短信', {
      kind: 'harmless',
      system: 'sms',
      payload: { told: c.known('来信').length, on: c.today() },
    });
    yield* c.serve('送达', asked);
    return c.close('outcome' in value ? value.outcome : '');
  });
  for (const act of ['入户', '核对', '确认']) it.decide(act, '同意');
  const before = runOf(it.state).effects.map(({ position: _p, ...said }) => said);
  it.now += 3 * dayMs;
  it.submit({ type: 'supplement', fact: '来信', data: { 摘要: '有车' } });
  it.submit({ type: 'return', act: '送达', target: '入户', mode: 'direct', opinion: '补签字' });
  it.decide('入户', '同意');
  expect(it.open).toEqual(['送达']);
  expect(runOf(it.state).effects.map(({ position: _p, ...said }) => said)).toEqual(before);
});

test('输了的分支，在胜出之后不再说什么：不发短信、不起算时限、不贴标签', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.race({
      first: c.decide('甲', asked),
      second: function* (): Step<void> {
        yield* c.await('来信');
        c.send('短信', { kind: 'harmless', system: 'sms', payload: {} });
        c.startClock('复查', workingDays(3), { kind: '承诺' });
        c.label('来信', '有');
      },
    });
    yield* c.decide('乙', asked);
    return c.close('办结');
  });
  it.decide('甲', '同意');
  it.submit({ type: 'supplement', fact: '来信', data: { 摘要: '晚到' } });
  const { effects, clocks, labels } = runOf(it.state);
  expect({ effects, clocks, labels }).toEqual({ effects: [], clocks: [], labels: {} });
});

test('停时限先找自己分支里的，再往外找，不碰并行分支里同名的', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.each('会办', ['公安', '人社'], String, function* (name): Step<void> {
      c.startClock('协查', workingDays(5), { kind: '承诺' });
      yield* c.decide('协查', { ...asked, separateFrom: ['协查'] });
      if (name === '公安') c.stopClock('协查');
    });
    return c.close('办结');
  });
  it.decide('会办/公安/协查', '同意');
  expect(runOf(it.state).clocks.map(({ key, stopped }) => [key, stopped !== undefined])).toEqual([
    ['会办/公安/协查', true],
    ['会办/人社/协查', false],
  ]);
});

test('职责分离两个方向都算，只在各自的分支里', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.each('会办', ['公安', '人社'], String, (name) =>
      c.all({
        a: c.decide('核查', asked),
        b: c.decide('复核', { ...asked, separateFrom: ['核查'] }),
        c: name === '公安' ? c.decide('记录', asked) : c.decide('归档', asked),
      }),
    );
    return c.close('办结');
  });
  it.decide('会办/公安/复核', '同意', zhang);
  expect(it.decide('会办/公安/核查', '同意', zhang)?.code).toBe('SEPARATION_OF_DUTIES');
  expect(it.decide('会办/人社/核查', '同意', zhang)).toBeUndefined();
});

test('法定时限起算之前的环节不能退回，除非流程写明重新起算；重新起算的时限不带着原来的延期', () => {
  const started = (onReturn: object) =>
    caseOf(function* (c): Step<Result> {
      yield* c.decide('甲', asked);
      c.startClock('办理', workingDays(20), {
        kind: '法定',
        ...onReturn,
        extension: {
          to: workingDays(30),
          reasons: ['情况复杂'],
          approver: county,
          notice: (reason) => ({ title: '延期告知书', paragraphs: [reason] }),
        },
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

test('任职已满的，不能再拿回自己原来的决定', () => {
  const it = new Sample().upTo('审查');
  const former = officer('赵六', { to: '2026-03-31' });
  it.decide('会签', '同意', former);
  it.now = Date.parse('2026-04-01T09:00:00+08:00');
  expect(it.submit({ type: 'takeBack', act: '会签', opinion: '有误' }, former)?.code).toBe('NOT_YOURS');
});

test('直达之后再重走：等着的决定看得见，随重走一并作废', () => {
  const it = inSequence();
  it.submit(back('丁', '乙', 'direct'));
  expect(it.open).toEqual(['乙']);
  expect(standing(it)).toEqual(['丙', '甲']);
  it.submit(back('乙', '甲', 'redo'));
  expect(it.open).toEqual(['甲']);
  expect(standing(it)).toEqual([]);
  expect(it.state.ghosts.size).toBe(0);
});

test('直达之后，等着的决定不能拿回；重办的人须与等着的决定的办理人分离', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.decide('初审', asked);
    yield* c.decide('确认', { ...asked, separateFrom: ['初审'] });
    yield* c.decide('送达', asked);
    return c.close('办结');
  });
  it.decide('初审', '同意', zhang);
  it.decide('确认', '同意', li);
  it.submit(back('送达', '初审', 'direct'));
  expect(it.submit({ type: 'takeBack', act: '确认', opinion: '有误' }, li)?.code).toBe('ALREADY_ACTED_ON');
  expect(it.decide('初审', '同意', li)?.code).toBe('SEPARATION_OF_DUTIES');
  expect(it.decide('初审', '同意', zhang)).toBeUndefined();
  expect(it.open).toEqual(['送达']);
});

test('直达后问题未变的，等着的决定照旧；问题变了的重新办理，其后的不再作数', () => {
  const told = (it: Sample): Sample => {
    it.decide('初审', '同意', zhang);
    it.decide('公示', '同意', zhang);
    it.decide('确认', '同意', li);
    it.submit(back('送达', '初审', 'direct'));
    return it;
  };
  const showing = () =>
    told(
      caseOf(function* (c): Step<Result> {
        const first = yield* c.decide('初审', asked);
        c.notice('公示', { to: 'public', text: { title: '公示', paragraphs: [`拟${first.outcome}`] } });
        yield* c.decide('公示', asked);
        yield* c.decide('确认', asked);
        yield* c.decide('送达', asked);
        return c.close('办结');
      }),
    );
  const same = showing();
  same.decide('初审', '同意', zhang);
  expect(same.open).toEqual(['送达']);
  const other = showing();
  other.decide('初审', '不同意', zhang);
  expect(other.open).toEqual(['公示']);
  expect(standing(other)).toEqual(['初审']);
  const briefed = told(
    caseOf(function* (c): Step<Result> {
      const first = yield* c.decide('初审', asked);
      yield* c.decide('公示', asked);
      yield* c.decide('确认', { ...asked, brief: { 初审: first.outcome } });
      yield* c.decide('送达', asked);
      return c.close('办结');
    }),
  );
  briefed.decide('初审', '不同意', zhang);
  expect(briefed.open).toEqual(['确认']);
  expect(standing(briefed)).toEqual(['公示', '初审'].toSorted());
});

test('直达重办后路径变了的，不再问到的决定不留下，另一路上同名的环节重新办理', () => {
  const it = caseOf(function* (c): Step<Result> {
    const first = yield* c.decide('初审', asked);
    if (first.outcome === '同意') yield* c.decide('核查', asked);
    yield* c.decide('复核', asked);
    if (first.outcome !== '同意') yield* c.decide('核查', asked);
    yield* c.decide('送达', asked);
    return c.close('办结');
  });
  for (const act of ['初审', '核查', '复核']) it.decide(act, '同意');
  it.submit(back('送达', '初审', 'direct'));
  it.decide('初审', '不同意');
  expect(it.open).toEqual(['复核']);
  it.decide('复核', '同意');
  expect(it.open).toEqual(['核查']);
  expect(standing(it)).toEqual(['初审', '复核']);
});

test('竞争的一支直达重开后尚未办结，其他各支重新可办，先办结的胜出；其后等着的随之看问题', () => {
  const it = caseOf(function* (c): Step<Result> {
    const { winner } = yield* c.race({ 甲: c.decide('甲', asked), 乙: c.decide('乙', asked) });
    yield* c.decide('丙', { ...asked, brief: { winner } });
    yield* c.decide('丁', asked);
    return c.close('办结');
  });
  it.decide('甲', '同意');
  it.decide('丙', '同意');
  expect(it.submit(back('丁', '甲', 'direct'))).toBeUndefined();
  expect(it.open).toEqual(['甲', '乙']);
  it.decide('乙', '同意');
  expect(it.open).toEqual(['丙']);
  expect(standing(it)).toEqual(['乙']);
  expect(it.state.ghosts.size).toBe(0);
});

test('重开期间，仍然有效的决定所说的照旧，由旧决定说的暂不说；等着的分支不说比重开更晚的话', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.all({
      first: function* (): Step<void> {
        yield* c.decide('甲', asked);
        c.label('甲', '已办');
        yield* c.decide('乙', asked);
        c.label('乙', '已办');
      },
      second: c.decide('丙', asked),
    });
    c.send('短信', { kind: 'harmless', system: 'sms', payload: {} });
    yield* c.decide('丁', asked);
    return c.close('办结');
  });
  it.decide('丙', '同意');
  it.decide('甲', '同意');
  it.decide('乙', '同意');
  it.submit(back('丁', '甲', 'direct'));
  const { effects, labels } = runOf(it.state);
  expect(labels).toEqual({ 乙: '已办' });
  expect(effects).toHaveLength(1);
  it.decide('甲', '同意');
  expect(runOf(it.state).labels).toEqual({ 甲: '已办', 乙: '已办' });
  expect(runOf(it.state).effects).toEqual(effects);
});

test('没有决定就关闭的环节结束本轮：认领、转办不带入下一轮', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.decide('甲', asked);
    yield* c.decide('乙', asked);
    return c.close('办结');
  });
  it.decide('甲', '同意');
  it.submit({ type: 'claim', act: '乙' }, li);
  it.submit(back('乙', '甲', 'direct'), li);
  it.decide('甲', '同意');
  expect(actState(it.state, '乙')).toMatchObject({ round: 2 });
  expect(actState(it.state, '乙').assignee).toBeUndefined();
  expect(it.submit({ type: 'takeBack', act: '甲', opinion: '有误' })).toBeUndefined();
});

test('拿回提请又重新提请：旧一轮的答复是迟到的，新一轮另行询问', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.decide('提请', asked);
    yield* c.inquire('核对', {
      by: desk,
      system: '核对',
      sources: ['银行'],
      question: {},
      outcomes: {},
      basis,
    });
    return c.close('办结');
  });
  const answer = (round: number) =>
    it.submit(
      { type: 'answer', act: '核对', round, answers: { 银行: {} } },
      { kind: 'system', name: '核对' },
    );
  it.decide('提请', '同意');
  it.submit({ type: 'takeBack', act: '提请', opinion: '有误' });
  it.decide('提请', '同意');
  expect(it.open).toEqual(['核对']);
  expect(actState(it.state, '核对').round).toBe(2);
  expect(answer(3)?.code).toBe('NOT_ASKED_YET');
  answer(1);
  expect(it.ledger.at(-1)?.event).toMatchObject({ type: 'answered', late: true });
  expect(it.open).toEqual(['核对']);
  answer(2);
  expect(it.open).toEqual([]);
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

test('下一环节有人动过手的，不能拿回：认领过、退回过都算', () => {
  const it = caseOf(function* (c): Step<Result> {
    for (const name of ['首', '甲', '乙']) yield* c.decide(name, asked);
    return c.close('办结');
  });
  const takeBack = () => it.submit({ type: 'takeBack', act: '甲', opinion: '有误' }, zhang)?.code;
  it.decide('首', '同意');
  it.decide('甲', '同意', zhang);
  it.submit({ type: 'claim', act: '乙' }, li);
  expect(takeBack()).toBe('ALREADY_ACTED_ON');
  const returned = caseOf(function* (c): Step<Result> {
    for (const name of ['首', '甲', '乙']) yield* c.decide(name, asked);
    return c.close('办结');
  });
  returned.decide('首', '同意');
  returned.decide('甲', '同意', zhang);
  returned.submit(back('乙', '首', 'direct'), li);
  returned.decide('首', '同意');
  expect(returned.open).toEqual(['乙']);
  expect(returned.submit({ type: 'takeBack', act: '甲', opinion: '有误' }, zhang)?.code).toBe(
    'ALREADY_ACTED_ON',
  );
});

test('重走时，其间到的情况使别的一支胜出的，之后的决定也要重新作出', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.race({ 甲: c.decide('甲', asked), 来信: c.await('来信') });
    yield* c.decide('丙', asked);
    yield* c.decide('丁', asked);
    return c.close('办结');
  });
  it.decide('甲', '同意');
  it.decide('丙', '同意');
  it.submit({ type: 'supplement', fact: '来信', data: { 摘要: '晚到' } });
  it.submit(back('丁', '甲', 'redo'));
  expect(it.open).toEqual(['丙']);
  expect(standing(it)).toEqual([]);
});

test('只能退回到在先的环节；作罢的分支、依法不能重办的环节不能退回', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.decide('首', { ...asked, returnable: false });
    yield* c.race({ a: c.decide('甲', asked), b: sequence(c) });
    yield* c.all({ a: c.decide('丁', asked), b: c.decide('戊', asked) });
    return c.close('办结');
  });
  function* sequence(c: Parameters<Parameters<typeof caseOf>[0]>[0]): Step<void> {
    yield* c.decide('乙', asked);
    yield* c.decide('丙', asked);
  }
  for (const act of ['首', '乙', '甲', '丁']) it.decide(act, '同意');
  const refused = (target: string) => it.submit(back('戊', target, 'redo'))?.code;
  expect(refused('丁')).toBe('RETURN_TARGET_NOT_EARLIER');
  expect(refused('戊')).toBe('RETURN_TARGET_NOT_EARLIER');
  expect(refused('乙')).toBe('RETURN_NOT_ALLOWED');
  expect(refused('首')).toBe('RETURN_NOT_ALLOWED');
  expect(it.submit({ type: 'takeBack', act: '乙', opinion: '有误' })?.code).toBe('RETURN_NOT_ALLOWED');
  expect(refused('甲')).toBeUndefined();
});

test('各来源逐个答复，重复的不记，答齐才办结', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.inquire('核对', {
      by: desk,
      system: '核对',
      sources: ['银行', '车管'],
      question: {},
      outcomes: {},
      basis,
    });
    return c.close('办结');
  });
  const answer = (source: string) =>
    it.submit(
      { type: 'answer', act: '核对', round: 1, answers: { [source]: {} } },
      { kind: 'system', name: '核对' },
    );
  answer('银行');
  answer('银行');
  expect([it.ledger.length, it.open]).toEqual([2, ['核对']]);
  answer('车管');
  expect([it.ledger.length, it.open]).toEqual([4, []]);
});
