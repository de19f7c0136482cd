/** A case moved to another version of its process. */
import { expect, test } from 'vitest';
import { dayMs } from '../../engine/clock/time.ts';
import { actState, runOf } from '../../engine/ledger/state.ts';
import type { AnyProcess, Result, Step } from '../../engine/process/definition.ts';
import type { Tables } from '../../engine/replay/derived.ts';
import { asked, back, caseOf, inSequence, li, standing } from './small-case.ts';

test('换版之后，按名称仍要求的决定照旧，不论换了什么位置', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.decide('甲', asked);
    yield* c.decide('乙', asked);
    return c.close('办结');
  });
  const later: AnyProcess = {
    ...it.state.process,
    version: 2,
    *body(c): Step<Result> {
      yield* c.all({ a: c.decide('甲', asked), b: c.decide('丙', asked) });
      yield* c.decide('乙', asked);
      return c.close('办结');
    },
  };
  it.decide('甲', '同意');
  it.state = { ...it.state, versions: [...it.state.versions, later] };
  const { calendar, rules } = it.state.tables[0] as Tables;
  it.submit({ type: 'move', version: 2, calendar, rules, reason: '修订' }, { kind: 'system', name: '换版' });
  expect([it.open, standing(it)]).toEqual([['丙'], ['甲']]);
});

test('等着的决定在换版时看得见：新版仍要求的照旧等着，不再要求的作废', () => {
  const it = inSequence();
  it.submit(back('丁', '乙', 'direct'));
  const later: AnyProcess = {
    ...it.state.process,
    version: 2,
    *body(c): Step<Result> {
      for (const name of ['乙', '丙', '丁']) yield* c.decide(name, asked);
      return c.close('办结');
    },
  };
  it.state = { ...it.state, versions: [...it.state.versions, later] };
  const { calendar, rules } = it.state.tables[0] as Tables;
  it.submit({ type: 'move', version: 2, calendar, rules, reason: '修订' }, { kind: 'system', name: '换版' });
  expect([it.open, standing(it)]).toEqual([['乙'], ['丙']]);
  it.decide('乙', '同意');
  expect(it.open).toEqual(['丁']);
});

test('换版后仍开着的环节，期限照旧从打开时起算，认领照旧', () => {
  const it = inSequence();
  const later: AnyProcess = {
    ...it.state.process,
    version: 2,
    *body(c): Step<Result> {
      for (const name of ['甲', '丁']) yield* c.decide(name, asked);
      return c.close('办结');
    },
  };
  it.state = { ...it.state, versions: [...it.state.versions, later] };
  it.submit({ type: 'claim', act: '丁' }, li);
  const opened = runOf(it.state).open[0]?.opened;
  const { calendar, rules } = it.state.tables[0] as Tables;
  it.now += dayMs;
  it.submit({ type: 'move', version: 2, calendar, rules, reason: '修订' }, { kind: 'system', name: '换版' });
  expect(runOf(it.state).open).toMatchObject([{ key: '丁', opened }]);
  expect(actState(it.state, '丁')).toMatchObject({ round: 1, assignee: '李四' });
});
