/** What a run says on its way: clocks, notices, effects, labels, records. Keyed by scope, name and the moment it was said. */
import type { Limit } from '../../contract/limit.ts';
import { thisSystem } from '../../contract/names.ts';
import type { Moment } from '../process/act.ts';
import { type Parent, ProcessDefinitionError, type Result } from '../process/definition.ts';
import type { ClockOptions, EffectOptions, NoticeOptions, RecordOptions } from '../process/said.ts';
import { type Cursor, isUnsaid } from './cursor.ts';
import type {
  DerivedClock,
  DerivedEffect,
  DerivedNotice,
  DerivedRecord,
  Pause,
  RunInput,
} from './derived.ts';
import { checkLimit } from './limits.ts';
import type { Position } from './position.ts';

/** A standstill that begins, or one that ends. */
type Turn = { readonly clock: DerivedClock; readonly still: boolean; readonly moment: Moment };
type Stop = { readonly clock: DerivedClock; readonly moment: Moment };
type Label = { readonly name: string; readonly value: string; readonly moment: Moment };
/** How much of each kind had been said at some point of the run. */
export type Mark = readonly number[];

const placeOf = ({ prefix, ordinal }: Cursor): Position => [...prefix, ordinal];

export class Emissions {
  clocks: DerivedClock[] = [];
  notices: DerivedNotice[] = [];
  effects: DerivedEffect[] = [];
  records: DerivedRecord[] = [];
  #stops: Stop[] = [];
  #turns: Turn[] = [];
  #labels: Label[] = [];
  #acceptances: { readonly moment: Moment }[] = [];
  readonly #said = new Map<string, number>();

