/** How figures are taken: percentiles of one run, and many clients at once. */
export type Timing = {
  readonly n: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
};

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** `clients` lanes, each doing `each` things one after another; times in ms. */
export async function measure(
  clients: number,
  each: number,
  work: (client: number, i: number) => Promise<void>,
): Promise<Timing> {
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let i = 0; i < each; i++) {
        const start = performance.now();
        await work(client, i);
        times.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  return { n: times.length, perSecond: times.length / seconds, p50: at(times, 0.5), p99: at(times, 0.99) };
}

/** The same ones, another first in each turn: each is first, second and last as often as the others. */
export const inTurn = <T>(all: readonly T[], turn: number): readonly T[] =>
  all.map((_, i) => all[(turn + i) % all.length] as T);

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The middle of several rounds, and how far apart its middle half lies, as a share of it. */
export function rounds(values: readonly number[]): { readonly median: number; readonly spread: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = median(values);
  return { median: middle, spread: (at(sorted, 0.75) - at(sorted, 0.25)) / middle };
}

/** Rounds that lie further apart than this say nothing for or against a bar. */
const tellingSpread = 0.2;

/** A ratio against its bar: met or not only where the rounds agree. */
export function ratioFigure(
  what: string,
  ratios: readonly number[],
  bar: string,
  isMet: (ratio: number) => boolean,
): Figure {
  const { median: middle, spread } = rounds(ratios);
  const value = `${middle.toFixed(2)}（${ratios.length} 轮，中间一半相差 ${(spread * 100).toFixed(0)}%）`;
  return figure(what, value, bar, spread > tellingSpread ? null : isMet(middle));
}

/** One line of the table: what, the figure, what it must reach, whether it did. */
export type Figure = {
  readonly what: string;
  readonly value: string;
  readonly aim: string;
  readonly met: boolean | null;
};
export const figure = (what: string, value: string, aim = '', met: boolean | null = null): Figure => ({
  what,
  value,
  aim,
  met,
});
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
