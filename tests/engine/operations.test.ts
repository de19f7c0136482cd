/** Each operation on a small case, and every refusal the engine knows, each once: the table is exhaustive by type. */
import { expect, test } from 'vitest';
import type { Actor } from '../../contract/actor.ts';
import type { CommandBody } from '../../contract/command.ts';
import { type RefusalCode, refusals } from '../../contract/errors.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { countyCalendar } from '../../county/pingluo/calendar.ts';
import { clocksOf } from '../../engine/clock/case-clocks.ts';
import { dayMs } from '../../engine/clock/time.ts';
import { actState, runOf } from '../../engine/ledger/state.ts';
import { possible } from '../../engine/possible.ts';
import { preview } from '../../engine/preview.ts';
import { outcome } from '../../engine/process/act.ts';
import type { CaseInput, Context, Result, Step } from '../../engine/process/definition.ts';
import {
  applicant,
  asked,
  basis,
  county,
  desk,
  extendable,
  inspector,
  li,
  officer,
  openTo,
  process,
  Sample,
  start,
  wang,
  workingDays,
  zhang,
} from './small-case.ts';

/** How each refusal comes about. */
const provoked: Record<RefusalCode, () => Refusal | undefined> = {
  ACT_NOT_OPEN: () => new Sample().decide('决定', '同意'),
  ALREADY_DECIDED: () => new Sample().upTo('决定').decide('审查', '通过', li),
  CASE_CLOSED: () =>
    new Sample().upTo('办结').submit({ type: 'urge', act: '送达', opinion: '请尽快' }, inspector),
  CASE_MOVED_ON: () =>
    new Sample().upTo('审查').submit({ type: 'claim', act: '审查' }, zhang, { seenSeq: 1 }),
  NOT_YOURS: () => new Sample().upTo('审查').decide('审查', '通过', officer('外人', { unit: '邻镇' })),
  CLAIMED_BY_OTHER: () => {
    const it = new Sample().upTo('审查');
    it.submit({ type: 'claim', act: '审查' }, zhang);
    return it.decide('审查', '通过', li);
  },
  RECUSED: () => new Sample().upTo('审查').decide('审查', '通过', officer('王五')),
  NAMESAKE: () => {
    const it = new Sample({ ...process, relativesNamed: () => ['李四'] });
    const decide = (notRelated?: true) =>
      it.submit({ type: 'decide', act: '受理', outcome: '受理', notRelated }, li);
    const refused = decide();
    expect(decide(true)).toBeUndefined();
    expect(it.ledger.at(-1)?.event).toMatchObject({ type: 'decided', notRelated: true });
    return refused;
  },
  SEPARATION_OF_DUTIES: () => new Sample().upTo('决定').decide('决定', '同意', zhang),
  OUTCOME_UNKNOWN: () => new Sample().upTo('审查').decide('审查', '大概通过'),
  OUTCOME_NOT_YET: () => new Sample().upTo('审查').decide('审查', '逾期未答'),
  FORM_INVALID: () =>
    new Sample().upTo('审查').decide('审查', '不通过', zhang, { opinion: '超标', form: { 理由: '天气' } }),
  OPINION_REQUIRED: () =>
    new Sample().upTo('审查').decide('审查', '不通过', zhang, { form: { 理由: '收入超标' } }),
  RETURN_TARGET_NOT_EARLIER: () =>
    new Sample()
      .upTo('审查')
      .submit({ type: 'return', act: '审查', target: '会签', mode: 'redo', opinion: '有误' }),
  RETURN_NOT_ALLOWED: () =>
    new Sample()
      .upTo('审查')
      .submit({ type: 'return', act: '审查', target: '受理', mode: 'redo', opinion: '有误' }),
  NOT_YOUR_DECISION: () =>
    new Sample().upTo('决定').submit({ type: 'takeBack', act: '审查', opinion: '有误' }, li),
  ALREADY_ACTED_ON: () =>
    new Sample().upTo('送达').submit({ type: 'takeBack', act: '审查', opinion: '有误' }),
  ALREADY_LEFT: () => {
    const it = new Sample().upTo('决定');
    it.decide('决定', '不同意', li);
    return it.submit({ type: 'return', act: '送达', target: '会签', mode: 'direct', opinion: '有误' });
  },
  NOT_ASKED_YET: () =>
    new Sample()
      .upTo('审查')
      .submit(
        { type: 'answer', act: '核对', round: 1, answers: { 银行: {} } },
        { kind: 'system', name: '核对' },
      ),
  NOTHING_TO_AFFIRM: () =>
    new Sample().upTo('决定').submit({ type: 'affirm', act: '审查', opinion: '同意' }, li),
  REASON_NOT_LISTED: () =>
    new Sample().upTo('审查').submit({ type: 'suspend', reason: '太忙', opinion: '太忙' }),
  NOT_SUSPENDED: () => new Sample().upTo('审查').submit({ type: 'resume', opinion: '' }),
  ALREADY_SUSPENDED: () => {
    const it = new Sample().upTo('审查');
    it.submit({ type: 'suspend', reason: '补正', opinion: '等材料' });
    return it.submit({ type: 'suspend', reason: '补正', opinion: '等材料' });
  },
  CLOCK_NOT_RUNNING: () =>
    new Sample().submit({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }, inspector),
  NOT_EXTENDABLE: () =>
    new Sample()
      .upTo('审查')
      .submit({ type: 'extend', clock: '内部', reason: '情况复杂', opinion: '同意' }, inspector),
  ALREADY_EXTENDED: () => {
    const it = new Sample().upTo('审查');
    it.submit({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }, inspector);
    return it.submit({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }, inspector);
  },
  CLOCK_RUN_OUT: () => {
    const it = new Sample().upTo('审查');
    it.now += 60 * dayMs;
    return it.submit({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }, inspector);
  },
  NOT_AMENDABLE: () => new Sample().submit({ type: 'amend', changes: {}, opinion: '写错了' }),
  NOT_WITHDRAWABLE: () => {
    const { withdrawal: _notHere, ...policy } = openTo(desk, county);
    const it = new Sample({ ...process, policy: () => policy });
    return it.submit({ type: 'withdraw', opinion: '不办了' }, applicant);
  },
  REASON_NOT_SHOWN: () => {
    const extension = { ...extendable, stands: () => '没有登记。' };
    const it = new Sample({
      ...process,
      *body(c: Context<CaseInput>): Step<Result> {
        c.startClock('办理', workingDays(20), { kind: '法定', extension });
        yield* c.decide('受理', asked);
        return c.close('办结');
      },
    });
    return it.submit({ type: 'extend', clock: '办理', reason: '情况复杂', opinion: '同意' }, inspector);
  },
  FACT_NOT_NOW: () => {
    const during = { act: '审查', instead: '请等到审查时。' };
    const facts = { 来信: { by: [desk], form: {}, basis, during } };
    const it = new Sample({ ...process, policy: () => ({ ...openTo(desk, county), facts }) });
    const tell = () => it.submit({ type: 'supplement', fact: '来信', data: {} });
    const early = tell();
    it.upTo('审查');
    expect([early?.detail, tell()]).toEqual([expect.stringContaining('请等到审查时'), undefined]);
    it.decide('审查', '通过', li);
    return tell();
  },
  FACT_TOO_LATE: () => {
    const it = new Sample().upTo('审查');
    const until = { act: '审查', instead: '请另行登记。' };
    const facts = { 来信: { by: [desk], form: {}, basis, until } };
    it.state = {
      ...it.state,
      process: { ...it.state.process, policy: () => ({ ...process.policy({} as never, []), facts }) },
    };
    const tell = () => it.submit({ type: 'supplement', fact: '来信', data: {} });
    expect(tell()).toBeUndefined();
    it.decide('审查', '通过');
    return tell();
  },
  ENDING_TOO_LATE: () => {
    const until = { act: '受理', instead: '请办到底。' };
    const terminations = { 撤销: { outcome: '撤销', by: [desk], form: {}, basis, until } };
    const it = new Sample({ ...process, policy: () => ({ ...openTo(desk, county), terminations }) });
    const early = possible(it.state, zhang, it.now).endings.find(({ reason }) => reason === '撤销');
    expect(early?.mayNot).toBeUndefined();
    it.upTo('审查');
    return it.submit({ type: 'terminate', reason: '撤销', opinion: '不再需要' });
  },
  FACT_UNKNOWN: () => new Sample().submit({ type: 'supplement', fact: '传闻', data: {} }),
  TARGET_UNKNOWN: () =>
    new Sample().upTo('审查').submit({ type: 'transfer', act: '审查', to: { unit: '镇' }, opinion: '另办' }),
  COMMAND_ID_REUSED: () => new Sample().submit({ type: 'claim', act: '受理' }, zhang, { id: 'open' }),
  ALREADY_CLAIMED: () => {
    const it = new Sample();
    it.submit({ type: 'claim', act: '受理' });
    return it.submit({ type: 'claim', act: '受理' });
  },
  NOT_CLAIMED: () => new Sample().submit({ type: 'release', act: '受理' }),
};

