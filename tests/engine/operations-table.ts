/** Every operation at every kind of place and state of a case, and what it comes to: the table of docs/operations.md. */
import type { CommandBody } from '../../contract/command.ts';
import { refusals } from '../../contract/errors.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { bearerOf } from '../../engine/clock/responsibility.ts';
import { dayMs } from '../../engine/clock/time.ts';
import { optional, text } from '../../engine/forms/form.ts';
import { effectsOf } from '../../engine/ledger/effects.ts';
import { runOf } from '../../engine/ledger/state.ts';
import { outcome as ending } from '../../engine/process/act.ts';
import type { AnyProcess, CaseInput, Context, Result, Step } from '../../engine/process/definition.ts';
import type { Tables } from '../../engine/replay/derived.ts';
import {
  basis,
  county,
  desk,
  extendable,
  inspector,
  li,
  openTo,
  process,
  Sample,
  workingDays,
  zhang,
} from './small-case.ts';

type C = Context<CaseInput>;
const outcomes = { 同意: ending(), 不同意: ending() };
const asked = { by: desk, outcomes, basis };

/** 甲 first in each; what it decides is sent, and can be undone; and it is written into a register. */
function* first(c: C, name = '甲'): Step<void> {
  const { outcome: said } = yield* c.decide(name, asked);
  c.send('通知对方', { kind: 'undoable', system: '对方', payload: { said }, undoing: { undo: said } });
  c.record('名册', { subject: name, from: c.today(), data: { 名称: said } });
}

/** The part before 终, by the kind of place in which 甲 stands; `again` is what else has to be decided. */
const positions: Readonly<
  Record<
    string,
    { readonly part: (c: C) => Step<unknown>; readonly also: readonly string[]; readonly target: string }
  >
> = {
  顺序: {
    part: function* (c): Step<void> {
      yield* first(c);
      yield* c.decide('乙', asked);
    },
    also: ['乙'],
    target: '甲',
  },
  并行: { part: (c) => c.all({ a: () => first(c), b: c.decide('乙', asked) }), also: ['乙'], target: '甲' },
  逐个: {
    part: (c) => c.each('会办', ['公安', '人社'], String, () => first(c)),
    also: ['会办/人社/甲'],
    target: '会办/公安/甲',
  },
  竞争: {
    part: (c) => c.race({ a: () => first(c), b: c.decide('乙', asked) }),
    also: [],
    target: '甲',
  },
  循环: {
    part: function* (c): Step<void> {
      for (let round = 0; round < 2; round++) yield* first(c);
    },
    also: ['甲#2'],
    target: '甲',
  },
  嵌套: {
    part: (c) =>
      c.all({
        a: c.each('会办', ['公安'], String, () => c.race({ x: () => first(c), y: c.decide('丁', asked) })),
        b: c.decide('乙', asked),
      }),
    also: ['乙'],
    target: '会办/公安/甲',
  },
};

const bodyOf = (part: (c: C) => Step<unknown>) =>
  function* (c: C): Step<Result> {
    yield* c.decide('受理', asked);
    c.accept();
    c.startClock('办理', workingDays(20), {
      kind: '承诺',
      extension: extendable,
    });
    yield* part(c);
    const { outcome: said } = yield* c.decide('终', {
      by: desk,
      outcomes: { ...outcomes, 到期: ending() },
      within: workingDays(5),
      expires: '到期',
      basis,
    });
    return c.close(said);
  };

/** A case of which everything up to 终 has been decided. */
function caseAt(position: string): Sample {
  const { part, also, target } = positions[position] as (typeof positions)[string];
  const policy: AnyProcess['policy'] = () => ({
    ...openTo(desk, county),
    amendments: { by: [desk], basis, never: {} },
    facts: { 来信: { by: [desk], form: {}, basis }, 告知: { by: [], bySystem: true, form: {}, basis } },
  });
  const application = { 称呼: optional(text('称呼', 20)) };
  const it = new Sample({ ...process, application, policy, body: bodyOf(part) });
  const later: AnyProcess = { ...process, policy, version: 2, body: bodyOf((c) => first(c)) };
  it.state = { ...it.state, versions: [...it.state.versions, later] };
  for (const act of ['受理', target, ...also]) it.decide(act, '同意', li);
  it.now += dayMs;
  return it;
}

