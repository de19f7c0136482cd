/**
 * Random small processes: sequences, choices, loops, nested all / each / race, lists that change, facts awaited and
 * known, with limits, clocks, notices, briefs and effects of every kind.
 */
import fc from 'fast-check';
import type { Office } from '../../contract/actor.ts';
import type { Limit } from '../../contract/limit.ts';
import { identity, optional, text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import {
  type AnyProcess,
  type CaseInput,
  type Context,
  defineProcess,
  type Result,
  type Step,
} from '../../engine/process/definition.ts';
import { extendable, openTo } from './small-case.ts';

type Says = 'nothing' | 'publicly' | 'harmless' | 'undoable' | 'final';
export type Leaf =
  | {
      readonly kind: 'decide';
      readonly within?: Limit;
      readonly expires: boolean;
      readonly separate: boolean;
      /** The decider is shown what was answered before. */
      readonly brief: boolean;
      readonly says: Says;
    }
  | { readonly kind: 'inquire'; readonly sources: number };
export type Shape =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'sequence'; readonly steps: readonly Shape[] }
  | { readonly kind: 'choice'; readonly yes: Shape; readonly no: Shape }
  | { readonly kind: 'loop'; readonly steps: readonly Leaf[] }
  | { readonly kind: 'all' | 'race'; readonly branches: readonly Shape[] }
  | { readonly kind: 'each'; readonly width: number; readonly branch: Shape }
  /** Over a list that depends on what was answered before. */
  | { readonly kind: 'list'; readonly branch: Shape }
  | { readonly kind: 'await' }
  | { readonly kind: 'known'; readonly yes: Shape; readonly no: Shape }
  | { readonly kind: 'accept' }
  | { readonly kind: 'clock'; readonly limit: Limit; readonly body: Shape };

export const office: Office = { unit: '镇', role: '经办' };
export const otherOffice: Office = { unit: '局', role: '经办' };
const maxRounds = 3;
export const plainLeaf: Leaf = {
  kind: 'decide',
  expires: false,
  separate: false,
  brief: false,
  says: 'nothing',
};
const outcomes = { 同意: outcome(), 不同意: outcome(), 再来: outcome() };
const withExpiry = { ...outcomes, 到期: outcome() };

const limit: fc.Arbitrary<Limit> = fc.record({
  amount: fc.integer({ min: 1, max: 12 }),
  unit: fc.constantFrom('workingDays', 'days', 'months', 'workingHours', 'minutes'),
  basis: fc.constant('某办法'),
});
const manner = {
  brief: fc.nat(2).map((n) => n === 0),
  says: fc.constantFrom<Says>(
    'nothing',
    'nothing',
    'nothing',
    'nothing',
    'nothing',
    'nothing',
    'publicly',
    'publicly',
    'harmless',
    'undoable',
    'undoable',
    'final',
  ),
};
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      expires: fc.constant(false),
      separate: fc.nat(5).map((n) => n === 0),
      ...manner,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      within: limit,
      expires: fc.boolean(),
      separate: fc.constant(false),
      ...manner,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('inquire' as const), sources: fc.integer({ min: 1, max: 3 }) }),
  },
);

