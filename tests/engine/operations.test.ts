/** Each operation on a small case, and every refusal the engine knows, each once: the table is exhaustive by type. */
import { expect, test } from 'vitest';
import type { Actor, Officer, Post } from '../../contract/actor.ts';
import type { CommandBody } from '../../contract/command.ts';
import { type RefusalCode, refusals } from '../../contract/errors.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { countyCalendar } from '../../county/pingluo/calendar.ts';
import { clocksOf } from '../../engine/clock/case-clocks.ts';
import { dayMs } from '../../engine/clock/time.ts';
import { choice, text } from '../../engine/forms/form.ts';
import { handle, open } from '../../engine/handle.ts';
import type { Entry } from '../../engine/ledger/entry.ts';
import { actState, type CaseState, runOf } from '../../engine/ledger/state.ts';
import { preview } from '../../engine/preview.ts';
import { outcome } from '../../engine/process/act.ts';
import {
  type CaseInput,
  type Context,
  defineProcess,
  type Result,
  type Step,
} from '../../engine/process/definition.ts';

const desk = { unit: '镇', role: '经办' };
const county = { unit: '局', role: '督查' };
const basis = '某办法第三条';
const workingDays = (amount: number) => ({ amount, unit: 'workingDays', basis }) as const;
const start = Date.parse('2026-03-02T09:00:00+08:00');

const officer = (person: string, post: Partial<Post> = {}): Officer => ({
  kind: 'officer',
  person,
  name: person,
  post: { id: person, ...desk, from: '2024-01-01', ...post },
  identity: `hash-${person}`,
});
const zhang = officer('张三');
const li = officer('李四');
const wang = officer('王五', { role: '负责人' });
const inspector = officer('督查', county);
const applicant: Actor = { kind: 'applicant', identity: 'hash-申请人' };

/** 受理 → 审查 and 会签 side by side → 决定 → 送达. */
const process = defineProcess({
  code: 'sample',
  version: 1,
  title: '样例',
  basis,
  numbering: { prefix: 'YL', word: '样例' },
  application: {},
  applicantIdentity: () => ({ masked: '', hash: '', sealed: '', birthDate: '2000-01-01', sex: '男' }),
  owner: 'sample',
  offices: {},
  openedBy: 'window',
  rules: [],
  policy: () => ({
    facts: { 来信: { by: [desk], form: { 摘要: text('摘要', 20) }, basis } },
    terminations: { 不配合: { outcome: '终止', by: [desk], form: {}, basis } },
    suspensions: { 补正: { by: [desk], basis } },
    headRole: '负责人',
    supervisors: [county],
  }),
  *body(c: Context<CaseInput>): Step<Result> {
    yield* c.decide('受理', { by: desk, outcomes: { 受理: outcome() }, basis, returnable: false });
    c.accept();
    c.startClock('办理', workingDays(20), {
      kind: '法定',
      extension: {
        to: workingDays(30),
        reasons: ['情况复杂'],
        approver: county,
        notice: (reason) => ({ title: '延期告知书', paragraphs: [reason] }),
      },
    });
    c.startClock('内部', workingDays(5), { kind: '承诺' });
    yield* c.all({
      review: () =>
        c.decide('审查', {
          by: desk,
          outcomes: {
            通过: outcome(),
            不通过: outcome({
              opinion: 'required',
              form: { 理由: choice('理由', ['收入超标', '财产超标']) },
            }),
            逾期未答: outcome({ after: 'due' }),
          },
          within: workingDays(3),
          basis,
        }),
      sign: () => c.decide('会签', { by: desk, outcomes: { 同意: outcome() }, basis }),
    });
    const decided = yield* c.decide('决定', {
      by: desk,
      outcomes: { 同意: outcome(), 不同意: outcome() },
      separateFrom: ['审查'],
      basis,
    });
    c.send('发证', { system: 'registry', payload: {}, irrevocable: decided.outcome === '不同意' });
    yield* c.serve('送达', { by: desk, outcomes: { 送达: outcome() }, basis });
    return c.close(decided.outcome);
  },
});

