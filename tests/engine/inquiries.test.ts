/** Questions to outside systems: which round an answer belongs to, and when all have answered. */
import { expect, test } from 'vitest';
import { actState } from '../../engine/ledger/state.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { asked, basis, caseOf, desk } from './small-case.ts';

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