const anyShape: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape; leafShape: Shape }>((tie) => ({
  leafShape: leaf.map((inner): Shape => ({ kind: 'leaf', leaf: inner })),
  shape: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    tie('leafShape'),
    fc.record({
      kind: fc.constant('sequence' as const),
      steps: fc.array(tie('shape'), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'race' as const),
      branches: fc.array(tie('shape'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('each' as const),
      width: fc.integer({ min: 0, max: 3 }),
      branch: tie('shape'),
    }),
    fc.record({
      kind: fc.constantFrom('choice' as const, 'known' as const),
      yes: tie('shape'),
      no: tie('shape'),
    }),
    fc.record({ kind: fc.constant('list' as const), branch: tie('shape') }),
    fc.constantFrom({ kind: 'await' as const }, { kind: 'accept' as const }),
    fc.record({ kind: fc.constant('loop' as const), steps: fc.array(leaf, { minLength: 1, maxLength: 2 }) }),
    fc.record({ kind: fc.constant('clock' as const), limit, body: tie('shape') }),
  ),
})).shape;

export const shape: fc.Arbitrary<Shape> = fc
  .array(anyShape, { minLength: 2, maxLength: 3 })
  .map((steps) => ({ kind: 'sequence', steps }));

const partsOf = (s: Shape): readonly Shape[] => {
  switch (s.kind) {
    case 'leaf':
    case 'loop':
    case 'await':
    case 'accept':
      return [];
    case 'sequence':
      return s.steps;
    case 'choice':
    case 'known':
      return [s.yes, s.no];
    case 'all':
    case 'race':
      return s.branches;
    case 'each':
    case 'list':
      return [s.branch];
    case 'clock':
      return [s.body];
  }
};

/** Whether a shape has a part of one of these kinds anywhere. */
export const has = (s: Shape, ...kinds: readonly Shape['kind'][]): boolean =>
  kinds.includes(s.kind) || partsOf(s).some((part) => has(part, ...kinds));

/** Where an act stands in its shape, written by the interpreter and not by the engine: the oracle for 退回. */
type Step_ = { readonly parallel: boolean; readonly index: number };
export type Place = readonly Step_[];

export type RandomProcess = { readonly process: AnyProcess; readonly places: Map<string, Place> };

/** Two acts are concurrent where their ways part at a parallel node; else the smaller index comes first. */
export function order(a: Place, b: Place): 'same' | 'before' | 'after' | 'concurrent' {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i] as Step_, b[i] as Step_];
    if (x.index === y.index) continue;
    if (x.parallel) return 'concurrent';
    return x.index < y.index ? 'before' : 'after';
  }
  return 'same';
}

/** The name of a part, given in the order in which parts are met. */
export function nameIn(names: Map<Shape | Leaf, string>, of: Shape | Leaf): string {
  const known = names.get(of) ?? `环节${names.size + 1}`;
  names.set(of, known);
  return known;
}

