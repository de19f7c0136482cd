/** 职责清单 with whistles: what is asked must be listed, and a ruling changes the list. The whole stack. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Duty, recordDuties, rulingSource } from '../../../db/duties.ts';
import { done } from '../../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../../setup/test-stack.ts';
import { type WhistleDesk, whistleDeskOf, whistleForm } from './desk.ts';

let stack: TestStack;
let desk: WhistleDesk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await whistleDeskOf(stack);
});
afterAll(async () => await stack.close());

const listed: Duty = {
  code: 'P23',
  kind: '配合履职',
  item: '建筑垃圾处置',
  unit: 'housing',
  basis: '样例',
  from: '2020-01-01',
  to: null,
};
const competent = async (): Promise<string | undefined> =>
  (await desk.caller.get<{ items: Duty[] }>('/duties')).items.find(({ code }) => code === 'P23')?.unit;
const opens = async (item: string) =>
  await desk.caller.open(
    { matter: 'whistle', unit: 'chengguan', form: whistleForm({ item }) },
    crypto.randomUUID(),
  );

test('没有清单时照写的收；有了清单，写没有的指出', async () => {
  const ruled = { ...listed, code: '裁定的一项' };
  await recordDuties(stack.context.sql, [ruled], rulingSource('CS1'));
  expect((await opens('随便一项')).status).toBe(201);
  await recordDuties(stack.context.sql, [listed], '样例');
  await recordDuties(stack.context.sql, [listed], '样例');
  expect((await desk.caller.get<{ items: Duty[] }>('/duties')).items).toEqual([listed, ruled]);
  expect(await opens('P99')).toMatchObject({
    status: 422,
    body: { code: 'FORM_INVALID', fields: [{ field: 'item', text: expect.stringContaining('P99') }] },
  });
  expect((await opens('P23')).status).toBe(201);
});

test('规则（3）：职责裁定写入职责清单；裁定撤销的，清单复原', async () => {
  const caseNo = await desk.dispatched({ item: 'P23' });
  done(
    await desk.of('housing').decide(caseNo, '部门/housing/签收', '退单', {
      item: 'P23',
      grounds: '三定规定未列',
      competent: 'police',
    }),
  );
  expect(await competent()).toBe('housing');
  const ruling = { to: 'police', item: 'P23' };
  done(await desk.dispatcher.decide(caseNo, '部门/housing/退单审核', '退单成立', ruling, '属公安'));
  expect(await until(competent, (unit) => unit === 'police')).toBe('police');
  done(
    await desk.dispatcher.submit(caseNo, {
      type: 'takeBack',
      act: '部门/housing/退单审核',
      opinion: '依据有误',
    }),
  );
  expect(await until(competent, (unit) => unit === 'housing')).toBe('housing');
});
