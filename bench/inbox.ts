/** The inbox's first page with a county's lifetime of cases behind it, against a route that reads one row by its key. */
import { randomUUID } from 'node:crypto';
import { connect, type Sql } from '../db/connect.ts';
import type { LocalStack } from '../stack/local-stack.ts';
import { acceptedCases, officesOf } from './commands.ts';
import { type Figure, figure, inTurn, measure, median, ms, ratioFigure, type Timing } from './measure.ts';

/** Read-model rows as the projection writes them: three open acts to a case, spread over 13 townships and four roles. */
async function seed(sql: Sql, from: number, to: number): Promise<void> {
  await sql`
    insert into case_head (case_no, matter, version, seq, at, state, stage, outcome, unit, opened_at, accepted_at, due_at, risk_at, labels, troubles, applicant)
    select 'ZZ2020' || lpad(n::text, 9, '0'), 'minimum-living', 1, 5, 1577836800000 + n * 1000::bigint, 'open', '初审', null,
      (select id from unit where kind = 'township' order by id offset n % 13 limit 1),
      1577836800000 + n * 1000::bigint, 1577836800000 + n * 1000::bigint, 1893456000000 + n * 1000::bigint, 1893456000000, '{"申请人": "样例"}', '[]', md5(n::text)
    from generate_series(${from}::int, ${to}::int) n`;
  await sql`
    insert into open_act (case_no, key, matter, name, kind, unit, role, assignee, round, opened_at, due_at, risk_at)
    select h.case_no, act, 'minimum-living', act, 'decide', h.unit, role, null, 1, h.opened_at, 1893456000000 + (hashtext(h.case_no || act)::bigint + 2147483648), 1893456000000
    from case_head h cross join (values ('入户调查', '调查'), ('初审', '初审'), ('审核确认', '负责人')) a(act, role)
    where h.case_no between ${`ZZ2020${String(from).padStart(9, '0')}`} and ${`ZZ2020${String(to).padStart(9, '0')}`}`;
  await sql`analyze case_head, open_act`;
}

const turns = 9;

/** How long each route takes, one after the other in each turn: the machine's pace is theirs alike. */
async function alternating(
  paths: readonly string[],
  read: (path: string) => Promise<void>,
): Promise<readonly Readonly<Record<string, Timing>>[]> {
  const taken: Record<string, Timing>[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const timings: Record<string, Timing> = {};
    for (const path of inTurn(paths, turn))
      timings[path] = await measure(1, 150, async () => await read(path));
    taken.push(timings);
  }
  return taken;
}

export async function inbox(
  stack: LocalStack,
  cases = 1_000_000,
): Promise<{ figures: readonly Figure[]; raw: unknown }> {
  const sql = connect(stack.settings.DATABASE_URL, 'yimen-bench', 1);
  try {
    const desks = await officesOf(stack);
    const [caseNo = ''] = await acceptedCases(desks, 1);
    const key = randomUUID();
    await desks.visitor.submit(caseNo, { type: 'claim', act: '入户调查' }, key);
    const read = async (path: string): Promise<void> => {
      const { status, body } = await desks.visitor.call('GET', path);
      if (status !== 200) throw new Error(JSON.stringify(body));
    };
    const pages = async (path = '/inbox'): Promise<Timing> => {
      await measure(1, 50, async () => await read(path));
      return await measure(1, 1_000, async () => await read(path));
    };
    const small = 10_000;
    await seed(sql, 1, small);
    const at10k = await pages();
    for (let from = small; from < cases; from += 100_000)
      await seed(sql, from + 1, Math.min(from + 100_000, cases));
    await sql`vacuum analyze open_act`;
    const atMillion = await pages();
    const byKey = `/commands/${key}`;
    const shown = { 待办首页: '/inbox', 登记簿首页: '/cases', 办件页: `/cases/${caseNo}` };
    const alternated = await alternating([byKey, ...Object.values(shown)], read);
    const p50s = (path: string): readonly number[] => alternated.map((turn) => turn[path]?.p50 ?? Number.NaN);
    const spread = atMillion.p99 / at10k.p99;
    return {
      figures: [
        figure('按主键读一行的路由', `p50 ${ms(median(p50s(byKey)))}`),
        figure(`待办首页，${small.toLocaleString('en')} 件`, `p50 ${ms(at10k.p50)}，p99 ${ms(at10k.p99)}`),
        ...Object.entries(shown).flatMap(([what, path]) => [
          figure(`${what}，百万件`, `p50 ${ms(median(p50s(path)))}`),
          ratioFigure(
            `${what}与按主键读一行的 p50 之比`,
            p50s(path).map((p50, turn) => p50 / (p50s(byKey)[turn] ?? Number.NaN)),
            '目标 ≤ 3',
            (ratio) => ratio <= 3,
          ),
        ]),
        figure('待办首页 p99：百万件与一万件之比', spread.toFixed(2), '≤ 2', spread <= 2),
      ],
      raw: { at10k, atMillion, alternated },
    };
  } finally {
    await sql`delete from open_act where case_no like 'ZZ2020%'`;
    await sql`delete from case_head where case_no like 'ZZ2020%'`;
    await sql.end();
  }
}
