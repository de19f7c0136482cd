/** A random walk over one case: every operation the engine knows, aimed at what is there, with some aimed wrong. */
import fc from 'fast-check';
import type { Actor, Office, Officer } from '../../contract/actor.ts';
import type { CommandBody } from '../../contract/command.ts';
import type { RefusalCode } from '../../contract/errors.ts';
import { countyCalendar } from '../../county/pingluo/calendar.ts';
import { dayMs } from '../../engine/clock/time.ts';
import { handle, open } from '../../engine/handle.ts';
import { cardActs } from '../../engine/ledger/cards.ts';
import type { Entry } from '../../engine/ledger/entry.ts';
import { actState, type CaseState, isClosed, runOf } from '../../engine/ledger/state.ts';
import { unaffirmed } from '../../engine/operations/authority.ts';
import { returnTargets } from '../../engine/operations/return.ts';
import { office, otherOffice, type RandomProcess } from './random-process.ts';

const kinds = [
  'decide',
  'decide',
  'decide',
  'decide',
  'decide',
  'decide',
  'answer',
  'answer',
  'claim',
  'release',
  'redo',
  'direct',
  'takeBack',
  'transfer',
  'urge',
  'supervise',
  'card',
  'suspend',
  'resume',
  'extend',
  'supplement',
  'amend',
  'expire',
  'repeat',
  'stale',
  'stranger',
  'adopt',
  'trouble',
  'withdraw',
  'terminate',
  'disclose',
  'affirm',
  'move',
] as const;
export type Move = {
  readonly kind: (typeof kinds)[number];
  readonly a: number;
  readonly b: number;
  readonly wait: number;
};

export const moves = (maxLength: number): fc.Arbitrary<readonly Move[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      a: fc.nat(1_000),
      b: fc.nat(1_000),
      wait: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 * dayMs })),
    }),
    { minLength: 6, maxLength, size: 'max' },
  );

const officer = (person: string, { unit, role }: Office): Officer => ({
  kind: 'officer',
  person,
  name: person,
  post: { id: `${person}/${unit}`, unit, role, from: '2020-01-01' },
  identity: `hash-${person}`,
});
export const people = [officer('张三', office), officer('李四', office), officer('王五', office)] as const;
/** Acts only when all is to be ended: whoever must be apart from all who have acted. */
const spare = officer('赵六', office);
const supervisor = officer('督查', otherOffice);
const stranger = officer('外人', { unit: '别处', role: '经办' });
const start = Date.parse('2025-12-20T09:00:00+08:00');

const pick = <T>(list: readonly T[], n: number): T | undefined =>
  list.length ? list[n % list.length] : undefined;

