/** 督办: cards that come by themselves, by word, to whoever burned the time; their answers, appeals and revocations. */
import { expect, test } from 'vitest';
import type { Actor } from '../../contract/actor.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { RuleName } from '../../contract/rule.ts';
import type { Rung } from '../../contract/rung.ts';
import { holdings } from '../../engine/clock/holding.ts';
import { minuteMs } from '../../engine/clock/time.ts';
import { cardActs } from '../../engine/ledger/cards.ts';
import { fold } from '../../engine/ledger/fold.ts';
import { project } from '../../engine/ledger/projection.ts';
import { runOf } from '../../engine/ledger/state.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import {
  asked,
  basis,
  county,
  inspector,
  li,
  officer,
  process,
  Sample,
  start,
  workingDays,
} from './small-case.ts';

const day = 86_400_000;
const hour = 60 * minuteMs;
const head = officer('主任', { role: '负责人' });
const rungs: readonly Rung[] = [
  { name: '黄牌', when: 'risk', after: null, to: 'holder', reply: null, demand: '请抓紧办理。' },
  {
    name: '红牌',
    when: 'due',
    after: null,
    to: 'holder',
    reply: { amount: 1, unit: 'workingDays' },
    demand: '请说明。',
  },
  {
    name: '督办函',
    when: 'due',
    after: { amount: 3, unit: 'workingDays' },
    to: 'head',
    reply: { amount: 1, unit: 'workingDays' },
    demand: '请负责人说明。',
  },
];
const ladder: RuleName<readonly Rung[]> = { name: 'sample.ladder' };
const rule = {
  name: ladder.name,
  title: '督办阶梯',
  version: '1',
  rows: [{ value: rungs, from: '2020-01-01', basis, standing: 'county' as const }],
};
const late = (): Sample =>
  new Sample(
    {
      ...process,
      ladder,
      rules: [ladder],
      *body(c): Step<Result> {
        yield* c.decide('审查', { ...asked, within: workingDays(5) });
        yield* c.decide('决定', { ...asked, within: workingDays(5) });
        return c.close('办结');
      },
    },
    [rule],
  );
const pass = (it: Sample, ms: number): void => {
  it.now += ms;
  it.submit({ type: 'expire' });
};
const cards = (it: Sample) =>
  it.state.cards.map(({ name, at, burned, to }) => [name, at - start, burned.person, to.role]);
const supervise = (it: Sample, actor: Actor, act = '审查'): Refusal | undefined =>
  it.submit({ type: 'supervise', act, demand: '请说明', reply: { amount: 2, unit: 'workingDays' } }, actor);

test('阶梯自己来：八成黄牌，届满红牌，再三个工作日督办函给负责人；每级一份文书，各一次', () => {
  const it = late();
  pass(it, 20 * day);
  // Monday 2 March, 09:00: five working days end with the ninth; four fifths of them with the sixth.
  const at = (date: string): number => Date.parse(`${date}T00:00:00+08:00`) - start;
  expect(cards(it)).toEqual([
    ['黄牌', at('2026-03-07'), undefined, '经办'],
    ['红牌', at('2026-03-10'), undefined, '经办'],
    ['督办函', at('2026-03-13'), undefined, '负责人'],
  ]);
  pass(it, 20 * day);
  expect(cards(it)).toHaveLength(3);
  expect(project(it.state).notices.map(({ name }) => name)).toEqual(['黄牌', '红牌', '督办函']);
  expect(project(it.state).notices[1]?.text.paragraphs[0]).toMatch(
    /“审查”应于2026年3月9日前办结，经办已用\d+分钟/,
  );
  expect(it.ledger.filter(({ event }) => event.type === 'carded').map(({ actor }) => actor.kind)).toEqual([
    'clock',
    'clock',
    'clock',
  ]);
});

test('按时办结的没有牌；重新打开的一轮另算', () => {
  const it = late();
  pass(it, 2 * day);
  it.decide('审查', '同意', li);
  expect(cards(it)).toEqual([]);
  pass(it, 7 * day);
  expect(cards(it).map(([name]) => name)).toEqual(['黄牌']);
  it.submit({ type: 'return', act: '决定', target: '审查', mode: 'redo', opinion: '重办' });
  pass(it, 10 * day);
  expect(it.state.cards.map(({ name, act, round }) => [name, act, round])).toEqual([
    ['黄牌', '决定', 1],
    ['黄牌', '审查', 2],
    ['红牌', '审查', 2],
  ]);
});

