/** 社会组织成立登记，整套系统：登记簿、名称和法定代表人的唯一、号段。 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpReadModel, rebuild } from '../../../delivery/read-model/rebuild.ts';
import { dateOf, dayMs } from '../../../engine/clock/time.ts';
import { samplePools, seedPools } from '../../../stack/sample-codes.ts';
import { done } from '../../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../../setup/test-stack.ts';
import { freshField, type RegistrationDesk, registrationDeskOf, societyForm } from './desk.ts';

type Row = { readonly subject: string; readonly from: string; readonly data: Record<string, unknown> };
let stack: TestStack;
let desk: RegistrationDesk;
beforeAll(async () => {
  stack = await startTestStack({ now: '2026-03-02T09:00:00+08:00' });
  desk = await registrationDeskOf(stack);
});
afterAll(async () => await stack.close());

/** As anybody, not signed in. */
async function rows(path: string): Promise<readonly Row[]> {
  const answer = await stack.http(`/api/v1/registers/${path}`, {});
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { items: readonly Row[] }).items;
}
const register = encodeURIComponent('社会组织');

test('号段规则：一个代码只给一个组织；用完了说明办法，导入后接着办', async () => {
  const { sql } = stack.context;
  await sql`delete from pool_code where case_no is null`;
  const caseNo = await desk.concluded();
  const empty = await desk.head.decide(caseNo, '登记决定', '准予登记');
  expect(empty).toMatchObject({
    status: 409,
    body: { code: 'POOL_EMPTY', detail: expect.stringContaining('号段') },
  });
  await seedPools(sql, 40);
  const typed = await desk.head.decide(caseNo, '登记决定', '准予登记', { uscc: '51640221MJX0000189' });
  expect(typed.body).toMatchObject({ code: 'FORM_INVALID', fields: [{ field: 'uscc' }] });
  const cases = [caseNo, ...(await Promise.all(Array.from({ length: 3 }, () => desk.concluded())))];
  const decided = await Promise.all(
    cases.flatMap((one) => [1, 2].map(() => desk.head.decide(one, '登记决定', '准予登记'))),
  );
  expect(decided.filter(({ status }) => status === 200)).toHaveLength(cases.length);
  const codes = await sql<{ code: string; caseNo: string }[]>`
    select code, case_no as "caseNo" from pool_code where case_no is not null and pool = ${samplePools[0]}`;
  expect(new Set(codes.map(({ code }) => code)).size).toBe(cases.length);
  expect(codes.map(({ caseNo: of }) => of).toSorted()).toEqual(cases.toSorted());
});

test('条例第二十三条：登记之后任何人可以按名称、代码在登记簿查到，按日期看当时的内容', async () => {
  const field = freshField();
  const caseNo = await desk.registered(societyForm(field));
  const { result } = await desk.view(caseNo);
  const uscc = String(result?.detail?.['uscc']);
  const [byName] = await rows(`${register}?q=${encodeURIComponent(field)}`);
  expect(byName).toMatchObject({
    subject: uscc,
    from: stack.today(),
    data: { name: `平罗县${field}协会`, type: '社会团体', state: '存续', legalRepresentative: '马建国' },
  });
  expect(await rows(`${register}?q=${uscc}`)).toEqual([byName]);
  expect(await rows(`${register}?q=${uscc}&on=2026-01-01`)).toEqual([]);
  expect(await rows(`${register}?q=%25`)).toEqual([]);
  expect(await rows(`${register}/${uscc}`)).toEqual([byName]);
  expect(JSON.stringify(byName)).not.toContain('hash');
  for (const hidden of ['社会团体法定代表人', '没有这个'])
    expect((await stack.http(`/api/v1/registers/${encodeURIComponent(hidden)}`, {})).status).toBe(404);
  const before = await dumpReadModel(stack.context.sql);
  await rebuild(stack.context.sql);
  expect(await dumpReadModel(stack.context.sql)).toBe(before);
});

test('名称管理办法第五条：二百件同时申请一个名称，只有一件成；登记之后仍不能再用', async () => {
  const field = freshField();
  const answers = await Promise.all(Array.from({ length: 200 }, () => desk.asked(societyForm(field))));
  const won = answers.filter(({ status }) => status === 201);
  expect(won).toHaveLength(1);
  const [lost] = answers.filter(({ status }) => status !== 201);
  expect(lost).toMatchObject({
    status: 409,
    body: { code: 'TAKEN', detail: expect.stringContaining('请另拟名称') },
  });
  const caseNo = won[0]?.body.caseNo ?? '';
  expect(lost?.body).toMatchObject({ about: { caseNo } });
  done(await desk.window.submit(caseNo, { type: 'withdraw', opinion: '另行筹备' }));
  await until(
    () => desk.asked(societyForm(field)),
    ({ status }) => status === 201,
  );
  const other = freshField();
  await desk.registered(societyForm(other));
  const again = await desk.asked(societyForm(other));
  expect(again).toMatchObject({ status: 409, body: { code: 'TAKEN' } });
});

test('名称管理办法第十六条，近似：已登记和正在申请的近似名称附在核查里，由人决定', async () => {
  const field = freshField();
  await desk.registered(societyForm(field));
  const applied = await desk.opened(societyForm(`${field}科技`));
  const caseNo = await desk.opened(societyForm(field, { name: `平罗县${field}学会`, form: '学会' }));
  const brief = (await desk.briefOf(desk.reviewer, caseNo, '名称核查')) as {
    alike: readonly { name: string; likeness: number }[];
  };
  expect(brief.alike.slice(0, 1)).toMatchObject([{ name: `平罗县${field}协会`, likeness: 1 }]);
  expect(brief.alike.map(({ name }) => name)).toContain(`平罗县${field}科技协会`);
  expect(applied).not.toBe(caseNo);
});

test('新条文自施行之日起用于之后受理的申请，之前受理的仍按受理时的条文', async () => {
  const head = await stack.as('juzhang');
  const few = { individualMembers: 40 };
  const before = await desk.accepted(societyForm(freshField(), few));
  const conditions = stack.context.county.rules.get('organization-establishment.conditions')?.rows.at(-1);
  const value = conditions?.value as { readonly members: object };
  const from = dateOf(Date.parse(stack.today()) + 2 * dayMs);
  done(
    await head.call('POST', '/tables/rules', {
      name: 'organization-establishment.conditions',
      version: '样例-1',
      row: {
        value: { ...value, members: { individuals: 30, units: 20, mixed: 30 } },
        from,
        basis: '社会团体登记管理条例（样例修订）第十条',
        standing: 'law',
      },
      why: '条例修订',
    }),
  );
  await stack.advance('P3D');
  const after = await desk.accepted(societyForm(freshField(), few));
  const found = async (caseNo: string) =>
    await desk.briefOf(desk.reviewer, caseNo, '审查/会员和从业人员/提出审查意见');
  expect(await found(after)).toEqual({ findings: [] });
  expect(await found(before)).toEqual({ findings: ['个人会员40个、单位会员0个，未达到规定数目'] });
});

test('条例第十二条：一人不能同时担任两个社会团体的法定代表人', async () => {
  const first = societyForm(freshField());
  await desk.registered(first);
  const { founders, officers, legalRepresentative } = first;
  const second = await desk.asked(societyForm(freshField(), { founders, officers, legalRepresentative }));
  expect(second).toMatchObject({
    status: 409,
    body: { code: 'TAKEN', detail: expect.stringContaining('法定代表人'), about: {} },
  });
});
