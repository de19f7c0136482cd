/** What a state holds by key: a change makes another and leaves this one as it is, so that states can be kept. */
export class Keyed<V> {
  readonly map: ReadonlyMap<string, V>;
  /** Whether the map may be written in place: the ledger is being folded, and nobody reads the states between. */
  readonly #draft: boolean;

  constructor(map: ReadonlyMap<string, V> = new Map(), draft = false) {
    this.map = map;
    this.#draft = draft;
  }

  get size(): number {
    return this.map.size;
  }

  get(key: string): V | undefined {
    return this.map.get(key);
  }

  has(key: string): boolean {
    return this.map.has(key);
  }

  keys(): IterableIterator<string> {
    return this.map.keys();
  }

  values(): IterableIterator<V> {
    return this.map.values();
  }

  set(key: string, value: V): Keyed<V> {
    return this.#changed((map) => map.set(key, value));
  }

  without(keys: readonly string[]): Keyed<V> {
    if (!keys.some((key) => this.map.has(key))) return this;
    return this.#changed((map) => {
      for (const key of keys) map.delete(key);
    });
  }

  mapped(change: (value: V) => V): Keyed<V> {
    return new Keyed(new Map([...this.map].map(([key, value]) => [key, change(value)])), this.#draft);
  }

  /** For a fold, which alone holds it until it is `kept`. */
  drafted(): Keyed<V> {
    return this.#draft ? this : new Keyed(new Map(this.map), true);
  }

  kept(): Keyed<V> {
    return this.#draft ? new Keyed(this.map) : this;
  }

  #changed(change: (map: Map<string, V>) => void): Keyed<V> {
    const map = this.#draft ? (this.map as Map<string, V>) : new Map(this.map);
    change(map);
    return new Keyed(map, this.#draft);
  }
}
