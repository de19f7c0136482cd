/**
 * `npm run test:faults [-- --matter minimum-living|whistle|organization … --cases 200 --clients 20 --seed 1 --kills 1000]`:
 * clients lead cases of every matter, or of those named, from 登记 to their end while the API, the worker, Temporal and
 * PostgreSQL are killed at random moments; afterwards everything must agree.
 */
import { cp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { townships } from '../../county/pingluo/units.ts';
import { connect } from '../../db/connect.ts';
import { dateOf, dayMs } from '../../engine/clock/time.ts';
import { startLocalStack } from '../../stack/local-stack.ts';
import { scratchFolder } from '../../stack/scratch.ts';
import { disagreements } from './agreement.ts';
import { Offices } from './desk.ts';
import { Course } from './journeys.ts';
import { startKiller } from './killer.ts';
import { Registrations } from './organizations.ts';
import type { Walk } from './walk.ts';
import { Whistles } from './whistles.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '200' },
    clients: { type: 'string', default: '20' },
    seed: { type: 'string', default: '20261124' },
    kills: { type: 'string', default: '1000' },
    matter: { type: 'string', multiple: true },
  },
});
const walks = { 'minimum-living': Course, whistle: Whistles, organization: Registrations };
const chosen = (values.matter ?? Object.keys(walks)).map((matter) => {
  const Chosen = walks[matter as keyof typeof walks];
  if (!Chosen) throw new Error(`--matter：${Object.keys(walks).join('、')}`);
  return Chosen;
});
const [caseCount, clients, seed] = [Number(values.cases), Number(values.clients), Number(values.seed)];

const dir = await scratchFolder('faults');
const began = performance.now();
const stack = await startLocalStack({
  dir,
  binaryDir: resolve('.local'),
  settings: { YIMEN_LOG: 'warn', YIMEN_COMMAND_PATIENCE_MS: '2000' },
});

/** Township heads may visit too: two officers at the same act. */
async function addPosts(): Promise<void> {
  const sql = connect(stack.settings.DATABASE_URL, 'yimen-faults', 1);
  for (const unit of Object.keys(townships))
    await sql`insert into post (id, person, unit, role, valid_from) values (${`${unit}-fuze-visits`}, ${`${unit}-fuze`}, ${unit}, '调查', '2020-01-01')`;
  await sql.end();
}

async function drained(): Promise<void> {
  const sql = connect(stack.settings.DATABASE_URL, 'yimen-faults', 1);
  const deadline = Date.now() + 120_000;
  for (;;) {
    const [row] = await sql<{ n: number }[]>`
      select (select count(*) from command where state = 'waiting')::int
        + (select count(*) from effect e where not exists (select from delivery d where d.case_no = e.case_no and d.key = e.key))::int as n`;
    if (row?.n === 0 || Date.now() > deadline) break;
    await pause(200);
  }
  await sql.end();
}

let failed = true;
try {
  await addPosts();
  const desks = new Offices(stack.address);
  const today = async (): Promise<string> => {
    const { now } = await desks.read<{ now: number }>('ducha', '/clock');
    return dateOf(now);
  };
  const races = { doubleClicks: 0, twoOfficers: 0, clockAgainstDecision: { decision: 0, clock: 0 } };
  const faults: string[] = [];
  const courses: readonly Walk[] = chosen.map((Chosen) => new Chosen(desks, today, { races, faults }));
  /** The matters take turns; each counts its own cases. */
  const turns = Array.from({ length: caseCount }, (_, i) => ({
    course: courses[i % courses.length] as Walk,
    n: Math.floor(i / courses.length),
    caseNo: '',
  }));
  const lanes = async (work: (turn: (typeof turns)[number]) => Promise<void>): Promise<void> => {
    const left = turns.values();
    const lane = async (): Promise<void> => {
      for (const turn of left) await work(turn);
    };
    await Promise.all(Array.from({ length: clients }, lane));
  };
  const killer = startKiller(stack, seed, Number(values.kills));
  await lanes(async (turn) => {
    turn.caseNo = await turn.course.open(turn.n);
    await turn.course.lead(turn.n, turn.caseNo, 'resting');
  });
  process.stdout.write(
    `${[...new Set(courses.map(({ resting }) => resting))].join('、')}：${turns.length} 件，${Math.round((performance.now() - began) / 1_000)} 秒\n`,
  );

  // The notices run out while objections are being handed in.
  for (const { course, n, caseNo } of turns) if (n % 2 === 0) course.disturb(n, caseNo);
  const clock = async (): Promise<number> => (await desks.read<{ now: number }>('ducha', '/clock')).now;
  const goal = (await clock()) + 14 * dayMs;
  for (;;) {
    // Moved once: where the answer was lost, or some case was not told, it is asked only to tell the rest.
    const body = (await clock()) < goal ? { advance: 'P14D' } : {};
    const moved = await desks
      .as('juzhang')
      .then(async (head) => await head.call('POST', '/local/clock', body))
      .catch(() => undefined);
    if (moved?.status === 200) break;
    await pause(200);
  }
  await lanes(async ({ course, n, caseNo }) => await course.lead(n, caseNo, 'closed'));
  for (const course of courses) await course.settle();
  await killer.stop();
  await drained();

  const { decision, clock: expiry } = races.clockAgainstDecision;
  const wrong = [...faults];
  for (const course of courses) wrong.push(...(await course.wrong(stack)));
  wrong.push(...(await disagreements(stack, desks.acknowledged)));
  const kills = Object.values(killer.killed).reduce((sum, n) => sum + n, 0);
  const late = desks.acknowledged.filter((one) => one.late).length;
  process.stdout.write(
    [
      `办件 ${turns.length} 件，${clients} 个客户端，种子 ${seed}，${Math.round((performance.now() - began) / 1_000)} 秒`,
      `kill -9 共 ${kills} 次：${Object.entries(killer.killed)
        .map(([part, n]) => `${part} ${n}`)
        .join('、')}`,
      `操作 ${desks.presses} 次，已答复 ${desks.acknowledged.length} 条（其中先答“待送达”${late} 条），重按 ${desks.repeats} 次`,
      `双击 ${races.doubleClicks} 次；两人同办 ${races.twoOfficers} 次；期满与异议同时 ${decision + expiry} 次（异议在先 ${decision}，期满在先 ${expiry}）`,
      wrong.length === 0 ? '台账、读模型、工作流、操作记录、外部系统一致' : wrong.slice(0, 40).join('\n'),
      '',
    ].join('\n'),
  );
  failed = wrong.length > 0 || kills < 4;
} finally {
  await stack.stop();
  if (failed) await cp(join(dir, 'yimen.log'), join('.local', 'faults.log'));
  await rm(dir, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
