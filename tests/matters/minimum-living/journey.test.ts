/** 最低生活保障审核确认 from the window to the payment on the whole stack, and what needs its tables and posts. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordRule } from '../../../db/tables.ts';
import { type Desk, deskOf, done } from '../../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

const delivered = () => ({ method: '直接送达', deliveredOn: stack.today() });

test('初审的人不得审核确认', async () => {
  const caseNo = await desk.confirming();
  await stack.context
    .sql`insert into post (id, person, unit, role, valid_from) values ('extra', 'chengguan-chushen', 'chengguan', '负责人', '2020-01-01') on conflict do nothing`;
  expect(await desk.reviewer.decide(caseNo, '审核确认', '同意')).toMatchObject({
    status: 403,
    body: { code: 'SEPARATION_OF_DUTIES' },
  });
  await stack.context.sql`delete from post where id = 'extra'`;
});

test('第二十一条至第二十五条：确认同意的，金额算明，自下月起发放，公布姓名、人数、金额', async () => {
  const caseNo = await desk.confirming(desk.application({ name: '李桂芳', yearlyIncomeFen: 240_000 }));
  const { view } = done(await desk.head.decide(caseNo, '审核确认', '同意'));
  const decidedOn = stack.today();
  expect(view.stage).toBe('送达确认通知书、公布');
  const { notices } = await desk.view(caseNo);
  // (380 − 200) × 1 = 180 元
  expect(notices.find(({ name }) => name === '确认通知书')?.text.paragraphs.join()).toMatch(
    /每月发放低保金180\.00元/,
  );
  expect(notices.find(({ name }) => name === '公布')?.text.paragraphs).toEqual([
    '姓名：李桂芳',
    '家庭成员数：1人',
    '保障金额：每月180.00元',
  ]);
  const [year = 0, month = 0] = decidedOn.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  const paid = await until(
    () => stack.taken('bank'),
    (items) => items.some(({ key }) => key.startsWith(caseNo)),
  );
  expect(paid.filter(({ key }) => key.startsWith(caseNo)).map(({ body }) => body)).toEqual([
    expect.objectContaining({ payee: '李桂芳', amountFen: 18_000, fromMonth: next }),
  ]);
  done(await desk.window.decide(caseNo, '送达确认通知书', '已送达', delivered()));
  done(await desk.reviewer.decide(caseNo, '公布', '已公布', { place: '星海村公示栏' }));
  const closed = await desk.view(caseNo);
  expect(closed).toMatchObject({
    state: 'closed',
    outcome: '确认同意',
    result: { detail: { amountFen: 18_000, payFrom: next } },
  });
  expect(closed.responsibility.accounts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(
    closed.responsibility.totalMinutes,
  );
});

test('受理后标准调整的，按作出决定之日的标准', async () => {
  const caseNo = await desk.noticed(desk.application({ yearlyIncomeFen: 240_000 }));
  const from = stack.today();
  const standards = stack.context.county.rules.get('minimum-living.standards');
  if (!standards) throw new Error('the county has standards');
  const raised = {
    ...standards,
    version: '2',
    rows: [
      ...standards.rows,
      {
        value: { RURAL: 40_000, URBAN: 62_000 },
        from,
        basis: '石嘴山市调标通知（样例）',
        standing: 'county' as const,
      },
    ],
  };
  await recordRule(stack.context.sql, raised, 'ducha', '调标');
  await desk.publish('publish-2');
  await stack.advance('P12D');
  await desk.opensAct(caseNo, '审核确认');
  done(await desk.head.decide(caseNo, '审核确认', '同意'));
  expect(
    (await desk.view(caseNo)).notices.find(({ name }) => name === '确认通知书')?.text.paragraphs.join(),
  ).toMatch(/200\.00元/);
});
