/**
 * 社会组织成立登记. Reads as the ordinances and 行政许可法 read: 名称, 前置意见, 受理, 审查, 决定, 党员情况, 证书, 公告.
 * Sources and limits: docs/processes/organization-establishment.md.
 */
import { drawn, integer, notYetDrawn, text } from '../../engine/forms/form.ts';
import { outcome } from '../../engine/process/act.ts';
import type { Result, Step } from '../../engine/process/definition.ts';
import { appealed } from '../organization/appeal.ts';
import { licensing } from '../organization/basis.ts';
import * as shared from '../organization/documents.ts';
import { enter, officersOf } from '../organization/enter.ts';
import { intake } from '../organization/intake.ts';
import { material } from '../organization/material.ts';
import { certificateTerm } from '../organization/parameters.ts';
import { legalRepresentatives, names } from '../organization/registers.ts';
import { faultIn, prefixOf } from '../organization/rules/uscc.ts';
import type { Registered } from '../organization/subject.ts';
import { service } from '../stages/service.ts';
import { limitInWords } from '../wording/limits.ts';
import { party } from './basis.ts';
import * as documents from './documents.ts';
import { industryOpinion, nameCheck, supervisingConsent } from './opinions.ts';
import * as parameters from './parameters.ts';
import { type Conclusion, refusal, review } from './review.ts';
import { missingMaterials } from './rules/materials.ts';
import { applied, limit, offices, ordinance, type Registration } from './terms.ts';

/** The pool of codes that begin so. */
export const poolOf = (prefix: string): string => `统一社会信用代码/${prefix}`;

/** 条例第十二条、民非第十一条：自收到全部有效文件之日起六十日内决定；承诺的期限与它并行。 */
function accept(c: Registration, isDeemed: boolean): void {
  const [decision, promise] = [limit(c, parameters.decision), limit(c, parameters.promise)];
  c.accept();
  c.startClock('登记决定', decision, { kind: '法定' });
  c.startClock('承诺办结', promise, { kind: '承诺' });
  const limits = [`法定办理期限${limitInWords(decision)}，承诺办理期限${limitInWords(promise)}。`];
  const text = shared.acceptance(`“${applied(c).name}”成立登记`, limits, isDeemed);
  c.notice('受理通知书', { to: 'applicant', text });
}

type Refusal = { readonly grounds: readonly string[]; readonly reasons: string };
type Decision = { readonly uscc: string } | Refusal;

/** 条例第十二条：准予的发给代码；不予登记的说明理由。决定由受理、审查以外的人作出。 */
function* decision(c: Registration, { favours, opinions, heard }: Conclusion): Step<Decision> {
  const form = applied(c);
  const prefix = prefixOf[form.type];
  const said = yield* c.decide('登记决定', {
    by: offices(c).decider,
    clock: '登记决定',
    basis: ordinance(c, { 社会团体: '第十二条', 民办非企业单位: '第十一条' }),
    separateFrom: ['材料审查', '综合审查'],
    outcomes: {
      准予登记: outcome({
        form: { uscc: drawn('统一社会信用代码', poolOf(prefix)) },
        basis: ordinance(c, { 社会团体: '第十二条', 民办非企业单位: '第十一条、第十二条' }),
        check: ({ uscc }) => {
          if (uscc === notYetDrawn) return [];
          const fault = faultIn(prefix)(uscc);
          return fault ? [{ field: 'uscc', text: `统一社会信用代码${uscc}${fault}` }] : [];
        },
      }),
      不予登记: refusal(c),
    },
    brief: { favours, opinions, heard },
  });
  return said.outcome === '准予登记' ? { uscc: said.form.uscc } : said.form;
}

function* refused(c: Registration, { grounds, reasons }: Refusal): Step<Result> {
  const basis = ordinance(c, { 社会团体: '第十三条', 民办非企业单位: '第十一条' });
  c.notice('不予成立登记决定书', {
    to: 'applicant',
    text: documents.refused(applied(c), grounds, reasons, basis, appealed(c, '决定书')),
  });
  yield* service(c, '送达不予登记决定', {
    by: offices(c).window,
    within: limit(c, parameters.refusalService),
    basis: licensing('第三十八条第二款、第四十四条'),
  });
  return c.close('不予登记', { grounds, reasons });
}

