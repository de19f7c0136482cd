/** The machine behind `run`: keys, positions, moments, and what the process says on its way. */
import type { Json, Rule } from '../../contract/rule.ts';
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
  type Result,
  type RuleInForce,
  type Step,
} from '../process/definition.ts';
import { type Position, relation } from './position.ts';
import type {
  DerivedClock,
  DerivedEffect,
  DerivedNotice,
  OpenAct,
  RecordedDecision,
  Run,
  RunInput,
  Visit,
} from './run.ts';
import { ruleInForceAt } from './tables.ts';

/** A process that contradicts itself: a bug of the process file, never of a case's data. */
export class ProcessDefinitionError extends Error {}

/** Where a branch has got to. Copied for each branch, so branches cannot see one another. */
type Cursor = {
  readonly prefix: Position;
  ordinal: number;
  scope: string;
  /** The last decision consumed: it dates what is said. */
  moment: Moment;
  /** The newest decision consumed on the way here. */
  latest: Moment;
  /** Per fact name, the newest fact an `await` on this way has consumed. */
  seen: ReadonlyMap<string, number>;
};

type Range = readonly [from: number, to: number];

type Driven = {
  readonly done: boolean;
  readonly value: unknown;
  readonly cursor: Cursor;
  readonly open: readonly OpenAct[];
  /** What this branch said and met, as ranges of the run's lists. */
  readonly clocks: Range;
  readonly visits: Range;
};