test('同一环节各轮的牌各算各的；公示、等待没有牌', () => {
  const it = late();
  pass(it, 5 * day);
  it.decide('审查', '同意', li);
  it.submit({ type: 'return', act: '决定', target: '审查', mode: 'redo', opinion: '重办' });
  pass(it, 6 * day);
  expect(it.state.cards.map(({ name, act, round }) => [name, act, round])).toEqual([
    ['黄牌', '审查', 1],
    ['黄牌', '审查', 2],
  ]);
  const waiting = new Sample(
    {
      ...process,
      ladder,
      rules: [ladder],
      *body(c): Step<Result> {
        yield* c.all({
          notice: c.publicNotice('公示', { ...asked, within: workingDays(3) }),
          rest: c.wait('等待', { by: asked.by, within: workingDays(30), basis }),
        });
        return c.close('办结');
      },
    },
    [rule],
  );
  pass(waiting, 20 * day);
  expect(waiting.state.cards).toEqual([]);
});

test('临届满转手的，牌给用去时间的人：16:59 转出改变不了已经用去的', () => {
  const it = late();
  it.submit({ type: 'claim', act: '审查' });
  it.now = Date.parse('2026-03-09T16:59:00+08:00');
  it.submit({ type: 'transfer', act: '审查', to: { unit: '镇', person: '李四' }, opinion: '请办' });
  pass(it, day);
  const red = it.state.cards.find(({ name }) => name === '红牌');
  expect(red?.burned).toMatchObject({ unit: '镇', person: '张三' });
  const [act] = runOf(it.state).open;
  if (!act) throw new Error('the act is open');
  const held = holdings(it.state, act, it.now);
  expect(held.map(({ person, minutes }) => [person, minutes > 0])).toEqual([
    [undefined, false],
    ['张三', true],
    ['李四', true],
  ]);
  // 7.5 hours a day: from Monday at nine to the next but one at 16:59.
  expect(held.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(7 * 450 - 30 - 61);
});

test('红牌须回复；申诉由督查审核，撤销的写明，维持的留下', () => {
  const it = late();
  pass(it, 9 * day);
  const [reply] = cardActs(it.state);
  expect(reply).toMatchObject({ name: '红牌回复：审查', by: { unit: '镇', role: '经办' } });
  const key = reply?.key ?? '';
  expect(it.decide(key, '申诉')?.code).toBe('FORM_INVALID');
  it.decide(key, '申诉', undefined, { form: { text: '系统停用两天' } });
  const [appeal] = cardActs(it.state);
  expect(appeal).toMatchObject({ name: '申诉审核：红牌', by: county, brief: { appeal: '系统停用两天' } });
  expect(it.decide(appeal?.key ?? '', '撤销')?.code).toBe('NOT_YOURS');
  it.decide(appeal?.key ?? '', '撤销', inspector, { opinion: '属实' });
  expect(it.state.cards.at(-1)).toMatchObject({ ruling: { revoked: true, opinion: '属实' } });
  expect(cardActs(it.state)).toEqual([]);
  expect(project(it.state).notices.at(-1)?.text.paragraphs.at(-1)).toBe('经申诉审核撤销：属实');
  expect(fold([it.state.process], it.ledger).cards).toEqual(it.state.cards);
});

test('督查对任何开着的环节督办：限期回复，环节照常办理；别人不能，回复本身不再督办', () => {
  const it = new Sample().upTo('决定');
  expect(supervise(it, head, '决定')?.code).toBe('NOT_YOURS');
  expect(supervise(it, inspector, '审查')?.code).toBe('ALREADY_DECIDED');
  expect(supervise(it, inspector, '决定')).toBeUndefined();
  const [reply] = cardActs(it.state);
  expect(reply).toMatchObject({ name: '督办回复：决定', within: { amount: 2, unit: 'workingDays' } });
  expect(supervise(it, inspector, reply?.key)?.code).toBe('ACT_NOT_OPEN');
  it.now += hour;
  expect(it.decide(reply?.key ?? '', '回复', undefined, { form: { text: '今日办结' } })).toBeUndefined();
  expect(it.state.cards[0]).toMatchObject({ demand: '请说明', answer: { how: 'replied', text: '今日办结' } });
  expect(cardActs(it.state)).toEqual([]);
  it.decide('决定', '同意', li);
  expect(it.open).toEqual(['送达']);
});

test('办结的办件不再要求回复', () => {
  const it = late();
  pass(it, 9 * day);
  it.decide('审查', '同意', li);
  expect(cardActs(it.state)).toHaveLength(1);
  it.decide('决定', '同意', li);
  expect([runOf(it.state).result?.outcome, cardActs(it.state)]).toEqual(['办结', []]);
});