/** 领取证书之前填报党员情况，按党员人数建立党组织。 */
function* partySurvey(c: Registration): Step<void> {
  const survey = yield* c.askApplicant('填报党员情况调查表', {
    by: offices(c).window,
    basis: party,
    outcomes: {
      已填报: outcome({
        form: { formal: integer('正式党员人数'), probationary: integer('预备党员人数') },
      }),
    },
  });
  const { formal } = survey.form;
  const { kind } = c.ruleInForce(parameters.partyStructure).value.findLast(({ from }) => formal >= from) ?? {
    kind: '',
  };
  c.notice('党建工作移交单', {
    to: 'file',
    text: documents.partyHandover(applied(c).name, formal, kind),
  });
}

/** 许可法第四十四条：自作出决定之日起十日内颁发证书。证书发出，登记簿随之写入。 */
function* certificate(c: Registration, uscc: string): Step<void> {
  const form = applied(c);
  yield* service(c, '颁发证书', {
    by: offices(c).window,
    clock: '颁发证书',
    basis: licensing('第四十四条'),
  });
  c.stopClock('颁发证书');
  const from = c.today();
  const { name, type, residence, purpose, scope, area = null, capitalFen, legalRepresentative } = form;
  const data: Registered = {
    uscc,
    name,
    type,
    residence,
    purpose,
    scope,
    area,
    capitalFen,
    legalRepresentative: legalRepresentative.name,
    legalRepresentativeId: legalRepresentative.identity.hash,
    people: [
      ...new Set(
        [...form.founders, ...form.officers, legalRepresentative].map(({ identity }) => identity.hash),
      ),
    ],
    officers: officersOf(form.officers),
    supervisingUnit: form.supervisingUnit ?? null,
    state: '存续',
  };
  c.notice('登记证书', {
    to: 'applicant',
    text: shared.certificate(data, from, c.ruleInForce(certificateTerm).value.years),
  });
  enter(c, data);
  c.record(names, { subject: name, from, data: { uscc, state: '登记' } });
  if (type === '社会团体')
    c.record(legalRepresentatives, { subject: legalRepresentative.identity.hash, from, data: { uscc } });
  c.found('设立社会组织档案', {
    matter: 'organization',
    unit: c.input.unit,
    form: {
      uscc,
      name,
      type,
      legalRepresentative: { name: legalRepresentative.name, identity: legalRepresentative.identity },
      ...(form.supervisingUnit ? { supervisingUnit: form.supervisingUnit } : {}),
      registeredOn: from,
    },
  });
}

function* registered(c: Registration, uscc: string): Step<Result> {
  const form = applied(c);
  const basis = ordinance(c, { 社会团体: '第十二条', 民办非企业单位: '第十一条、第十二条' });
  c.notice('准予成立登记决定书', { to: 'applicant', text: documents.granted(form, uscc, basis) });
  c.startClock('颁发证书', limit(c, parameters.certificate), { kind: '法定' });
  yield* partySurvey(c);
  yield* certificate(c, uscc);
  yield* c.decide('发布成立公告', {
    by: offices(c).reviewer,
    within: limit(c, parameters.announcement),
    basis: ordinance(c, { 社会团体: '第二十三条', 民办非企业单位: '第十八条' }),
    outcomes: { 已公告: outcome({ form: { place: text('公告载体', 60) } }) },
  });
  c.notice('成立公告', { to: 'public', text: documents.announcement(form, uscc) });
  return c.close('准予登记', { uscc, name: form.name });
}

export function* procedure(c: Registration): Step<Result> {
  const { name, type, route, supervisingUnit, industryUnit } = applied(c);
  c.label('名称', name);
  c.label('类型', type);
  if (!(yield* nameCheck(c))) return c.close('名称不可用');
  if (route === '双重管理' && supervisingUnit && !(yield* supervisingConsent(c, supervisingUnit)))
    return c.close('业务主管单位不同意');
  if (route === '直接登记' && industryUnit) yield* industryOpinion(c, industryUnit);
  const form = applied(c);
  const taken = yield* intake(c, {
    what: `“${name}”成立登记`,
    window: offices(c).window,
    reviewWithin: () => limit(c, parameters.acceptanceReview),
    supplementWithin: () => limit(c, parameters.supplementWindow),
    material,
    given: form.materials,
    missing: (given) => missingMaterials(form, given, c.ruleInForce(parameters.requiredMaterials).value),
  });
  if (taken !== '受理' && taken !== '逾期视为受理') return c.close(taken);
  accept(c, taken === '逾期视为受理');
  const said = yield* decision(c, yield* review(c));
  for (const clock of ['登记决定', '承诺办结']) c.stopClock(clock);
  return 'uscc' in said ? yield* registered(c, said.uscc) : yield* refused(c, said);
}
