/** What a cached case costs the worker, and whether 10,000 commands leave anything behind. */
import { readFile } from 'node:fs/promises';
import type { WholeHouse } from '../stack/whole-house.ts';
import { acceptedCases, desksOf, pressOnce } from './commands.ts';
import { type Figure, figure, measure } from './measure.ts';

async function residentMiB(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(status.match(/VmRSS:\s+(\d+) kB/)?.[1]) / 1_024;
}

export async function memory(
  house: WholeHouse,
  commandCount = 10_000,
): Promise<{ figures: readonly Figure[]; raw: unknown }> {
  const desks = await desksOf(house);
  const now = async () => ({
    worker: await residentMiB(house.worker.pid()),
    api: await residentMiB(house.api.pid()),
  });
  await acceptedCases(desks, 1_000, 500);
  const at500 = await now();
  const cases = await acceptedCases(desks, 2_000, 1_000);
  const at1500 = await now();
  const perCaseKiB = ((at1500.worker - at500.worker) * 1_024) / 1_000;
  const marks: { commands: number; worker: number; api: number }[] = [];
  const step = commandCount / 5;
  for (let done = 0; done < commandCount; done += step) {
    // Over many cases: a real case has some twenty entries, not a thousand.
    await measure(20, step / 20, async (lane, i) => {
      const turn = done / 20 + i;
      const perLane = cases.length / 20;
      await pressOnce(
        desks.visitor,
        cases[lane * perLane + (turn % perLane)] ?? '',
        Math.floor(turn / perLane),
      );
    });
    marks.push({ commands: done + step, ...(await now()) });
  }
  const [first, last] = [marks[1], marks.at(-1)];
  const growth = (of: 'worker' | 'api'): number =>
    ((last?.[of] ?? 0) - (first?.[of] ?? 0)) / (first?.[of] ?? 1);
  const said = (of: 'worker' | 'api'): string =>
    `${marks.map((mark) => mark[of].toFixed(0)).join(' → ')} MiB（后段 ${(growth(of) * 100).toFixed(1)}%）`;
  return {
    figures: [
      figure(
        '每件缓存办件占 worker 内存（500 → 1,500 件的斜率）',
        `${perCaseKiB.toFixed(0)} KiB`,
        '< 150 KiB',
        perCaseKiB < 150,
      ),
      figure(
        `worker 常驻内存，${commandCount} 条命令`,
        said('worker'),
        '持平（±15%）',
        growth('worker') < 0.15,
      ),
      figure(`API 常驻内存，${commandCount} 条命令`, said('api'), '持平（±15%）', growth('api') < 0.15),
    ],
    raw: { at500, at1500, marks },
  };
}