class Sample {
  state: CaseState;
  readonly ledger: Entry[];
  now = start;
  #n = 0;
  constructor() {
    const opened = open(
      process,
      {
        caseNo: 'YL1',
        process: 'sample',
        version: 1,
        input: { unit: '镇', applicant: 'hash-申请人', parties: ['hash-王五'], form: {} },
        calendar: countyCalendar,
        rules: [],
      },
      { id: 'open', hash: '', at: start, wall: start, actor: zhang },
    );
    this.state = opened.state;
    this.ledger = [...opened.entries];
  }
  command(body: CommandBody, actor: Actor = zhang, over: { id?: string; seenSeq?: number } = {}) {
    return {
      id: `c${++this.#n}`,
      hash: JSON.stringify(body),
      at: this.now,
      wall: this.now,
      actor,
      body,
      ...over,
    };
  }
  submit(
    body: CommandBody,
    actor?: Actor,
    over: { id?: string; seenSeq?: number } = {},
  ): Refusal | undefined {
    const handled = handle(this.state, this.command(body, actor, over));
    if (handled.kind === 'refused') return handled.refusal;
    if (handled.kind === 'accepted') {
      this.state = handled.state;
      this.ledger.push(...handled.entries);
    }
    return undefined;
  }
  decide(act: string, as: string, actor?: Actor, more: object = {}): Refusal | undefined {
    return this.submit({ type: 'decide', act, outcome: as, ...more } as CommandBody, actor);
  }
  upTo(stage: '审查' | '决定' | '送达' | '办结'): this {
    this.decide('受理', '受理');
    if (stage === '审查') return this;
    this.decide('审查', '通过');
    this.decide('会签', '同意');
    if (stage === '决定') return this;
    this.decide('决定', '同意', li);
    if (stage === '送达') return this;
    this.decide('送达', '送达');
    return this;
  }
  get open(): readonly string[] {
    return runOf(this.state).open.map(({ key }) => key);
  }
}
const sample = (): Sample => new Sample();

