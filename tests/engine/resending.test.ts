/** What an outside system refuses for good: an act outside the process, and what it changes in what is sent. */
import { expect, test } from 'vitest';
import { text } from '../../engine/forms/form.ts';
import { effectsOf } from '../../engine/ledger/effects.ts';
import { fold } from '../../engine/ledger/fold.ts';
import { project } from '../../engine/ledger/projection.ts';
import { restored, snapshotOf } from '../../engine/ledger/snapshot.ts';
import type { AnyProcess, Result, Step } from '../../engine/process/definition.ts';
import { asked, desk, process, Sample, zhang } from './small-case.ts';

test('拒收：更正只改被拒收的和其后说给同一系统的同一内容；先前已发出的照旧', () => {
  const telling: AnyProcess = {
    ...process,
    correctable: { 短信: { to: text('电话', 20) } },
    *body(c): Step<Result> {
      for (const name of ['甲', '乙', '丙']) {
        yield* c.decide(name, asked);
        c.send(`告知${name}`, {
          kind: 'harmless',
          system: '短信',
          payload: { to: name === '丙' ? '2' : '1', said: name },
        });
      }
      yield* c.decide('丁', asked);
      for (const system of ['短信', '银行'])
        c.send(`告知${system}`, { kind: 'harmless', system, payload: { to: '1', said: '丁' } });
      yield* c.decide('戊', asked);
      return c.close('办结');
    },
  };
  const it = new Sample(telling);
  const system = { kind: 'system', name: 'case' } as const;
  it.decide('甲', '同意', zhang);
  it.decide('乙', '同意', zhang);
  const subject = effectsOf(it.state)[1]?.key ?? '';
  const key = `重发#${subject}`;
  it.submit({ type: 'reject', subject, system: '短信', reason: '空号' }, system);
  const held = () => effectsOf(it.state).map((effect) => effect.held ?? false);
  expect(held()).toEqual([false, true]);
  const again = it.state.seq;
  it.submit({ type: 'reject', subject, system: '短信', reason: '空号' }, system);
  expect(it.state.seq).toBe(again);
  expect(project(it.state).acts).toMatchObject([{ key: '丙' }, { key, kind: 'resend', ...desk }]);
  expect(
    it.submit({ type: 'return', act: key, target: '甲', mode: 'redo', opinion: '有误' }, zhang)?.code,
  ).toBe('RETURN_TARGET_NOT_EARLIER');
  expect(it.decide(key, '重发', zhang, { form: { to: '3' } })).toBeUndefined();
  expect(held()).toEqual([false, false]);
  expect(project(it.state).acts.map(({ key: open }) => open)).toEqual(['丙']);
  it.decide('丙', '同意', zhang);
  it.decide('丁', '同意', zhang);
  const sent = () => effectsOf(it.state).map(({ payload, attempt = 1 }) => [payload['to'], attempt]);
  expect(sent()).toEqual([
    ['1', 1],
    ['3', 2],
    ['2', 1],
    ['3', 1],
    ['1', 1],
  ]);
  const bank = effectsOf(it.state)[4]?.key ?? '';
  it.submit({ type: 'reject', subject: bank, system: '银行', reason: '查无此户' }, system);
  expect(it.decide(`重发#${bank}`, '不再发送', zhang, { opinion: '已当面告知' })).toBeUndefined();
  expect(project(it.state).acts.map(({ key: open }) => open)).toEqual(['戊']);
  expect(held()).toEqual([false, false, false, false, true]);
  expect(fold(it.state.versions, it.ledger).corrections).toEqual(it.state.corrections);
  expect(restored(it.state.versions, JSON.parse(JSON.stringify(snapshotOf(it.state))))).toMatchObject({
    rejections: it.state.rejections,
    corrections: it.state.corrections,
  });
  const third = effectsOf(it.state)[2]?.key ?? '';
  it.submit({ type: 'return', act: '戊', target: '甲', mode: 'redo', opinion: '有误' }, zhang);
  it.submit({ type: 'reject', subject: third, system: '短信', reason: '空号' }, system);
  expect(project(it.state).acts.map(({ key }) => key)).toEqual(['甲']);
});
