/** Random small processes: sequences, choices, loops, and nested all / each / race, with limits and clocks. */
import fc from 'fast-check';
import type { Office } from '../../contract/actor.ts';
import type { Limit } from '../../contract/limit.ts';
import { outcome } from '../../engine/process/act.ts';
import {
  type AnyProcess,
  type CaseInput,
  type Context,
  defineProcess,
  type Result,
  type Step,
} from '../../engine/process/definition.ts';

type Leaf =
  | {
      readonly kind: 'decide';
      readonly within?: Limit;
      readonly expires: boolean;
      readonly separate: boolean;
    }
  | { readonly kind: 'inquire'; readonly sources: number };
export type Shape =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'sequence'; readonly steps: readonly Shape[] }
  | { readonly kind: 'choice'; readonly yes: Shape; readonly no: Shape }
  | { readonly kind: 'loop'; readonly steps: readonly Leaf[] }
  | { readonly kind: 'all' | 'race'; readonly branches: readonly Shape[] }
  | { readonly kind: 'each'; readonly width: number; readonly branch: Shape }
  | { readonly kind: 'clock'; readonly limit: Limit; readonly body: Shape };

export const office: Office = { unit: '镇', role: '经办' };
export const otherOffice: Office = { unit: '局', role: '经办' };
const maxRounds = 3;
const outcomes = { 同意: outcome(), 不同意: outcome(), 再来: outcome() };
const withExpiry = { ...outcomes, 到期: outcome() };

const limit: fc.Arbitrary<Limit> = fc.record({
  amount: fc.integer({ min: 1, max: 12 }),
  unit: fc.constantFrom('workingDays', 'days', 'months', 'workingHours', 'minutes'),
  basis: fc.constant('某办法'),
});
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      expires: fc.constant(false),
      separate: fc.nat(5).map((n) => n === 0),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      within: limit,
      expires: fc.boolean(),
      separate: fc.constant(false),
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
    fc.record({ kind: fc.constant('choice' as const), yes: tie('shape'), no: tie('shape') }),
    fc.record({ kind: fc.constant('loop' as const), steps: fc.array(leaf, { minLength: 1, maxLength: 2 }) }),
    fc.record({ kind: fc.constant('clock' as const), limit, body: tie('shape') }),
  ),
})).shape;

export const shape: fc.Arbitrary<Shape> = fc
  .array(anyShape, { minLength: 2, maxLength: 3 })
  .map((steps) => ({ kind: 'sequence', steps }));

export const hasRace = (s: Shape): boolean => {
  switch (s.kind) {
    case 'leaf':
    case 'loop':
      return false;
    case 'sequence':
      return s.steps.some(hasRace);
    case 'choice':
      return hasRace(s.yes) || hasRace(s.no);
    case 'all':
      return s.branches.some(hasRace);
    case 'race':
      return true;
    case 'each':
      return hasRace(s.branch);
    case 'clock':
      return hasRace(s.body);
  }
};

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

