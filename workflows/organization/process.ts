/**
 * 社会组织: an organisation for as long as it lives. Founded by the decision that registers it, changed and ended by the
 * decisions of cases about it; what its dates bring comes by itself. Sources: docs/processes/organization.md.
 */
import { addMonths, dateText, inWords, parseDate, startOfDay } from '../../engine/clock/time.ts';
import { text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { asLimit } from '../../engine/process/limit-rule.ts';
import { toDay } from '../wording/limits.ts';
import type { Organization } from './application.ts';
import { ordinanceOf } from './basis.ts';
import { certificates } from './certificates.ts';
import { enter } from './enter.ts';
import { officesFor } from './offices.ts';
import * as parameters from './parameters.ts';
import { facts } from './policy.ts';
import { legalRepresentatives, names } from './registers.ts';
import type { Registered } from './subject.ts';

/** Ways an inspection ends that put an organisation on the list of abnormal activity, each with its ground. */
const unfiled: { readonly [outcome: string]: string } = {
  未按期报送: '未按照规定时限和要求报送年度工作报告的',
  逾期未整改: '抽查、检查发现问题，发放整改文书要求限期整改，未按期完成整改的',
};

/** 条例第十六条、民非第十四条：印章式样和银行账户报登记管理机关备案。 */
function* filing(c: Organization): Step<never> {
  const { type } = c.input.form;
  yield* c.decide('印章和银行账户备案', {
    by: officesFor(c.input).window,
    within: asLimit(c.ruleInForce(parameters.sealFiling)),
    basis: ordinanceOf(type, { 社会团体: '第十六条', 民办非企业单位: '第十四条' }),
    outcomes: {
      已备案: outcome({ form: { seal: text('印章式样', 200), account: text('开户银行和账号', 100) } }),
    },
  });
  return yield* c.never();
}

/** 每届任期届满之前提醒换届；换届后重新计算。 */
function* terms(c: Organization): Step<never> {
  const { name, type, registeredOn } = c.input.form;
  const { reviewer } = officesFor(c.input);
  for (let began = registeredOn; ; ) {
    const { value, basis } = c.ruleInForce(parameters.term);
    const end = addMonths(parseDate(began), 12 * value.years);
    const endsOn = dateText(end);
    const warned = end - value.warnDays;
    if (startOfDay(warned) > c.now())
      yield* c.wait('等待换届提醒', {
        by: reviewer,
        within: toDay(c, warned, basis),
        basis: ordinanceOf(type, { 社会团体: '第十四条', 民办非企业单位: '第十条' }),
      });
    c.notice('换届提醒', {
      to: 'applicant',
      text: {
        title: '换届提醒',
        effect: 'informs',
        paragraphs: [
          `${name}：本届任期于${inWords(endsOn)}届满，请提前筹备换届，并报业务主管单位和登记管理机关。`,
        ],
      },
    });
    const elected = yield* c.await(facts.elected);
    began = String(elected.data['on']);
  }
}

/** 条例第二十九条：自取得登记证书之日起一年未开展活动的，撤销登记. Whether it has done anything is for a person to find. */
function* activity(c: Organization): Step<never> {
  const { uscc, type, registeredOn } = c.input.form;
  const { reviewer } = officesFor(c.input);
  const { value } = c.ruleInForce(parameters.inactivity);
  const basis = ordinanceOf(type, { 社会团体: '第二十九条', 民办非企业单位: '' });
  const due = addMonths(parseDate(registeredOn), value.months) + 1;
  yield* c.wait('等待满一年核实活动', {
    by: reviewer,
    within: toDay(c, due, basis),
    basis,
  });
  const said = yield* c.decide('核实开展活动情况', {
    by: reviewer,
    within: asLimit({ value: value.check, basis }),
    basis,
    outcomes: {
      已开展活动: outcome({ form: { activities: text('开展了哪些活动', 2_000) } }),
      一年未开展活动: outcome({ form: { found: text('查明的事实', 4_000) } }),
    },
  });
  if (said.outcome === '一年未开展活动') {
    const ground = '自取得登记证书之日起一年未开展活动的';
    c.found('办理撤销登记', {
      matter: 'organization-revocation',
      unit: c.input.unit,
      form: { uscc, ground, facts: said.form.found, evidence: [] },
    });
  }
  return yield* c.never();
}

/** The first year that an organisation files for. */
const firstYear = (registeredOn: string, registeredBy: string): number =>
  Number(registeredOn.slice(0, 4)) + (registeredOn.slice(5) <= registeredBy ? 0 : 1);

/** 条例第二十八条、民非第二十三条：每年开始时自行立检；没有按期报送的，随即办理列入活动异常名录。 */
function* inspections(c: Organization): Step<never> {
  const { uscc, type, registeredOn } = c.input.form;
  const { reviewer } = officesFor(c.input);
  const basis = ordinanceOf(type, { 社会团体: '第二十八条', 民办非企业单位: '第二十三条' });
  const { opens, registeredBy } = c.ruleInForce(parameters.inspectionSeason).value;
  for (let year = firstYear(registeredOn, registeredBy); ; year++) {
    const begins = parseDate(`${year + 1}-${opens}`);
    if (startOfDay(begins) > c.now())
      yield* c.wait('等待年度检查', {
        by: reviewer,
        within: toDay(c, begins, basis),
        basis,
      });
    const { outcome: concluded } = yield* c.case('年度检查', {
      by: reviewer,
      unit: c.input.unit,
      basis,
      matter: 'organization-annual-inspection',
      form: { uscc, year },
    });
    const ground = unfiled[concluded];
    if (ground)
      c.found('列入活动异常名录', {
        matter: 'organization-listing',
        unit: c.input.unit,
        form: { uscc, list: '活动异常名录', ground, facts: `${year}年度检查：${concluded}` },
        instead: { fact: '新的情形', data: { ground, facts: `${year}年度检查：${concluded}` } },
      });
  }
}

function* changes(c: Organization): Step<never> {
  for (;;) {
    const changed = yield* c.await(facts.changed);
    c.label('名称', String(changed.data['name']));
  }
}

function* ended(c: Organization): Step<Result> {
  const { winner, value } = yield* c.race({
    deregistered: c.await(facts.deregistered),
    revoked: c.await(facts.revoked),
  });
  const { reason, ground, on = '' } = value.data;
  return c.close(winner === 'revoked' ? '撤销登记' : '注销登记', { reason: reason ?? ground ?? '', on });
}

/** One that was registered before writes itself what its registration would have. */
function enterAsRegistered(c: Organization): void {
  const {
    registered,
    uscc,
    name,
    type,
    legalRepresentative,
    supervisingUnit,
    registeredOn: from,
  } = c.input.form;
  if (!registered) return;
  const { area = null, ...stated } = registered;
  const data: Registered = {
    ...stated,
    area,
    uscc,
    name,
    type,
    legalRepresentative: legalRepresentative.name,
    legalRepresentativeId: legalRepresentative.identity.hash,
    people: [legalRepresentative.identity.hash],
    officers: [],
    supervisingUnit: supervisingUnit ?? null,
    state: '存续',
  };
  enter(c, data, from);
  c.record(names, { subject: name, from, data: { uscc, state: '登记' } });
  if (type === '社会团体')
    c.record(legalRepresentatives, { subject: legalRepresentative.identity.hash, from, data: { uscc } });
}

export function* procedure(c: Organization): Step<Result> {
  const { name, uscc, type, registered } = c.input.form;
  enterAsRegistered(c);
  c.label('名称', name);
  c.label('代码', uscc);
  c.label('类型', type);
  const { value } = yield* c.race({
    filing: () => (registered ? c.never() : filing(c)),
    terms: () => terms(c),
    changes: () => changes(c),
    inspections: () => inspections(c),
    certificates: () => certificates(c),
    activity: () => (registered || type !== '社会团体' ? c.never() : activity(c)),
    ended: () => ended(c),
  });
  return value;
}
