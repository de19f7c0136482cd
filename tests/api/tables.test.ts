/** 规则和日历: tried on every live case before they count, recorded with who and why, local ones confirmed by the county. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

type Row = {
  readonly from: string;
  readonly value: unknown;
  readonly standing: string;
  readonly signedOff: object | null;
};
type RuleSeen = { readonly name: string; readonly recorded: object | null; readonly rows: readonly Row[] };
const ruleSeen = async (name: string): Promise<RuleSeen> => {
  const { items } = await desk.window.get<{ items: RuleSeen[] }>('/tables/rules');
  const found = items.find((rule) => rule.name === name);
  if (!found) throw new Error(`no rule ${name}`);
  return found;
};
const name = 'minimum-living.investigation-start';
const change = (amount: number, version: string) => ({
  name,
  version,
  row: {
    value: { amount, unit: 'workingDays' },
    from: stack.today(),
    basis: '平民发〔2026〕1号',
    standing: 'county',
  },
  why: '压缩时限',
});

test('规则试算：涉及多少在办件；已经起算的期限不随新的数值改变；什么也没有录入', async () => {
  await desk.accepted();
  await desk.accepted(desk.application({ n: 822 }));
  const { body } = await desk.countyHead.call('POST', '/tables/rules/trial', change(1, 'x'));
  expect(body).toMatchObject({ sooner: 0, later: 0, hurt: [] });
  expect((body as unknown as { cases: number }).cases).toBeGreaterThanOrEqual(2);
  expect((await ruleSeen(name)).recorded).toBeNull();
  expect((await desk.window.call('POST', '/tables/rules/trial', change(1, 'x'))).status).toBe(403);
});

test('规则试算：会使办件无法继续的，写明是哪些', async () => {
  const caseNo = await desk.opened(desk.application({ n: 823 }));
  const county = { ...stack.context.county, ruleFaults: () => [] };
  const wrong = change(1, 'x');
  const answer = await createApp({ ...stack.context, county }).request('/api/v1/tables/rules/trial', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${desk.countyHead.token}` },
    body: JSON.stringify({
      ...wrong,
      name: 'minimum-living.total.township',
      row: { ...wrong.row, value: 'soon' },
    }),
  });
  expect(((await answer.json()) as { hurt: readonly string[] }).hurt).toContain(caseNo);
});

test('日历试算：加一个假日，等着的期限推后', async () => {
  const notice = {
    version: 'trial',
    entries: [
      { from: '2026-03-03', to: '2026-03-04', kind: 'off', name: '样例假日', basis: '样例', confirmed: true },
    ],
    why: '样例',
  };
  const before = await desk.window.get('/calendar');
  const { body } = await desk.countyHead.call('POST', '/tables/calendars/trial', notice);
  expect(body).toMatchObject({ sooner: 0, hurt: [] });
  expect((body as unknown as { later: number }).later).toBeGreaterThanOrEqual(2);
  expect(await desk.window.get('/calendar')).toEqual(before);
});

test('录入后看得到谁、为什么；县级的一行由县里确认，写明依据；改了内容的须另行确认', async () => {
  done(await desk.countyHead.call('POST', '/tables/rules', change(2, '2026-1')));
  expect(await ruleSeen(name)).toMatchObject({ recorded: { by: '杨局长', why: '压缩时限' } });
  const row = async (): Promise<Row | undefined> =>
    (await ruleSeen(name)).rows.findLast(({ from }) => from === stack.today());
  expect(await row()).toMatchObject({ standing: 'county', signedOff: null });
  const asked = { name, from: stack.today(), why: '平民会纪〔2026〕3号' };
  expect((await desk.window.call('POST', '/tables/rules/sign-offs', asked)).status).toBe(403);
  done(await desk.countyHead.call('POST', '/tables/rules/sign-offs', asked));
  expect(await row()).toMatchObject({ signedOff: { by: '杨局长', why: '平民会纪〔2026〕3号' } });
  done(await desk.countyHead.call('POST', '/tables/rules', change(1, '2026-2')));
  expect(await row()).toMatchObject({ value: { amount: 1 }, signedOff: null });
  const unknown = await desk.countyHead.call('POST', '/tables/rules/sign-offs', {
    ...asked,
    from: '1999-01-01',
  });
  expect(unknown.body).toMatchObject({ code: 'RULE_UNKNOWN' });
});

test('办件和存档联写明所依据的哪些待县里确认；逐行确认以后不再写；给群众的一份从来不写', async () => {
  const caseNo = await desk.accepted(desk.application({ n: 824 }));
  const waiting = async () =>
    (await desk.window.get<{ items: readonly string[] }>(`/cases/${caseNo}/unconfirmed`)).items;
  expect((await waiting()).length).toBeGreaterThan(0);
  const { notices } = await desk.window.get<{ notices: readonly { code: string }[] }>(`/cases/${caseNo}`);
  const print = async (copy: string): Promise<string> =>
    await (
      await stack.http(`/api/v1/cases/${caseNo}/documents/${notices[0]?.code}/print${copy}`, {
        headers: { authorization: `Bearer ${desk.window.token}` },
      })
    ).text();
  expect(await print('?copy=file')).toContain('待县里确认');
  expect(await print('')).not.toContain('待县里确认');
  const { items } = await desk.window.get<{ items: RuleSeen[] }>('/tables/rules');
  for (const { name: rule, rows } of items.filter(({ name }) => /^(minimum-living|organs)\./.test(name)))
    for (const { from, standing } of rows)
      if (standing === 'county')
        done(
          await desk.countyHead.call('POST', '/tables/rules/sign-offs', { name: rule, from, why: '纪要' }),
        );
  expect(await waiting()).toEqual([]);
  expect(await print('?copy=file')).not.toContain('待县里确认');
});