/** How each refusal comes about. */
const provoked: Record<RefusalCode, () => Refusal | undefined> = {
  ACT_NOT_OPEN: () => sample().decide('决定', '同意'),
  ALREADY_DECIDED: () => sample().upTo('决定').decide('审查', '通过', li),
  CASE_CLOSED: () =>
    sample().upTo('办结').submit({ type: 'urge', act: '送达', opinion: '请尽快' }, inspector),
  CASE_MOVED_ON: () => sample().upTo('审查').submit({ type: 'claim', act: '审查' }, zhang, { seenSeq: 1 }),
  NOT_YOURS: () =>
    sample()
      .upTo('审查')
      .decide('审查', '通过', officer('外人', { unit: '邻镇' })),
  CLAIMED_BY_OTHER: () => {
    const it = sample().upTo('审查');
    it.submit({ type: 'claim', act: '审查' }, zhang);
    return it.decide('审查', '通过', li);
  },
  RECUSED: () => sample().upTo('审查').decide('审查', '通过', officer('王五')),
  SEPARATION_OF_DUTIES: () => sample().upTo('决定').decide('决定', '同意', zhang),
  OUTCOME_UNKNOWN: () => sample().upTo('审查').decide('审查', '大概通过'),
  OUTCOME_NOT_YET: () => sample().upTo('审查').decide('审查', '逾期未答'),
  FORM_INVALID: () =>
    sample()
      .upTo('审查')
      .decide('审查', '不通过', zhang, { opinion: '超标', form: { 理由: '天气' } }),
  OPINION_REQUIRED: () =>
    sample()
      .upTo('审查')
      .decide('审查', '不通过', zhang, { form: { 理由: '收入超标' } }),
  RETURN_TARGET_NOT_EARLIER: () =>
    sample()
      .upTo('审查')
      .submit({ type: 'return', act: '审查', target: '会签', mode: 'redo', opinion: '有误' }),
  RETURN_NOT_ALLOWED: () =>
    sample()
      .upTo('审查')
      .submit({ type: 'return', act: '审查', target: '受理', mode: 'redo', opinion: '有误' }),
  NOT_YOUR_DECISION: () =>
    sample().upTo('决定').submit({ type: 'takeBack', act: '审查', opinion: '有误' }, li),
  ALREADY_ACTED_ON: () => sample().upTo('送达').submit({ type: 'takeBack', act: '审查', opinion: '有误' }),
  ALREADY_LEFT: () => {
    const it = sample().upTo('决定');
    it.decide('决定', '不同意', li);
    return it.submit({ type: 'return', act: '送达', target: '会签', mode: 'direct', opinion: '有误' });
  },
  REASON_NOT_LISTED: () => sample().upTo('审查').submit({ type: 'suspend', reason: '太忙', opinion: '太忙' }),
  NOT_SUSPENDED: () => sample().upTo('审查').submit({ type: 'resume', opinion: '' }),
  ALREADY_SUSPENDED: () => {
    const it = sample().upTo('审查');
    it.submit({ type: 'suspend', reason: '补正', opinion: '等材料' });
    return it.submit({ type: 'suspend', reason: '补正', opinion: '等材料' });
  },
  CLOCK_NOT_RUNNING: () =>
    sample().submit({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }, inspector),
  NOT_EXTENDABLE: () =>
    sample()
      .upTo('审查')
      .submit({ type: 'extend', clock: '内部', reason: '情况复杂', opinion: '同意' }, inspector),
  ALREADY_EXTENDED: () => {
    const it = sample().upTo('审查');
    it.submit({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }, inspector);
    return it.submit({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }, inspector);
  },
  CLOCK_RUN_OUT: () => {
    const it = sample().upTo('审查');
    it.now += 60 * dayMs;
    return it.submit({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }, inspector);
  },
  NOT_WITHDRAWABLE: () => sample().submit({ type: 'withdraw', opinion: '不办了' }, applicant),
  FACT_UNKNOWN: () => sample().submit({ type: 'supplement', fact: '传闻', data: {} }),
  TARGET_UNKNOWN: () =>
    sample()
      .upTo('审查')
      .submit({ type: 'transfer', act: '审查', to: { unit: '镇' }, opinion: '另办' }),
  COMMAND_ID_REUSED: () => sample().submit({ type: 'claim', act: '受理' }, zhang, { id: 'open' }),
  ALREADY_CLAIMED: () => {
    const it = sample();
    it.submit({ type: 'claim', act: '受理' });
    return it.submit({ type: 'claim', act: '受理' });
  },
  NOT_CLAIMED: () => sample().submit({ type: 'release', act: '受理' }),
};

test.each(Object.keys(refusals) as RefusalCode[])('%s：说清原因和下一步', (code) => {
  const refusal = provoked[code]();
  expect(refusal?.code).toBe(code);
  expect(refusal?.detail).toContain(refusals[code].next);
});

test('表单有误时逐项指出', () => {
  const refusal = sample()
    .upTo('审查')
    .decide('审查', '不通过', zhang, { opinion: '超标', form: { 理由: '天气', 多余: 1 } });
  expect(refusal?.fields?.map(({ field }) => field).sort()).toEqual(['多余', '理由']);
});

test('任职期限之外不得办理', () => {
  const former = officer('赵六', { to: '2026-03-01' });
  const refusal = sample().upTo('审查').decide('审查', '通过', former);
  expect(refusal?.code).toBe('NOT_YOURS');
  expect(refusal?.detail).toContain('任职不在有效期内');
});

test('认领后只由认领人办理，释放后他人可办', () => {
  const it = sample().upTo('审查');
  it.submit({ type: 'claim', act: '审查' });
  expect(actState(it.state, '审查').assignee).toBe('张三');
  it.submit({ type: 'release', act: '审查' }, wang);
  expect(it.decide('审查', '通过', li)).toBeUndefined();
});

test('转办给本单位另一人，原经办人不能再办；跨单位转办由督查岗位办理', () => {
  const it = sample().upTo('审查');
  expect(
    it.submit({ type: 'transfer', act: '审查', to: { unit: '邻镇', person: '外人' }, opinion: '移交' })?.code,
  ).toBe('NOT_YOURS');
  it.submit({ type: 'transfer', act: '审查', to: { unit: '镇', person: '李四' }, opinion: '出差' });
  expect(it.decide('审查', '通过', zhang)?.code).toBe('CLAIMED_BY_OTHER');
  it.submit(
    { type: 'transfer', act: '审查', to: { unit: '邻镇', person: '外人' }, opinion: '移交' },
    inspector,
  );
  expect(it.decide('审查', '通过', officer('外人', { unit: '邻镇' }))).toBeUndefined();
});

