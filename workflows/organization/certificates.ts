/** 登记证书: good for its years, renewed before they end; whatever certificate is issued meanwhile begins them anew. */
import { addMonths, dateText, parseDate } from '../../engine/clock/time.ts';
import type { Fact } from '../../engine/process/act.ts';
import type { Step } from '../../engine/process/definition.ts';
import { toDay } from '../wording/limits.ts';
import type { Organization } from './application.ts';
import { lastDay } from './documents.ts';
import { officesFor } from './offices.ts';
import * as parameters from './parameters.ts';
import { facts } from './policy.ts';

/** When the certificate it has now was issued: of one registered before there was this system, by full terms since then. */
function issuedFirst(c: Organization, years: number): string {
  const { registered, registeredOn } = c.input.form;
  const next = (issued: string): string => dateText(addMonths(parseDate(issued), 12 * years));
  let issued = registeredOn;
  while (registered && next(issued) <= c.today()) issued = next(issued);
  return issued;
}

/** A new certificate by other means: a change, one that was lost. */
function* another(c: Organization): Step<Fact> {
  return (yield* c.race({ changed: c.await(facts.changed), reissued: c.await(facts.reissued) })).value;
}

export function* certificates(c: Organization): Step<never> {
  const { uscc } = c.input.form;
  const by = officesFor(c.input).window;
  for (let issued = issuedFirst(c, c.ruleInForce(parameters.certificateTerm).value.years); ; ) {
    const { value, basis } = c.ruleInForce(parameters.certificateTerm);
    const within = toDay(c, parseDate(lastDay(issued, value.years)) - value.warnDays, basis);
    const { winner, value: told } = yield* c.race({
      due: c.wait('等待证书换发', { by, within, basis }),
      another: () => another(c),
    });
    if (winner === 'another') {
      issued = String(told.data['on']);
      continue;
    }
    const { outcome } = yield* c.case('换发证书', {
      by,
      unit: c.input.unit,
      basis,
      matter: 'organization-certificate',
      form: { uscc, why: '有效期届满', materials: [] },
    });
    issued = outcome === '已换发' ? c.today() : String((yield* another(c)).data['on']);
  }
}
