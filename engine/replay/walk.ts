/** What a run has reached, and what it has gathered on the way. */
import type { Fact } from '../process/act.ts';
import { blocked, ProcessDefinitionError, type Step } from '../process/definition.ts';
import { type Cursor, startOf } from './cursor.ts';
import type { OpenAct, RunInput, Visit } from './derived.ts';
import { Emissions } from './emissions.ts';
import type { Position } from './position.ts';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export class Walk {
  readonly input: RunInput;
  cursor: Cursor;
  open: OpenAct[] = [];
  joinable: string[] = [];
  readonly trace: Mutable<Visit>[] = [];
  readonly ghosts: Mutable<Visit>[] = [];
  readonly said = new Emissions();
  readonly adopted = new Map<string, string>();
  readonly placed = new Map<string, { count: number; position: Position }>();

  constructor(input: RunInput) {
    this.input = input;
    this.cursor = startOf(input.opened);
  }
}

/** A branch that waits is never resumed: the next run starts afresh. */
export function* block(): Step<never> {
  yield blocked;
  throw new Error('a blocked branch is never resumed');
}

/** Keys are made of names with `/` and `#` between: a name that held one could be another act's key. */
export function checkName(name: string): void {
  if (/[/#]/.test(name)) throw new ProcessDefinitionError(`名称里不能有“/”或“#”：${name}`);
}

export const anything = (_data: Fact['data']): boolean => true;
