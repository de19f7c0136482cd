/** Waiting for a time or a word within a time, ways that do not end, clocks that stand still, acts with a clock of the case. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countyCalendar } from '../../county/pingluo/calendar.ts';
import { clocksOf } from '../../engine/clock/case-clocks.ts';
import { deadline } from '../../engine/clock/deadline.ts';
import { project } from '../../engine/ledger/projection.ts';
import { runOf } from '../../engine/ledger/state.ts';
import { outcome } from '../../engine/process/act.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { asked, basis, caseOf, desk, type Sample, start, workingDays } from './small-case.ts';

const day = 86_400_000;
const days = (amount: number) => ({ amount, unit: 'days', basis }) as const;
const dueOf = (it: Sample, name: string) => clocksOf(it.state).find((clock) => clock.name === name)?.deadline;
const pass = (it: Sample, ms: number): void => {
  it.now += ms;
  it.submit({ type: 'expire' });
};

test('等待由时钟结束：不进任何人的待办，谁也不能替它办结，时间不算在谁头上', () => {
  const it = caseOf(function* (c): Step<Result> {
    c.accept();
    yield* c.wait('观察期', { by: desk, within: days(10), basis });
    return c.close('期满');
  });
  expect(it.open).toEqual(['观察期']);
  expect(project(it.state).acts).toEqual([]);
  expect(it.decide('观察期', '届满')?.code).toBe('ACT_NOT_OPEN');
  pass(it, 9 * day);
  expect(it.open).toEqual(['观察期']);
  pass(it, 3 * day);
  expect(runOf(it.state).result?.outcome).toBe('期满');
  expect(new Set(it.state.borne.map(({ party }) => party.kind))).toEqual(new Set(['statutory']));
});

test('限期内等一件情况：先到的为准；指明给谁的，别人的不算', () => {
  const waiting = (): Sample =>
    caseOf(function* (c): Step<Result> {
      const { winner } = yield* c.race({
        told: c.await('来信', ({ 摘要 }) => 摘要 === '给甲'),
        over: c.wait('等候来信', { by: desk, within: days(5), basis }),
      });
      return c.close(winner === 'told' ? '收到' : '没有收到');
    });
  const one = waiting();
  one.submit({ type: 'supplement', fact: '来信', data: { 摘要: '给乙' } });
  expect(one.open).toEqual(['等候来信']);
  one.submit({ type: 'supplement', fact: '来信', data: { 摘要: '给甲' } });
  expect(runOf(one.state).result?.outcome).toBe('收到');
  const two = waiting();
  pass(two, 8 * day);
  expect(runOf(two.state).result?.outcome).toBe('没有收到');
});

test('不结束的一路：结局由另一路定', () => {
  const it = caseOf(function* (c): Step<Result> {
    const { winner } = yield* c.race({
      course: c.decide('办理', asked),
      *misuse(): Step<void> {
        const said = yield* c.decide('追认', {
          ...asked,
          outcomes: { 追认: outcome(), 不予追认: outcome() },
        });
        if (said.outcome === '追认') yield* c.never();
      },
    });
    return c.close(winner === 'course' ? '办结' : '失效');
  });
  it.decide('追认', '追认');
  expect(it.open).toEqual(['办理']);
  it.decide('办理', '同意');
  expect(runOf(it.state).result?.outcome).toBe('办结');
});

test('一只时限停下、续走，别的照走：停几次算几次，停着时没有届满之日，按它办理的环节随它', () => {
  const it = caseOf(function* (c): Step<Result> {
    c.startClock('整件', workingDays(20), { kind: '承诺' });
    c.startClock('处置', workingDays(5), { kind: '承诺' });
    for (let round = 1; round <= 2; round++) {
      yield* c.decide('处置', { ...asked, clock: '处置' });
      c.pauseClock('处置');
      yield* c.decide('复核', asked);
      c.resumeClock('处置');
    }
    yield* c.decide('处置', { ...asked, clock: '处置' });
    return c.close('办结');
  });
  const whole = dueOf(it, '整件')?.lastDay;
  // 2026-03-02 is a Monday: five working days end on the ninth.
  expect(dueOf(it, '处置')?.lastDay).toBe('2026-03-09');
  expect(project(it.state).acts[0]?.dueAt).toBe(dueOf(it, '处置')?.dueAt);
  it.now = start + day;
  it.decide('处置', '同意');
  expect(dueOf(it, '处置')).toBeUndefined();
  it.now = start + 3 * day;
  it.decide('复核', '同意');
  expect(dueOf(it, '处置')?.lastDay).toBe('2026-03-11');
  expect(project(it.state).acts[0]?.dueAt).toBe(dueOf(it, '处置')?.dueAt);
  it.decide('处置#2', '同意');
  it.now = start + 4 * day;
  it.decide('复核#2', '同意');
  expect(dueOf(it, '处置')?.lastDay).toBe('2026-03-12');
  expect(dueOf(it, '整件')?.lastDay).toBe(whole);
});

test('一只时限停着时整件挂起：重叠的一段只停一次', () => {
  const it = caseOf(function* (c): Step<Result> {
    c.startClock('处置', workingDays(5), { kind: '承诺' });
    c.pauseClock('处置');
    yield* c.decide('复核', asked);
    c.resumeClock('处置');
    yield* c.decide('处置', { ...asked, clock: '处置' });
    return c.close('办结');
  });
  it.now = start + day;
  it.submit({ type: 'suspend', reason: '补正', opinion: '等材料' });
  it.now = start + 2 * day;
  it.decide('复核', '同意');
  it.now = start + 3 * day;
  it.submit({ type: 'resume', opinion: '齐了' });
  expect(dueOf(it, '处置')?.lastDay).toBe('2026-03-11');
});

const limits = fc.constantFrom(
  { amount: 5, unit: 'workingDays', basis } as const,
  { amount: 9, unit: 'days', basis } as const,
  { amount: 12, unit: 'workingHours', basis } as const,
  { amount: 4_000, unit: 'minutes', basis } as const,
);

test('随机的停、走、挂起、恢复：届满之日等于把停着的各段合并后计算的', () => {
  fc.assert(
    fc.property(
      limits,
      fc.array(fc.tuple(fc.constantFrom('turn', 'turn', 'suspend'), fc.integer({ min: 1, max: 4_000 })), {
        maxLength: 12,
      }),
      (within, steps) => {
        const it = caseOf(function* (c): Step<Result> {
          c.startClock('处置', within, { kind: '承诺' });
          for (;;) {
            yield* c.decide('停', asked);
            c.pauseClock('处置');
            yield* c.decide('走', asked);
            c.resumeClock('处置');
          }
        });
        let [paused, suspended]: [number | undefined, number | undefined] = [undefined, undefined];
        const still: [number, number][] = [];
        for (const [kind, minutes] of steps) {
          it.now += minutes * 60_000;
          if (kind === 'turn') {
            expect(it.decide(it.open[0] ?? '', '同意')).toBeUndefined();
            if (paused === undefined) paused = it.now;
            else {
              still.push([paused, it.now]);
              paused = undefined;
            }
          } else if (suspended === undefined) {
            expect(it.submit({ type: 'suspend', reason: '补正', opinion: '等' })).toBeUndefined();
            suspended = it.now;
          } else {
            expect(it.submit({ type: 'resume', opinion: '齐' })).toBeUndefined();
            still.push([suspended, it.now]);
            suspended = undefined;
          }
          const isStill = paused !== undefined || suspended !== undefined;
          const merged: [number, number][] = [];
          for (const [from, to] of still.toSorted(([a], [b]) => a - b)) {
            const last = merged.at(-1);
            if (last && from <= last[1]) last[1] = Math.max(last[1], to);
            else merged.push([from, to]);
          }
          const expected = deadline(countyCalendar, { limit: within, startedAt: start, suspended: merged });
          expect(dueOf(it, '处置')?.dueAt).toBe(isStill ? undefined : expected.dueAt);
        }
      },
    ),
    { numRuns: Number(process.env['YIMEN_SEQUENCES'] ?? 1_000) },
  );
});
