/** What a process reads on its way: facts, rules, the date; and what it may not be built like. */
import { expect, test } from 'vitest';
import type { Rule, RuleName } from '../../contract/rule.ts';
import { dayMs } from '../../engine/clock/time.ts';
import { runOf } from '../../engine/ledger/state.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { asked, basis, caseOf, desk, Sample } from './small-case.ts';

const told = (it: Sample, 摘要 = '有车'): void => {
  it.submit({ type: 'supplement', fact: '来信', data: { 摘要 } });
};

test('一份来信只引起一次核查：读过的不再等到，等到的不再等到；后来的另算', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.decide('受理', asked);
    const before = c.known('来信').length;
    yield* c.decide('审查', { ...asked, brief: { before } });
    for (const name of ['核查', '复查']) {
      const { data } = yield* c.await('来信');
      yield* c.decide(name, { ...asked, brief: { because: data['摘要'] ?? '' } });
    }
    return c.close('办结');
  });
  told(it, '受理之前');
  it.decide('受理', '同意');
  expect(runOf(it.state).open[0]?.brief).toEqual({ before: 1 });
  it.decide('审查', '同意');
  expect(it.open).toEqual([]);
  told(it, '第一封');
  expect(runOf(it.state).open[0]?.brief).toEqual({ because: '第一封' });
  it.decide('核查', '同意');
  expect(it.open).toEqual([]);
  told(it, '第二封');
  expect(it.open).toEqual(['复查']);
  expect(runOf(it.state).open[0]?.brief).toEqual({ because: '第二封' });
});

test('等一种情况的，别的情况来了还等；环节办结之后才到的情况，之前的环节看不见', () => {
  const it = new Sample({
    ...new Sample().state.process,
    policy: () => ({
      facts: {
        来信: { by: [desk], form: {}, basis },
        来访: { by: [desk], form: {}, basis },
      },
      terminations: {},
      suspensions: {},
      supervisors: [],
    }),
    *body(c): Step<Result> {
      yield* c.all({
        first: function* (): Step<void> {
          yield* c.decide('甲', asked);
          c.label('来信', `${c.known('来信').length}`);
        },
        second: function* (): Step<void> {
          yield* c.await('来访');
          yield* c.decide('乙', asked);
        },
      });
      return c.close('办结');
    },
  });
  const tell = (fact: string): void => {
    it.submit({ type: 'supplement', fact, data: {} });
  };
  tell('来信');
  it.decide('甲', '同意');
  tell('来信');
  expect(it.open).toEqual([]);
  expect(runOf(it.state).labels).toEqual({ 来信: '1' });
  tell('来访');
  expect(it.open).toEqual(['乙']);
});

test('拿回的环节尚未重新办结，其余的都办结了，办件也不办结', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.all({ a: c.decide('甲', asked), b: c.decide('乙', asked) });
    return c.close('办结');
  });
  it.decide('甲', '同意');
  it.submit({ type: 'takeBack', act: '甲', opinion: '有误' });
  it.decide('乙', '同意');
  expect(it.open).toEqual(['甲']);
  expect(runOf(it.state).result).toBeUndefined();
  it.decide('甲', '不同意');
  expect(runOf(it.state).result?.outcome).toBe('办结');
});

const standard: RuleName<number> = { name: 'sample.standard' } as RuleName<number>;
const ruleOf = (version: string, value: number): Rule => ({
  name: 'sample.standard',
  title: '标准',
  version,
  rows: [{ value, from: '2020-01-01', basis, standing: 'county' }],
});

test('规则按走到的时刻取；受理时的规则按受理之时取；后到的规则不改变已作出的决定所依据的', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.decide('受理', asked);
    c.accept();
    yield* c.decide('审查', { ...asked, brief: { now: c.ruleInForce(standard).value } });
    c.accept();
    c.label('审查时', `${c.ruleInForce(standard).value} ${c.today()}`);
    yield* c.decide('决定', {
      ...asked,
      brief: { now: c.ruleInForce(standard).value, accepted: c.ruleAsAccepted(standard).value },
    });
    return c.close('办结');
  });
  const [tables] = it.state.tables;
  if (!tables) throw new Error('no tables');
  it.state = { ...it.state, tables: [{ ...tables, rules: [ruleOf('1', 600)] }] };
  it.decide('受理', '同意');
  it.submit({ type: 'adopt', rules: [ruleOf('2', 650)] }, { kind: 'system', name: '规则发布' });
  it.now += dayMs;
  it.decide('审查', '同意');
  it.submit({ type: 'adopt', rules: [ruleOf('3', 700)] }, { kind: 'system', name: '规则发布' });
  expect(runOf(it.state).labels).toEqual({ 审查时: '650 2026-03-03' });
  expect(runOf(it.state).open[0]?.brief).toEqual({ now: 650, accepted: 600 });
});

test('各支先后受理的，受理时的规则按先受理的一支', () => {
  const it = caseOf(function* (c): Step<Result> {
    const accepting = (name: string) =>
      function* (): Step<void> {
        yield* c.decide(name, asked);
        c.accept();
      };
    yield* c.all({ a: accepting('甲'), b: accepting('乙') });
    yield* c.decide('决定', { ...asked, brief: { accepted: c.ruleAsAccepted(standard).value } });
    return c.close('办结');
  });
  const [tables] = it.state.tables;
  if (!tables) throw new Error('no tables');
  it.state = { ...it.state, tables: [{ ...tables, rules: [ruleOf('1', 600)] }] };
  it.decide('乙', '同意');
  it.submit({ type: 'adopt', rules: [ruleOf('2', 650)] }, { kind: 'system', name: '规则发布' });
  it.decide('甲', '同意');
  expect(runOf(it.state).open[0]?.brief).toEqual({ accepted: 600 });
});

test('两个并行的分支里有同名环节的流程不成立', () => {
  expect(
    () =>
      caseOf(function* (c): Step<Result> {
        yield* c.all({ a: c.decide('甲', asked), b: c.decide('甲', asked) });
        return c.close('办结');
      }).open.length,
  ).toThrow('请用 each 或改名区分');
});
