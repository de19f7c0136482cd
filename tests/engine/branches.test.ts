/** What branches leave when they join: moments, clocks, what was said behind an act opened again. */
import { expect, test } from 'vitest';
import { runOf } from '../../engine/ledger/state.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { asked, caseOf, type Sample, workingDays } from './small-case.ts';

const takeBack = (it: Sample, act: string): void => {
  it.submit({ type: 'takeBack', act, opinion: '有误' });
};
const sent = (it: Sample): readonly string[] => runOf(it.state).effects.map(({ key }) => key);

test('汇合处要等拿回的环节重新办结：其间别的分支办结的，也不让后面的话先说出去', () => {
  const three = (): Sample =>
    caseOf(function* (c): Step<Result> {
      yield* c.all({ a: c.decide('甲', asked), b: c.decide('乙', asked), c: c.decide('丙', asked) });
      c.send('短信', { kind: 'harmless', system: 'sms', payload: {} });
      c.notice('告知', { to: 'applicant', text: { title: '告知', effect: 'informs', paragraphs: [] } });
      c.startClock('送达', workingDays(3), { kind: '承诺' });
      yield* c.decide('送达', asked);
      return c.close('办结');
    });
  const one = three();
  for (const act of ['甲', '乙']) one.decide(act, '同意');
  takeBack(one, '甲');
  one.decide('丙', '同意');
  const { clocks, notices } = runOf(one.state);
  expect([one.open, sent(one), clocks, notices]).toEqual([['甲'], [], [], []]);
  const two = three();
  for (const act of ['甲', '乙']) two.decide(act, '同意');
  takeBack(two, '甲');
  two.decide('丙', '同意');
  takeBack(two, '乙');
  expect([two.open, sent(two)]).toEqual([['甲', '乙'], []]);
  two.decide('乙', '同意');
  expect([two.open, sent(two)]).toEqual([['甲'], []]);
  two.decide('甲', '同意');
  expect([two.open, sent(two)]).toEqual([['送达'], ['短信@8']]);
});

test('汇合之后的话，日期是最后办结的那一支的；之后的期限由此起算', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.all({ a: c.decide('甲', asked), b: c.decide('乙', asked) });
    c.startClock('送达', workingDays(3), { kind: '承诺' });
    yield* c.decide('送达', asked);
    return c.close('办结');
  });
  it.decide('乙', '同意');
  it.now += 86_400_000;
  it.decide('甲', '同意');
  expect(runOf(it.state).clocks[0]?.started).toEqual({ seq: 3, at: it.now });
  expect(runOf(it.state).open[0]?.opened).toEqual({ seq: 3, at: it.now });
});

test('分支里停掉的时限，汇合之后不再正在计算；分支里起算的，汇合之后还可以停', () => {
  const stopping = (again: boolean): Sample =>
    caseOf(function* (c): Step<Result> {
      c.startClock('办理', workingDays(20), { kind: '承诺' });
      yield* c.all({
        a: function* (): Step<void> {
          yield* c.decide('甲', asked);
          c.stopClock('办理');
          c.startClock('公示', workingDays(7), { kind: '承诺' });
        },
        b: c.decide('乙', asked),
      });
      c.stopClock('公示');
      if (again) c.stopClock('办理');
      yield* c.decide('丙', asked);
      return c.close('办结');
    });
  const it = stopping(false);
  it.decide('甲', '同意');
  it.decide('乙', '同意');
  expect(runOf(it.state).clocks.map(({ name, stopped }) => [name, stopped?.seq])).toEqual([
    ['办理', 2],
    ['公示', 3],
  ]);
  const wrong = stopping(true);
  wrong.decide('甲', '同意');
  expect(() => wrong.decide('乙', '同意')).toThrow('没有正在计算的时限：办理');
});

test('每一支里起算的时限属于那一支：汇合之后外面停不到', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.each('会办', ['公安'], String, function* (): Step<void> {
      c.startClock('协查', workingDays(5), { kind: '承诺' });
      yield* c.decide('协查', asked);
    });
    c.stopClock('协查');
    return c.close('办结');
  });
  expect(() => it.decide('会办/公安/协查', '同意')).toThrow('没有正在计算的时限：协查');
});

test('各支先后受理的，以先受理的为准', () => {
  const it = caseOf(function* (c): Step<Result> {
    const accepting = (name: string) =>
      function* (): Step<void> {
        yield* c.decide(name, asked);
        c.accept();
      };
    yield* c.all({ a: accepting('甲'), b: accepting('乙') });
    yield* c.decide('丙', asked);
    c.accept();
    return c.close('办结');
  });
  it.decide('乙', '同意');
  it.decide('甲', '同意');
  it.decide('丙', '同意');
  expect(runOf(it.state).accepted?.seq).toBe(2);
});