type Press = (it: Sample, target: string) => Refusal | undefined;
const told =
  (body: (target: string) => CommandBody, actor = zhang): Press =>
  (it, target) =>
    it.submit(body(target), actor);
const back = (mode: 'redo' | 'direct'): Press =>
  told((target) => ({ type: 'return', act: '终', target, mode, opinion: '有误' }));
const direct =
  (said: string): Press =>
  (it, target) =>
    back('direct')(it, target) ?? it.decide(target, said, li);
const lastTarget = (it: Sample, target: string): string =>
  it.state.decisions.has(`${target}#2`) ? `${target}#2` : target;

export const operations: Readonly<Record<string, Press>> = {
  认领: told(() => ({ type: 'claim', act: '终' })),
  办理: told(() => ({ type: 'decide', act: '终', outcome: '同意' })),
  转办: told(() => ({ type: 'transfer', act: '终', to: { unit: '镇', person: '李四' }, opinion: '请办' })),
  '退回（重走）到甲': back('redo'),
  '退回（直达）到甲': back('direct'),
  '直达后，甲照旧办理': direct('同意'),
  '直达后，甲另作决定': direct('不同意'),
  拿回最后的甲: (it, target) =>
    it.submit({ type: 'takeBack', act: lastTarget(it, target), opinion: '有误' }, li),
  催办: told(() => ({ type: 'urge', act: '终', opinion: '请尽快' }), inspector),
  督办: told(
    () => ({ type: 'supervise', act: '终', demand: '请说明', reply: { amount: 1, unit: 'workingDays' } }),
    inspector,
  ),
  挂起: told(() => ({ type: 'suspend', reason: '补正', opinion: '等材料' })),
  恢复: told(() => ({ type: 'resume', opinion: '材料已齐' })),
  延期: told(() => ({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }), inspector),
  撤回: told(() => ({ type: 'withdraw', opinion: '不办了' })),
  终止: told(() => ({ type: 'terminate', reason: '不配合', opinion: '不配合' })),
  更正: told(() => ({ type: 'amend', changes: { 称呼: '王一' }, opinion: '写错了' })),
  登记情况: told(() => ({ type: 'supplement', fact: '来信', data: {} })),
  别的办件告知: (it) =>
    it.submit({ type: 'supplement', fact: '告知', data: {} }, { kind: 'system', name: '关联办件' }),
  张三登记只由别的办件告知的情况: told(() => ({ type: 'supplement', fact: '告知', data: {} })),
  '任职到期（张三认领了终）': (it) =>
    it.submit({ type: 'claim', act: '终' }, zhang) ??
    it.submit({ type: 'lapse', act: '终', person: '张三' }, { kind: 'system', name: '任职' }),
  终到期: (it) => {
    it.now += 10 * dayMs;
    return it.submit({ type: 'expire' }, { kind: 'system', name: 'case' } as never);
  },
  '换版（新版只有甲、终）': (it) => {
    const { calendar, rules } = it.state.tables[0] as Tables;
    return it.submit({ type: 'move', version: 2, calendar, rules, reason: '修订' }, {
      kind: 'system',
      name: '换版',
    } as never);
  },
};

export const states: Readonly<Record<string, (it: Sample) => void>> = {
  在办: () => {},
  挂起: (it) => {
    it.submit({ type: 'suspend', reason: '补正', opinion: '等材料' }, zhang);
    it.now += dayMs;
  },
  办结: (it) => {
    it.decide('终', '同意', zhang);
  },
};

export type Row = {
  readonly operation: string;
  readonly state: string;
  readonly positions: readonly string[];
  readonly outcome: readonly string[];
};

const listed = (names: readonly string[]): string => (names.length > 0 ? names.join('、') : '无');
const short = (key: string): string => key.replaceAll('会办/', '');

