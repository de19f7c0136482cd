/** 社会组织的存续：备案、换届提醒、变更和注销的告知。只有引擎。 */
import { beforeEach, expect, test } from 'vitest';
import { sampleCode } from '../../../../stack/sample-codes.ts';
import { done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';
import {
  type RegistrationDesk,
  registrationDeskOf,
  somebody,
} from '../../organization-establishment/desk.ts';

let town: MemoryTown;
let desk: RegistrationDesk;
beforeEach(async () => {
  town = await memoryTown();
  desk = await registrationDeskOf(town);
});

const founded = async (): Promise<string> => {
  const form = {
    uscc: sampleCode('统一社会信用代码/51'),
    name: '平罗县样例协会',
    type: '社会团体',
    legalRepresentative: somebody('马建国'),
    supervisingUnit: 'education',
    registeredOn: town.today(),
  };
  return done(await desk.apply('organization', form)).caseNo;
};
const reminders = async (caseNo: string) =>
  (await desk.view(caseNo)).notices.filter(({ name }) => name === '换届提醒');

test('条例第十六条、民非第十四条：印章式样和银行账户报登记管理机关备案', async () => {
  const caseNo = await founded();
  expect(await desk.open(caseNo)).toEqual(['印章和银行账户备案']);
  const form = { seal: '圆形，直径四厘米', account: '平罗农商行 6229…0001' };
  done(await desk.window.decide(caseNo, '印章和银行账户备案', '已备案', form));
  expect(await desk.open(caseNo)).toEqual([]);
  expect(await desk.view(caseNo)).toMatchObject({ state: 'open' });
});

test('规则：每届任期五年，届满之前一百八十日提醒换届，不在任何人的待办里', async () => {
  const caseNo = await founded();
  const { waits } = await desk.view(caseNo);
  expect(waits.map(({ key }) => key)).toContain('等待换届提醒');
  await town.advance('P1640D');
  expect(await reminders(caseNo)).toEqual([]);
  await town.advance('P10D');
  expect(await reminders(caseNo)).toHaveLength(1);
  expect((await reminders(caseNo))[0]?.text.paragraphs[0]).toContain('2031年3月2日届满');
});

test('规则：换届后任期重新计算，到时再提醒', async () => {
  const caseNo = await founded();
  await town.advance('P1650D');
  const elected = { type: 'supplement', fact: '换届', data: { on: town.today() } } as const;
  done(await desk.reviewer.submit(caseNo, elected));
  await town.advance('P1640D');
  expect(await reminders(caseNo)).toHaveLength(1);
  await town.advance('P20D');
  expect(await reminders(caseNo)).toHaveLength(2);
});

test('规则：变更、注销只由办件的决定告知，工作人员不能直接登记', async () => {
  const caseNo = await founded();
  const data = { reason: '完成宗旨', on: town.today() };
  for (const who of [desk.window, desk.reviewer, desk.head])
    expect(await who.submit(caseNo, { type: 'supplement', fact: '注销登记', data })).toMatchObject({
      body: { code: 'NOT_YOURS' },
    });
});
