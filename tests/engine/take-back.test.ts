/** 拿回: by whom, until when, and what waits on a decision taken back. */
import { expect, test } from 'vitest';
import type { Result, Step } from '../../engine/process/definition.ts';
import { asked, back, caseOf, li, officer, Sample, zhang } from './small-case.ts';

test('任职已满的，不能再拿回自己原来的决定', () => {
  const it = new Sample().upTo('审查');
  const former = officer('赵六', { to: '2026-03-31' });
  it.decide('会签', '同意', former);
  it.now = Date.parse('2026-04-01T09:00:00+08:00');
  expect(it.submit({ type: 'takeBack', act: '会签', opinion: '有误' }, former)?.code).toBe('NOT_YOURS');
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
