/** 应急哨, 挂起, 延期, and whose time it is. In memory, and by `npm run test:rules` on the whole stack. */
import { beforeEach, expect, test } from 'vitest';
import { type CaseView, done } from '../../../setup/desk.ts';
import type { MemoryTown } from '../../../setup/memory-town.ts';
import { openTown } from '../../../setup/town.ts';
import { until } from '../../../setup/until.ts';
import { type WhistleDesk, whistleDeskOf } from '../desk.ts';

let town: MemoryTown;
let desk: WhistleDesk;
const begin = async (now?: string): Promise<void> => {
  town = await openTown(now ? { now } : {});
  desk = await whistleDeskOf(town);
};
beforeEach(async () => await begin());

/** On the whole stack a press takes its seconds. */
const minuteOf = (at: number | null | undefined): number => Math.floor((at ?? 0) / 60_000) * 60_000;

test('应急哨三十分钟到场：跨午夜、进入节假日照计分钟', async () => {
  // The evening before the Spring Festival of 2026.
  await begin('2026-02-16T23:45:00+08:00');
  const caseNo = await desk.dispatched({ type: '应急哨' });
  done(await desk.of('housing').decide(caseNo, '部门/housing/应急签收·值班', '签收'));
  const { acts } = await desk.view(caseNo);
  const arrival = acts.find(({ key }) => key === '部门/housing/报到');
  expect(minuteOf(arrival?.dueAt)).toBe(Date.parse('2026-02-17T00:15:00+08:00'));
  // In the same case the ruling on ordinary work waits for the office to open again.
  expect(minuteOf((await desk.clock(caseNo, '办理'))?.dueAt)).toBe(Date.parse('2026-02-17T23:45:00+08:00'));
});

test('规则（4）：应急哨不能退单，没有应答的逐级叫应，每级在台账里', async () => {
  const caseNo = await desk.dispatched({ type: '应急哨' });
  const { acts } = await desk.of('housing').get<CaseView>(`/cases/${caseNo}`);
  const call = acts.find(({ key }) => key === '部门/housing/应急签收·值班');
  expect(call?.outcomes.map(({ name }) => name)).toEqual(['签收']);
  await town.advance('PT11M');
  await desk.opens(caseNo, '部门/housing/应急签收·分管负责人');
  await town.advance('PT11M');
  await desk.opens(caseNo, '部门/housing/应急签收·主要负责人');
  await town.advance('PT60M');
  const head = await town.as('housing-fuze');
  done(await head.decide(caseNo, '部门/housing/应急签收·主要负责人', '签收'));
  expect((await desk.view(caseNo)).path.map(({ key, outcome }) => [key, outcome])).toEqual([
    ['应急吹哨', '吹哨'],
    ['分派', '派单'],
    ['部门/housing/应急签收·值班', '未应答'],
    ['部门/housing/应急签收·分管负责人', '未应答'],
    ['部门/housing/应急签收·主要负责人', '签收'],
  ]);
});

test('应急吹哨二十四小时内由乡镇主要负责人追认；追认的照常办理，逾期的失效并记为误用', async () => {
  const ratified = await desk.dispatched({ type: '应急哨' });
  const lapsed = await desk.dispatched({ type: '应急哨' });
  done(await desk.principal.decide(ratified, '追认', '追认'));
  await town.advance('P1DT1M');
  expect((await desk.view(ratified)).state).toBe('open');
  const { notices } = await until(
    () => desk.view(lapsed),
    ({ outcome }) => outcome === '未经追认，失效',
  );
  expect(notices.map(({ name }) => name)).toContain('应急吹哨误用登记');
});

const suspend = async (caseNo: string, reviewOn: string): Promise<void> => {
  done(
    await desk.of('housing').decide(caseNo, '部门/housing/处置反馈', '申请挂起', {
      reason: '等待上级审批',
      reviewOn,
      facts: '已报市局',
    }),
  );
  done(await desk.dispatcher.decide(caseNo, '部门/housing/挂起审批', '同意挂起'));
};