test('分支里等到的来信，汇合之后不再等到', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.all({ a: c.await('来信'), b: c.decide('甲', asked) });
    yield* c.await('来信');
    return c.close('办结');
  });
  const tell = (): void => {
    it.submit({ type: 'supplement', fact: '来信', data: { 摘要: '有车' } });
  };
  tell();
  it.decide('甲', '同意');
  expect(runOf(it.state).result).toBeUndefined();
  tell();
  expect(runOf(it.state).result?.outcome).toBe('办结');
});

test('分支末尾公示的，汇合之后的环节以它为据：直达后公示变了，重新办理', () => {
  const again = (outcome: string): readonly string[] => {
    const it = caseOf(function* (c): Step<Result> {
      yield* c.all({
        a: function* (): Step<void> {
          const { outcome: said } = yield* c.decide('初审', asked);
          c.notice('公示', { to: 'public', text: { title: '公示', effect: 'informs', paragraphs: [said] } });
        },
        b: c.decide('核对', asked),
      });
      yield* c.decide('公示', asked);
      yield* c.decide('确认', asked);
      return c.close('办结');
    });
    for (const act of ['初审', '核对', '公示']) it.decide(act, '同意');
    it.submit({ type: 'return', act: '确认', target: '初审', mode: 'direct', opinion: '补签字' });
    it.decide('初审', outcome);
    return it.open;
  };
  expect(again('同意')).toEqual(['确认']);
  expect(again('不同意')).toEqual(['公示']);
});

test('停止时限的决定拿回之后，时限又在计算，重新办结时再停', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.decide('受理', asked);
    c.startClock('办理', workingDays(20), { kind: '承诺' });
    yield* c.all({
      a: function* (): Step<void> {
        yield* c.decide('甲', asked);
        c.stopClock('办理');
      },
      b: c.decide('乙', asked),
    });
    return c.close('办结');
  });
  const stopped = () => runOf(it.state).clocks[0]?.stopped?.seq;
  it.decide('受理', '同意');
  it.decide('甲', '同意');
  expect(stopped()).toBe(3);
  takeBack(it, '甲');
  expect(stopped()).toBeUndefined();
  it.decide('甲', '同意');
  expect(stopped()).toBe(5);
});

test('两个分支都停同一时限的，以先停的为准', () => {
  const it = caseOf(function* (c): Step<Result> {
    c.startClock('办理', workingDays(20), { kind: '承诺' });
    const stopping = (name: string) =>
      function* (): Step<void> {
        yield* c.decide(name, asked);
        c.stopClock('办理');
      };
    yield* c.all({ a: stopping('甲'), b: stopping('乙') });
    yield* c.decide('丙', asked);
    return c.close('办结');
  });
  it.decide('乙', '同意');
  it.decide('甲', '同意');
  expect(runOf(it.state).clocks[0]?.stopped?.seq).toBe(2);
});

test('输了的分支里正在计算的时限，在胜出之时停', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.race({
      a: function* (): Step<void> {
        yield* c.decide('甲', asked);
        c.startClock('复查', workingDays(5), { kind: '承诺' });
        yield* c.decide('复查', asked);
      },
      b: c.decide('乙', asked),
    });
    yield* c.decide('丙', asked);
    return c.close('办结');
  });
  it.decide('甲', '同意');
  it.decide('乙', '同意');
  expect(runOf(it.state).clocks).toMatchObject([{ name: '复查', started: { seq: 2 }, stopped: { seq: 3 } }]);
});

test('先办结的一支胜出，其前的环节直达重办之后仍是它胜出', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.decide('首', asked);
    const { winner } = yield* c.race({ 来信: c.await('来信'), 甲: c.decide('甲', asked) });
    yield* c.decide('乙', { ...asked, brief: { winner } });
    yield* c.decide('丙', asked);
    return c.close('办结');
  });
  for (const act of ['首', '甲']) it.decide(act, '同意');
  it.submit({ type: 'supplement', fact: '来信', data: { 摘要: '晚到' } });
  it.decide('乙', '同意');
  it.submit({ type: 'return', act: '丙', target: '首', mode: 'direct', opinion: '补签字' });
  it.decide('首', '同意');
  expect(it.open).toEqual(['丙']);
});

test('里外有同名时限的，里面停的是里面的；办件办结时，还在计算的都停', () => {
  const it = caseOf(function* (c): Step<Result> {
    c.startClock('办理', workingDays(20), { kind: '承诺' });
    yield* c.each('会办', ['公安'], String, function* (): Step<void> {
      c.startClock('办理', workingDays(5), { kind: '承诺' });
      yield* c.decide('协查', asked);
      c.stopClock('办理');
    });
    yield* c.decide('决定', asked);
    return c.close('办结');
  });
  const stops = () => runOf(it.state).clocks.map(({ key, stopped }) => [key, stopped?.seq]);
  it.decide('会办/公安/协查', '同意');
  expect(stops()).toEqual([
    ['办理', undefined],
    ['会办/公安/办理', 2],
  ]);
  it.decide('决定', '同意');
  expect(stops()).toEqual([
    ['办理', 3],
    ['会办/公安/办理', 2],
  ]);
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
