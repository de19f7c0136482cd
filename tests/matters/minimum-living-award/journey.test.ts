/** 低保动态管理 on the whole stack: founded by a confirmation, told by the case that confirmed it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, deskOf, done } from '../../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../../setup/test-stack.ts';
import { awardsOf } from './desk.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

test('第二十一条、第三十一条：确认同意的随即在保，一家一件；之后的投诉移交到在保的那一件', async () => {
  const caseNo = await desk.confirming(desk.application({ name: '李桂芳' }));
  done(await desk.head.decide(caseNo, '审核确认', '同意'));
  const [award = ''] = await awardsOf(stack, 1);
  expect(await desk.inspector.get<object>(`/cases/${award}`)).toMatchObject({
    parent: caseNo,
    labels: { 申请人: '李桂芳', 每月发放: '180' },
    form: { amountFen: 18_000, ableToWork: true, members: [{ name: '李桂芳', relation: '本人' }] },
    waits: [{ key: '等待定期核查' }],
  });
  const data = { content: '有车', named: '匿名' };
  done(await desk.window.submit(caseNo, { type: 'supplement', fact: '投诉举报', data }));
  const asked = await until(
    () => desk.view(award),
    ({ acts }) => acts.length > 0,
  );
  expect(asked.acts.map(({ key }) => key)).toEqual(['核查']);
});