test('规则（5）：挂起只凭列明的理由，停计公开，到复核日自行请人复核；别的部门的时限照走', async () => {
  const caseNo = await desk.dispatched({}, { lead: 'housing', helpers: ['police'] });
  await desk.signs(caseNo, 'housing');
  await desk.arrives(caseNo, 'housing');
  const refused = await desk.of('housing').decide(caseNo, '部门/housing/处置反馈', '申请挂起', {
    reason: '人手不够',
    reviewOn: '2026-03-09',
    facts: '无',
  });
  expect(refused.body).toMatchObject({ code: 'FORM_INVALID', fields: [{ field: 'reason' }] });
  const other = (await desk.clock(caseNo, '部门/police/部门处置'))?.dueAt;
  const whole = (await desk.clock(caseNo, '办理'))?.dueAt;
  await suspend(caseNo, '2026-03-09');
  const { notices } = await desk.view(caseNo);
  expect(notices.at(-1)).toMatchObject({ name: '挂起公示', to: 'public' });
  expect(notices.at(-1)?.text.paragraphs[0]).toContain('等待上级审批');
  expect((await desk.clock(caseNo, '部门/housing/部门处置'))?.dueAt ?? null).toBeNull();
  expect((await desk.clock(caseNo, '部门/police/部门处置'))?.dueAt).toBe(other);
  expect((await desk.clock(caseNo, '办理'))?.dueAt).toBe(whole);
  await town.advance('P8D');
  await desk.opens(caseNo, '部门/housing/挂起复核');
  done(
    await desk.dispatcher.decide(
      caseNo,
      '部门/housing/挂起复核',
      '继续挂起',
      { reviewOn: '2026-03-16' },
      '未批',
    ),
  );
  expect((await desk.clock(caseNo, '部门/housing/部门处置'))?.dueAt ?? null).toBeNull();
  done(await desk.of('housing').decide(caseNo, '部门/housing/恢复办理#2', '恢复'));
  // Stood still from 2 to 9 March: seven working days from the tenth, the day it goes on again.
  expect(await desk.clock(caseNo, '部门/housing/部门处置')).toMatchObject({ lastDay: '2026-03-18' });
  await desk.answers(caseNo, 'housing', '部门/housing/处置反馈#2');
});

test('规则（5）：攻坚哨主办部门挂起的，整件时限一并停计', async () => {
  const caseNo = await desk.dispatched({ type: '攻坚哨' });
  await desk.signs(caseNo, 'housing');
  await desk.arrives(caseNo, 'housing');
  done(
    await desk.of('housing').decide(caseNo, '部门/housing/制定方案', '已制定', {
      summary: '分三段',
      milestones: [{ what: '腾退', by: '2026-04-01', who: '陈勇' }],
    }),
  );
  await suspend(caseNo, '2026-03-09');
  expect((await desk.clock(caseNo, '办理'))?.dueAt ?? null).toBeNull();
});

test('延期一次，凭列明的理由由调度批准；应急哨不延期', async () => {
  const caseNo = await desk.dispatched();
  const extend = {
    type: 'extend',
    clock: '部门/housing/部门处置',
    reason: '需要鉴定、检测',
    opinion: '同意',
  };
  done(await desk.dispatcher.submit(caseNo, extend));
  expect(await desk.clock(caseNo, '部门/housing/部门处置')).toMatchObject({ limit: { amount: 12 } });
  expect((await desk.dispatcher.submit(caseNo, extend)).status).toBe(409);
  const emergency = await desk.dispatched({ type: '应急哨' });
  expect((await desk.dispatcher.submit(emergency, extend)).body).toMatchObject({ code: 'NOT_EXTENDABLE' });
});

test('责任账：各方的分钟之和等于派单以来的工作分钟', async () => {
  const caseNo = await desk.dispatched({}, { lead: 'housing', helpers: ['police'] });
  await town.advance('PT3H');
  await desk.works(caseNo, 'police');
  await town.advance('P1D');
  await desk.works(caseNo, 'housing');
  await town.advance('PT2H');
  const { responsibility } = await desk.view(caseNo);
  const sum = responsibility.accounts.reduce((all, { minutes }) => all + minutes, 0);
  expect(sum).toBe(responsibility.totalMinutes);
  expect(sum).toBeGreaterThan(0);
});

test('责任账：应急哨按墙上的分钟，夜里也算，仍然恰好分完', async () => {
  await begin('2026-02-16T23:45:00+08:00');
  const caseNo = await desk.dispatched({ type: '应急哨' }, { lead: 'housing', helpers: ['police'] });
  await town.advance('PT5M');
  done(await desk.of('housing').decide(caseNo, '部门/housing/应急签收·值班', '签收'));
  await town.advance('PT40M');
  const { responsibility } = await desk.view(caseNo);
  expect(responsibility.totalMinutes).toBe(45);
  expect(responsibility.accounts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(45);
});

test('督办阶梯自行升级：黄牌、红牌、督办函、分管县领导、通报约谈，各有文书，该谁回复就到谁的待办', async () => {
  const caseNo = await desk.dispatched();
  await town.advance('P20D');
  const { notices } = await until(
    () => desk.view(caseNo),
    (view) => view.notices.length > 4,
  );
  expect(notices.map(({ name }) => name)).toEqual([
    '黄牌',
    '红牌',
    '督办函',
    '提请分管县领导督办',
    '通报、约谈',
  ]);
  const head = await town.as('housing-fuze');
  const { acts } = await head.get<CaseView>(`/cases/${caseNo}`);
  const letter = acts.find(({ name }) => name === '督办函回复：签收');
  expect(letter).toMatchObject({ unit: 'housing', role: '负责人', mine: true });
  done(await head.decide(caseNo, letter?.key ?? '', '回复', { text: '经办人员外出，今日签收' }));
  const whole = (await desk.view(caseNo)).acts;
  const leader = whole.find(({ name }) => name === '提请分管县领导督办回复：签收');
  expect(leader).toMatchObject({ unit: 'county-government', role: '分管领导', mine: false });
});
