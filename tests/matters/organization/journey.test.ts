/** 一个社会组织的一生，整套系统：登记设立档案，变更法定代表人和名称，注销；登记簿按日期可查。 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpReadModel, rebuild } from '../../../delivery/read-model/rebuild.ts';
import { done } from '../../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../../setup/test-stack.ts';
import { changeDeskOf, changeForm } from '../organization-change/desk.ts';
import { endingDeskOf, endingForm } from '../organization-deregistration/desk.ts';
import {
  freshField,
  type RegistrationDesk,
  registrationDeskOf,
  societyForm,
  somebody,
} from '../organization-establishment/desk.ts';

type Row = {
  readonly from: string;
  readonly to: string | null;
  readonly data: { readonly name: string; readonly legalRepresentative: string; readonly state: string };
};
let stack: TestStack;
let desk: RegistrationDesk;
let change: ReturnType<typeof changeDeskOf>;
let ending: ReturnType<typeof endingDeskOf>;
beforeAll(async () => {
  stack = await startTestStack({ now: '2026-03-02T09:00:00+08:00' });
  desk = await registrationDeskOf(stack);
  change = changeDeskOf(desk);
  ending = endingDeskOf(desk, stack);
});
afterAll(async () => await stack.close());

async function rows(path: string): Promise<readonly Row[]> {
  const answer = await stack.http(`/api/v1/registers/${path}`, {});
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { items: readonly Row[] }).items;
}
const register = encodeURIComponent('社会组织');

/** The number of the organisation's own case, once its registration has founded it. */
async function fileOf(uscc: string): Promise<string> {
  const { sql } = stack.context;
  const found = await until(
    async () =>
      await sql<{ caseNo: string }[]>`
        select case_no as "caseNo" from case_head where matter = 'organization' and labels ->> '代码' = ${uscc}`,
    ({ length }) => length > 0,
  );
  expect(found).toHaveLength(1);
  return found[0]?.caseNo ?? '';
}

test('规则：变更、注销的决定告知社会组织档案，各一次；档案随之改名、终结', async () => {
  const field = freshField();
  const registration = await desk.registered(societyForm(field));
  const uscc = String((await desk.view(registration)).result?.detail?.['uscc']);
  const file = await fileOf(uscc);
  expect(await desk.inspector.get(`/cases/${file}`)).toMatchObject({ parent: registration, state: 'open' });
  expect(await desk.apply('organization', {})).toMatchObject({ status: 403 });

  const name = { name: `平罗县${field}商会`, field, form: '商会' };
  await change.changed(changeForm(uscc, '名称', stack.today(), { name }));
  const renamed = await until(
    () =>
      desk.view(file) as Promise<unknown> as Promise<{ labels: Record<string, string>; facts: unknown[] }>,
    ({ labels }) => labels['名称'] === name.name,
  );
  expect(renamed.facts).toHaveLength(1);

  const ended = await ending.ended(uscc);
  const closed = await until(
    () => desk.view(file),
    ({ state }) => state === 'closed',
  );
  expect(closed.outcome).toBe('注销登记');
  const told = (await desk.view(ended)).effects.filter(({ name: of }) => of === '告知社会组织档案');
  expect(told).toHaveLength(1);

  const history = await rows(`${register}/${uscc}`);
  expect(history.map(({ data }) => data.state)).toEqual(['存续', '存续', '清算', '注销']);
  expect(await rows(`${register}?q=${uscc}&on=2026-03-02`)).toHaveLength(1);
  const late = await change.asked(changeForm(uscc, '住所', stack.today(), { residence: '别处' }));
  expect(late).toMatchObject({
    status: 409,
    body: { code: 'SUBJECT_STATE', detail: expect.stringContaining('注销') },
  });
  const before = await dumpReadModel(stack.context.sql);
  await rebuild(stack.context.sql);
  expect(await dumpReadModel(stack.context.sql)).toBe(before);
});