/** The process a shape describes; `places` fills as it runs. */
export function processOf(root: Shape): RandomProcess {
  const places = new Map<string, Place>();
  const names = new Map<Shape | Leaf, string>();
  const nameOf = (of: Shape | Leaf): string => {
    const known = names.get(of) ?? `环节${names.size + 1}`;
    names.set(of, known);
    return known;
  };

  function* ask(
    c: Context<CaseInput>,
    of: Shape | Leaf,
    inner: Leaf,
    scope: string,
    place: Place,
    round = 1,
  ): Step<string> {
    const name = nameOf(of);
    places.set(`${scope}${name}${round > 1 ? `#${round}` : ''}`, place);
    if (inner.kind === 'inquire') {
      const sources = Array.from({ length: inner.sources }, (_, i) => `来源${i + 1}`);
      yield* c.inquire(name, {
        by: office,
        system: '核对',
        sources,
        question: {},
        outcomes: {},
        basis: '某办法',
      });
      return '同意';
    }
    const { within, expires, separate } = inner;
    const common = {
      by: office,
      basis: '某办法',
      ...(within ? { within } : {}),
      ...(separate ? { separateFrom: ['首办'] } : {}),
    };
    const answered =
      expires && within
        ? yield* c.decide(name, { ...common, outcomes: withExpiry, expires: '到期' })
        : yield* c.decide(name, { ...common, outcomes });
    c.notice(`告知${name}`, { to: 'file', text: { title: name, paragraphs: [answered.outcome] } });
    return answered.outcome;
  }

  function* walk(c: Context<CaseInput>, at: Shape, scope: string, place: Place): Step<void> {
    const inSequence = (index: number): Place => [...place, { parallel: false, index }];
    const inParallel = (index: number): Place => [...place, { parallel: true, index }];
    switch (at.kind) {
      case 'leaf':
        yield* ask(c, at, at.leaf, scope, place);
        return;
      case 'sequence':
        for (const [i, step] of at.steps.entries()) yield* walk(c, step, scope, inSequence(i));
        return;
      case 'choice': {
        const answer = yield* ask(
          c,
          at,
          { kind: 'decide', expires: false, separate: false },
          scope,
          inSequence(0),
        );
        yield* walk(c, answer === '同意' ? at.yes : at.no, scope, inSequence(1));
        return;
      }
      case 'loop':
        for (let round = 1; round <= maxRounds; round++) {
          let answer = '';
          for (const [i, step] of at.steps.entries())
            answer = yield* ask(c, step, step, scope, inSequence(round * 10 + i), round);
          if (answer !== '再来') return;
        }
        return;
      case 'all':
        yield* c.all(
          Object.fromEntries(
            at.branches.map((branch, i) => [`${i}`, () => walk(c, branch, scope, inParallel(i))]),
          ),
        );
        return;
      case 'race':
        yield* c.race(
          Object.fromEntries(
            at.branches.map((branch, i) => [`${i}`, () => walk(c, branch, scope, inParallel(i))]),
          ),
        );
        return;
      case 'each': {
        const group = nameOf(at);
        const list = Array.from({ length: at.width }, (_, i) => i);
        yield* c.each(
          group,
          list,
          (i) => `部门${i}`,
          (i) => walk(c, at.branch, `${scope}${group}/部门${i}/`, inParallel(i)),
        );
        return;
      }
      case 'clock': {
        const clock = `时限·${nameOf(at)}`;
        c.startClock(clock, at.limit, {
          kind: '法定',
          onReturn: 'restart',
          extension: {
            to: { ...at.limit, amount: at.limit.amount * 2 },
            reasons: ['情况复杂'],
            approver: otherOffice,
            notice: (reason) => ({ title: '延期', paragraphs: [reason] }),
          },
        });
        yield* walk(c, at.body, scope, inSequence(0));
        c.stopClock(clock);
        return;
      }
    }
  }

  const process = defineProcess({
    code: 'random',
    version: 1,
    title: '随机流程',
    basis: '某办法',
    numbering: { prefix: 'SJ', word: '随机' },
    application: {},
    applicantIdentity: () => ({ masked: '', hash: '', sealed: '', birthDate: '2000-01-01', sex: '女' }),
    owner: 'sample',
    offices: {},
    openedBy: 'window',
    rules: [],
    policy: () => ({
      facts: { 来信: { by: [office], form: {}, basis: '某办法' } },
      withdrawal: { outcome: '撤回', by: [office], applicant: true, form: {}, basis: '某办法' },
      terminations: { 不配合: { outcome: '终止', by: [office], form: {}, basis: '某办法' } },
      suspensions: { 补正: { by: [office], basis: '某办法' } },
      headRole: '负责人',
      supervisors: [otherOffice],
    }),
    *body(c: Context<CaseInput>): Step<Result> {
      c.accept();
      const first = yield* c.decide('首办', { by: office, outcomes, basis: '某办法' });
      places.set('首办', [{ parallel: false, index: 0 }]);
      yield* walk(c, root, '', [{ parallel: false, index: 1 }]);
      return c.close(first.outcome);
    },
  });
  return { process, places };
}