test.each(Object.keys(refusals) as RefusalCode[])('%s：说清原因和下一步', (code) => {
  const refusal = provoked[code]();
  expect(refusal?.code).toBe(code);
  expect(refusal?.detail).toContain(refusals[code].next);
});

test('表单有误时逐项指出', () => {
  const refusal = new Sample()
    .upTo('审查')
    .decide('审查', '不通过', zhang, { opinion: '超标', form: { 理由: '天气', 多余: 1 } });
  expect(refusal?.fields?.map(({ field }) => field).sort()).toEqual(['多余', '理由']);
});

test('任职期限之外不得办理', () => {
  const former = officer('赵六', { to: '2026-03-01' });
  const refusal = new Sample().upTo('审查').decide('审查', '通过', former);
  expect(refusal?.code).toBe('NOT_YOURS');
  expect(refusal?.detail).toContain('任职不在有效期内');
});

test('认领后只由认领人办理，释放后他人可办', () => {
  const it = new Sample().upTo('审查');
  it.submit({ type: 'claim', act: '审查' });
  expect(actState(it.state, '审查').assignee).toBe('张三');
  it.submit({ type: 'release', act: '审查' }, wang);
  expect(it.decide('审查', '通过', li)).toBeUndefined();
});

test('转办给本单位另一人，原经办人不能再办；跨单位转办由督查岗位办理', () => {
  const it = new Sample().upTo('审查');
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
  const it = new Sample().upTo('送达');
  it.submit({ type: 'return', act: '送达', target: '审查', mode: 'redo', opinion: '核对有误' });
  expect(it.open).toEqual(['审查']);
  expect([...it.state.decisions.keys()]).toEqual(['受理', '会签']);
  expect(it.state.superseded.map(({ key }) => key)).toEqual(['审查', '决定']);
  expect(actState(it.state, '审查').round).toBe(2);
});