function bodyOf(state: CaseState, { kind, a, b }: Move): { body: CommandBody; actor: Actor } | undefined {
  const run = runOf(state);
  const act = pick(run.open, a);
  const holder = act && actState(state, act.key).assignee;
  const everybody = [...people, stranger];
  const actor =
    (b % 4 ? everybody.find(({ person }) => person === holder) : undefined) ?? (people[b % 3] as Officer);
  const done = pick(run.trace, a);
  switch (kind) {
    case 'decide':
    case 'stale':
    case 'stranger': {
      const human =
        pick(
          run.open.filter((o) => o.kind !== 'inquire'),
          a,
        ) ?? done?.act;
      const outcome = pick(Object.keys(human?.outcomes ?? {}), b);
      if (!human || !outcome) return undefined;
      return {
        body: { type: 'decide', act: human.key, outcome, form: {}, opinion: '' },
        actor: kind === 'stranger' ? stranger : actor,
      };
    }
    case 'answer': {
      const asked =
        pick(
          run.open.filter(({ inquiry }) => inquiry),
          a,
        ) ??
        pick(
          run.trace.map((v) => v.act).filter(({ inquiry }) => inquiry),
          a,
        );
      const source = pick(asked?.inquiry?.sources ?? [], b);
      if (!asked || !source) return undefined;
      const round = actState(state, asked.key).round - (b % 5 === 0 ? 1 : 0);
      const together = b % 3 === 0 ? (asked.inquiry?.sources ?? []) : [source];
      const answers = Object.fromEntries(together.map((name) => [name, { n: b }]));
      return {
        body: { type: 'answer', act: asked.key, round, answers },
        actor: { kind: 'system', name: '核对' },
      };
    }
    case 'claim':
    case 'release':
      return act && { body: { type: kind, act: act.key }, actor };
    case 'redo':
    case 'direct': {
      const target = act && pick(returnTargets(state, act.key), b);
      const aimed = target ?? pick(run.trace, b);
      return (
        act &&
        aimed && {
          body: { type: 'return', act: act.key, target: aimed.act.key, mode: kind, opinion: '重办' },
          actor,
        }
      );
    }
    case 'takeBack':
      return done && { body: { type: 'takeBack', act: done.act.key, opinion: '有误' }, actor };
    case 'transfer': {
      const to =
        b % 3 === 0
          ? { unit: '别处', person: '外人' }
          : { unit: office.unit, person: (people[b % 3] as { person: string }).person };
      return (
        act && {
          body: { type: 'transfer', act: act.key, to, opinion: '另办' },
          actor: b % 2 ? supervisor : actor,
        }
      );
    }
    case 'urge':
      return act && { body: { type: 'urge', act: act.key, opinion: '请尽快' }, actor: supervisor };
    case 'supervise':
      return (
        act && {
          body: {
            type: 'supervise',
            act: act.key,
            demand: '请说明',
            reply: { amount: 1 + (b % 5), unit: 'workingDays' },
          },
          actor: b % 5 ? supervisor : actor,
        }
      );
    case 'card': {
      const asked = pick(cardActs(state), a);
      const outcome = pick(Object.keys(asked?.outcomes ?? {}), b);
      if (!asked || !outcome) return undefined;
      const form = Object.keys(asked.outcomes[outcome]?.form ?? {}).length > 0 ? { text: '说明' } : {};
      return {
        body: { type: 'decide', act: asked.key, outcome, form, opinion: '属实' },
        actor: asked.by.unit === supervisor.post.unit ? supervisor : actor,
      };
    }
    case 'suspend':
      return { body: { type: 'suspend', reason: '补正', opinion: '等材料' }, actor };
    case 'resume':
      return { body: { type: 'resume', opinion: '材料已齐' }, actor };
    case 'extend': {
      const clock = pick(run.clocks, a);
      return (
        clock && {
          body: { type: 'extend', clock: clock.key, reason: '情况复杂', opinion: '同意' },
          actor: supervisor,
        }
      );
    }
    case 'supplement':
      return { body: { type: 'supplement', fact: '来信', data: {} }, actor };
    case 'amend':
      return { body: { type: 'amend', changes: { 称呼: `称呼${b}` }, opinion: '写错了' }, actor };
    case 'adopt':
      return {
        body: { type: 'adopt', calendar: { ...countyCalendar, version: `v${a}` }, rules: [] },
        actor: { kind: 'system', name: '规则发布' },
      };
    case 'trouble':
      return {
        body: { type: b % 2 ? 'trouble' : 'recover', system: '核对', subject: 's' },
        actor: { kind: 'system', name: 'case' },
      };
    case 'expire':
    case 'repeat':
      return { body: { type: 'expire' }, actor: { kind: 'system', name: 'case' } };
    // Never more than one of the three: somebody must be left to act.
    case 'disclose':
      return a % 4
        ? undefined
        : {
            body: {
              type: 'supplement',
              fact: '近亲属',
              data: {
                identity: { hash: `hash-${people[0].person}`, sealed: 'x', masked: '' },
              },
            },
            actor,
          };
    case 'affirm': {
      const listed = pick(unaffirmed(state), a) ?? done;
      return listed && { body: { type: 'affirm', act: listed.act.key, opinion: '属实' }, actor };
    }
    case 'move':
      return a % 3
        ? undefined
        : {
            body: {
              type: 'move',
              version: 3 - state.version,
              calendar: countyCalendar,
              rules: [],
              reason: '修订',
            },
            actor: { kind: 'system', name: '换版' },
          };
    case 'withdraw':
      return a % 4
        ? undefined
        : { body: { type: 'withdraw', opinion: '不办了' }, actor: { kind: 'applicant', identity: '' } };
    case 'terminate':
      return a % 4 ? undefined : { body: { type: 'terminate', reason: '不配合', opinion: '不配合' }, actor };
  }
}