/** The process a shape describes; `places` fills as it runs. */
export function processOf(root: Shape, version = 1): RandomProcess {
  const places = new Map<string, Place>();
  const names = new Map<Shape | Leaf, string>();
  const nameOf = (of: Shape | Leaf): string => nameIn(names, of);
  /** Whether what is asked depends on when something was told. */
  const reads = has(root, 'known');

  function say(c: Context<CaseInput>, name: string, says: Says, answer: string, last: string): void {
    c.notice(`告知${name}`, { to: 'file', text: { title: name, effect: 'informs', paragraphs: [answer] } });
    const payload = { last };
    if (says === 'publicly') {
      c.notice(`公示${name}`, { to: 'public', text: { title: name, effect: 'informs', paragraphs: [last] } });
      c.record('名册', { subject: name, from: c.today(), data: { last } });
    } else if (says === 'undoable')
      c.send(`发出${name}`, { kind: says, system: '对方', payload, undoing: { undo: last } });
    else if (says !== 'nothing') c.send(`发出${name}`, { kind: says, system: '对方', payload });
  }

  /** Asks, and answers with what was answered. `last` is what was answered before on this way. */
  function* ask(
    c: Context<CaseInput>,
    of: Shape | Leaf,
    inner: Leaf,
    at: { readonly scope: string; readonly place: Place; readonly last: string; readonly round?: number },
  ): Step<string> {
    const { scope, place, last, round = 1 } = at;
    const name = nameOf(of);
    places.set(`${scope}${name}${round > 1 ? `#${round}` : ''}`, place);
    if (inner.kind === 'inquire') {
      const sources = Array.from({ length: inner.sources }, (_, i) => `来源${i + 1}`);
      yield* c.inquire(name, {
        by: office,
        system: '核对',
        sources,
        question: { last },
        outcomes: {},
        basis: '某办法',
      });
      return '同意';
    }
    const { within, expires, separate, brief, says } = inner;
    const common = {
      by: office,
      basis: '某办法',
      ...(within ? { within } : {}),
      ...(separate ? { separateFrom: ['首办'] } : {}),
      ...(brief ? { brief: { last, ...(reads ? { called: String(c.input.form['称呼']) } : {}) } } : {}),
    };
    const answered =
      expires && within
        ? yield* c.decide(name, { ...common, outcomes: withExpiry, expires: '到期' })
        : yield* c.decide(name, { ...common, outcomes });
    say(c, name, says, answered.outcome, last);
    return answered.outcome;
  }

  /** Walks a part and answers with what was answered last in it. */
  function* walk(c: Context<CaseInput>, at: Shape, scope: string, place: Place, last: string): Step<string> {
    const inSequence = (index: number): Place => [...place, { parallel: false, index }];
    const inParallel = (index: number): Place => [...place, { parallel: true, index }];
    switch (at.kind) {
      case 'leaf':
        return yield* ask(c, at, at.leaf, { scope, place, last });
      case 'sequence': {
        let answer = last;
        for (const [i, step] of at.steps.entries())
          answer = yield* walk(c, step, scope, inSequence(i), answer);
        return answer;
      }
      case 'choice': {
        const answer = yield* ask(c, at, plainLeaf, { scope, place: inSequence(0), last });
        return yield* walk(c, answer === '同意' ? at.yes : at.no, scope, inSequence(1), answer);
      }
      case 'known': {
        const chosen = c.known('来信').length % 2 ? at.yes : at.no;
        return yield* walk(c, chosen, scope, inSequence(0), last);
      }
      case 'await':
        yield* c.await('来信');
        return last;
      case 'accept':
        c.accept();
        return last;
      case 'loop': {
        let answer = last;
        for (let round = 1; round <= maxRounds; round++) {
          for (const [i, step] of at.steps.entries())
            answer = yield* ask(c, step, step, {
              scope,
              place: inSequence(round * 10 + i),
              last: answer,
              round,
            });
          if (answer !== '再来') return answer;
        }
        return answer;
      }
      case 'all':
        return Object.values(
          yield* c.all(
            Object.fromEntries(
              at.branches.map((branch, i) => [`${i}`, () => walk(c, branch, scope, inParallel(i), last)]),
            ),
          ),
        ).join('、');
      case 'race': {
        const { winner, value } = yield* c.race(
          Object.fromEntries(
            at.branches.map((branch, i) => [`${i}`, () => walk(c, branch, scope, inParallel(i), last)]),
          ),
        );
        return `${winner}${value}`;
      }
      case 'each':
      case 'list': {
        const group = nameOf(at);
        const width = at.kind === 'each' ? at.width : 2;
        const from = at.kind === 'list' && last.endsWith('同意') ? 1 : 0;
        const list = Array.from({ length: width }, (_, i) => i + from);
        return (yield* c.each(
          group,
          list,
          (i) => `部门${i}`,
          (i) => walk(c, at.branch, `${scope}${group}/部门${i}/`, inParallel(i), last),
        )).join('、');
      }
      case 'clock': {
        const clock = `时限·${nameOf(at)}`;
        c.startClock(clock, at.limit, {
          kind: '法定',
          onReturn: 'restart',
          extension: {
            ...extendable,
            to: { ...at.limit, amount: at.limit.amount * 2 },
            approver: otherOffice,
          },
        });
        c.notice(`张贴${clock}`, {
          to: 'public',
          text: { title: clock, effect: 'informs', paragraphs: [] },
          untilClock: clock,
        });
        const answer = yield* walk(c, at.body, scope, inSequence(0), last);
        c.stopClock(clock);
        return answer;
      }
    }
  }

  const process = defineProcess({
    registers: { 名册: { open: {}, soughtBy: ['last'] } },
    code: 'random',
    version,
    title: '随机流程',
    basis: '某办法',
    numbering: { prefix: 'SJ', word: '随机' },
    application: { 称呼: optional(text('称呼', 20)) },
    applicantIdentity: () => ({ masked: '', hash: '', sealed: '', birthDate: '2000-01-01', sex: '女' }),
    owner: 'sample',
    offices: {},
    headRole: '负责人',
    openedBy: 'window',
    rules: [],
    policy: () => ({
      ...openTo(office, otherOffice),
      amendments: { by: [office], basis: '某办法', never: {} },
      facts: {
        来信: { by: [office], form: {}, basis: '某办法' },
        近亲属: { by: [office], form: { identity: identity() }, basis: '某办法' },
      },
    }),
    *body(c: Context<CaseInput>): Step<Result> {
      if (!has(root, 'accept')) c.accept();
      const first = yield* c.decide('首办', { by: office, outcomes, basis: '某办法' });
      places.set('首办', [{ parallel: false, index: 0 }]);
      yield* walk(c, root, '', [{ parallel: false, index: 1 }], first.outcome);
      c.accept();
      return c.close(first.outcome);
    },
  });
  return { process, places };
}