/** What it came to, column by column: acts, decisions, clocks, what was sent, whose time it is, what was entered. */
function outcomeOf(before: Sample['state'], it: Sample, refused: Refusal | undefined): readonly string[] {
  if (refused) return [`拒绝：${refusals[refused.code].title}`, '', '', '', '', '', ''];
  const { state } = it;
  const run = runOf(state);
  const gone = [...before.decisions.values()].filter(({ key, seq }) => state.decisions.get(key)?.seq !== seq);
  const waiting = run.trace.filter(({ waiting: waits }) => waits).map(({ act }) => short(act.key));
  const open = run.open.map(({ key }) => {
    const { round = 1, assignee } = state.acts.get(key) ?? {};
    return `${short(key)}${round > 1 ? `（第${round}轮）` : ''}${assignee ? `（${assignee}）` : ''}`;
  });
  const clocks = run.clocks.map(({ name, stopped }) => `${name}${stopped ? '停' : '在计算'}`);
  const undone = effectsOf(state).filter(({ undoes }) => undoes).length;
  const sent = effectsOf(state).filter(({ undoes }) => !undoes).length - effectsOf(before).length;
  const bearer = bearerOf(state);
  const party = bearer?.party;
  const entered = it.ledger.slice(before.seq).map(({ event }) => event.type);
  return [
    run.result ? `办结：${run.result.outcome}` : `开着：${listed(open)}`,
    `${gone.length > 0 ? `不再作数：${listed(gone.map(({ key }) => short(key)))}` : '照旧'}${waiting.length > 0 ? `；等着：${listed(waiting)}` : ''}`,
    listed(clocks),
    undone > 0 || sent > 0 ? `撤销 ${undone} 件，新发 ${sent} 件` : '不变',
    `${run.records.length} 行`,
    party
      ? party.kind === 'statutory'
        ? party.why
        : 'person' in party && party.person
          ? party.person
          : `${short(bearer.act ?? '')}的岗位`
      : '无',
    listed(entered),
  ];
}

/** The whole table: places at which an operation comes to the same are one row. */
export function table(): readonly Row[] {
  return Object.entries(operations).flatMap(([operation, press]) =>
    Object.entries(states).flatMap(([state, reach]) => {
      const rows = new Map<string, string[]>();
      for (const [position, { target }] of Object.entries(positions)) {
        const it = caseAt(position);
        reach(it);
        const before = it.state;
        const outcome = JSON.stringify(outcomeOf(before, it, press(it, target)));
        rows.set(outcome, [...(rows.get(outcome) ?? []), position]);
      }
      return [...rows].map(
        ([outcome, places]): Row => ({
          operation,
          state,
          positions: places,
          outcome: JSON.parse(outcome) as string[],
        }),
      );
    }),
  );
}

const all = Object.keys(positions).length;
export const asMarkdown = (rows: readonly Row[]): string =>
  [
    '# 操作',
    '',
    '每一种操作，在办件的每一种状态、环节的每一种位置上，落到环节、决定、时限、对外事项、责任和台账上是什么。',
    '',
    '办件都从“受理”开始（其后起算“办理”时限），经过含有“甲”的一段，开着的是“终”（五个工作日，到期由时限决定）。“甲”所在的一段：',
    '',
    '- 顺序：甲，然后乙；并行：甲和乙；逐个：公安、人社各一个甲；竞争：甲和乙先办结的胜出（甲胜）；循环：甲、甲#2；嵌套：并行之中逐个、逐个之中竞争。',
    '- 甲办结后向对方发出一件可以撤销的通知，并写入登记簿一行。决定都由李四作出，操作由张三（催办、督办、延期由督查）提出。',
    '',
    '| 操作 | 状态 | 位置 | 环节 | 决定 | 时限 | 对外 | 登记簿 | 之后的时间由谁承担 | 台账 |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ operation, state, positions: places, outcome }) =>
        `| ${[operation, state, places.length === all ? '各种位置' : places.join('、'), ...outcome].join(' | ')} |`,
    ),
    '',
  ].join('\n');