test('条例第十八条：变更法定代表人，登记簿按日期看得到前后两任；原任可以到别的社会团体任职', async () => {
  const first = societyForm(freshField());
  const uscc = await desk.organization(first);
  const day = stack.today();
  await stack.advance('P20D');
  const successor = { ...somebody('李文华'), phone: '13800000002' };
  const asked = changeForm(uscc, '法定代表人', stack.today(), { legalRepresentative: successor });
  await change.changed(asked);
  const on = async (date: string) =>
    (await rows(`${register}?q=${uscc}&on=${date}`)).map(({ data }) => data.legalRepresentative);
  expect(await on(day)).toEqual(['马建国']);
  expect(await on(stack.today())).toEqual(['李文华']);
  await stack.advance('P2D');
  const { founders, officers, legalRepresentative } = first;
  const elsewhere = { founders, officers, legalRepresentative };
  expect((await desk.asked(societyForm(freshField(), elsewhere))).status).toBe(201);
  const both = {
    founders: [successor],
    officers: [{ ...successor, post: '会长' }],
    legalRepresentative: successor,
  };
  const { phone: _phone, ...person } = successor;
  const taken = societyForm(freshField(), {
    ...both,
    founders: [person],
    officers: [{ ...person, post: '会长' }],
  });
  expect(await desk.asked(taken)).toMatchObject({ status: 409, body: { code: 'TAKEN' } });
});

test('法定代表人、负责人应当回避本组织的办件', async () => {
  const { sql, vault } = stack.context;
  const relative = somebody('马建国');
  const form = societyForm(freshField());
  const { phone } = form.legalRepresentative;
  const own = {
    founders: [relative],
    officers: [{ ...relative, post: '会长' }],
    legalRepresentative: { ...relative, phone },
  };
  const uscc = await desk.organization({ ...form, ...own });
  const [before] = await sql<{ identity: string }[]>`select identity from person where id = 'shezu-shencha'`;
  const { caseNo } = done(await ending.asked(endingForm(uscc, stack.today())));
  await sql`update person set identity = ${vault.hash(relative.identity)} where id = 'shezu-shencha'`;
  try {
    const kin = await stack.as('shezu-shencha');
    expect(await kin.decide(caseNo, '登记清算', '进入清算')).toMatchObject({ body: { code: 'RECUSED' } });
  } finally {
    await sql`update person set identity = ${before?.identity ?? ''} where id = 'shezu-shencha'`;
  }
});

test('名称管理办法第十六条：注销之后名称一年内不能再用；法定代表人可以到别的社会团体任职', async () => {
  const form = societyForm(freshField());
  const uscc = await desk.organization(form);
  done(
    await desk.window.decide(await fileOf(uscc), '印章和银行账户备案', '已备案', {
      seal: '圆形',
      account: '农商行',
    }),
  );
  await ending.ended(uscc);
  expect(await desk.asked(societyForm(form.field))).toMatchObject({ status: 409, body: { code: 'TAKEN' } });
  await stack.advance('P2D');
  const { founders, officers, legalRepresentative } = form;
  const again = societyForm(freshField(), { founders, officers, legalRepresentative });
  expect((await desk.asked(again)).status).toBe(201);
});

test('名称管理办法第十六条：更名之后原名称一年内不能再用，新名称随即占用；一年后可以', async () => {
  const field = freshField();
  const uscc = await desk.organization(societyForm(field));
  const name = { name: `平罗县${field}学会`, field, form: '学会' };
  await change.changed(changeForm(uscc, '名称', stack.today(), { name }));
  const old = () => desk.asked(societyForm(field));
  const newer = societyForm(field, name);
  expect(await old()).toMatchObject({ status: 409, body: { code: 'TAKEN' } });
  expect(await desk.asked(newer)).toMatchObject({ status: 409, body: { code: 'TAKEN' } });
  await stack.advance('P370D');
  expect((await old()).status).toBe(201);
  expect(await desk.asked(newer)).toMatchObject({ status: 409, body: { code: 'TAKEN' } });
});
