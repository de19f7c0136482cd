/** 按期 if a unit had answered in time: the ledger run again with that one change. */
import { expect, test } from 'vitest';
import { counterfactuals } from '../../engine/counterfactual.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { asked, basis, caseOf, officer, type Sample, workingDays } from './small-case.ts';

const day = 86_400_000;
const at = (unit: string) => officer(`${unit}员`, { unit });
const of = (unit: string, days: number) => ({
  ...asked,
  by: { unit, role: '经办' },
  within: workingDays(days),
});

/** Ten working days in all: 公安 three, 住建 three side by side, then 镇 two. */
const joint = (): Sample =>
  caseOf(function* (c): Step<Result> {
    c.accept();
    c.startClock('办理', workingDays(10), { kind: '承诺' });
    yield* c.all({
      police: c.decide('公安核查', of('公安', 3)),
      housing: c.decide('住建核查', of('住建', 3)),
    });
    yield* c.decide('决定', of('镇', 2));
    return c.close('办结');
  });
const after = (it: Sample, days: number): Sample => {
  it.now += days * day;
  return it;
};
const would = (it: Sample) => counterfactuals(it.state, it.ledger, it.now);

test('一家拖延使整件超期：它若在时限内答复，整件按期；其余各家用多少时间照旧', () => {
  const it = joint();
  after(it, 1).decide('住建核查', '同意', at('住建'));
  after(it, 13).decide('公安核查', '同意', at('公安'));
  after(it, 1).decide('决定', '同意', at('镇'));
  expect(would(it)).toEqual([{ unit: '公安', late: ['公安核查'], inTime: true }]);
});

test('两家都拖延：只改一家，整件仍然超期', () => {
  const it = joint();
  after(it, 14).decide('住建核查', '同意', at('住建'));
  it.decide('公安核查', '同意', at('公安'));
  after(it, 1).decide('决定', '同意', at('镇'));
  expect(would(it)).toEqual([
    { unit: '住建', late: ['住建核查'], inTime: false },
    { unit: '公安', late: ['公安核查'], inTime: false },
  ]);
});

test('没有超期的不说；还在手里没有办的，不能断定', () => {
  const it = joint();
  after(it, 2).decide('住建核查', '同意', at('住建'));
  expect(would(it)).toEqual([]);
  after(it, 20);
  expect(would(it)).toEqual([{ unit: '公安', late: ['公安核查'], inTime: null }]);
});

test('之后等的公示按新的日子重新计算', () => {
  const it = caseOf(function* (c): Step<Result> {
    c.accept();
    c.startClock('办理', workingDays(10), { kind: '承诺' });
    yield* c.decide('公安核查', of('公安', 3));
    yield* c.wait('公示', { by: asked.by, within: { amount: 7, unit: 'days', basis }, basis });
    return c.close('办结');
  });
  after(it, 8).decide('公安核查', '同意', at('公安'));
  after(it, 9).submit({ type: 'expire' });
  expect(would(it)).toEqual([{ unit: '公安', late: ['公安核查'], inTime: true }]);
});

test('之间登记的情况照原来的时候；走的路因此不同的，不能断定', () => {
  const it = caseOf(function* (c): Step<Result> {
    c.accept();
    c.startClock('办理', workingDays(10), { kind: '承诺' });
    yield* c.decide('公安核查', of('公安', 3));
    if (c.known('来信').length > 0) yield* c.decide('复查', of('镇', 2));
    yield* c.decide('决定', of('镇', 2));
    return c.close('办结');
  });
  after(it, 10).submit({ type: 'supplement', fact: '来信', data: { 摘要: '有车' } });
  after(it, 3).decide('公安核查', '同意', at('公安'));
  after(it, 1).decide('复查', '同意', at('镇'));
  after(it, 1).decide('决定', '同意', at('镇'));
  expect(would(it)).toEqual([{ unit: '公安', late: ['公安核查'], inTime: true }]);
});

test('还没有办结的，同样算到今天：由时钟决定的在新的日子决定一次', () => {
  const it = caseOf(function* (c): Step<Result> {
    c.accept();
    c.startClock('办理', workingDays(10), { kind: '承诺' });
    yield* c.decide('公安核查', of('公安', 3));
    yield* c.wait('等候', { by: asked.by, within: workingDays(1), basis });
    c.stopClock('办理');
    yield* c.decide('归档', of('镇', 20));
    return c.close('办结');
  });
  after(it, 17).decide('公安核查', '同意', at('公安'));
  after(it, 6).submit({ type: 'expire' });
  expect(it.open).toEqual(['归档']);
  expect(would(it)).toEqual([{ unit: '公安', late: ['公安核查'], inTime: true }]);
});