test('退回直达：只重办该环节，后面的决定等它重新作出后继续有效', () => {
  const it = new Sample().upTo('送达');
  it.submit({ type: 'return', act: '送达', target: '审查', mode: 'direct', opinion: '补签字' });
  expect(it.open).toEqual(['审查']);
  it.decide('审查', '通过');
  expect(it.open).toEqual(['送达']);
  expect(it.state.decisions.get('决定')?.outcome).toBe('同意');
});

test('退回不动法定时限', () => {
  const it = new Sample().upTo('决定');
  const before = clocksOf(it.state).find(({ key }) => key === '办理')?.deadline?.dueAt;
  it.now += 3 * dayMs;
  it.submit({ type: 'return', act: '决定', target: '审查', mode: 'redo', opinion: '有误' }, li);
  expect(clocksOf(it.state).find(({ key }) => key === '办理')?.deadline?.dueAt).toBe(before);
});

test('尚无人接手的，可以拿回；已对外发出的，不能拿回', () => {
  const it = new Sample().upTo('送达');
  expect(it.submit({ type: 'takeBack', act: '决定', opinion: '有误' }, li)).toBeUndefined();
  expect(it.open).toEqual(['决定']);
  it.decide('决定', '不同意', li);
  expect(it.submit({ type: 'takeBack', act: '决定', opinion: '有误' }, li)?.code).toBe('ALREADY_LEFT');
});

test('挂起期间各项时限都停，恢复后恰好顺延', () => {
  const it = new Sample().upTo('审查');
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
  const it = new Sample().upTo('审查');
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
  const it = new Sample().upTo('决定');
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
  const it = new Sample().upTo('审查');
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
    expect(() => runOf({ ...new Sample().state, process: named(name) })).toThrow('名称里不能有');
});

test('申请人只答复向申请人提出的环节，不能退回、转办、认领；别人的申请人更不能', () => {
  const asking = {
    ...process,
    *body(c: Context<CaseInput>): Step<Result> {
      yield* c.askApplicant('补正', { by: desk, outcomes: { 已补: outcome() }, basis });
      return c.close('办结');
    },
  };
  const it = new Sample();
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