export type Taken = {
  readonly before: CaseState;
  readonly after: CaseState;
  readonly body: CommandBody;
  readonly entries: readonly Entry[];
};
export type Walk = {
  readonly versions: readonly RandomProcess[];
  readonly ledger: readonly Entry[];
  /** The live state after each entry-writing command, with the ledger's length then. */
  readonly taken: readonly Taken[];
  readonly refused: readonly {
    readonly code: RefusalCode;
    readonly before: CaseState;
    readonly body: CommandBody;
  }[];
  readonly repeats: readonly boolean[];
  readonly state: CaseState;
  readonly now: number;
};

export function walk(versions: readonly RandomProcess[], moved: readonly Move[]): Walk {
  const { process } = versions[0] as RandomProcess;
  const opened = open(
    process,
    {
      caseNo: 'SJ1',
      process: process.code,
      version: 1,
      input: { unit: '镇', applicant: '', parties: [], form: {} },
      calendar: countyCalendar,
      rules: [],
    },
    { id: 'open', hash: '', at: start, wall: start, actor: people[0] },
  );
  const ledger: Entry[] = [...opened.entries];
  const taken: Taken[] = [];
  const refused: { code: RefusalCode; before: CaseState; body: CommandBody }[] = [];
  const repeats: boolean[] = [];
  let state: CaseState = { ...opened.state, versions: versions.map((version) => version.process) };
  let now = start;
  const submit = (body: CommandBody, actor: Actor, id: string, seenSeq?: number): void => {
    const command = {
      id,
      hash: JSON.stringify(body),
      at: now,
      wall: now,
      actor,
      body,
      ...(seenSeq === undefined ? {} : { seenSeq }),
    };
    const handled = handle(state, command);
    if (handled.kind === 'refused') refused.push({ code: handled.refusal.code, before: state, body });
    if (handled.kind !== 'accepted') return;
    if (handled.entries.length > 0)
      taken.push({ before: state, after: handled.state, body, entries: handled.entries });
    ledger.push(...handled.entries);
    state = handled.state;
    if (handled.entries.some(({ commandId }) => commandId === id)) {
      const again = handle(state, command);
      repeats.push(again.kind === 'repeated');
    }
  };
  for (const [i, move] of moved.entries()) {
    now += move.wait;
    const aimed = bodyOf(state, move);
    if (aimed) submit(aimed.body, aimed.actor, `c${i}`, move.kind === 'stale' ? state.seq - 1 : undefined);
  }
  // Whoever is left decides, so that every walk has an end; the count of steps is bounded by the process itself.
  const press = (body: CommandBody, actor: Actor, id: string): boolean => {
    const before = state;
    submit(body, actor, id);
    return state !== before;
  };
  for (let i = 0; !isClosed(state); i++) {
    if (i > 400) throw new Error('the case does not end');
    now += dayMs;
    if (state.suspensions.some(({ until }) => until === undefined))
      people.some((actor, n) => press({ type: 'resume', opinion: '' }, actor, `resume${i}/${n}`));
    submit({ type: 'expire' }, { kind: 'system', name: 'case' }, `expire${i}`);
    if (isClosed(state)) break;
    const act = runOf(state).open[0];
    if (!act) {
      const told = [...people, spare].some((actor, n) =>
        press({ type: 'supplement', fact: '来信', data: {} }, actor, `fact${i}/${n}`),
      );
      if (!told) throw new Error('a live case with nothing open takes no fact');
      continue;
    }
    if (act.inquiry) {
      const { round } = actState(state, act.key);
      for (const source of act.inquiry.sources)
        submit(
          { type: 'answer', act: act.key, round, answers: { [source]: {} } },
          { kind: 'system', name: '核对' },
          `end${i}/${source}`,
        );
      continue;
    }
    const decided = [...people, spare].some(({ person, ...post }, n) => {
      const handed = { unit: office.unit, person };
      submit({ type: 'transfer', act: act.key, to: handed, opinion: '指定' }, supervisor, `hand${i}/${n}`);
      const to = { ...post, person };
      return press(
        { type: 'decide', act: act.key, outcome: '同意', form: {}, opinion: '' },
        to,
        `end${i}/${n}`,
      );
    });
    if (!decided && !isClosed(state) && runOf(state).open.some(({ key }) => key === act.key))
      throw new Error(`nobody can decide ${act.key}`);
  }
  return { versions, ledger, taken, refused, repeats, state, now };
}
