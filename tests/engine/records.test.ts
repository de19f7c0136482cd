/** Registers: what a process writes into one is derived, like all that it says. */
import { expect, test } from 'vitest';
import { project } from '../../engine/ledger/projection.ts';
import { runOf } from '../../engine/ledger/state.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { asked, back, caseOf, desk } from './small-case.ts';

const written = () =>
  caseOf(function* (c): Step<Result> {
    const said = yield* c.decide('准予', asked);
    c.record('名册', {
      subject: 'PL1',
      from: c.today(),
      data: { 名称: '平罗县样例协会', 代码: 'X1', 决定: said.outcome },
    });
    yield* c.serve('送达', asked);
    return c.close('办结');
  });

test('写入登记簿的一行带起始日期、可查的词；决定退回重办之后按新的决定', () => {
  const it = written();
  expect(project(it.state).records).toEqual([]);
  it.decide('准予', '同意');
  expect(project(it.state).records).toEqual([
    expect.objectContaining({
      register: '名册',
      subject: 'PL1',
      from: '2026-03-02',
      to: null,
      words: '平罗县样例协会 X1',
      seq: it.state.seq,
    }),
  ]);
  it.submit(back('送达', '准予', 'redo'));
  expect(project(it.state).records).toEqual([]);
  it.decide('准予', '同意');
  expect(runOf(it.state).records.map(({ data }) => data['决定'])).toEqual(['同意']);
});

test('流程没有写明的登记簿不能写', () => {
  expect(() =>
    caseOf(function* (c): Step<Result> {
      c.record('别的', { subject: 'PL1', from: c.today(), data: {} });
      yield* c.decide('准予', { ...asked, by: desk });
      return c.close('办结');
    }).decide('准予', '同意'),
  ).toThrow('流程没有写明登记簿“别的”');
});
