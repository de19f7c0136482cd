/** What must not compile: an outcome that does not exist, an answer's wrong field. Checked by `npm run typecheck`. */
import { expect, test } from 'vitest';
import { integer, money, text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import type { CaseInput, Context, Step } from '../../engine/process/definition.ts';

const by = { unit: '镇', role: '经办' };
const basis = '某办法';

function* sample(c: Context<CaseInput>): Step<string> {
  const decided = yield* c.decide('初审', {
    by,
    basis,
    outcomes: {
      同意: outcome({ form: { 金额: money('金额') } }),
      不同意: outcome({ form: { 理由: text('理由', 100) } }),
    },
  });
  // @ts-expect-error no such outcome
  if (decided.outcome === '退回') return '';
  if (decided.outcome === '同意') {
    const amount: number = decided.form.金额;
    // @ts-expect-error 理由 belongs to 不同意
    return decided.form.理由 + amount;
  }
  const why: string = decided.form.理由;

  const { visit, check } = yield* c.all({
    visit: () =>
      c.decide('入户', {
        by,
        basis,
        outcomes: { 已访: outcome({ form: { 人数: integer('人数') } }) },
      }),
    check: c.inquire('核对', {
      by,
      basis,
      system: 's',
      sources: ['a'],
      question: {},
      outcomes: { 逾期: outcome() },
    }),
  });
  const headCount: number = visit.form.人数;
  // @ts-expect-error a branch that is not there
  check.outcome === '已访';
  if (check.outcome === '全部答复') check.answers['a'];

  const answers = yield* c.each(
    '会办',
    ['公安', '人社'],
    (name) => name,
    function* (name): Step<{ readonly name: string; readonly has: boolean }> {
      const answer = yield* c.decide('协查', { by, basis, outcomes: { 有: outcome(), 无: outcome() } });
      return { name, has: answer.outcome === '有' };
    },
  );
  const first: { name: string; has: boolean } | undefined = answers[0];

  const raced = yield* c.race({
    paid: () =>
      c.decide('付款', { by, basis, outcomes: { 已付: outcome({ form: { 凭证: text('凭证', 20) } }) } }),
    gone: () => c.await('死亡'),
  });
  if (raced.winner === 'paid') return raced.value.form.凭证;
  // @ts-expect-error a fact has no form
  raced.value.form;

  // @ts-expect-error the clock's outcome must be one of the act's
  yield* c.publicNotice('公示', { by, basis, outcomes: { 期满: outcome() }, expires: '届满' });
  return `${why}${headCount}${first?.name}`;
}

test('类型即规格：写错的结果和字段不能编译', () => {
  expect(typeof sample).toBe('function');
});
