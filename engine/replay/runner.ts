/** The machine behind `run`: keys, positions, moments, and what the process says on its way. */

import { house } from '../../contract/names.ts';
import type { Json, RuleName } from '../../contract/rule.ts';
import { dateOf } from '../clock/time.ts';
import {
  type Act,
  type ActKind,
  type ActOptions,
  allAnswered,
  type Fact,
  type InquiryOptions,
  type Moment,
  type Outcomes,
  outcome,
} from '../process/act.ts';
import {
  type Branch,
  blocked,
  type CaseInput,
  type Context,
  type LateJoiners,
  type LinkedOptions,
  type LinkedOutcome,
  ProcessDefinitionError,
  type Result,
  type RuleInForce,
  type Step,
  type WaitOptions,
} from '../process/definition.ts';
import { branchOf, type Cursor, join, newer, pass, passGhost, see, startOf, waitedFor } from './cursor.ts';
import type { OpenAct, RecordedDecision, Run, RunInput, Visit } from './derived.ts';
import { Emissions, type Mark } from './emissions.ts';
import { checkLimit } from './limits.ts';
import { isAt, type Position, relation } from './position.ts';
import { askedOf } from './question.ts';
import { ruleInForceAt } from './tables.ts';

/** A branch that waits is never resumed: the next run starts afresh. */
function* block(): Step<never> {
  yield blocked;
  throw new Error('a blocked branch is never resumed');
}