test('退回重走：后面的全部重办，并行的会签不动，被取代的决定仍在台账', () => {
  const it = sample().upTo('送达');
  it.submit({ type: 'return', act: '送达', target: '审查', mode: 'redo', opinion: '核对有误' });
  expect(it.open).toEqual(['审查']);
  expect([...it.state.decisions.keys()]).toEqual(['受理', '会签']);
  expect(it.state.superseded.map(({ key }) => key)).toEqual(['审查', '决定']);
  expect(actState(it.state, '审查').round).toBe(2);
});

test('退回直达：只重办该环节，后面的决定等它重新作出后继续有效', () => {
  const it = sample().upTo('送达');
  it.submit({ type: 'return', act: '送达', target: '审查', mode: 'direct', opinion: '补签字' });
  expect(it.open).toEqual(['审查']);
  it.decide('审查', '通过');
  expect(it.open).toEqual(['送达']);
  expect(it.state.decisions.get('决定')?.outcome).toBe('同意');
});

test('退回不动法定时限', () => {
  const it = sample().upTo('决定');
  const before = clocksOf(it.state).find(({ key }) => key === '办理')?.deadline?.dueAt;
  it.now += 3 * dayMs;
  it.submit({ type: 'return', act: '决定', target: '审查', mode: 'redo', opinion: '有误' }, li);
  expect(clocksOf(it.state).find(({ key }) => key === '办理')?.deadline?.dueAt).toBe(before);
});

test('尚无人接手的，可以拿回；已对外发出的，不能拿回', () => {
  const it = sample().upTo('送达');
  expect(it.submit({ type: 'takeBack', act: '决定', opinion: '有误' }, li)).toBeUndefined();
  expect(it.open).toEqual(['决定']);
  it.decide('决定', '不同意', li);
  expect(it.submit({ type: 'takeBack', act: '决定', opinion: '有误' }, li)?.code).toBe('ALREADY_LEFT');
});

test('挂起期间各项时限都停，恢复后恰好顺延', () => {
  const it = sample().upTo('审查');
  const due = (): number | undefined => clocksOf(it.state).find(({ key }) => key === '内部')?.deadline?.dueAt;
  const before = due();
  it.now += dayMs;
  it.submit({ type: 'suspend', reason: '补正', opinion: '等材料' });
  expect(due()).toBeUndefined();
  it.now += dayMs;
  it.submit({ type: 'resume', opinion: '已齐' });
  expect((due() ?? 0) - (before ?? 0)).toBe(dayMs);
});

test('延期须由有权批准的岗位以列明的理由作出，并告知申请人', () => {
  const it = sample().upTo('审查');
  expect(it.submit({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }, zhang)?.code).toBe(
    'NOT_YOURS',
  );
  expect(it.submit({ type: 'extend', clock: '办理', reason: '太忙', opinion: '同意' }, inspector)?.code).toBe(
    'REASON_NOT_LISTED',
  );
  expect(
    it.submit({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }, inspector),
  ).toBeUndefined();
  expect(clocksOf(it.state).find(({ key }) => key === '办理')?.limit.amount).toBe(30);
  expect(runOf(it.state).notices.map(({ text: { title } }) => title)).toContain('延期告知书');
});

test('预览与实办一致，且什么也不改变', () => {
  const it = sample().upTo('决定');
  const body = { type: 'decide', act: '决定', outcome: '同意' } as const;
  const before = it.state;
  const seen = preview(it.state, it.command(body, li));
  expect(it.state).toBe(before);
  if (seen.kind !== 'accepted') throw new Error('refused');
  it.submit(body, li);
  expect(seen.opens.map(({ key }) => key)).toEqual(it.open);
  expect(seen.closes.map(({ key }) => key)).toEqual(['决定']);
  expect(seen.sends.map(({ key }) => key)).toEqual(runOf(it.state).effects.map(({ key }) => key));
  const refused = preview(it.state, it.command({ type: 'claim', act: '决定' }, li));
  expect(refused.kind === 'refused' && refused.refusal.code).toBe('ALREADY_DECIDED');
});

