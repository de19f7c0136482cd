/** 回避 that comes out late, and work that is handed over: who may still rule on a case. */
import { expect, test } from 'vitest';
import type { Officer } from '../../contract/actor.ts';
import type { CommandBody } from '../../contract/command.ts';
import { identity } from '../../engine/forms/form.ts';
import { project } from '../../engine/ledger/projection.ts';
import { runOf } from '../../engine/ledger/state.ts';
import type { AnyProcess, Result, Step } from '../../engine/process/definition.ts';
import {
  applicant,
  asked,
  basis,
  county,
  desk,
  inspector,
  li,
  officer,
  process,
  Sample,
  workingDays,
  zhang,
} from './small-case.ts';

const disclosing: AnyProcess = {
  ...process,
  policy: () => ({
    ...process.policy({} as never, []),
    facts: { 近亲属: { by: [county], form: { identity: identity() }, basis } },
    suspensions: { 补正: { by: [county, desk], basis } },
  }),
  *body(c): Step<Result> {
    c.accept();
    yield* c.decide('初审', asked);
    yield* c.decide('确认', { ...asked, separateFrom: ['初审'] });
    yield* c.decide('送达', asked);
    return c.close('办结');
  },
};
const zhao = officer('赵六');
const head = officer('孙七', { role: '负责人' });
const opened = (): Sample => {
  const it = new Sample(disclosing);
  it.decide('初审', '同意', zhang);
  it.decide('确认', '同意', li);
  return it;
};
const disclose = (it: Sample, person: string) =>
  it.submit(
    {
      type: 'supplement',
      fact: '近亲属',
      data: { identity: { hash: `hash-${person}`, sealed: 'x', masked: '' } },
    },
    inspector,
  );
const waiting = (it: Sample) => project(it.state).head.unaffirmed;

test('决定之后才登记为近亲属的：决定列出，由同岗位其他人员重新确认；当事人、应当回避的、须分离的不能', () => {
  const it = opened();
  expect(waiting(it)).toEqual([]);
  expect(disclose(it, '张三')).toBeUndefined();
  expect(waiting(it)).toEqual([{ act: '初审', name: '初审', person: '张三' }]);
  const affirm = (actor: typeof zhang, opinion = '属实') =>
    it.submit({ type: 'affirm', act: '初审', opinion }, actor)?.code;
  expect(affirm(zhang)).toBe('RECUSED');
  expect(affirm(li)).toBe('SEPARATION_OF_DUTIES');
  expect(affirm(inspector)).toBe('NOT_YOURS');
  expect(affirm(zhao, ' ')).toBe('OPINION_REQUIRED');
  expect(affirm(zhao)).toBeUndefined();
  expect(waiting(it)).toEqual([]);
  expect(it.state.decisions.get('初审')?.affirmed).toMatchObject({ by: { person: '赵六' }, opinion: '属实' });
  expect(it.open).toEqual(['送达']);
});

test('不重新确认的，退回由他人重办；办结之后仍可重新确认', () => {
  const again = opened();
  disclose(again, '张三');
  again.submit({ type: 'return', act: '送达', target: '初审', mode: 'direct', opinion: '应当回避' }, zhao);
  expect(waiting(again)).toEqual([]);
  expect(again.decide('初审', '同意', zhang)?.code).toBe('RECUSED');
  expect(again.decide('初审', '同意', zhao)).toBeUndefined();
  const closed = opened();
  disclose(closed, '李四');
  closed.decide('送达', '同意', zhang);
  expect(runOf(closed.state).result?.outcome).toBe('办结');
  expect(waiting(closed)).toMatchObject([{ act: '确认', person: '李四' }]);
  expect(closed.submit({ type: 'affirm', act: '确认', opinion: '属实' }, zhao)).toBeUndefined();
  expect(waiting(closed)).toEqual([]);
});

test('应当回避的人员不能挂起、延期、终止办件；环节不能交给不能办理它的人', () => {
  const it = opened();
  disclose(it, '赵六');
  disclose(it, '督查');
  expect(it.submit({ type: 'suspend', reason: '补正', opinion: '等材料' }, inspector)?.code).toBe('RECUSED');
  expect(it.submit({ type: 'terminate', reason: '不配合', opinion: '不配合' }, zhao)?.code).toBe('RECUSED');
  const hand = (act: string, person: string) =>
    it.submit(
      { type: 'transfer', act, to: { unit: '镇', person, identity: `hash-${person}` }, opinion: '请办' },
      head,
    )?.code;
  expect(hand('送达', '赵六')).toBe('RECUSED');
  it.submit({ type: 'return', act: '送达', target: '确认', mode: 'redo', opinion: '重办' }, zhang);
  expect(hand('确认', '张三')).toBe('SEPARATION_OF_DUTIES');
  expect(hand('确认', '李四')).toBeUndefined();
});

test('退回后的环节同时写出以前各轮已经用去的时间', () => {
  const it = new Sample(disclosing);
  it.decide('初审', '同意', zhang);
  const row = () => project(it.state).acts[0];
  expect(row()).toMatchObject({ key: '确认', round: 1, usedBefore: 0 });
  it.now += 3 * 3_600_000;
  it.submit({ type: 'return', act: '确认', target: '初审', mode: 'direct', opinion: '补签字' }, li);
  expect(row()).toMatchObject({ key: '初审', round: 2, usedBefore: 0 });
  it.now += 24 * 3_600_000;
  it.decide('初审', '同意', zhang);
  expect(row()).toMatchObject({ key: '确认', round: 2, usedBefore: 180 });
});

