/** 直达, 重走, races and separation on small processes: what each scenario of the engine's law comes to. */
import { expect, test } from 'vitest';
import { dayMs } from '../../engine/clock/time.ts';
import { actState, runOf } from '../../engine/ledger/state.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { asked, back, caseOf, inSequence, li, type Sample, standing, zhang } from './small-case.ts';

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
        c.notice('公示', {
          to: 'public',
          text: { title: '公示', effect: 'informs', paragraphs: [`拟${first.outcome}`] },
        });
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