test('台账每一条都写明谁、以何职务、县时间、实际时间、命令编号和各版本', () => {
  const it = sample().upTo('审查');
  const entry = it.ledger.at(-1);
  expect(entry).toMatchObject({
    seq: 2,
    at: start,
    wall: start,
    actor: { kind: 'officer', person: '张三', post: { unit: '镇', role: '经办' } },
    commandId: 'c1',
    processVersion: 1,
    calendarVersion: countyCalendar.version,
    event: { type: 'decided', act: '受理', basis },
  });
});

test('名称里有“/”或“#”的环节和分支不成立：它会与别的环节同名', () => {
  const named = (name: string) => ({
    ...process,
    *body(c: Context<CaseInput>): Step<Result> {
      yield* c.each('会办', [name], String, (unit) =>
        c.decide(unit, { by: desk, outcomes: { 同意: outcome() }, basis }),
      );
      return c.close('办结');
    },
  });
  for (const name of ['初审#2', '公安/协查'])
    expect(() => runOf({ ...sample().state, process: named(name) })).toThrow('名称里不能有');
});

test('申请人只答复向申请人提出的环节，不能退回、转办、认领；别人的申请人更不能', () => {
  const asking = {
    ...process,
    *body(c: Context<CaseInput>): Step<Result> {
      yield* c.askApplicant('补正', { by: desk, outcomes: { 已补: outcome() }, basis });
      return c.close('办结');
    },
  };
  const it = sample();
  it.state = { ...it.state, process: asking };
  const refusedFor = (body: CommandBody, actor: Actor) => it.submit(body, actor)?.code;
  expect(refusedFor({ type: 'claim', act: '补正' }, applicant)).toBe('NOT_YOURS');
  expect(
    refusedFor(
      { type: 'transfer', act: '补正', to: { unit: '镇', person: '李四' }, opinion: '转' },
      applicant,
    ),
  ).toBe('NOT_YOURS');
  expect(
    refusedFor({ type: 'return', act: '补正', target: '受理', mode: 'redo', opinion: '退' }, applicant),
  ).toBe('NOT_YOURS');
  const other: Actor = { kind: 'applicant', identity: 'hash-别人' };
  expect(refusedFor({ type: 'decide', act: '补正', outcome: '已补' }, other)).toBe('NOT_YOURS');
  expect(refusedFor({ type: 'decide', act: '补正', outcome: '已补' }, applicant)).toBeUndefined();
});

/** A case of its own small process, with the sample's people. */
function caseOf(body: (c: Context<CaseInput>) => Step<Result>): Sample {
  const it = sample();
  it.state = { ...it.state, process: { ...process, body } };
  return it;
}
const asked = { by: desk, outcomes: { 同意: outcome(), 不同意: outcome() }, basis };

test('直达重办并行的一支后，仍然有效的决定所发出的，编号、日期都不变，不再发一次', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.all({ visit: c.decide('入户', asked), check: c.decide('核对', asked) });
    const { value } = yield* c.race({ decided: c.decide('确认', asked), complaint: c.await('来信') });
    c.send('短信', { system: 'sms', payload: { told: c.known('来信').length, on: c.today() } });
    yield* c.serve('送达', asked);
    return c.close('outcome' in value ? value.outcome : '');
  });
  for (const act of ['入户', '核对', '确认']) it.decide(act, '同意');
  const before = runOf(it.state).effects.map(({ position: _p, ...said }) => said);
  it.now += 3 * dayMs;
  it.submit({ type: 'supplement', fact: '来信', data: { 摘要: '有车' } });
  it.submit({ type: 'return', act: '送达', target: '入户', mode: 'direct', opinion: '补签字' });
  it.decide('入户', '同意');
  expect(it.open).toEqual(['送达']);
  expect(runOf(it.state).effects.map(({ position: _p, ...said }) => said)).toEqual(before);
});

