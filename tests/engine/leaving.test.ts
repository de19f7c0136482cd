/** What has left the system: what it holds fast, what is undone, and in which order. */
import { expect, test } from 'vitest';
import { project } from '../../engine/ledger/projection.ts';
import { preview } from '../../engine/preview.ts';
import type { AnyProcess, Result, Step } from '../../engine/process/definition.ts';
import type { Tables } from '../../engine/replay/derived.ts';
import { asked, back, caseOf, li, type Sample, zhang } from './small-case.ts';

/** 甲 sends one of the three kinds; 乙 and 丙 follow. */
const sending = (kind: 'harmless' | 'undoable' | 'final'): Sample => {
  const it = caseOf(function* (c): Step<Result> {
    const first = yield* c.decide('甲', asked);
    yield* c.decide('乙', asked);
    const how =
      kind === 'undoable' ? ({ kind, undoing: { cancel: first.outcome } } as const) : ({ kind } as const);
    c.send('冻结名额', { ...how, system: 'registry', payload: { by: first.outcome } });
    yield* c.decide('丙', asked);
    return c.close('办结');
  });
  it.decide('甲', '同意');
  it.decide('乙', '同意');
  return it;
};
const effects = (it: Sample) =>
  project(it.state).effects.map(({ key, payload, withdrawnBy, undoes }) => ({
    key,
    payload,
    withdrawnBy,
    undoes,
  }));

test('已发出不能撤销的，其前并行各支的决定都不能拿回、退回，也不能撤回、终止', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.all({ a: c.decide('甲', asked), b: c.decide('乙', asked) });
    c.send('列入发放名单', { kind: 'final', system: 'bank', payload: {} });
    yield* c.serve('送达', asked);
    return c.close('办结');
  });
  it.decide('甲', '同意', zhang);
  it.decide('乙', '同意', li);
  expect(it.submit({ type: 'takeBack', act: '甲', opinion: '有误' }, zhang)?.code).toBe('ALREADY_LEFT');
  expect(it.submit({ type: 'takeBack', act: '乙', opinion: '有误' }, li)?.code).toBe('ALREADY_LEFT');
  for (const mode of ['redo', 'direct'] as const)
    expect(it.submit({ type: 'return', act: '送达', target: '甲', mode, opinion: '有误' })?.code).toBe(
      'ALREADY_LEFT',
    );
  expect(it.submit({ type: 'terminate', reason: '不配合', opinion: '不配合' })?.code).toBe('ALREADY_LEFT');
});

test('已发出的可以撤销：重走时先撤销一次，再办再发；已发出的一直看得见', () => {
  const it = sending('undoable');
  expect(effects(it)).toEqual([
    { key: '冻结名额@3', payload: { by: '同意' }, withdrawnBy: null, undoes: null },
  ]);
  expect(preview(it.state, it.command(back('丙', '乙', 'redo')))).toMatchObject({
    withdraws: [{ key: '冻结名额@3' }],
    sends: [{ key: '冻结名额@3/撤销', undoes: '冻结名额@3' }],
  });
  it.submit(back('丙', '乙', 'redo'));
  const left = [
    { key: '冻结名额@3', payload: { by: '同意' }, withdrawnBy: 4, undoes: null },
    { key: '冻结名额@3/撤销', payload: { cancel: '同意' }, withdrawnBy: null, undoes: '冻结名额@3' },
  ];
  expect(effects(it)).toEqual(left);
  it.decide('乙', '同意');
  expect(effects(it)).toEqual([...left, { ...effects(it)[2], key: '冻结名额@5', withdrawnBy: null }]);
});

test('消息说了就说了：重走之后仍看得见，不撤销', () => {
  const it = sending('harmless');
  it.submit(back('丙', '乙', 'redo'));
  expect(effects(it)).toMatchObject([{ key: '冻结名额@3', withdrawnBy: 4 }]);
});

test('直达重办改变了后面决定所发内容的，那个决定重新办理：已发出的不在原处改写', () => {
  const it = sending('undoable');
  it.submit(back('丙', '甲', 'direct'));
  expect(effects(it)).toHaveLength(1);
  it.decide('甲', '不同意');
  expect(it.open).toEqual(['乙']);
  expect(effects(it)).toMatchObject([
    { key: '冻结名额@3', payload: { by: '同意' }, withdrawnBy: 5 },
    { key: '冻结名额@3/撤销', payload: { cancel: '同意' } },
  ]);
  const same = sending('undoable');
  same.submit(back('丙', '甲', 'direct'));
  same.decide('甲', '同意');
  expect(same.open).toEqual(['丙']);
  expect(effects(same)).toMatchObject([{ key: '冻结名额@3', withdrawnBy: null }]);
});

test('办件撤回、终止的，可以撤销的撤销，消息不动', () => {
  const undone = sending('undoable');
  undone.submit({ type: 'terminate', reason: '不配合', opinion: '不配合' });
  expect(effects(undone)).toMatchObject([{ withdrawnBy: 4 }, { undoes: '冻结名额@3' }]);
  const told = sending('harmless');
  told.submit({ type: 'terminate', reason: '不配合', opinion: '不配合' });
  expect(effects(told)).toMatchObject([{ withdrawnBy: null }]);
});

test('换版后不再要求已发出不能撤销的，不能换版', () => {
  const it = sending('final');
  const later: AnyProcess = {
    ...it.state.process,
    version: 2,
    *body(c): Step<Result> {
      yield* c.decide('甲', asked);
      yield* c.decide('丙', asked);
      return c.close('办结');
    },
  };
  it.state = { ...it.state, versions: [...it.state.versions, later] };
  const { calendar, rules } = it.state.tables[0] as Tables;
  const body = { type: 'move', version: 2, calendar, rules, reason: '修订' } as const;
  expect(it.submit(body, { kind: 'system', name: '换版' })?.code).toBe('ALREADY_LEFT');
});
