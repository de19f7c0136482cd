/** What a run says on its way: clocks, notices, effects, labels. Keyed by scope, name and the moment it was said. */
import type { Limit } from '../../contract/limit.ts';
import type { Moment } from '../process/act.ts';
import {
  type ClockOptions,
  type EffectOptions,
  type NoticeOptions,
  ProcessDefinitionError,
} from '../process/definition.ts';
import type { Cursor } from './cursor.ts';
import type { DerivedClock, DerivedEffect, DerivedNotice, RunInput } from './derived.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type Range = readonly [from: number, to: number];

export class Emissions {
  readonly clocks: Mutable<DerivedClock>[] = [];
  readonly notices: DerivedNotice[] = [];
  readonly effects: DerivedEffect[] = [];
  readonly labels: { [name: string]: string } = {};
  readonly #said = new Map<string, number>();

  startClock({ scope, moment }: Cursor, name: string, limit: Limit, { kind, extension }: ClockOptions): void {
    const key = this.#counted(`${scope}${name}`);
    this.clocks.push({ key, name, kind, limit, started: moment, ...(extension ? { extension } : {}) });
  }

  stopClock({ moment }: Cursor, name: string): void {
    const running = this.clocks.findLast((clock) => clock.name === name && !clock.stopped);
    if (!running) throw new ProcessDefinitionError(`没有正在计算的时限：${name}`);
    running.stopped = moment;
  }

  /** Stops what still runs of the clocks at these places. */
  stopClocks(range: Range, at: Moment): void {
    for (const clock of this.clocks.slice(...range)) clock.stopped ??= at;
  }

  notice(cursor: Cursor, name: string, options: NoticeOptions): void {
    this.notices.push({ ...options, ...this.#dated(cursor, name) });
  }

  send(cursor: Cursor, name: string, options: EffectOptions): void {
    this.effects.push({ ...options, ...this.#dated(cursor, name) });
  }

  /** Each extension is told to the applicant in its clock's words. */
  tellOfExtensions(extensions: RunInput['extensions']): void {
    for (const { clock: key, reason, seq, at } of extensions) {
      const clock = this.clocks.find((candidate) => candidate.key === key);
      if (!clock?.extension) continue;
      const name = `延期告知·${clock.name}`;
      const text = clock.extension.notice(reason);
      this.notices.push({ to: 'applicant', text, key: `${name}@${seq}`, name, moment: { seq, at } });
    }
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
