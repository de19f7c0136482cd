/** A small case in memory, with its people: the whole engine and nothing else. */
import type { Actor, Office, Officer, Post } from '../../contract/actor.ts';
import type { CommandBody, FormInput } from '../../contract/command.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { Rule } from '../../contract/rule.ts';
import { countyCalendar } from '../../county/pingluo/calendar.ts';
import { choice, text } from '../../engine/forms/form.ts';
import { handle, open } from '../../engine/handle.ts';
import type { Entry } from '../../engine/ledger/entry.ts';
import { type CaseState, runOf } from '../../engine/ledger/state.ts';
import { outcome } from '../../engine/process/act.ts';
import {
  type AnyProcess,
  type CaseInput,
  type Context,
  defineProcess,
  type Result,
  type Step,
} from '../../engine/process/definition.ts';
import type { FactKind, Policy } from '../../engine/process/policy.ts';
import type { NoticeText } from '../../engine/process/said.ts';

export const desk = { unit: '镇', role: '经办' };
export const county = { unit: '局', role: '督查' };
export const basis = '某办法第三条';
export const workingDays = (amount: number) => ({ amount, unit: 'workingDays', basis }) as const;
export const start = Date.parse('2026-03-02T09:00:00+08:00');

export const officer = (person: string, post: Partial<Post> = {}): Officer => ({
  kind: 'officer',
  person,
  name: person,
  post: { id: person, ...desk, from: '2024-01-01', ...post },
  identity: `hash-${person}`,
});
export const zhang = officer('张三');
export const li = officer('李四');
export const wang = officer('王五', { role: '负责人' });
export const inspector = officer('督查', county);
export const applicant: Actor = { kind: 'applicant', identity: 'hash-申请人' };

/** A limit of twenty working days that may become thirty. */
export const extendable = {
  to: workingDays(30),
  reasons: ['情况复杂'],
  approver: county,
  notice: (reason: string): NoticeText => ({ title: '延期告知书', effect: 'informs', paragraphs: [reason] }),
};

/** All that an office may do with a case besides its acts: tell it a fact, withdraw it, end it, suspend it. */
export const openTo = (by: Office, supervisor: Office): Policy => ({
  facts: { 来信: { by: [by], form: { 摘要: text('摘要', 20) }, basis } },
  withdrawal: { outcome: '撤回', by: [by], applicant: true, form: {}, basis },
  terminations: { 不配合: { outcome: '终止', by: [by], form: {}, basis } },
  suspensions: { 补正: { by: [by], basis } },
  supervisors: [supervisor],
});

/** 受理 → 审查 and 会签 side by side → 决定 → 送达. */
export const process = defineProcess({
  code: 'sample',
  version: 1,
  title: '样例',
  basis,
  numbering: { prefix: 'YL', word: '样例' },
  application: {},
  applicantIdentity: () => ({ masked: '', hash: '', sealed: '', birthDate: '2000-01-01', sex: '男' }),
  owner: 'sample',
  offices: {},
  headRole: '负责人',
  openedBy: 'window',
  registers: { 名册: { open: { 名称: '名称' }, soughtBy: ['名称', '代码'] } },
  rules: [],
  policy: () => openTo(desk, county),
  *body(c: Context<CaseInput>): Step<Result> {
    yield* c.decide('受理', { by: desk, outcomes: { 受理: outcome() }, basis, returnable: false });
    c.accept();
    c.startClock('办理', workingDays(20), {
      kind: '法定',
      extension: extendable,
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
    c.send('发证', {
      kind: decided.outcome === '不同意' ? 'final' : 'harmless',
      system: 'registry',
      payload: {},
    });
    yield* c.serve('送达', { by: desk, outcomes: { 送达: outcome() }, basis });
    return c.close(decided.outcome);
  },
});

export class Sample {
  state: CaseState;
  readonly ledger: Entry[];
  now = start;
  #n = 0;
  constructor(of: AnyProcess = process, rules: readonly Rule[] = [], form: FormInput = {}) {
    const opened = open(
      of,
      {
        caseNo: 'YL1',
        process: 'sample',
        version: 1,
        input: { unit: '镇', applicant: 'hash-申请人', parties: ['hash-王五'], form },
        calendar: countyCalendar,
        rules,
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

type Told = Pick<FactKind, 'form' | 'joining'>;

/** A case of its own small process, with the sample's people and what they may tell it. */
export const caseOf = (
  body: (c: Context<CaseInput>) => Step<Result>,
  told: { readonly [fact: string]: Told } = {},
): Sample => {
  const policy = process.policy({} as never, []);
  const facts = Object.fromEntries(
    Object.entries(told).map(([fact, kind]) => [fact, { by: [desk], basis, ...kind }]),
  );
  return new Sample({
    ...process,
    body,
    policy: () => ({ ...policy, facts: { ...policy.facts, ...facts } }),
  });
};
export const asked = { by: desk, outcomes: { 同意: outcome(), 不同意: outcome() }, basis };

/** 甲 → 乙 → 丙 → 丁, the last of which is open. */
export const inSequence = (): Sample => {
  const it = caseOf(function* (c): Step<Result> {
    for (const name of ['甲', '乙', '丙', '丁']) yield* c.decide(name, asked);
    return c.close('办结');
  });
  for (const act of ['甲', '乙', '丙']) it.decide(act, '同意', li);
  return it;
};
export const back = (act: string, target: string, mode: 'redo' | 'direct') =>
  ({ type: 'return', act, target, mode, opinion: '有误' }) as const;
/** The acts whose decisions stand. */
export const standing = (it: Sample): readonly string[] => [...it.state.decisions.keys()].toSorted();
