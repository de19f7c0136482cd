/** What a case says can be done with it is what can be done with it; what would hurt it is found before it is done. */
import { expect, test } from 'vitest';
import type { Actor } from '../../contract/actor.ts';
import type { CommandBody } from '../../contract/command.ts';
import { isHurtBy } from '../../engine/foresee.ts';
import { text } from '../../engine/forms/form.ts';
import { sampleForm } from '../../engine/forms/sample.ts';
import { runOf } from '../../engine/ledger/state.ts';
import { officeOf } from '../../engine/operations/authority.ts';
import { actOperations, outcomeFaults, possible } from '../../engine/possible.ts';
import { outcome } from '../../engine/process/act.ts';
import type { AnyProcess, Result, Step } from '../../engine/process/definition.ts';
import type { LimitValue } from '../../engine/process/limit-rule.ts';
import { asLimit } from '../../engine/process/limit-rule.ts';
import { checkLimit } from '../../engine/replay/limits.ts';
import {
  applicant,
  asked,
  basis,
  county,
  desk,
  extendable,
  inspector,
  li,
  officer,
  openTo,
  process,
  Sample,
  wang,
  workingDays,
  zhang,
} from './small-case.ts';

const busy: AnyProcess = {
  ...process,
  policy: () => ({
    ...openTo(desk, county),
    terminations: { 不配合: { outcome: '终止', by: [county], form: { 认定: text('认定', 20) }, basis } },
  }),
  *body(c): Step<Result> {
    yield* c.decide('受理', asked);
    c.accept();
    c.startClock('核对', workingDays(3), { kind: '承诺', extension: extendable });
    c.stopClock('核对');
    c.startClock('办理', workingDays(20), { kind: '承诺', extension: extendable });
    yield* c.decide('审查', {
      ...asked,
      outcomes: {
        通过: outcome({ check: () => [{ field: 'x', text: '还缺证明' }] }),
        退件: outcome({ form: { 理由: text('理由', 20) } }),
      },
    });
    return c.close('办结');
  },
};
const opinion = '说明';
const head = officer('孙七', { role: '负责人' });
const people: readonly Actor[] = [zhang, li, wang, head, inspector, applicant];

type Case = { readonly name: string; readonly reach: (it: Sample) => void };
const cases: readonly Case[] = [
  { name: '刚登记', reach: () => {} },
  { name: '受理后', reach: (it) => void it.decide('受理', '同意', li) },
  {
    name: '认领后',
    reach: (it) => {
      it.decide('受理', '同意', li);
      it.submit({ type: 'claim', act: '审查' }, zhang);
    },
  },
  {
    name: '挂起',
    reach: (it) => {
      it.decide('受理', '同意', li);
      it.submit({ type: 'suspend', reason: '补正', opinion }, zhang);
    },
  },
  {
    name: '撤回之后',
    reach: (it) => {
      it.decide('受理', '同意', li);
      it.submit({ type: 'withdraw', opinion }, zhang);
    },
  },
];

test.each(cases)('$name：列出的每一件，说能做的做得成，说不能的以同样的编码拒绝', ({ reach }) => {
  for (const actor of people) {
    const at = (): Sample => {
      const it = new Sample(busy);
      reach(it);
      return it;
    };
    const { state, now } = at();
    const listed = possible(state, actor, now);
    const tried = (body: CommandBody) => at().submit(body, actor)?.code;
    for (const { name, form, mayNot } of listed.facts)
      expect(mayNot?.code).toBe(
        tried({ type: 'supplement', fact: name, data: sampleForm(form, '2026-03-02') }),
      );
    for (const { type, reason, form: fields, mayNot } of listed.endings) {
      const form = sampleForm(fields, '2026-03-02');
      const body =
        type === 'withdraw' ? { type, form, opinion } : { type, reason: reason ?? '', form, opinion };
      expect([type, mayNot?.code]).toEqual([type, tried(body)]);
    }
    for (const { reason, mayNot } of listed.suspensions)
      expect(mayNot?.code).toBe(tried({ type: 'suspend', reason, opinion }));
    expect(listed.resume.mayNot?.code).toBe(tried({ type: 'resume', opinion }));
    for (const { clock, reasons, mayNot } of listed.extensions)
      expect(mayNot?.code).toBe(tried({ type: 'extend', clock, reason: reasons[0] ?? '', opinion }));
    for (const { act, mayNot } of listed.takeBacks)
      expect(mayNot?.code).toBe(tried({ type: 'takeBack', act, opinion }));
    for (const act of runOf(state).open)
      for (const { type, mayNot } of actOperations(state, act, officeOf(state, act), actor, now)) {
        const more = {
          claim: {},
          release: {},
          transfer: { to: { unit: '镇', person: '李四' }, opinion },
          urge: { opinion },
          supervise: { demand: opinion, reply: { amount: 1, unit: 'workingDays' } },
        }[type];
        expect([type, mayNot?.code]).toEqual([type, tried({ type, act: act.key, ...more } as CommandBody)]);
      }
  }
});

