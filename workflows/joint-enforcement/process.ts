/**
 * 联合执法. Each unit names its licensed officers, signs in on the spot, records what it did and files its own case in
 * its own competence; the township calls together and does not punish. Sources: docs/processes/joint-enforcement.md.
 */
import type { FieldIssue } from '../../contract/refusal.ts';
import { date, file, group, list, location, optional, text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import type { CaseInput, Context, Result, Step } from '../../engine/process/definition.ts';
import { asLimit } from '../../engine/process/limit-rule.ts';
import { inUnit } from '../../engine/process/offices.ts';
import { notAfterToday } from '../wording/dates.ts';
import type { application } from './application.ts';
import { law, rule } from './basis.ts';
import { officesFor } from './offices.ts';
import * as parameters from './parameters.ts';

type Enforcement = Context<CaseInput<typeof application>>;
type Done = { readonly unit: string; readonly caseNumber?: string };

const limit = (c: Enforcement, of: typeof parameters.naming) => asLimit(c.ruleInForce(of));

/** 第四十二条、第五十五条：执法人员不得少于两人，具有执法资格，出示执法证件。 */
const officersNamed = (fewest: number) =>
  outcome({
    form: {
      officers: list(
        '执法人员',
        group('人员', { name: text('姓名', 40), licence: text('执法证号', 40) }),
        fewest,
        20,
      ),
    },
    basis: law('第四十二条'),
    check: ({ officers }): readonly FieldIssue[] =>
      new Set(officers.map(({ licence }) => licence)).size === officers.length
        ? []
        : [{ field: 'officers', text: '执法证号不能重复' }],
  });

const evidence = {
  records: list('笔录、证据和执法记录', file('材料'), 0, 50),
  found: text('查明的情况', 4_000),
};

function* ofUnit(
  c: Enforcement,
  { unit, power }: { readonly unit: string; readonly power: string },
): Step<Done> {
  const by = inUnit(officesFor(c.input).enforcer, unit);
  const brief = { power };
  const named = yield* c.decide('确认执法人员', {
    by,
    within: limit(c, parameters.naming),
    basis: law('第四十二条'),
    outcomes: { 已确认: officersNamed(c.ruleInForce(parameters.fewestOfficers).value) },
    brief,
  });
  yield* c.decide('现场签到', {
    by,
    basis: law('第五十五条'),
    outcomes: {
      已到场: outcome({
        form: {
          code: text('签到码', 40),
          location: optional(location('签到定位')),
          arrivedOn: date('到场日期'),
        },
        check: ({ arrivedOn }, { at }) => notAfterToday('arrivedOn', '到场日期', arrivedOn, at),
      }),
    },
    brief: { officers: named.form.officers },
  });
  const recorded = yield* c.decide('登记执法情况', {
    by,
    within: limit(c, parameters.records),
    basis: law('第五十四条'),
    outcomes: {
      已立案: outcome({
        form: { ...evidence, caseNumber: text('本单位案号', 80) },
        basis: law('第五十四条'),
      }),
      不予立案: outcome({ form: evidence, opinion: 'required' }),
    },
    brief,
  });
  return recorded.outcome === '已立案' ? { unit, caseNumber: recorded.form.caseNumber } : { unit };
}

export function* procedure(c: Enforcement): Step<Result> {
  const { reason, place, units } = c.input.form;
  const { convener } = officesFor(c.input);
  c.label('事由', reason);
  c.label('地点', place);
  c.accept();
  const done = yield* c.each(
    '执法',
    units,
    ({ unit }) => unit,
    (one) => ofUnit(c, one),
  );
  const cases = done.flatMap(({ unit, caseNumber }) => (caseNumber ? [{ unit, caseNumber }] : []));
  const said = yield* c.decide('汇总结果', {
    by: convener,
    within: limit(c, parameters.summary),
    basis: rule('召集单位汇总，不以自己的名义处罚'),
    outcomes: { 已汇总: outcome({ form: { result: text('联合执法结果', 2_000) } }) },
    brief: { cases },
  });
  return c.close('联合执法完成', { result: said.form.result, cases });
}
