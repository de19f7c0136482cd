/** 更正: what the application says is put right; what was said before stays, what follows reads it as it is now. */
import { expect, test } from 'vitest';
import type { FormInput } from '../../contract/command.ts';
import { group, list, optional, text } from '../../engine/forms/form.ts';
import { runOf } from '../../engine/ledger/state.ts';
import { amended, touching } from '../../engine/process/amendment.ts';
import type { AnyProcess, CaseInput, Context, Result, Step } from '../../engine/process/definition.ts';
import { asked, basis, desk, li, openTo, process, Sample, zhang } from './small-case.ts';

const application = {
  姓名: text('姓名', 20),
  电话: text('电话', 20),
  备注: optional(text('备注')),
  成员: list('成员', group('成员', { 名字: text('名字', 20) })),
};
const form = { 姓名: '王一', 电话: '1', 成员: [{ 名字: '王一' }, { 名字: '王二' }] };
type C = Context<CaseInput<typeof application>>;

const caseOf = (body: (c: C) => Step<Result>, more: Partial<AnyProcess> = {}): Sample => {
  const policy: AnyProcess['policy'] = () => ({
    ...openTo(desk, desk),
    facts: { 离开: { by: [desk], form: { member: text('成员') }, basis } },
    amendments: {
      by: [desk],
      basis,
      never: { 电话: '电话请另行登记。' },
      until: { act: '决定', still: ['备注'], instead: '请另行申请。' },
    },
  });
  return new Sample({ ...process, application, policy, body, ...more } as AnyProcess, [], form);
};
const amend = (it: Sample, changes: FormInput, opinion = '写错了') =>
  it.submit({ type: 'amend', changes, opinion }, zhang);
const said = (it: Sample): readonly string[] =>
  runOf(it.state).notices.map(({ text: { paragraphs } }) => paragraphs.join());
const tell = (c: C, name: string): void =>
  c.notice(name, {
    to: 'applicant',
    text: { title: name, effect: 'informs', paragraphs: [c.input.form.姓名] },
  });

test('更正以前说的一字不变，更正以后说的是更正的；台账写明谁、为什么，新旧并列', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.decide('受理', asked);
    tell(c, '受理通知书');
    yield* c.decide('决定', { ...asked, brief: { name: c.input.form.姓名 } });
    tell(c, '决定书');
    return c.close('办结');
  });
  it.decide('受理', '同意', li);
  const claimed = it.submit({ type: 'claim', act: '决定' }, li);
  expect([claimed, amend(it, { 姓名: '王乙' })]).toEqual([undefined, undefined]);
  expect(it.ledger.at(-1)).toMatchObject({
    actor: { person: '张三' },
    event: {
      type: 'amended',
      opinion: '写错了',
      changes: [{ field: '姓名', label: '姓名', from: '王一', to: '王乙' }],
    },
  });
  expect(runOf(it.state).open.map(({ key }) => key)).toEqual(['决定']);
  it.decide('决定', '同意', li);
  expect(said(it)).toEqual(['王一', '王乙']);
});

test('等着更正的，从那里重新办理：看见的是更正以后的', () => {
  const it = caseOf(function* (c): Step<Result> {
    const { value } = yield* c.race({
      done: function* (): Step<Result> {
        for (;;) {
          const way = yield* c.race({
            done: c.decide('决定', { ...asked, brief: { name: c.input.form.姓名 } }),
            again: () => c.await(amended, touching(['姓名', '成员'])),
          });
          if (way.winner === 'done') return c.close('办结');
        }
      },
      never: () => c.never(),
    });
    return value as Result;
  });
  expect(amend(it, { 备注: '与此无关' })).toBeUndefined();
  expect(runOf(it.state).open.map(({ key, brief }) => [key, brief])).toEqual([['决定', { name: '王一' }]]);
  expect(amend(it, { 姓名: '王乙', '成员.0.名字': '王乙' })).toBeUndefined();
  expect(runOf(it.state).open.map(({ key, brief }) => [key, brief])).toEqual([['决定#2', { name: '王乙' }]]);
});

const once = (more: Partial<AnyProcess> = {}): Sample =>
  caseOf(function* (c): Step<Result> {
    yield* c.decide('决定', asked);
    yield* c.decide('送达', asked);
    return c.close('办结');
  }, more);
const fields = (it: Sample, changes: FormInput) =>
  amend(it, changes)?.fields?.map(({ field, text: why }) => [field, why]);

test('添一项、去掉一项、去掉可以不填的', () => {
  const it = once();
  expect(amend(it, { '成员.2': { 名字: '王三' }, '成员.0': null, 备注: '有' })).toBeUndefined();
  expect(it.state.input.form).toMatchObject({ 成员: [{ 名字: '王二' }, { 名字: '王三' }], 备注: '有' });
  expect(amend(it, { 备注: null })).toBeUndefined();
  expect(it.state.input.form).not.toHaveProperty('备注');
  const before = it.ledger.length;
  expect(amend(it, { 姓名: '王一' })).toBeUndefined();
  expect(it.ledger).toHaveLength(before);
});

test('没有这一项、填得不对、不能更正的、说到过的、整份不对的，逐项指出', () => {
  const it = once({
    check: (it) => (it['姓名'] === '无名' ? [{ field: '姓名', text: '不能没有姓名' }] : []),
  });
  expect(fields(it, { 住址: '某村', '成员.5': { 名字: '谁' } })).toEqual([
    ['住址', '没有“住址”这一项'],
    ['成员.5', '没有“成员.5”这一项'],
  ]);
  expect(fields(it, { 姓名: null })).toEqual([['姓名', '请填写姓名']]);
  expect(fields(it, { 电话: '2' })).toEqual([['电话', '电话请另行登记。']]);
  expect(fields(it, { 姓名: '无名' })).toEqual([['姓名', '不能没有姓名']]);
  it.submit({ type: 'supplement', fact: '离开', data: { member: '成员.1' } }, zhang);
  expect(fields(it, { '成员.1': null })?.[0]?.[1]).toContain('已经登记的情况说的就是这一项');
  // The one it was told of would move up.
  expect(fields(it, { '成员.0': null })?.[0]?.[1]).toContain('已经登记的情况说的就是这一项');
  expect(amend(it, { 姓名: '王乙' }, ' ')?.code).toBe('OPINION_REQUIRED');
  expect(it.submit({ type: 'amend', changes: {}, opinion: '写错了' }, li)?.code).toBeUndefined();
});

test('最后一个看它的环节办结以后，只有还用得着的可以更正，别的说明怎么办', () => {
  const it = once();
  it.decide('决定', '同意', li);
  expect(amend(it, { 姓名: '王乙' })).toMatchObject({
    code: 'FACT_TOO_LATE',
    detail: expect.stringContaining('请另行申请'),
  });
  expect(amend(it, { 备注: '有' })).toBeUndefined();
});

test('没有写明可以更正的事项，不能更正', () => {
  const it = new Sample({ ...process, policy: () => ({ ...openTo(desk, desk) }) });
  expect(amend(it, {})?.code).toBe('NOT_AMENDABLE');
});
