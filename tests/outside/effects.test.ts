/** What leaves the stack: seen on the case when it cannot leave, sent once by its key when it can. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

const sentFor = async (system: 'sms' | 'bank', caseNo: string): Promise<readonly string[]> =>
  (await stack.taken(system)).map(({ key }) => key).filter((key) => key.startsWith(`${caseNo}/`));

test('短信平台停摆：办件照常办理，写明哪个系统自何时起；恢复后自行补发，只发一次', async () => {
  await stack.faults('sms', { down: true });
  const caseNo = await desk.accepted();
  const troubled = await until(
    () => desk.view(caseNo),
    ({ troubles }) => troubles.length > 0,
  );
  expect(troubled.troubles[0]).toMatchObject({ system: 'sms', since: expect.any(Number) });
  done(await desk.visitor.decide(caseNo, '提请信息核对', '已提请'));
  expect(await sentFor('sms', caseNo)).toEqual([]);
  await stack.faults('sms', {});
  await until(
    () => desk.view(caseNo),
    ({ troubles }) => troubles.length === 0,
  );
  const sent = await sentFor('sms', caseNo);
  expect(sent.length).toBeGreaterThan(0);
  expect(new Set(sent).size).toBe(sent.length);
});

test('银行收下而答复丢失：按同一编号重发，只列入一次', async () => {
  const caseNo = await desk.confirming();
  await stack.faults('bank', { loseNext: 1 });
  done(await desk.head.decide(caseNo, '审核确认', '同意'));
  await until(
    () => sentFor('bank', caseNo),
    (sent) => sent.length > 0,
  );
  await stack.faults('bank', {});
  done(
    await desk.window.decide(caseNo, '送达确认通知书', '已送达', {
      method: '直接送达',
      deliveredOn: stack.today(),
    }),
  );
  done(await desk.reviewer.decide(caseNo, '公布', '已公布', { place: '公示栏' }));
  await until(
    () => desk.view(caseNo),
    ({ state, troubles }) => state === 'closed' && troubles.length === 0,
  );
  expect(await sentFor('bank', caseNo)).toHaveLength(1);
  await until(
    () => stack.context.sql`
      select key from effect e where case_no = ${caseNo}
        and not exists (select from delivery d where d.case_no = e.case_no and d.key = e.key)`,
    (undelivered) => undelivered.length === 0,
  );
  expect(await sentFor('bank', caseNo)).toHaveLength(1);
});

test('银行一时答错：稍后自动重试成功，不惊动办件', async () => {
  const caseNo = await desk.confirming();
  await stack.faults('bank', { failNext: 1 });
  done(await desk.head.decide(caseNo, '审核确认', '同意'));
  await until(
    () => sentFor('bank', caseNo),
    (sent) => sent.length === 1,
  );
  expect((await desk.view(caseNo)).troubles).toEqual([]);
});