const newer = (a: Moment, b: Moment): Moment => (b.seq > a.seq ? b : a);
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export class Runner {
  readonly #input: RunInput;
  #cursor: Cursor;
  #open: OpenAct[] = [];
  readonly #trace: Mutable<Visit>[] = [];
  readonly #clocks: Mutable<DerivedClock>[] = [];
  readonly #notices: DerivedNotice[] = [];
  readonly #effects: DerivedEffect[] = [];
  readonly #labels: { [name: string]: string } = {};
  readonly #adopted = new Map<string, string>();
  readonly #placed = new Map<string, { count: number; position: Position }>();
  readonly #said = new Map<string, number>();
  #accepted: Moment | undefined;

  constructor(input: RunInput) {
    this.#input = input;
    this.#cursor = {
      prefix: [],
      ordinal: 0,
      scope: '',
      moment: input.opened,
      latest: input.opened,
      seen: new Map(),
    };
  }

  get context(): Context<CaseInput> {
    const ask = (kind: ActKind) => (name: string, options: ActOptions<Outcomes>) =>
      this.#act(kind, name, options);
    // The public signatures narrow each decision to its act's own outcomes; here they are all recorded data.
    return {
      input: this.#input.input as unknown as CaseInput,
      today: () => dateOf(this.#cursor.moment.at),
      now: () => this.#cursor.moment.at,
      known: (name) => this.#known(name),
      ruleInForce: (rule) => this.#ruleInForce(rule, this.#cursor.moment.at, this.#cursor.latest.seq),
      ruleAsAccepted: (rule) => {
        const { at, seq } = this.#accepted ?? { at: this.#cursor.moment.at, seq: this.#cursor.latest.seq };
        return this.#ruleInForce(rule, at, seq);
      },
      decide: ask('decide') as Context<CaseInput>['decide'],
      serve: ask('serve') as Context<CaseInput>['serve'],
      publicNotice: ask('publicNotice') as Context<CaseInput>['publicNotice'],
      askApplicant: ask('askApplicant') as Context<CaseInput>['askApplicant'],
      inquire: ((name: string, options: InquiryOptions<Outcomes>) =>
        this.#inquire(name, options)) as Context<CaseInput>['inquire'],
      await: (fact) => this.#awaitFact(fact),
      all: ((branches: { readonly [name: string]: Branch<unknown> }) =>
        this.#all(branches)) as Context<CaseInput>['all'],
      each: ((
        scope: string,
        list: readonly unknown[],
        nameOf: (item: unknown) => string,
        branch: (item: unknown) => Step<unknown>,
      ) => this.#each(scope, list, nameOf, branch)) as Context<CaseInput>['each'],
      race: ((branches: { readonly [name: string]: Branch<unknown> }) =>
        this.#race(branches)) as unknown as Context<CaseInput>['race'],
      accept: () => {
        this.#accepted ??= this.#cursor.moment;
      },
      startClock: (name, limit, { kind, extension }) => {
        const key = this.#sayKey(`${this.#cursor.scope}${name}`, '#');
        this.#clocks.push({
          key,
          name,
          kind,
          limit,
          started: this.#cursor.moment,
          ...(extension ? { extension } : {}),
        });
      },
      stopClock: (name) => {
        const running = this.#clocks.findLast((clock) => clock.name === name && !clock.stopped);
        if (!running) throw new ProcessDefinitionError(`没有正在计算的时限：${name}`);
        running.stopped = this.#cursor.moment;
      },
      notice: (name, options) => {
        this.#notices.push({ ...options, key: this.#momentKey(name), name, moment: this.#cursor.moment });
      },
      send: (name, options) => {
        this.#effects.push({ ...options, key: this.#momentKey(name), name, moment: this.#cursor.moment });
      },
      label: (name, value) => {
        this.#labels[name] = value;
      },
      close: (ended, detail) => ({ outcome: ended, ...(detail ? { detail } : {}) }),
    };
  }

  /** Closes the run: its result if the process reached one, the ending's if the case was ended by somebody's word. */
  finish(reached: Result | undefined): Run {
    const { ending, process } = this.#input;
    let result: (Result & Moment) | undefined;
    if (ending && !(reached && this.#cursor.latest.seq < ending.seq)) {
      const moment = { seq: ending.seq, at: ending.at };
      this.#cursor = { ...this.#cursor, moment, latest: moment };
      process.onEnding?.(this.context as Context<never>, ending);
      result = { outcome: ending.outcome, ...moment };
    } else if (reached) result = { ...reached, ...this.#cursor.latest };
    if (result) {
      this.#open = [];
      this.#stopClocks([0, this.#clocks.length], { seq: result.seq, at: result.at });
    }
    this.#tellOfExtensions();
    return {
      open: this.#open,
      trace: this.#trace,
      clocks: this.#clocks,
      notices: this.#notices,
      effects: this.#effects,
      labels: this.#labels,
      adopted: [...this.#adopted].map(([name, version]) => ({ name, version })),
      ...(this.#accepted ? { accepted: this.#accepted } : {}),
      ...(result ? { result } : {}),
    };
  }

  #tellOfExtensions(): void {
    for (const { clock: key, reason, seq, at } of this.#input.extensions) {
      const clock = this.#clocks.find((candidate) => candidate.key === key);
      if (!clock?.extension) continue;
      const name = `延期告知·${clock.name}`;
      this.#notices.push({
        to: 'applicant',
        text: clock.extension.notice(reason),
        key: `${name}@${seq}`,
        name,
        moment: { seq, at },
      });
    }
  }

  #place(name: string): { key: string; position: Position } {
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
    const act: Act = {
      key,
      name,
      kind,
      by: options.by,
      outcomes: options.outcomes,
      basis: options.basis,
      separateFrom: options.separateFrom ?? [],
      returnable: options.returnable ?? true,
      ...(options.within ? { within: options.within } : {}),
      ...(options.expires ? { expires: options.expires } : {}),
      ...(options.brief ? { brief: options.brief } : {}),
      ...(inquiry ? { inquiry } : {}),
    };
    const decision = this.#input.decisions.get(key);
    if (!decision) {
      this.#open.push({ ...act, position, opened });
      yield blocked;
      throw new Error('a blocked branch is never resumed');
    }
    this.#trace.push({ act, position, decision, opened });
    this.#cursor.moment = { seq: decision.seq, at: decision.at };
    this.#cursor.latest = newer(this.#cursor.latest, this.#cursor.moment);
    return decision;
  }

  *#inquire(name: string, options: InquiryOptions<Outcomes>): Step<RecordedDecision> {
    const { system, sources, question } = options;
    const outcomes = { ...options.outcomes, [allAnswered]: outcome() };
    return yield* this.#act('inquire', name, { ...options, outcomes }, { system, sources, question });
  }

  *#awaitFact(name: string): Step<Fact> {
    const cursor = this.#cursor;
    cursor.ordinal++;
    const seen = cursor.seen.get(name) ?? -1;
    const fact = this.#input.facts.find((candidate) => candidate.name === name && candidate.seq > seen);
    if (!fact) {
      yield blocked;
      throw new Error('a blocked branch is never resumed');
    }
    cursor.seen = new Map(cursor.seen).set(name, fact.seq);
    if (fact.seq > cursor.latest.seq) {
      cursor.moment = { seq: fact.seq, at: fact.at };
      cursor.latest = cursor.moment;
    }
    return fact;
  }

  /** Runs one branch to its end or its first open act, on a copy of the cursor. */
  #drive(branch: Branch<unknown>, from: Cursor, prefix: Position, scope: string): Driven {
    const outer = this.#cursor;
    const outerOpen = this.#open;
    const [clocksFrom, visitsFrom] = [this.#clocks.length, this.#trace.length];
    this.#cursor = { ...from, prefix, ordinal: 0, scope };
    this.#open = [];
    const step = (typeof branch === 'function' ? branch() : branch).next();
    const driven = {
      done: step.done === true,
      value: step.value as unknown,
      cursor: this.#cursor,
      open: this.#open,
      clocks: [clocksFrom, this.#clocks.length] as const,
      visits: [visitsFrom, this.#trace.length] as const,
    };
    this.#cursor = outer;
    this.#open = outerOpen;
    return driven;
  }

  /** Continues after the branches: the newest moment of them is now. */
  #join(branches: readonly Driven[]): void {
    const cursor = this.#cursor;
    for (const { cursor: end } of branches) {
      if (end.latest.seq > cursor.latest.seq) cursor.moment = end.moment;
      cursor.latest = newer(cursor.latest, end.latest);
      const seen = new Map(cursor.seen);
      for (const [name, seq] of end.seen) seen.set(name, Math.max(seq, seen.get(name) ?? -1));
      cursor.seen = seen;
    }
  }

  *#all(branches: { readonly [name: string]: Branch<unknown> }): Step<{ readonly [name: string]: unknown }> {
    const node = [...this.#cursor.prefix, this.#cursor.ordinal++];
    const from = { ...this.#cursor };
    const names = Object.keys(branches);
    const driven = names.map((name, i) =>
      this.#drive(branches[name] as Branch<unknown>, from, [...node, i], from.scope),
    );
    for (const { open } of driven) this.#open.push(...open);
    if (driven.some(({ done }) => !done)) yield blocked;
    this.#join(driven);
    return Object.fromEntries(names.map((name, i) => [name, driven[i]?.value]));
  }

  *#each(
    scope: string,
    list: readonly unknown[],
    nameOf: (item: unknown) => string,
    branch: (item: unknown) => Step<unknown>,
  ): Step<readonly unknown[]> {
    const node = [...this.#cursor.prefix, this.#cursor.ordinal++];
    const from = { ...this.#cursor };
    const names = list.map(nameOf);
    if (new Set(names).size !== names.length)
      throw new ProcessDefinitionError(`“${scope}”的分支重名：${names.join('、')}`);
    const driven = list.map((item, i) =>
      this.#drive(() => branch(item), from, [...node, i], `${from.scope}${scope}/${names[i]}/`),
    );
    for (const { open } of driven) this.#open.push(...open);
    if (driven.some(({ done }) => !done)) yield blocked;
    this.#join(driven);
    return driven.map(({ value }) => value);
  }

  *#race(branches: { readonly [name: string]: Branch<unknown> }): Step<{ winner: string; value: unknown }> {
    const node = [...this.#cursor.prefix, this.#cursor.ordinal++];
    const from = { ...this.#cursor };
    const names = Object.keys(branches);
    const driven = names.map((name, i) =>
      this.#drive(branches[name] as Branch<unknown>, from, [...node, i], from.scope),
    );
    let first = -1;
    for (const [i, { done, cursor }] of driven.entries()) {
      if (done && (first < 0 || cursor.latest.seq < (driven[first] as Driven).cursor.latest.seq)) first = i;
    }
    if (first < 0) {
      for (const { open } of driven) this.#open.push(...open);
      yield blocked;
    }
    const winner = driven[first] as Driven;
    for (const loser of driven) {
      if (loser === winner) continue;
      this.#stopClocks(loser.clocks, winner.cursor.latest);
      for (const visit of this.#trace.slice(...loser.visits)) visit.lost = true;
    }
    this.#join([winner]);
    return { winner: names[first] as string, value: winner.value };
  }

  #stopClocks(range: Range, at: Moment): void {
    for (const clock of this.#clocks.slice(...range)) clock.stopped ??= at;
  }

  #known(name: string): readonly Fact[] {
    return this.#input.facts.filter((fact) => fact.name === name && fact.seq <= this.#cursor.latest.seq);
  }

  #ruleInForce<V extends Json>(rule: Rule<V>, at: number, seq: number): RuleInForce<V> {
    const row = ruleInForceAt(this.#input.tables, rule, seq, dateOf(at));
    this.#adopted.set(row.name, row.version);
    return row;
  }

  #sayKey(name: string, separator: string): string {
    const count = (this.#said.get(name) ?? 0) + 1;
    this.#said.set(name, count);
    return count === 1 ? name : `${name}${separator}${count}`;
  }

  #momentKey(name: string): string {
    return this.#sayKey(`${this.#cursor.scope}${name}@${this.#cursor.moment.seq}`, '#');
  }
}
