/** A ledger of many cases: rebuilt from nothing, and re-dated when a calendar changes. */

import { countyCalendar } from '../county/pingluo/calendar.ts';
import { connect, type Sql } from '../db/connect.ts';
import { rebuild } from '../delivery/read-model/rebuild.ts';
import { redate } from '../delivery/read-model/redate.ts';
import { calendarSince, withNotice } from '../engine/clock/calendar.ts';
import type { LocalStack } from '../stack/local-stack.ts';
import { visitForm } from '../stack/sample-application.ts';
import { acceptedCases, officesOf } from './commands.ts';
import { type Figure, figure } from './measure.ts';

/** Copies one live case's ledger under other numbers. */
async function copyCase(sql: Sql, caseNo: string, copies: number): Promise<void> {
  await sql`
    insert into entry (case_no, seq, at, wall, command_id, command_hash, actor, process_version, calendar_version, rule_versions, event, derived)
    select copy, seq, at, wall, copy || '/' || command_id, command_hash, actor, process_version, calendar_version, rule_versions,
      case when seq = 1 then jsonb_set(event, '{caseNo}', to_jsonb(copy)) else event end, derived
    from entry cross join (select 'YY2020' || lpad(n::text, 9, '0') as copy from generate_series(1, ${copies}::int) n) copies
    where case_no = ${caseNo}`;
  await sql`analyze entry`;
}

export async function ledgersBench(
  stack: LocalStack,
  clockTarget = 100_000,
): Promise<{ figures: readonly Figure[]; raw: unknown }> {
  const sql = connect(stack.settings.DATABASE_URL, 'yimen-bench', 4);
  try {
    const desks = await officesOf(stack);
    const [caseNo = ''] = await acceptedCases(desks, 1);
    await desks.visitor.decide(caseNo, '提请信息核对', '已提请');
    for (let i = 0; i < 6; i++)
      await desks.visitor.submit(caseNo, { type: i % 2 ? 'release' : 'claim', act: '入户调查' });
    await desks.visitor.decide(caseNo, '入户调查', '已调查', visitForm(desks.today));
    const [known] = await sql<{ entries: number; clocks: number }[]>`
      select (select count(*) from entry where case_no = ${caseNo})::int as entries,
             (select count(*) from case_clock where case_no = ${caseNo})::int as clocks`;
    const copies = Math.ceil(clockTarget / Math.max(1, known?.clocks ?? 1));
    await copyCase(sql, caseNo, copies);
    const rebuilt = await rebuild(sql);
    const perSecond = rebuilt.entries / rebuilt.seconds;
    const calendar = calendarSince(
      withNotice(countyCalendar, {
        version: 'bench',
        announcedYears: [],
        entries: [
          {
            from: desks.today,
            to: desks.today,
            kind: 'off',
            name: '临时放假',
            basis: '测量',
            confirmed: true,
          },
        ],
      }),
      Number(desks.today.slice(0, 4)),
    );
    const began = performance.now();
    const redated = await redate(sql, 'minimum-living', { type: 'adopt', calendar, rules: [] }, Date.now());
    const perClock = (performance.now() - began) / redated.clocks;
    return {
      figures: [
        figure(
          '由台账重建读模型',
          `${Math.round(perSecond).toLocaleString('en')} 条/秒（${rebuilt.cases.toLocaleString('en')} 件、${rebuilt.entries.toLocaleString('en')} 条，${rebuilt.seconds.toFixed(1)} 秒）`,
          '目标 20,000 条/秒',
          perSecond >= 20_000,
        ),
        figure(
          '日历变更，改算在走的时限',
          `每个 ${perClock.toFixed(3)} ms（${redated.cases.toLocaleString('en')} 件、${redated.clocks.toLocaleString('en')} 个）`,
          '目标 0.6 ms',
          perClock <= 0.6,
        ),
      ],
      raw: { known, rebuilt, redated, perClock },
    };
  } finally {
    await sql`delete from entry where case_no like 'YY2020%'`;
    await rebuild(sql);
    await sql.end();
  }
}
