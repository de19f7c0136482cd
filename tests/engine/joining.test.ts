/** 增派: who comes late to branches that are under way. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Refusal } from '../../contract/refusal.ts';
import { text } from '../../engine/forms/form.ts';
import { fold } from '../../engine/ledger/fold.ts';
import { project } from '../../engine/ledger/projection.ts';
import { runOf } from '../../engine/ledger/state.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { asked, caseOf, type Sample } from './small-case.ts';

const joining = (first: readonly string[] = ['公安', '住建']): Sample =>
  caseOf(
    function* (c): Step<Result> {
      yield* c.decide('分派', asked);
      const answers = yield* c.each(
        '部门',
        first,
        (unit) => unit,
        function* (unit): Step<string> {
          const said = yield* c.decide('处置', asked);
          return `${unit}${said.outcome}`;
        },
        { 增派: ({ 单位 }) => [String(单位)] },
      );
      c.label('答复', answers.join('、'));
      yield* c.decide('确认', asked);
      return c.close('办结');
    },
    { 增派: { form: { 单位: text('单位', 20) }, joining: { instead: '请另行吹哨。' } } },
  );
const send = (it: Sample, unit: string): Refusal | undefined =>
  it.submit({ type: 'supplement', fact: '增派', data: { 单位: unit } });

test('办理途中增派的，一增派就请它办；汇合等到它办结', () => {
  const it = joining();
  it.decide('分派', '同意');
  it.decide('部门/公安/处置', '同意');
  it.now += 3_600_000;
  send(it, '教育');
  expect(it.open).toEqual(['部门/住建/处置', '部门/教育/处置']);
  expect(runOf(it.state).open.at(-1)?.opened.at).toBe(it.now);
  it.decide('部门/住建/处置', '同意');
  expect(it.open).toEqual(['部门/教育/处置']);
  it.decide('部门/教育/处置', '同意');
  expect(it.open).toEqual(['确认']);
  expect(runOf(it.state).labels['答复']).toBe('公安同意、住建同意、教育同意');
});

test('增派的再增派；同一单位说两次只请一次', () => {
  const it = joining(['公安']);
  it.decide('分派', '同意');
  send(it, '教育');
  send(it, '教育');
  send(it, '公安');
  it.decide('部门/公安/处置', '同意');
  send(it, '住建');
  it.decide('部门/教育/处置', '同意');
  expect(it.open).toEqual(['部门/住建/处置']);
});

test('开始之前、汇合之后不能增派：拒绝并说明办法；汇合后退回重办的，又可以', () => {
  const it = joining(['公安']);
  expect(send(it, '教育')).toMatchObject({
    code: 'FACT_TOO_LATE',
    detail: expect.stringContaining('请另行吹哨'),
  });
  it.decide('分派', '同意');
  it.decide('部门/公安/处置', '同意');
  expect(send(it, '教育')?.code).toBe('FACT_TOO_LATE');
  it.submit({ type: 'return', act: '确认', target: '部门/公安/处置', mode: 'redo', opinion: '重办' });
  send(it, '教育');
  expect(it.open).toEqual(['部门/公安/处置', '部门/教育/处置']);
  it.decide('部门/公安/处置', '同意');
  it.decide('部门/教育/处置', '同意');
  expect(it.open).toEqual(['确认']);
});

test('先后无关：两个部门先答先后、增派在其间，结果一样', () => {
  const ways = [
    ['公安', '住建', '教育'],
    ['教育', '住建', '公安'],
    ['住建', '教育', '公安'],
  ].map((order) => {
    const it = joining();
    it.decide('分派', '同意');
    send(it, '教育');
    for (const unit of order) it.decide(`部门/${unit}/处置`, '同意');
    return [it.open, runOf(it.state).labels['答复']];
  });
  expect(ways[1]).toEqual(ways[0]);
  expect(ways[2]).toEqual(ways[0]);
});

test('输了的一支里的增派不再收', () => {
  const it = caseOf(
    function* (c): Step<Result> {
      yield* c.race({
        over: c.decide('撤销', asked),
        *work(): Step<void> {
          yield* c.each(
            '部门',
            ['公安'],
            (unit) => unit,
            () => c.decide('处置', asked),
            { 增派: ({ 单位 }) => [String(单位)] },
          );
        },
      });
      yield* c.decide('确认', asked);
      return c.close('办结');
    },
    { 增派: { form: { 单位: text('单位', 20) }, joining: { instead: '请另行吹哨。' } } },
  );
  expect(runOf(it.state).joinable).toEqual(['增派']);
  it.decide('撤销', '同意');
  expect(runOf(it.state).joinable).toEqual([]);
  expect(send(it, '教育')?.code).toBe('FACT_TOO_LATE');
});

test('几种情况都可以请来：各按第几次说的命名，汇合等到所有的', () => {
  const joining = { instead: '请另行吹哨。' };
  const form = { 单位: text('单位', 20) };
  const it = caseOf(
    function* (c): Step<Result> {
      yield* c.each(
        '部门',
        ['公安'],
        (unit) => unit,
        () => c.decide('处置', asked),
        {
          增派: ({ 单位 }) => [String(单位)],
          联席会议: ({ 单位 }, nth) => [`${nth} ${单位}`, `${nth} 记录`],
        },
      );
      yield* c.decide('确认', asked);
      return c.close('办结');
    },
    { 增派: { form, joining }, 联席会议: { form, joining } },
  );
  const meets = (unit: string) => it.submit({ type: 'supplement', fact: '联席会议', data: { 单位: unit } });
  meets('住建');
  send(it, '教育');
  meets('住建');
  it.decide('部门/公安/处置', '同意');
  const left = ['1 住建', '1 记录', '教育', '2 住建', '2 记录'].map((one) => `部门/${one}/处置`);
  expect(it.open).toEqual(left);
  for (const act of left) it.decide(act, '同意');
  expect(it.open).toEqual(['确认']);
  expect([meets('住建')?.code, send(it, '人社')?.code]).toEqual(['FACT_TOO_LATE', 'FACT_TOO_LATE']);
});

const names = ['公安', '住建', '教育', '人社', '税务'];
type Move = { readonly kind: 'decide' | 'send' | 'return' | 'takeBack'; readonly unit: string };
const moves = fc.array(
  fc.record<Move>({
    kind: fc.constantFrom('decide', 'decide', 'decide', 'send', 'send', 'return', 'takeBack'),
    unit: fc.constantFrom(...names),
  }),
  { maxLength: 25 },
);

test('随机的办结、增派、退回、拿回：请到的正是开始的和汇合前增派的，汇合当且仅当各支都办结，台账重推一致', () => {
  const sequences = Number(process.env['YIMEN_SEQUENCES'] ?? 1_000);
  const met = { joined: 0, refused: 0, reopened: 0 };
  fc.assert(
    fc.property(moves, (sequence) => {
      const it = joining(['公安', '住建']);
      it.decide('分派', '同意');
      const called = new Set(['公安', '住建']);
      const decided = new Set<string>();
      const isClosed = (): boolean => decided.size === called.size;
      for (const { kind, unit } of sequence) {
        it.now += 60_000;
        const act = `部门/${unit}/处置`;
        const wasClosed = isClosed();
        if (kind === 'send') {
          const refused = send(it, unit);
          expect(refused?.code).toBe(wasClosed ? 'FACT_TOO_LATE' : undefined);
          if (refused) met.refused++;
          else if (!called.has(unit)) {
            called.add(unit);
            met.joined++;
          }
        } else if (kind === 'decide') {
          const refused = it.decide(act, '同意');
          expect(refused === undefined).toBe(called.has(unit) && !decided.has(unit));
          if (!refused) decided.add(unit);
        } else {
          const refused =
            kind === 'return'
              ? it.submit({ type: 'return', act: '确认', target: act, mode: 'redo', opinion: '重办' })
              : it.submit({ type: 'takeBack', act, opinion: '有误' });
          if (kind === 'return') expect(refused === undefined).toBe(wasClosed && decided.has(unit));
          else if (!decided.has(unit)) expect(refused).toBeDefined();
          if (!refused) {
            decided.delete(unit);
            met.reopened++;
          }
        }
        const open = [...called].filter((one) => !decided.has(one)).map((one) => `部门/${one}/处置`);
        expect(new Set(it.open)).toEqual(new Set(open.length > 0 ? open : ['确认']));
      }
      const again = fold([it.state.process], it.ledger);
      expect(project(again)).toEqual(project(it.state));
    }),
    { numRuns: sequences },
  );
  for (const [what, times] of Object.entries(met)) expect([what, times > 0]).toEqual([what, true]);
});
