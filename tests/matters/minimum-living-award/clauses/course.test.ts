/** 低保动态管理，逐条：只有引擎。 */
import { beforeEach, expect, test } from 'vitest';
import { sampleIdentity } from '../../../../stack/sample-people.ts';
import { type Desk, deskOf, done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';

let town: MemoryTown;
let desk: Desk;
let caseNo: string;
const person = (n: number, name: string, relation: string, born = '19750505') => ({
  name,
  identity: sampleIdentity(n, born),
  relation,
});
const opened = async (over: object = {}): Promise<string> => {
  const form = {
    payee: {
      name: '赵小兰',
      identity: sampleIdentity(600, '19750505'),
      phone: '13900000000',
      village: '星海村',
      account: '6228480000000000600',
    },
    members: [person(600, '赵小兰', '本人'), person(601, '钱大山', '配偶')],
    ableToWork: false,
    amountFen: 50_000,
    payFrom: '2026-04',
    ...over,
  };
  const asked = { matter: 'minimum-living-award', unit: 'chengguan', form };
  return done(await desk.reviewer.open(asked, crypto.randomUUID())).caseNo;
};
beforeEach(async () => {
  town = await memoryTown();
  desk = await deskOf(town);
  caseNo = await opened();
});

const view = () => desk.view(caseNo);
const open = async () => (await view()).acts.map(({ key }) => key);
const tell = (fact: string, data: object) => desk.window.submit(caseNo, { type: 'supplement', fact, data });
const checked = async (key = '核查', outcome = '情况有变化'): Promise<void> => {
  const form = { visitedOn: town.today(), findings: '入户看过' };
  done(await desk.visitor.decide(caseNo, key, outcome, form));
};
const served = async (act: string): Promise<void> => {
  const form = { method: '直接送达', deliveredOn: town.today() };
  done(await desk.window.decide(caseNo, act, '已送达', form));
};
const sent = async () => (await view()).effects.filter(({ name }) => name === '变更发放').length;
const notice = async (name: string) => (await view()).notices.find((one) => one.name === name)?.text;

test('第三十一条：情况稳定的每年核查一次，有劳动能力的每半年一次；没有明显变化的不调整', async () => {
  expect(await open()).toEqual([]);
  const [waiting] = (await view()).waits;
  expect(waiting?.key).toBe('等待定期核查');
  caseNo = await opened({
    payee: { ...samplePayee(), identity: sampleIdentity(610, '19900101') },
    ableToWork: true,
  });
  const half = (await view()).waits[0]?.until ?? 0;
  expect((waiting?.until ?? 0) - half).toBeGreaterThan(150 * 86_400_000);
  while ((await open()).length === 0) await town.advance('P30D');
  expect(await open()).toEqual(['核查']);
  await checked('核查', '没有明显变化');
  done(await desk.head.decide(caseNo, '核定', '维持'));
  expect(await sent()).toBe(0);
  expect((await view()).waits.map(({ key }) => key)).toEqual(['等待定期核查#2']);
});
const samplePayee = () => ({
  name: '赵小兰',
  phone: '13900000000',
  village: '星海村',
  account: '6228480000000000610',
});

test('第三十条、第三十二条：告知变化的核查后核定；减发的自下月起，书面告知、说明理由、写明救济，送达', async () => {
  done(await tell('家庭收入变化', { what: '钱大山找到工作' }));
  await checked();
  const less = (amountFen: number) =>
    desk.head.decide(caseNo, '核定', '减发', { amountFen, reasons: ['家庭收入增加'] });
  expect((await less(50_000)).status).toBe(422);
  done(await less(30_000));
  expect(await notice('减发告知书')).toMatchObject({
    effect: 'adverse',
    paragraphs: [expect.stringContaining('减为300.00元'), '理由1：家庭收入增加'],
    remedies: [expect.stringContaining('自收到本减发最低生活保障金告知书之日起60日内'), expect.anything()],
  });
  expect(await sent()).toBe(1);
  await served('送达减发告知书');
  expect((await view()).waits.map(({ key }) => key)).toEqual(['等待定期核查#2']);
});

test('第三十二条：增发的自下月起，告知', async () => {
  done(await tell('家庭人口变化', { what: '添了孩子' }));
  await checked();
  done(await desk.head.decide(caseNo, '核定', '增发', { amountFen: 80_000 }));
  expect((await notice('增发告知书'))?.paragraphs.join()).toContain('800.00元');
  expect(await sent()).toBe(1);
});

test('第三十二条：停发的自下月起，书面告知、说明理由、写明救济和别的救助', async () => {
  done(await tell('家庭财产变化', { what: '买了车' }));
  await checked();
  done(await desk.head.decide(caseNo, '核定', '停发', { reasons: ['家庭财产超过规定'] }));
  expect((await notice('停发告知书'))?.paragraphs.join()).toMatch(/停止发放.*家庭财产超过规定.*临时救助/s);
  await served('送达停发告知书');
  expect(await view()).toMatchObject({ state: 'closed', outcome: '停发' });
});

test('第三十三条：就业后收入超过标准的可以渐退，不超过规定的月数，期满自下月起停发', async () => {
  done(await tell('家庭收入变化', { what: '稳定就业' }));
  await checked();
  const taper = (months: number) =>
    desk.head.decide(caseNo, '核定', '渐退', { months, reasons: ['就业后收入超过标准'] });
  expect((await taper(7)).status).toBe(422);
  done(await taper(3));
  expect([await open(), await sent()]).toEqual([[], 0]);
  while ((await open()).length === 0) await town.advance('P30D');
  expect([await open(), await sent()]).toEqual([['送达停发告知书'], 1]);
});

test('第三十四条：连续三次拒绝介绍的工作的，核查、核定；两次的不', async () => {
  const refuse = async (times: number) =>
    done(await tell('拒绝介绍的工作', { member: 'members.1', job: '保洁', times }));
  await refuse(1);
  await refuse(2);
  expect(await open()).toEqual([]);
  await refuse(3);
  expect(await open()).toEqual(['核查']);
});

test('第三十七条：对在保家庭的投诉、举报，核查以后答复实名的人', async () => {
  const complaint = { content: '有出租房', named: '实名', name: '村民甲', phone: '13900000002' };
  done(await tell('投诉举报', complaint));
  await checked('核查', '没有明显变化');
  done(await desk.head.decide(caseNo, '核定', '维持'));
  expect((await view()).effects.map(({ name }) => name)).toEqual(['投诉举报答复']);
});

test('83号一（三）：领取人死亡的，自下月起改由还在的家庭成员领取；全部死亡的只能停发', async () => {
  done(await tell('家庭成员死亡', { member: 'members.0', on: town.today() }));
  await checked();
  const less = (payee?: object) =>
    desk.head.decide(caseNo, '核定', '减发', {
      amountFen: 25_000,
      reasons: ['家庭人口减少'],
      ...(payee ? { payee } : {}),
    });
  expect((await less()).body).toMatchObject({ fields: [{ field: 'payee' }] });
  done(await less({ name: '钱大山', account: '6228480000000000601' }));
  await served('送达减发告知书');
  expect((await tell('家庭成员死亡', { member: 'members.0', on: town.today() })).status).toBe(422);
  done(await tell('家庭成员死亡', { member: 'members.1', on: town.today() }));
  await checked('核查#2');
  expect((await desk.head.decide(caseNo, '核定#2', '维持')).status).toBe(422);
  done(await desk.head.decide(caseNo, '核定#2', '停发', { reasons: ['保障对象全部死亡'] }));
});

test('自愿退出是申请停发：不用核查，核定停发', async () => {
  done(await tell('自愿退出', { reason: '子女赡养' }));
  expect(await open()).toEqual(['核定']);
  done(await desk.head.decide(caseNo, '核定', '停发', { reasons: ['自愿退出'] }));
  expect(await sent()).toBe(1);
});