test('列出的：本人的决定才能拿回；在计算、能延长的时限才列延期；没有表单的结果写明现在还差什么', () => {
  const it = new Sample(busy);
  it.decide('受理', '同意', li);
  const listed = (actor: Actor) => possible(it.state, actor, it.now);
  expect(listed(li).takeBacks).toMatchObject([{ act: '受理', mayNot: undefined }]);
  expect(listed(zhang).takeBacks).toEqual([]);
  expect(listed(inspector).extensions).toMatchObject([
    { clock: '办理', reasons: ['情况复杂'], mayNot: undefined },
  ]);
  const [act] = runOf(it.state).open;
  if (!act) throw new Error('nothing is open');
  expect(outcomeFaults(it.state, act, '通过', it.now)).toEqual([{ field: 'x', text: '还缺证明' }]);
  expect(outcomeFaults(it.state, act, '退件', it.now)).toEqual([]);
});

const named = { name: 'sample.limit' } as never;
const ruled: AnyProcess = {
  ...process,
  *body(c): Step<Result> {
    yield* c.decide('受理', asked);
    c.startClock('办理', asLimit(c.ruleInForce<LimitValue>(named)), { kind: '承诺' });
    yield* c.decide('审查', asked);
    return c.close('办结');
  },
};
const rule = (version: string, value: unknown) => ({
  name: 'sample.limit',
  title: '时限',
  version,
  rows: [{ value: value as never, from: '2020-01-01', basis, standing: 'law' as const }],
});

test('新表：还没走到的地方走不下去的，事先看出；走得下去的、原来就走不下去的不算', () => {
  const it = new Sample(ruled);
  const system = { kind: 'system', name: '规则发布' } as const;
  const with_ = (value: unknown) => {
    const other = new Sample(ruled);
    other.submit({ type: 'adopt', rules: [rule('1', value)] }, system);
    return other.state;
  };
  const good = with_({ amount: 20, unit: 'workingDays' });
  for (const wrong of [
    'soon',
    { amount: 0, unit: 'days' },
    { amount: 1.5, unit: 'days' },
    { amount: 3, unit: 'weeks' },
  ])
    expect(isHurtBy(good, with_(wrong))).toBe(true);
  expect(isHurtBy(good, with_({ amount: 30, unit: 'days' }))).toBe(false);
  expect(isHurtBy(it.state, with_('soon'))).toBe(false);
});

test('不成立的时限在说出的地方就拒绝，写明是哪一个', () => {
  const wrong = [
    [{ amount: 0, unit: 'days' }, '0 days'],
    [{ amount: 1.5, unit: 'days' }, '1.5 days'],
    [{ amount: 3, unit: 'weeks' }, '3 weeks'],
  ] as const;
  for (const [limit, said] of wrong)
    expect(() => checkLimit('审核', { ...limit, basis: '' } as never)).toThrow(`“审核”的时限不成立：${said}`);
  expect(() => checkLimit('审核', { amount: 3, unit: 'months', basis: '' })).not.toThrow();
});
