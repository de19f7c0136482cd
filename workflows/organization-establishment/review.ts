/** 实质审查: each item by whoever answers for it, side by side; then the reviewer's conclusion, with 公示 or 听证 before it. */

import type { Office } from '../../contract/actor.ts';
import { choice, list, optional, text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import type { Step } from '../../engine/process/definition.ts';
import { licensing, rule } from '../organization/basis.ts';
import { answerObjectors, publicNotice } from '../stages/public-notice.ts';
import { party } from './basis.ts';
import * as documents from './documents.ts';
import * as parameters from './parameters.ts';
import * as conditions from './rules/conditions.ts';
import { applied, limit, offices, ordinance, type Registration } from './terms.ts';

type Item = {
  readonly name: string;
  readonly by: Office;
  readonly basis: string;
  readonly findings: readonly string[];
};
export type Opinion = { readonly item: string; readonly fits: boolean; readonly reason: string };

function items(c: Registration): readonly Item[] {
  const form = applied(c);
  const of = c.ruleAsAccepted(parameters.conditions).value;
  const { reviewer, partyWork } = offices(c);
  const fitness = ordinance(c, { 社会团体: '第十条', 民办非企业单位: '第八条' });
  const grounds = ordinance(c, { 社会团体: '第十三条', 民办非企业单位: '第十一条' });
  const item = (name: string, basis: string, findings: readonly string[] = [], by = reviewer): Item => ({
    name,
    by,
    basis,
    findings,
  });
  return [
    item('人员', grounds, conditions.people(form, of, c.today())),
    item('会员和从业人员', fitness, conditions.members(form, of)),
    item('资金', fitness, conditions.capital(form, of)),
    item('场所', fitness),
    item('业务范围', grounds),
    item(
      '章程',
      ordinance(c, { 社会团体: '第十四条', 民办非企业单位: '第十条' }),
      conditions.charter(form, of),
    ),
    item('党建', party, [], partyWork),
    item('信用', rule('发起人、负责人的信用记录')),
  ];
}

function* ofItem(c: Registration, { name, by, basis, findings }: Item): Step<Opinion> {
  const said = yield* c.decide('提出审查意见', {
    by,
    within: limit(c, parameters.substantiveReview),
    basis,
    outcomes: {
      符合: outcome({ form: { note: optional(text('说明', 1_000)) } }),
      不符合: outcome({ form: { reason: text('理由', 1_000) } }),
    },
    brief: { findings },
  });
  return said.outcome === '符合'
    ? { item: name, fits: true, reason: said.form.note ?? '' }
    : { item: name, fits: false, reason: said.form.reason };
}

export const refusal = (c: Registration) =>
  outcome({
    form: {
      grounds: list(
        '情形',
        choice('情形', c.ruleAsAccepted(parameters.refusalGrounds).value[applied(c).type]),
        1,
      ),
      reasons: text('事实和理由', 2_000),
    },
    basis: ordinance(c, { 社会团体: '第十三条', 民办非企业单位: '第十一条' }),
  });

/** 许可法第四十五条：听证、专家评审的时间不计算在期限内，书面告知申请人。 */
function* heard(c: Registration, how: '听证' | '专家评审'): Step<string> {
  const { name } = applied(c);
  for (const clock of ['登记决定', '承诺办结']) c.pauseClock(clock);
  c.notice(`${how}告知书`, { to: 'applicant', text: documents.hearing(name, how) });
  const said = yield* c.decide('组织听证、评审', {
    by: offices(c).reviewer,
    within: limit(c, parameters.hearing),
    basis: licensing('第四十五条、第四十七条'),
    outcomes: { 已完成: outcome({ form: { record: text('笔录、结论', 4_000) } }) },
    brief: { how },
  });
  for (const clock of ['登记决定', '承诺办结']) c.resumeClock(clock);
  return said.form.record;
}

export type Conclusion = {
  readonly favours: boolean;
  readonly opinions: readonly Opinion[];
  readonly heard: readonly string[];
};

export function* review(c: Registration): Step<Conclusion> {
  const form = applied(c);
  const opinions = yield* c.each(
    '审查',
    items(c),
    ({ name }) => name,
    (item) => ofItem(c, item),
  );
  const records: string[] = [];
  for (;;) {
    const said = yield* c.decide('综合审查', {
      by: offices(c).reviewer,
      within: limit(c, parameters.substantiveReview),
      basis: licensing('第三十四条'),
      outcomes: {
        拟准予: outcome(),
        拟不予: refusal(c),
        先公示: outcome(),
        先听证: outcome({ opinion: 'required' }),
        先专家评审: outcome({ opinion: 'required' }),
      },
      brief: { opinions, heard: [...records] },
    });
    if (said.outcome === '先听证' || said.outcome === '先专家评审')
      records.push(yield* heard(c, said.outcome === '先听证' ? '听证' : '专家评审'));
    else if (said.outcome === '先公示') {
      const within = limit(c, parameters.publicNoticeDays);
      const objected = yield* publicNotice(c, {
        by: offices(c).reviewer,
        basis: rule('拟登记、拟任负责人公示'),
        within,
        document: { name: '拟登记公示', text: documents.proposed(form, within.amount) },
      });
      yield* answerObjectors(c, objected, {
        by: offices(c).reviewer,
        within: limit(c, parameters.objectionAnswer),
        basis: rule('拟登记、拟任负责人公示'),
      });
      records.push(
        objected.length === 0
          ? '公示期满，没有异议'
          : `公示期间的异议：${objected.map(({ objector, content }) => `${objector}：${content}`).join('；')}`,
      );
    } else return { favours: said.outcome === '拟准予', opinions, heard: records };
  }
}
