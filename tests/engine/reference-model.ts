/**
 * 退回, 直达, 拿回 said again as simply as can be: sets of answers over the shape itself, no engine code. An answer stands
 * while it is asked, the same question at the same place; an act opened again keeps its old answer for what waits behind.
 */
import type { CaseEvent } from '../../engine/ledger/entry.ts';
import { type Leaf, nameIn, order, type Place, plainLeaf, type Shape } from './random-process.ts';

type Answer = { readonly answer: string; readonly seq: number } & Question;
/** What is asked, and the words that are said with the answer. */
type Question = { readonly question: string; readonly words: string | null };
type Told = { readonly told: string };

/** How far one way through the shape has got. */
type Way = {
  /** Which branch it is in, and how many questions and forks it has come by there: another round, another place. */
  path: string;
  count: number;
  last: string;
  shown: readonly Told[];
  /** Behind an act opened again: before this branch, or in it. */
  behind: boolean;
  haunted: boolean;
  end: number;
  open: string[];
  ghosts: string[];
};

export class ReferenceModel {
  answers = new Map<string, Answer>();
  ghosts = new Map<string, Answer>();
  open: readonly string[] = [];
  closed = false;
  readonly #shape: Shape;
  readonly #places: ReadonlyMap<string, Place>;
  readonly #names = new Map<Shape | Leaf, string>();
  #asked = new Map<string, Question>();
  #met = new Set<string>();

  constructor(shape: Shape, places: ReadonlyMap<string, Place>) {
    this.#shape = shape;
    this.#places = places;
    this.#settle();
  }

  take(event: CaseEvent, seq: number): void {
    if (event.type === 'ended') this.closed = true;
    else if (event.type === 'decided') this.#answer(event.act, event.outcome, seq);
    else if (event.type === 'takenBack') this.#openAgain(event.act);
    else if (event.type === 'returned' && event.mode === 'direct') this.#openAgain(event.target);
    else if (event.type === 'returned') this.#redo(event.target);
    if (!this.closed) this.#settle();
  }

