/** 档案自己的定时，整套系统：证书届满换发（有效年限改为一年，免得等五年），满一年核实活动。 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCounty } from '../../../county/load.ts';
import { done } from '../../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../../setup/test-stack.ts';
import { changeDeskOf, changeForm } from '../organization-change/desk.ts';
import { type RegistrationDesk, registrationDeskOf } from '../organization-establishment/desk.ts';
import { casesOf } from './cases.ts';

const term = 'organization.certificate-term';

let stack: TestStack;
let desk: RegistrationDesk;
beforeAll(async () => {
  const county = await loadCounty('pingluo');
  const rule = county.rules.get(term);
  if (!rule) throw new Error(`no rule ${term}`);
  const rows = rule.rows.map((row) => ({ ...row, value: { years: 1, warnDays: 90 } }));
  stack = await startTestStack({
    county: { ...county, rules: new Map([...county.rules, [term, { ...rule, rows }]]) },
  });
  desk = await registrationDeskOf(stack);
});
afterAll(async () => await stack.close());

/** Until when the organisation's file waits with its certificate. */
const renewalOf = async (file: string): Promise<string | undefined> => {
  const wait = (await desk.view(file)).waits.find(({ key }) => key.includes('等待证书换发'));
  return wait?.until ? new Date(wait.until + 8 * 3_600_000).toISOString().slice(0, 10) : undefined;
};

test('规则：证书届满前九十日自行立件换发，换发后重新计算；变更时发了新证的也重新计算', async () => {
  const uscc = await desk.organization();
  const [file = ''] = await casesOf(stack, 'organization', 1);
  expect(await until(() => renewalOf(file), Boolean)).toBe('2026-12-01');
  await stack.advance('P200D');
  await changeDeskOf(desk).changed(
    changeForm(uscc, '住所', stack.today(), { residence: '平罗县城关镇新街2号' }),
  );
  expect(
    await until(
      () => renewalOf(file),
      (day) => day !== undefined && day !== '2026-12-01',
    ),
  ).toBe('2027-06-19');
  await stack.advance('P276D');
  const [renewal = ''] = await casesOf(stack, 'organization-certificate', 1);
  await until(
    () => desk.open(renewal),
    (acts) => acts.includes('换发审核'),
  );
  done(await desk.reviewer.decide(renewal, '换发审核', '同意'));
  await desk.served(renewal, '收回旧证换发新证');
  expect(await desk.view(renewal)).toMatchObject({ outcome: '已换发', labels: { 事由: '有效期届满' } });
  expect(await until(() => renewalOf(file), Boolean)).toBe('2028-03-22');
});

test('条例第二十九条：取得证书满一年请人核实；没有开展活动的自行立件撤销，档案随之终结', async () => {
  const uscc = await desk.organization();
  const files = await casesOf(stack, 'organization', 2);
  const file = files.at(-1) ?? '';
  await until(
    () => desk.view(file),
    ({ waits }) => waits.some(({ key }) => key.includes('等待满一年核实活动')),
  );
  await stack.advance('P370D');
  await until(
    () => desk.open(file),
    (acts) => acts.some((act) => act.includes('核实开展活动情况')),
  );
  const act = (await desk.open(file)).find((key) => key.includes('核实开展活动情况')) ?? '';
  done(await desk.reviewer.decide(file, act, '一年未开展活动', { found: '没有活动记录，住所无人。' }));
  const [revocation = ''] = await casesOf(stack, 'organization-revocation', 1);
  await until(
    () => desk.open(revocation),
    (acts) => acts.includes('送达拟撤销登记告知书'),
  );
  await desk.served(revocation, '送达拟撤销登记告知书');
  done(await desk.window.decide(revocation, '陈述申辩', '陈述申辩', { statement: '没有异议' }));
  const decision = { decision: '平民社撤〔2028〕1号' };
  done(await desk.head.decide(revocation, '撤销决定', '撤销登记', decision, '事实清楚'));
  expect(
    await until(
      () => desk.view(file),
      ({ state }) => state === 'closed',
    ),
  ).toMatchObject({ outcome: '撤销登记' });
  const register = await stack.http(`/api/v1/registers/${encodeURIComponent('社会组织')}?q=${uscc}`, {});
  expect(await register.json()).toMatchObject({ items: [{ data: { state: '撤销登记' } }] });
});
