/** The last hour of a filing season: thousands of annual reports at once, each on record. */
import { loadCounty } from '../county/load.ts';
import { connect } from '../db/connect.ts';
import { openDispatcher } from '../delivery/dispatcher.ts';
import { openLinked } from '../delivery/linked.ts';
import type { LocalStack } from '../stack/local-stack.ts';
import { sampleCode } from '../stack/sample-codes.ts';
import { sampleSha, withMaterials } from '../stack/sample-material.ts';
import { signInSample } from '../stack/sample-people.ts';
import { acceptedCases, officesOf } from './commands.ts';
import { type Figure, figure, measure, ms } from './measure.ts';

const filings = 2_000;
const lanes = 50;
const act = '报送年度工作报告';

export async function rush(stack: LocalStack): Promise<{ figures: readonly Figure[]; raw: unknown }> {
  const sql = connect(stack.settings.DATABASE_URL, 'yimen-bench', 2);
  const county = await loadCounty(stack.settings.YIMEN_COUNTY);
  const { dispatcher, close } = await openDispatcher(stack.settings, county, 'yimen-bench-rush', 16);
  const window = await signInSample((path, init) => fetch(stack.address + path, init), 'shezu-shouli');
  await withMaterials(window);
  try {
    const desks = await officesOf(stack);
    const [parent = ''] = await acceptedCases(desks, 1);
    const codes = Array.from({ length: filings }, (_, i) => sampleCode('统一社会信用代码/51', 10_000 + i));
    await sql`
      insert into register_row (case_no, key, register, subject, valid_from, data, words, seq, at)
      select 'ZZ2020' || lpad(n::text, 9, '0'), 'bench', '社会组织', code, '2020-01-01',
        jsonb_build_object('uscc', code, 'name', '样例' || n, 'type', '社会团体', 'supervisingUnit', 'education', 'people', '[]'::jsonb, 'state', '存续'),
        '', 1, 0
      from unnest(${codes}::text[]) with ordinality as given(code, n)`;
    const year = Number(desks.today.slice(0, 4));
    const cases: string[] = [];
    await measure(20, Math.ceil(filings / 20), async (lane, i) => {
      const n = i * 20 + lane;
      const uscc = codes[n];
      if (uscc === undefined) return;
      cases[n] = await openLinked(dispatcher, dispatcher.sql, {
        key: `rush-${n}`,
        parent: { caseNo: parent },
        matter: 'organization-annual-inspection',
        unit: 'civil-affairs',
        form: { uscc, year },
      });
    });
    const opened = async (name: string): Promise<number> => {
      const [row] = await sql<{ n: number }[]>`
        select count(*)::int as n from open_act where matter = 'organization-annual-inspection' and name = ${name}`;
      return row?.n ?? 0;
    };
    for (let waiting = true; waiting; waiting = (await opened(act)) < filings)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const form = {
      summary: '样例',
      incomeFen: 1,
      expenseFen: 1,
      staff: 1,
      partyReport: '样例',
      files: [sampleSha('材料')],
    };
    let refused = 0;
    const timing = await measure(lanes, filings / lanes, async (lane, i) => {
      const { status } = await window.decide(cases[i * lanes + lane] ?? '', act, '已报送', form);
      if (status >= 400) refused++;
    });
    const drained = performance.now();
    while ((await opened('业务主管单位初审')) < filings - refused && performance.now() - drained < 60_000)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const taken = await opened('业务主管单位初审');
    const seconds = filings / timing.perSecond;
    return {
      figures: [
        figure(
          `年检最后一小时报送 ${filings.toLocaleString('en')} 份，${lanes} 个客户端`,
          `${seconds.toFixed(0)} 秒办完，每秒 ${timing.perSecond.toFixed(1)} 份，p50 ${ms(timing.p50)}，p99 ${ms(timing.p99)}`,
          '目标一小时之内',
          seconds < 3_600,
        ),
        figure(
          '其中已经记下、转到业务主管单位的',
          `${taken} 份`,
          `${filings} 份，一份不少`,
          taken === filings,
        ),
      ],
      raw: { timing, taken, refused },
    };
  } finally {
    await close();
    await sql.end();
  }
}