  #answer(key: string, answer: string, seq: number): void {
    const question = this.#asked.get(key);
    if (!question) throw new Error(`${key} was not asked`);
    this.ghosts.delete(key);
    this.answers.set(key, { answer, seq, ...question });
  }

  #openAgain(key: string): void {
    const known = this.answers.get(key);
    if (!known) throw new Error(`${key} was not answered`);
    this.answers.delete(key);
    this.ghosts.set(key, known);
  }

  #redo(target: string): void {
    const from = this.#placeOf(target);
    for (const known of [this.answers, this.ghosts])
      for (const key of [...known.keys()])
        if (['same', 'after'].includes(order(this.#placeOf(key), from))) known.delete(key);
  }

  #placeOf(key: string): Place {
    const place = this.#places.get(key);
    if (!place) throw new Error(`no place for ${key}`);
    return place;
  }

  /** What is asked follows from the answers; answers to nothing asked are gone. */
  #settle(): void {
    this.#asked = new Map();
    this.#met = new Set();
    const way: Way = {
      path: '',
      count: 0,
      last: '',
      shown: [],
      behind: false,
      haunted: false,
      end: 0,
      open: [],
      ghosts: [],
    };
    const first = this.#ask('首办', plainLeaf, way);
    const done = first && this.#walk(this.#shape, '', way);
    this.closed = done && !way.behind;
    this.open = this.closed ? [] : way.open;
    for (const key of [...this.answers.keys()]) if (!this.#met.has(key)) this.answers.delete(key);
    const lost = [...this.ghosts.keys()].filter((key) => !way.ghosts.includes(key));
    for (const key of lost) this.ghosts.delete(key);
    // What waited behind them is not asked any more.
    if (lost.length > 0) this.#settle();
  }

  #ask(key: string, leaf: Leaf, way: Way): boolean {
    const decides = leaf.kind === 'decide';
    const sees = decides ? leaf.brief : true;
    const says = decides ? leaf.says : 'nothing';
    const at = `${way.path}${way.count++}`;
    const question = JSON.stringify([at, sees ? way.last : null, way.shown]);
    const words = says === 'nothing' ? null : way.last;
    this.#asked.set(key, { question, words });
    const answer = this.answers.get(key);
    const stands = answer?.question === question && answer.words === words;
    const ghost = stands ? undefined : this.ghosts.get(key);
    if (stands) this.#met.add(key);
    else {
      if (!way.behind) way.open.push(key);
      if (ghost?.question !== question) return false;
      way.ghosts.push(key);
      way.behind = true;
      way.haunted = true;
    }
    const passed = (stands ? answer : ghost) as Answer;
    way.shown = says === 'publicly' ? [{ told: `${plainName(key)}${way.last}` }] : [];
    way.last = decides ? passed.answer : '同意';
    way.end = Math.max(way.end, passed.seq);
    return true;
  }

  #walk(shape: Shape, scope: string, way: Way): boolean {
    const name = (of: Shape | Leaf): string => `${scope}${nameIn(this.#names, of)}`;
    switch (shape.kind) {
      case 'leaf':
        return this.#ask(name(shape), shape.leaf, way);
      case 'accept':
        return true;
      case 'sequence':
        return shape.steps.every((step) => this.#walk(step, scope, way));
      case 'choice':
        return (
          this.#ask(name(shape), plainLeaf, way) &&
          this.#walk(way.last === '同意' ? shape.yes : shape.no, scope, way)
        );
      case 'loop':
        for (let round = 1; round <= 3; round++) {
          for (const step of shape.steps)
            if (!this.#ask(`${name(step)}${round > 1 ? `#${round}` : ''}`, step, way)) return false;
          if (way.last !== '再来') return true;
        }
        return true;
      case 'clock':
        way.shown = [...way.shown, { told: plainName(name(shape)) }];
        return this.#walk(shape.body, scope, way);
      case 'all':
        return this.#all(way, shape.branches, (i) => ({ scope, place: `${i}` }));
      case 'each':
      case 'list': {
        const group = name(shape);
        const from = shape.kind === 'list' && way.last.endsWith('同意') ? 1 : 0;
        const branches = Array.from({ length: shape.kind === 'each' ? shape.width : 2 }, () => shape.branch);
        return this.#all(way, branches, (i) => {
          const place = `部门${i + from}`;
          return { scope: `${group}/${place}/`, place };
        });
      }
      case 'race':
        return this.#race(way, shape.branches, scope);
      case 'await':
      case 'known':
        throw new Error('the model knows no facts');
    }
  }

  #branch(from: Way, shape: Shape, scope: string, path: string): Way & { done: boolean } {
    const way: Way = { ...from, path, count: 0, haunted: false, end: 0, open: [], ghosts: [] };
    const done = this.#walk(shape, scope, way);
    return { ...way, done };
  }

  #join(way: Way, ends: readonly Way[]): void {
    way.behind ||= ends.some(({ haunted }) => haunted);
    way.haunted ||= ends.some(({ haunted }) => haunted);
    way.end = Math.max(way.end, ...ends.map(({ end }) => end));
    if (ends.length > 0) way.shown = [...new Set(ends.flatMap(({ shown }) => shown))];
  }

  #all(
    way: Way,
    branches: readonly Shape[],
    whereOf: (i: number) => { readonly scope: string; readonly place: string },
  ): boolean {
    const node = `${way.path}${way.count++}`;
    const ends = branches.map((branch, i) => {
      const { scope, place } = whereOf(i);
      return this.#branch(way, branch, scope, `${node}/${place}/`);
    });
    way.open.push(...ends.flatMap(({ open }) => open));
    way.ghosts.push(...ends.flatMap(({ ghosts }) => ghosts));
    if (!ends.every(({ done }) => done)) return false;
    this.#join(way, ends);
    way.last = ends.map(({ last }) => last).join('、');
    return true;
  }

  /** The first to have ended wins; one that ended by an answer being made anew has not ended yet. */
  #race(way: Way, branches: readonly Shape[], scope: string): boolean {
    const node = `${way.path}${way.count++}`;
    const ends = branches.map((branch, i) => ({ i, ...this.#branch(way, branch, scope, `${node}/${i}/`) }));
    const [winner] = ends
      .filter(({ done }) => done)
      .sort((a, b) => Number(a.haunted) - Number(b.haunted) || a.end - b.end);
    const settled = winner && !winner.haunted;
    for (const end of settled ? [winner] : ends) {
      way.open.push(...(settled ? [] : end.open));
      way.ghosts.push(...end.ghosts);
    }
    if (!winner) return false;
    this.#join(way, [winner]);
    way.last = `${winner.i}${winner.last}`;
    return true;
  }
}

/** Without the branch it is in and how often it has been met: what is told does not name them. */
const plainName = (key: string): string => key.slice(key.lastIndexOf('/') + 1).replace(/#.*/, '');
