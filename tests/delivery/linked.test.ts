/** One case has another opened: once by its key, whatever becomes of the asking. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kept } from '../../api/sealing.ts';
import type { FormInput } from '../../contract/command.ts';
import { LinkRefused, LinkTaken, openLinked } from '../../delivery/linked.ts';
import { currentProcess } from '../../workflows/index.ts';
import { type Desk, deskOf } from '../setup/desk.ts';
import { startTestStack, type TestStack } from '../setup/test-stack.ts';

const matter = 'minimum-living';
let stack: TestStack;
let desk: Desk;
let parent: string;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
  parent = await desk.opened();
});
afterAll(async () => await stack.close());

const application = (): FormInput => {
  const filled = JSON.parse(JSON.stringify(desk.application()));
  return kept(stack.context.vault, currentProcess(matter)?.application ?? {}, filled) as FormInput;
};
const opened = async (key: string, form: FormInput, caseNo = parent) =>
  await openLinked(stack.context.dispatcher, stack.context.sql, {
    key,
    parent: { caseNo },
    matter,
    unit: 'chengguan',
    form,
  });
const numbersGiven = async (): Promise<number> => {
  const [row] = await stack.context.sql<
    { last: number }[]
  >`select last from case_number where matter = ${matter}`;
  return row?.last ?? 0;
};

test('同一编号问几次、同时问，都是同一件，只取一个号，写明由哪一件立起', async () => {
  const before = await numbersGiven();
  const form = application();
  const [caseNo, ...others] = await Promise.all([
    opened('once', form),
    opened('once', form),
    opened('once', form),
  ]);
  expect([...others, await opened('once', form)]).toEqual([caseNo, caseNo, caseNo]);
  expect(await numbersGiven()).toBe(before + 1);
  const [row] = await stack.context.sql`select parent from case_head where case_no = ${caseNo}`;
  expect(row).toEqual({ parent });
});

test('立起以后，同样的申请在新的一版里不再完整：仍是原来那一件', async () => {
  const caseNo = await opened('version', application());
  expect(await opened('version', {})).toBe(caseNo);
  await expect(opened('never', {})).rejects.toBeInstanceOf(LinkRefused);
});

test('已有一件在办的、立它的办件还没有登记的：不立，号不作废', async () => {
  const form = application();
  const caseNo = await opened('first', form);
  const before = await numbersGiven();
  await expect(opened('second', form)).rejects.toMatchObject({ by: { matter, caseNo } });
  await expect(opened('second', form)).rejects.toBeInstanceOf(LinkTaken);
  await expect(opened('third', application(), 'DB202699999')).rejects.toThrow('is not recorded yet');
  expect(await numbersGiven()).toBe(before);
});