test('已发出不能撤销的，其前并行各支的决定都不能拿回、退回，也不能撤回、终止', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.all({ a: c.decide('甲', asked), b: c.decide('乙', asked) });
    c.send('列入发放名单', { system: 'bank', payload: {}, irrevocable: true });
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

test('输了的分支，在胜出之后不再说什么：不发短信、不起算时限、不贴标签', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.race({
      first: c.decide('甲', asked),
      second: function* (): Step<void> {
        yield* c.await('来信');
        c.send('短信', { system: 'sms', payload: {} });
        c.startClock('复查', workingDays(3), { kind: '承诺' });
        c.label('来信', '有');
      },
    });
    yield* c.decide('乙', asked);
    return c.close('办结');
  });
  it.decide('甲', '同意');
  it.submit({ type: 'supplement', fact: '来信', data: { 摘要: '晚到' } });
  const { effects, clocks, labels } = runOf(it.state);
  expect({ effects, clocks, labels }).toEqual({ effects: [], clocks: [], labels: {} });
});

test('停时限先找自己分支里的，再往外找，不碰并行分支里同名的', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.each('会办', ['公安', '人社'], String, function* (name): Step<void> {
      c.startClock('协查', workingDays(5), { kind: '承诺' });
      yield* c.decide('协查', { ...asked, separateFrom: ['协查'] });
      if (name === '公安') c.stopClock('协查');
    });
    return c.close('办结');
  });
  it.decide('会办/公安/协查', '同意');
  expect(runOf(it.state).clocks.map(({ key, stopped }) => [key, stopped !== undefined])).toEqual([
    ['会办/公安/协查', true],
    ['会办/人社/协查', false],
  ]);
});

test('职责分离两个方向都算，只在各自的分支里', () => {
  const it = caseOf(function* (c): Step<Result> {
    yield* c.each('会办', ['公安', '人社'], String, (name) =>
      c.all({
        a: c.decide('核查', asked),
        b: c.decide('复核', { ...asked, separateFrom: ['核查'] }),
        c: name === '公安' ? c.decide('记录', asked) : c.decide('归档', asked),
      }),
    );
    return c.close('办结');
  });
  it.decide('会办/公安/复核', '同意', zhang);
  expect(it.decide('会办/公安/核查', '同意', zhang)?.code).toBe('SEPARATION_OF_DUTIES');
  expect(it.decide('会办/人社/核查', '同意', zhang)).toBeUndefined();
});

test('法定时限起算之前的环节不能退回，除非流程写明重新起算；重新起算的时限不带着原来的延期', () => {
  const started = (onReturn: object) =>
    caseOf(function* (c): Step<Result> {
      yield* c.decide('甲', asked);
      c.startClock('办理', workingDays(20), {
        kind: '法定',
        ...onReturn,
        extension: {
          to: workingDays(30),
          reasons: ['情况复杂'],
          approver: county,
          notice: (reason) => ({ title: '延期告知书', paragraphs: [reason] }),
        },
      });
      yield* c.decide('乙', asked);
      return c.close('办结');
    });
  const back = { type: 'return', act: '乙', target: '甲', mode: 'redo', opinion: '有误' } as const;
  const fixed = started({});
  fixed.decide('甲', '同意');
  expect(fixed.submit(back)?.code).toBe('RETURN_NOT_ALLOWED');
  expect(fixed.submit({ type: 'takeBack', act: '甲', opinion: '有误' })?.code).toBe('RETURN_NOT_ALLOWED');
  const anew = started({ onReturn: 'restart' });
  anew.decide('甲', '同意');
  anew.submit({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }, inspector);
  expect(clocksOf(anew.state)[0]?.limit.amount).toBe(30);
  expect(anew.submit(back)).toBeUndefined();
  anew.decide('甲', '同意');
  expect(clocksOf(anew.state)[0]?.limit.amount).toBe(20);
});

test('任职已满的，不能再拿回自己原来的决定', () => {
  const it = sample().upTo('审查');
  const former = officer('赵六', { to: '2026-03-31' });
  it.decide('会签', '同意', former);
  it.now = Date.parse('2026-04-01T09:00:00+08:00');
  expect(it.submit({ type: 'takeBack', act: '会签', opinion: '有误' }, former)?.code).toBe('NOT_YOURS');
});