test('只有该单位该岗位的人，或者交给他办而仍在任的人，能办；申请人不能办别人的环节', () => {
  const it = new Sample(disclosing);
  expect(it.decide('初审', '同意', head)?.code).toBe('NOT_YOURS');
  const former = officer('周八', { role: '见习', to: '2026-03-31' });
  const to = { unit: '镇', person: '周八', identity: 'hash-周八' };
  expect(it.submit({ type: 'transfer', act: '初审', to, opinion: '请办' }, head)).toBeUndefined();
  it.now = Date.parse('2026-04-01T09:00:00+08:00');
  expect(it.decide('初审', '同意', former)?.code).toBe('NOT_YOURS');
  expect(it.decide('初审', '同意', applicant)?.code).toBe('NOT_YOURS');
});

test('作罢的分支里的决定不列入重新确认', () => {
  const it = new Sample({
    ...disclosing,
    *body(c): Step<Result> {
      yield* c.race({
        a: c.decide('甲', asked),
        b: function* (): Step<void> {
          yield* c.decide('乙', asked);
          yield* c.decide('丙', asked);
        },
      });
      yield* c.decide('丁', asked);
      return c.close('办结');
    },
  });
  it.decide('乙', '同意', zhang);
  it.decide('甲', '同意', li);
  disclose(it, '张三');
  expect(waiting(it)).toEqual([]);
});

const gate: AnyProcess = {
  ...process,
  policy: () => ({
    ...process.policy({} as never, []),
    facts: { 来信: { by: [desk], form: {}, basis } },
    withdrawal: { outcome: '撤回', by: [desk], form: {}, basis },
    supervisors: [desk],
  }),
  *body(c): Step<Result> {
    yield* c.decide('受理', asked);
    c.accept();
    c.startClock('办理', workingDays(20), {
      kind: '承诺',
      extension: {
        to: workingDays(30),
        reasons: ['情况复杂'],
        approver: desk,
        notice: () => ({ title: '', effect: 'informs', paragraphs: [] }),
      },
    });
    yield* c.decide('审查', asked);
    return c.close('办结');
  },
};
const opinion = '有误';
const operations: readonly CommandBody[] = [
  { type: 'claim', act: '审查' },
  { type: 'decide', act: '审查', outcome: '同意' },
  { type: 'transfer', act: '审查', to: { unit: '镇', person: '李四' }, opinion },
  { type: 'return', act: '审查', target: '受理', mode: 'redo', opinion },
  { type: 'takeBack', act: '受理', opinion },
  { type: 'urge', act: '审查', opinion },
  { type: 'suspend', reason: '补正', opinion },
  { type: 'extend', clock: '办理', reason: '情况复杂', opinion },
  { type: 'withdraw', opinion },
  { type: 'terminate', reason: '不配合', opinion },
  { type: 'supplement', fact: '来信', data: {} },
];

test.each(operations)('$type：任职已满的、应当回避的都不能，其他同岗位人员能', (body) => {
  const pressed = (by: Officer) => {
    const it = new Sample(gate);
    it.decide('受理', '同意', zhang);
    return it.submit(body, by)?.code ?? '办了';
  };
  expect(pressed(zhang)).toBe('办了');
  expect(pressed({ ...zhang, post: { ...zhang.post, to: '2026-03-01' } })).toBe('NOT_YOURS');
  expect(pressed({ ...zhang, identity: 'hash-王五' })).toBe('RECUSED');
});

test('任职到期：认领的环节回到岗位，写明原由谁认领，别人认领之后不再写；不是本人认领的不变', () => {
  const it = new Sample(gate);
  it.decide('受理', '同意', li);
  const system = { kind: 'system', name: '任职' } as const;
  it.submit({ type: 'claim', act: '审查' }, zhang);
  const seq = it.state.seq;
  it.submit({ type: 'lapse', act: '审查', person: '李四' }, system);
  expect(it.state.seq).toBe(seq);
  it.submit({ type: 'lapse', act: '审查', person: '张三' }, system);
  expect(project(it.state).acts).toMatchObject([{ assignee: null, lapsedFrom: '张三' }]);
  expect(it.ledger.at(-1)).toMatchObject({ actor: system, event: { type: 'lapsed', person: '张三' } });
  expect(it.submit({ type: 'claim', act: '审查' }, li)).toBeUndefined();
  expect(project(it.state).acts[0]).not.toHaveProperty('lapsedFrom');
  it.submit({ type: 'release', act: '审查' }, li);
  expect(project(it.state).acts[0]).not.toHaveProperty('lapsedFrom');
});

test('应当回避的认领人可以释放，释放之后由别人办理', () => {
  const it = new Sample(gate);
  it.decide('受理', '同意', li);
  it.submit({ type: 'claim', act: '审查' }, zhang);
  const recused = { ...zhang, identity: 'hash-王五' };
  expect(
    it.submit({ type: 'transfer', act: '审查', to: { unit: '镇', person: '李四' }, opinion }, recused),
  ).toMatchObject({
    code: 'RECUSED',
    detail: expect.stringContaining('请释放本环节'),
  });
  expect(it.submit({ type: 'release', act: '审查' }, recused)).toBeUndefined();
  expect(it.decide('审查', '同意', li)).toBeUndefined();
});
