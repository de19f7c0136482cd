/** What a cached case costs the worker, and whether 10,000 commands leave anything behind. */
import type { LocalStack } from '../stack/local-stack.ts';
import { acceptedCases, officesOf, submitOnce } from './commands.ts';
import { liveHeapOf, type Weight } from './live-heap.ts';
import { type Figure, figure, measure } from './measure.ts';

/** What a thousand cached cases cost a worker, from 500 to 1,500 of them. */
export async function cachedCases(
  stack: LocalStack,
  worker: { weigh(): Promise<Weight> },
): Promise<{
  readonly cases: readonly string[];
  readonly perCaseKiB: (of: keyof Weight) => number;
  raw: unknown;
}> {
  const desks = await officesOf(stack);
  await acceptedCases(desks, 500);
  const at500 = await worker.weigh();
  const cases = await acceptedCases(desks, 1_000);
  const at1500 = await worker.weigh();
  const perCaseKiB = (of: keyof Weight): number => ((at1500[of] - at500[of]) * 1_024) / 1_000;
  return { cases, perCaseKiB, raw: { at500, at1500 } };
}

export async function memory(
  stack: LocalStack,
  logPath: string,
  commandCount = 10_000,
): Promise<{ figures: readonly Figure[]; raw: unknown }> {
  const desks = await officesOf(stack);
  // One after the other: each is known by the line it adds to the log they share.
  const worker = await liveHeapOf(stack.worker.pid() ?? 0, logPath);
  const api = await liveHeapOf(stack.api.pid() ?? 0, logPath);
  const now = async () => ({ worker: await worker.weigh(), api: await api.weigh() });
  const { cases, perCaseKiB, raw } = await cachedCases(stack, worker);
  const marks: { commands: number; worker: Weight; api: Weight }[] = [];
  const step = commandCount / 5;
  for (let done = 0; done < commandCount; done += step) {
    // Over many cases: a real case has some twenty entries, not a thousand.
    await measure(20, step / 20, async (lane, i) => {
      const turn = done / 20 + i;
      const perLane = cases.length / 20;
      await submitOnce(
        desks.visitor,
        cases[lane * perLane + (turn % perLane)] ?? '',
        Math.floor(turn / perLane),
      );
    });
    marks.push({ commands: done + step, ...(await now()) });
  }
  const [first, last] = [marks[1], marks.at(-1)];
  const growth = (of: 'worker' | 'api'): number =>
    ((last?.[of].liveMiB ?? 0) - (first?.[of].liveMiB ?? 0)) / (first?.[of].liveMiB ?? 1);
  const said = (of: 'worker' | 'api'): string =>
    `${marks.map((mark) => mark[of].liveMiB.toFixed(0)).join(' → ')} MiB（后段 ${(growth(of) * 100).toFixed(1)}%）`;
  worker.close();
  api.close();
  return {
    figures: [
      figure(
        '每件缓存办件占 worker 内存（回收后的堆与缓冲，500 → 1,500 件的斜率）',
        `${perCaseKiB('liveMiB').toFixed(0)} KiB`,
        '< 150 KiB',
        perCaseKiB('liveMiB') < 150,
      ),
      figure('同上，常驻内存（含未回收的堆）', `${perCaseKiB('residentMiB').toFixed(0)} KiB`),
      figure(`worker 内存，${commandCount} 条命令`, said('worker'), '持平（±15%）', growth('worker') < 0.15),
      figure(`API 内存，${commandCount} 条命令`, said('api'), '持平（±15%）', growth('api') < 0.15),
    ],
    raw: { cases: raw, marks },
  };
}