  get labels(): { readonly [name: string]: string } {
    return Object.fromEntries(this.#labels.map(({ name, value }) => [name, value]));
  }

  get accepted(): Moment | undefined {
    return this.#acceptances.map(({ moment }) => moment).sort((a, b) => a.seq - b.seq)[0];
  }

  startClock(cursor: Cursor, name: string, limit: Limit, options: ClockOptions): void {
    const { kind, extension, onReturn } = options;
    checkLimit(name, limit);
    if (extension) checkLimit(name, extension.to);
    const clock: DerivedClock = {
      key: this.#counted(`${cursor.scope}${name}`),
      name,
      kind,
      limit,
      started: cursor.moment,
      position: placeOf(cursor),
      ...(extension ? { extension } : {}),
      ...(onReturn ? { onReturn } : {}),
    };
    if (!isUnsaid(cursor)) this.clocks.push(clock);
    cursor.clocks = [...cursor.clocks, clock];
  }

  stopClock(cursor: Cursor, name: string): void {
    const clock = running(cursor, name);
    cursor.clocks = cursor.clocks.filter((candidate) => candidate !== clock);
    if (!isUnsaid(cursor)) this.#stops.push({ clock, moment: cursor.moment });
  }

  turnClock(cursor: Cursor, name: string, still: boolean): void {
    const clock = running(cursor, name);
    if (!isUnsaid(cursor)) this.#turns.push({ clock, still, moment: cursor.moment });
  }

  /** The key of the clock of this name that runs here. */
  clockKey(cursor: Cursor, name: string): string {
    return running(cursor, name).key;
  }

  notice(cursor: Cursor, name: string, { untilClock, ...options }: NoticeOptions): void {
    const until = untilClock ? { untilClock: running(cursor, untilClock).key } : {};
    if (options.to !== 'file') cursor.shown = [...cursor.shown, options.text];
    const said = { ...options, ...until, ...this.#dated(cursor, name) };
    if (!isUnsaid(cursor)) this.notices.push(said);
  }

  send(cursor: Cursor, name: string, options: EffectOptions): void {
    const said = { ...options, ...this.#dated(cursor, name), position: placeOf(cursor) };
    if (!isUnsaid(cursor)) this.effects.push(said);
  }

  label(cursor: Cursor, name: string, value: string): void {
    if (!isUnsaid(cursor)) this.#labels.push({ name, value, moment: cursor.moment });
  }

  record(cursor: Cursor, register: string, options: RecordOptions): void {
    const { key, moment } = this.#dated(cursor, register);
    if (!isUnsaid(cursor)) this.records.push({ ...options, register, key, moment });
  }

  accept(cursor: Cursor): void {
    if (cursor.accepted) return;
    cursor.accepted = cursor.moment;
    if (!isUnsaid(cursor)) this.#acceptances.push({ moment: cursor.moment });
  }

  mark(): Mark {
    return this.#lists.map((list) => list.length);
  }

  /** A branch that lost its race says nothing after the winner ended, and its clocks stop with it. */
  lose(from: Mark, to: Mark, ended: Moment): void {
    const kept = <T>(list: readonly T[], i: number, at: (said: T) => Moment): T[] =>
      list.filter(
        (said, n) => n < (from[i] as number) || n >= (to[i] as number) || at(said).seq <= ended.seq,
      );
    const said = ({ moment }: { readonly moment: Moment }): Moment => moment;
    const stopped = this.clocks.slice(from[0], to[0]).map((clock) => ({ clock, moment: ended }));
    this.clocks = kept(this.clocks, 0, ({ started }) => started);
    this.notices = kept(this.notices, 1, said);
    this.effects = kept(this.effects, 2, said);
    this.#stops = [...kept(this.#stops, 3, said), ...stopped];
    this.#labels = kept(this.#labels, 4, said);
    this.#acceptances = kept(this.#acceptances, 5, said);
    this.#turns = kept(this.#turns, 6, said);
    this.records = kept(this.records, 7, said);
  }

  /** A case that was opened for another tells it how it ended. */
  reportBack(
    matter: string,
    parent: Parent | undefined,
    { outcome, detail = {}, seq, at }: Result & Moment,
  ): void {
    if (parent?.act === undefined) return;
    const name = '答复来件';
    const payload = { parent, matter, outcome, detail };
    const moment = { seq, at };
    this.effects.push({
      kind: 'harmless',
      system: thisSystem,
      payload,
      key: `${name}@${seq}`,
      name,
      moment,
      position: [],
    });
  }

  /** What can be undone is, when the case ends by somebody's word. */
  undo(): void {
    this.effects = this.effects.filter(({ kind }) => kind !== 'undoable');
  }

  /** Stops every clock at the first of its stops; at the end of the case, at the latest. */
  settleClocks(end: Moment | undefined): void {
    const first = new Map<DerivedClock, Moment>();
    for (const { clock, moment } of this.#stops) {
      const known = first.get(clock);
      if (!known || moment.seq < known.seq) first.set(clock, moment);
    }
    this.clocks = this.clocks.map((clock) => {
      const stopped = first.get(clock) ?? end;
      const paused = this.#standstills(clock);
      return { ...clock, ...(stopped ? { stopped } : {}), ...(paused.length > 0 ? { paused } : {}) };
    });
  }

  /** Standing still twice is standing still once; going on without having stood still is nothing. */
  #standstills(clock: DerivedClock): readonly Pause[] {
    const spans: { from: Moment; to?: Moment }[] = [];
    const turns = this.#turns.filter((turn) => turn.clock === clock);
    for (const { still, moment } of turns.sort((a, b) => a.moment.seq - b.moment.seq)) {
      const last = spans.at(-1);
      const isStill = last !== undefined && last.to === undefined;
      if (still && !isStill) spans.push({ from: moment });
      else if (!still && isStill) last.to = moment;
    }
    return spans;
  }

  /** An extension is told to the applicant in its clock's words. */
  tellOfExtension({ clock: key, reason, lastDay, seq, at }: RunInput['extensions'][number]): void {
    const clock = this.clocks.find((candidate) => candidate.key === key);
    if (!clock?.extension) return;
    const name = `延期告知·${clock.name}`;
    const text = clock.extension.notice(reason, lastDay);
    this.notices.push({ to: 'applicant', text, key: `${name}@${seq}`, name, moment: { seq, at } });
  }

  get #lists(): readonly (readonly unknown[])[] {
    return [
      this.clocks,
      this.notices,
      this.effects,
      this.#stops,
      this.#labels,
      this.#acceptances,
      this.#turns,
      this.records,
    ];
  }

  #dated({ scope, moment }: Cursor, name: string): Pick<DerivedNotice, 'key' | 'name' | 'moment'> {
    return { key: this.#counted(`${scope}${name}@${moment.seq}`), name, moment };
  }

  #counted(name: string): string {
    const count = (this.#said.get(name) ?? 0) + 1;
    this.#said.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  }
}

/** The clock of this name that runs on this way: the speaker's own first, then outward, never a sibling's. */
function running({ clocks }: Cursor, name: string): DerivedClock {
  const clock = clocks.findLast((candidate) => candidate.name === name);
  if (!clock) throw new ProcessDefinitionError(`没有正在计算的时限：${name}`);
  return clock;
}
