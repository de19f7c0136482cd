/** What is counted over everything, shared for a while by all who ask for the same. */
import { LRUCache } from 'lru-cache';

/** What it took to count is spent again no sooner than after so many times as long. */
const rest = 10;

/** Counting leaves the database free for the work itself: what a small county is shown is a tenth of a second old. */
export class Seldom<T> {
  readonly #known = new LRUCache<string, Promise<T>>({ max: 500, ttl: 0 });

  async of(name: string, count: () => Promise<T>): Promise<T> {
    const known = this.#known.get(name);
    if (known !== undefined) return await known;
    const began = performance.now();
    const counting = count();
    this.#known.set(name, counting);
    try {
      const figures = await counting;
      this.#known.set(name, counting, { ttl: Math.ceil(rest * (performance.now() - began)) });
      return figures;
    } catch (error) {
      this.#known.delete(name);
      throw error;
    }
  }
}