/** Keys are made of names with `/` and `#` between: a name that held one could be another act's key. */
function checkName(name: string): void {
  if (/[/#]/.test(name)) throw new ProcessDefinitionError(`名称里不能有“/”或“#”：${name}`);
}

/** A branch driven to its end or its first open act. */
type Driven = {
  readonly done: boolean;
  readonly value: unknown;
  readonly cursor: Cursor;
  readonly open: readonly OpenAct[];
  readonly joinable: readonly string[];
  /** What this branch said and met, by how far the run's lists had got. */
  readonly said: readonly [from: Mark, to: Mark];
  readonly visits: readonly [from: number, to: number];
  readonly ghosts: readonly [from: number, to: number];
};

type Branches = { readonly [name: string]: Branch<unknown> };
const unscoped = (branches: Branches) =>
  Object.entries(branches).map(([name, branch]) => ({ name, scope: '', branch }));

const nobody: readonly string[] = [];
const anything = (_data: Fact['data']): boolean => true;
/** The outcome of a wait: the clock's alone. */
const waited = '届满';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export class Runner {
  readonly #input: RunInput;
  #cursor: Cursor;
  #open: OpenAct[] = [];
  #joinable: string[] = [];
  readonly #trace: Mutable<Visit>[] = [];
  readonly #ghosts: Mutable<Visit>[] = [];
  readonly #said = new Emissions();
  readonly #adopted = new Map<string, string>();
  readonly #placed = new Map<string, { count: number; position: Position }>();

  constructor(input: RunInput) {
    this.#input = input;
    this.#cursor = startOf(input.opened);
  }

  get context(): Context<CaseInput> {
    const ask = (kind: ActKind) => (name: string, options: ActOptions<Outcomes>) =>
      this.#act(kind, name, options);
    // The public signatures narrow each decision to its act's own outcomes; here they are all recorded data.
    return {
      input: this.#input.input,
      today: () => dateOf(this.#cursor.moment.at),
      now: () => this.#cursor.moment.at,
      known: (name, isMeant) => this.#known(name, isMeant),
      ruleInForce: (rule) => this.#ruleInForce(rule, this.#cursor.moment),
      ruleAsAccepted: (rule) => this.#ruleInForce(rule, this.#cursor.accepted ?? this.#cursor.moment),
      decide: ask('decide') as Context<CaseInput>['decide'],
      serve: ask('serve') as Context<CaseInput>['serve'],
      publicNotice: ask('publicNotice') as Context<CaseInput>['publicNotice'],
      askApplicant: ask('askApplicant') as Context<CaseInput>['askApplicant'],
      inquire: ((name: string, options: InquiryOptions<Outcomes>) =>
        this.#inquire(name, options)) as Context<CaseInput>['inquire'],
      case: (name, options) => this.#linked(name, options),
      await: (fact, isMeant) => this.#awaitFact(fact, isMeant),
      wait: (name, options) => this.#wait(name, options),
      never: block,
      all: ((branches: Branches) => this.#all(branches)) as Context<CaseInput>['all'],
      each: ((
        scope: string,
        list: readonly unknown[],
        nameOf: (item: unknown) => string,
        branch: (item: unknown) => Step<unknown>,
        late?: LateJoiners<unknown>,
      ) => this.#each(scope, list, nameOf, branch, late)) as Context<CaseInput>['each'],
      race: ((branches: Branches) => this.#race(branches)) as unknown as Context<CaseInput>['race'],
      accept: () => this.#said.accept(this.#cursor),
      startClock: (name, limit, options) => this.#said.startClock(this.#cursor, name, limit, options),
      stopClock: (name) => this.#said.stopClock(this.#cursor, name),
      pauseClock: (name) => this.#said.turnClock(this.#cursor, name, true),
      resumeClock: (name) => this.#said.turnClock(this.#cursor, name, false),
      notice: (name, options) => this.#said.notice(this.#cursor, name, options),
      send: (name, options) => this.#said.send(this.#cursor, name, options),
      label: (name, value) => this.#said.label(this.#cursor, name, value),
      close: (ended, detail) => ({ outcome: ended, ...(detail ? { detail } : {}) }),
    };
  }

  /** Closes the run: its result if the process reached one, the ending's if the case was ended by somebody's word. */
  finish(reached: Result | undefined): Run {
    const { ending, process } = this.#input;
    const { latest, behind } = this.#cursor;
    let result: (Result & Moment) | undefined;
    if (ending) {
      const moment = { seq: ending.seq, at: ending.at };
      this.#cursor = { ...this.#cursor, moment, latest: moment, behind: undefined };
      this.#said.undo();
      process.onEnding?.(this.context as Context<never>, ending);
      result = { outcome: ending.outcome, ...moment };
    } else if (reached && !behind) result = { ...reached, ...newer(latest, this.#input.versionSince) };
    if (result) {
      this.#open = this.#joinable = [];
      this.#said.reportBack(process.code, this.#input.input.parent, result);
    }
    this.#said.settleClocks(result && { seq: result.seq, at: result.at });
    this.#said.tellOfExtensions(this.#input.extensions);
    const { clocks, notices, effects, labels, accepted } = this.#said;
    return {
      open: this.#open,
      joinable: this.#joinable,
      trace: this.#trace,
      ghosts: this.#ghosts.filter(({ lost }) => !lost),
      clocks,
      notices,
      effects,
      labels,
      adopted: [...this.#adopted].map(([name, version]) => ({ name, version })),
      ...(accepted ? { accepted } : {}),
      ...(result ? { result } : {}),
    };
  }

  #place(name: string): { key: string; position: Position } {
    checkName(name);
    const cursor = this.#cursor;
    const position = [...cursor.prefix, cursor.ordinal++];
    const base = cursor.scope + name;
    const earlier = this.#placed.get(base);
    if (earlier && relation(earlier.position, position) === 'concurrent') {
      throw new ProcessDefinitionError(`两个并行的分支里都有“${base}”，请用 each 或改名区分`);
    }
    const count = (earlier?.count ?? 0) + 1;
    this.#placed.set(base, { count, position });
    return { key: count === 1 ? base : `${base}#${count}`, position };
  }

  *#act(
    kind: ActKind,
    name: string,
    options: ActOptions<Outcomes>,
    inquiry?: Act['inquiry'],
  ): Step<RecordedDecision> {
    const { key, position } = this.#place(name);
    const reopened = this.#input.reopened.get(key);
    const opened = reopened ? newer(this.#cursor.latest, reopened) : this.#cursor.latest;
    const { by, outcomes, basis, separateFrom = nobody, returnable = true } = options;
    const act: Mutable<Act> = { key, name, kind, by, outcomes, basis, separateFrom, returnable };
    if (options.within) {
      checkLimit(name, options.within);
      act.within = options.within;
    }
    if (options.clock) act.clock = this.#said.clockKey(this.#cursor, options.clock);
    if (options.expires) act.expires = options.expires;
    if (options.brief) act.brief = options.brief;
    if (inquiry) act.inquiry = inquiry;
    const { behind } = this.#cursor;
    const decision = this.#answerTo(act, position, this.#input.decisions.get(key));
    if (decision) {
      const visit: Mutable<Visit> = { act, position, decision, opened };
      if (behind) visit.waiting = true;
      this.#trace.push(visit);
      pass(this.#cursor, { seq: decision.seq, at: decision.at });
      return decision;
    }
    if (!behind) this.#open.push({ ...act, position, opened, shown: this.#cursor.shown });
    const ghost = this.#answerTo(act, position, this.#input.ghosts.get(key));
    if (!ghost) return yield* block();
    this.#ghosts.push({ act, position, decision: ghost, opened });
    passGhost(this.#cursor, ghost);
    return ghost;
  }

  /** The decision if it was made here, and, where something before it is newer, if it was asked the same. */
  #answerTo<D extends RecordedDecision>(
    act: Act,
    position: Position,
    decision: D | undefined,
  ): D | undefined {
    if (!decision) return undefined;
    if (decision.position && !isAt(decision.position, position)) return undefined;
    const { latest, shown } = this.#cursor;
    if (!decision.asked || decision.seq > latest.seq) return decision;
    return decision.asked === askedOf({ ...act, shown }) ? decision : undefined;
  }

  *#inquire(name: string, options: InquiryOptions<Outcomes>): Step<RecordedDecision> {
    const { system, sources, question } = options;
    const outcomes = { ...options.outcomes, [allAnswered]: outcome() };
    return yield* this.#act('inquire', name, { ...options, outcomes }, { system, sources, question });
  }

  *#linked(name: string, { by, basis, matter, unit, form }: LinkedOptions): Step<LinkedOutcome> {
    const { answers } = yield* this.#inquire(name, {
      by,
      basis,
      outcomes: {},
      system: house,
      sources: [matter],
      question: { matter, unit, form },
    });
    const { caseNo = '', outcome: ended = '', detail = {} } = answers?.[matter] ?? {};
    return { caseNo: String(caseNo), outcome: String(ended), detail: detail as LinkedOutcome['detail'] };
  }

  *#wait(name: string, options: WaitOptions): Step<void> {
    yield* this.#act('await', name, { ...options, outcomes: { [waited]: outcome() }, expires: waited });
  }

  *#awaitFact(name: string, isMeant = anything): Step<Fact> {
    const cursor = this.#cursor;
    cursor.ordinal++;
    const seen = cursor.seen.get(name) ?? -1;
    const fact = this.#input.facts.find(
      (candidate) => candidate.name === name && candidate.seq > seen && isMeant(candidate.data),
    );
    if (!fact) return yield* block();
    see(cursor, name, fact.seq);
    const told = { seq: fact.seq, at: fact.at };
    if (fact.seq > cursor.moment.seq) pass(cursor, told);
    else waitedFor(cursor, told);
    return fact;
  }

  /** Runs one branch to its end or its first open act, on a copy of the cursor. */
  #drive(branch: Branch<unknown>, from: Cursor, prefix: Position, scope: string): Driven {
    const outer = this.#cursor;
    const [outerOpen, outerJoinable] = [this.#open, this.#joinable];
    const [saidFrom, visitsFrom, ghostsFrom] = [this.#said.mark(), this.#trace.length, this.#ghosts.length];
    this.#cursor = branchOf(from, prefix, scope);
    this.#open = [];
    this.#joinable = [];
    const step = (typeof branch === 'function' ? branch() : branch).next();
    const driven = {
      done: step.done === true,
      value: step.value as unknown,
      cursor: this.#cursor,
      open: this.#open,
      joinable: this.#joinable,
      said: [saidFrom, this.#said.mark()] as const,
      visits: [visitsFrom, this.#trace.length] as const,
      ghosts: [ghostsFrom, this.#ghosts.length] as const,
    };
    this.#cursor = outer;
    this.#open = outerOpen;
    this.#joinable = outerJoinable;
    return driven;
  }

  /** Drives branches apart from here, each at a place and in a scope of its own. */
  #fork(
    branches: readonly { readonly name: string; readonly scope: string; readonly branch: Branch<unknown> }[],
  ): readonly Driven[] {
    const node = [...this.#cursor.prefix, this.#cursor.ordinal++];
    const from = { ...this.#cursor };
    return branches.map(({ name, scope, branch }) =>
      this.#drive(branch, from, [...node, name], `${from.scope}${scope}`),
    );
  }

  /** Goes on once every branch has ended. */
  *#gather(driven: readonly Driven[], scoped: boolean): Step<readonly unknown[]> {
    this.#waitOn(driven);
    if (driven.some(({ done }) => !done)) return yield* block();
    join(
      this.#cursor,
      driven.map(({ cursor }) => cursor),
      scoped,
    );
    return driven.map(({ value }) => value);
  }

  #waitOn(driven: readonly Driven[]): void {
    for (const { open, joinable } of driven) {
      this.#open.push(...open);
      this.#joinable.push(...joinable);
    }
  }

  *#all(branches: Branches): Step<{ readonly [name: string]: unknown }> {
    const driven = this.#fork(unscoped(branches));
    const values = yield* this.#gather(driven, false);
    return Object.fromEntries(Object.keys(branches).map((name, i) => [name, values[i]]));
  }

  *#each(
    scope: string,
    list: readonly unknown[],
    nameOf: (item: unknown) => string,
    branch: (item: unknown) => Step<unknown>,
    late?: LateJoiners<unknown>,
  ): Step<readonly unknown[]> {
    const names = list.map(nameOf);
    for (const part of [scope, ...names]) checkName(part);
    if (new Set(names).size !== names.length)
      throw new ProcessDefinitionError(`“${scope}”的分支重名：${names.join('、')}`);
    const node = [...this.#cursor.prefix, this.#cursor.ordinal++];
    const from = { ...this.#cursor };
    const driveFrom = (start: Cursor, item: unknown, name: string): Driven =>
      this.#drive(() => branch(item), start, [...node, name], `${from.scope}${scope}/${name}/`);
    const driven = list.map((item, i) => driveFrom(from, item, names[i] as string));
    if (late)
      this.#join(late, driven, from, (start, item) => {
        const name = nameOf(item);
        checkName(name);
        if (names.includes(name)) return;
        names.push(name);
        driven.push(driveFrom(start, item, name));
      });
    return yield* this.#gather(driven, true);
  }

  /** Lets those in who were named before everyone there had ended; each comes when it was named. */
  #join(
    { fact: name, itemsOf }: LateJoiners<unknown>,
    driven: readonly Driven[],
    from: Cursor,
    enter: (start: Cursor, item: unknown) => void,
  ): void {
    for (const { name: of, seq, at, data } of this.#input.facts) {
      if (of !== name || seq <= (from.seen.get(name) ?? -1)) continue;
      const closed = this.#closedAt(driven, from);
      if (closed && seq > closed.seq) return;
      const start = { ...from };
      see(start, name, seq);
      if (seq > start.moment.seq) pass(start, { seq, at });
      for (const item of itemsOf(data)) enter(start, item);
    }
    if (!this.#closedAt(driven, from)) this.#joinable.push(name);
  }

  /** When the last of them ended; undefined while one of them is under way, or under way again. */
  #closedAt(driven: readonly Driven[], { moment, behind }: Cursor): Moment | undefined {
    if (driven.some(({ done, cursor }) => !done || cursor.behind !== behind)) return undefined;
    return driven.reduce((last, { cursor }) => (cursor.ended ? newer(last, cursor.ended) : last), moment);
  }

  *#race(branches: Branches): Step<{ winner: string; value: unknown }> {
    const driven = this.#fork(unscoped(branches));
    const { behind } = this.#cursor;
    // A branch whose end rests on an act opened again has not ended: it comes after any that has.
    const isOpenAgain = ({ cursor }: Driven): boolean => cursor.behind !== behind;
    const [winner] = driven
      .filter(({ done }) => done)
      .toSorted(
        (a, b) =>
          Number(isOpenAgain(a)) - Number(isOpenAgain(b)) ||
          (a.cursor.ended?.seq ?? 0) - (b.cursor.ended?.seq ?? 0),
      );
    if (winner && !isOpenAgain(winner)) this.#concludeRace(winner, driven);
    else this.#waitOn(driven);
    if (!winner) return yield* block();
    join(this.#cursor, [winner.cursor], false);
    return { winner: Object.keys(branches)[driven.indexOf(winner)] ?? '', value: winner.value };
  }

  #concludeRace(winner: Driven, driven: readonly Driven[]): void {
    const { moment } = this.#cursor;
    const ended = winner.cursor.ended ? newer(moment, winner.cursor.ended) : moment;
    // From the last to the first: taking out what one has said moves the places of what was said after it.
    for (const loser of driven.toReversed()) {
      if (loser === winner) continue;
      this.#said.lose(...loser.said, ended);
      for (const visit of this.#trace.slice(...loser.visits)) visit.lost = true;
      for (const ghost of this.#ghosts.slice(...loser.ghosts)) ghost.lost = true;
    }
  }

  #known(name: string, isMeant = anything): readonly Fact[] {
    const cursor = this.#cursor;
    const facts = this.#input.facts.filter(
      (fact) => fact.name === name && fact.seq <= cursor.moment.seq && isMeant(fact.data),
    );
    const newest = facts.at(-1);
    if (newest) see(cursor, name, newest.seq);
    return facts;
  }

  #ruleInForce<V extends Json>(rule: RuleName<V>, { at, seq }: Moment): RuleInForce<V> {
    const row = ruleInForceAt(this.#input.tables, rule, seq, dateOf(at));
    this.#adopted.set(row.name, row.version);
    return row;
  }
}
