/** What a submit survives: the invariants of the command journal, each with a test that tries to break it. */

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Query } from '../../db/connect.ts';
import { readLedger } from '../../db/ledger.ts';
import { recordCase } from '../../db/record.ts';
import { dumpReadModel, rebuild } from '../../delivery/read-model/rebuild.ts';
import { reviveCase } from '../../delivery/revive-case.ts';
import { fold } from '../../engine/ledger/fold.ts';
import { project } from '../../engine/ledger/projection.ts';
import { openSample } from '../../stack/sample-application.ts';
import { sampleIdentity, samplePeople } from '../../stack/sample-people.ts';
import { versionsOf } from '../../workflows/index.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack({ settings: { YIMEN_COMMAND_PATIENCE_MS: '1500' } });
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

const accept = { type: 'decide', act: '材料审查', outcome: '受理', opinion: '' };
type Trail = { items: { seq: number; commandId: string; event: { type: string; act?: string } }[] };
const trail = async (caseNo: string) => (await desk.inspector.get<Trail>(`/cases/${caseNo}/ledger`)).items;

test('双击：同一编号从两个连接同时提交，只办一次，答复相同', async () => {
  const form = desk.application();
  const key = randomUUID();
  const [a, b] = await Promise.all([
    openSample(desk.window, 'chengguan', form, key),
    openSample(desk.window, 'chengguan', form, key),
  ]);
  expect([a.status, b.status]).toEqual([201, 201]);
  expect(a.body.caseNo).toBe(b.body.caseNo);
  const again = randomUUID();
  const submitted = await Promise.all([1, 2, 3].map(() => desk.window.submit(a.body.caseNo, accept, again)));
  expect(submitted.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(submitted.map(({ body }) => body.seq)).size).toBe(1);
  expect((await trail(a.body.caseNo)).filter(({ commandId }) => commandId === again)).toHaveLength(1);
});

test('受理号连续，双击不跳号', async () => {
  const numbers = await stack.context.sql<
    { caseNo: string }[]
  >`select case_no as "caseNo" from case_head order by case_no`;
  expect(numbers.map(({ caseNo }) => Number(caseNo.slice(6)))).toEqual(numbers.map((_, i) => i + 1));
});

test('同一编号提交不同内容的，拒绝并说明', async () => {
  const caseNo = await desk.opened();
  const key = randomUUID();
  done(await desk.window.submit(caseNo, accept, key));
  expect(await desk.window.submit(caseNo, { ...accept, opinion: '改了' }, key)).toMatchObject({
    status: 422,
    body: { code: 'COMMAND_ID_REUSED' },
  });
});

test('两人同时办理同一环节：一人办成，另一人得知由谁办理', async () => {
  await stack.context
    .sql`insert into post (id, person, unit, role, valid_from) values ('second', 'chengguan-diaocha', 'chengguan', '受理', '2020-01-01')`;
  const caseNo = await desk.opened();
  const both = await Promise.all([desk.window.submit(caseNo, accept), desk.visitor.submit(caseNo, accept)]);
  await stack.context.sql`delete from post where id = 'second'`;
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const loser = both.find(({ status }) => status === 409);
  expect(loser?.body).toMatchObject({
    code: 'ALREADY_DECIDED',
    detail: expect.stringMatching(/城关(窗口|调查)员/),
  });
  expect((await trail(caseNo)).filter(({ event }) => event.type === 'decided')).toHaveLength(1);
});

test('办件已变化的，If-Match 不符则拒绝', async () => {
  const caseNo = await desk.opened();
  done(await desk.window.submit(caseNo, accept));
  const stale = await desk.visitor.call(
    'POST',
    `/cases/${caseNo}/commands`,
    { type: 'decide', act: '提请信息核对', outcome: '已提请' },
    { 'idempotency-key': randomUUID(), 'if-match': '"1"' },
  );
  expect(stale).toMatchObject({ status: 412, body: { code: 'CASE_MOVED_ON', about: { seq: 2 } } });
});

test('worker 停止时按下的：答 202，可查下落，恢复后按顺序送达；送达后被拒的告知本人', async () => {
  const caseNo = await desk.opened();
  await stack.stopWorker();
  const first = await desk.window.submit(caseNo, accept);
  expect(first).toMatchObject({ status: 202, body: { state: 'waiting', caseNo } });
  const location = first.headers.get('location') ?? '';
  const second = await desk.visitor.submit(caseNo, {
    type: 'decide',
    act: '提请信息核对',
    outcome: '已提请',
    opinion: '',
  });
  const hopeless = await desk.window.submit(caseNo, { ...accept, opinion: '又一次' });
  expect([second.status, hopeless.status]).toEqual([202, 202]);
  const waiting = await desk.window.get<{ items: { state: string }[] }>('/commands');
  expect(waiting.items.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  await stack.startWorker();
  await until(
    () => desk.view(caseNo),
    ({ path }) => path.length >= 2,
  );
  const { items } = { items: await trail(caseNo) };
  expect(
    items
      .filter(({ event }) => event.type === 'decided')
      .map(({ event }) => event.act)
      .slice(0, 2),
  ).toEqual(['材料审查', '提请信息核对']);
  const status = await until(
    () => desk.window.get<{ state: string }>(location.replace('/api/v1', '')),
    ({ state }) => state !== 'waiting',
  );
  expect(status.state).toBe('accepted');
  const told = await until(
    () => desk.window.get<{ items: { id: string; state: string; reply: { code: string } }[] }>('/commands'),
    ({ items: [item] }) => item?.state === 'refused',
  );
  expect(told.items).toMatchObject([{ state: 'refused', reply: { code: 'ALREADY_DECIDED' } }]);
  expect((await desk.window.call('POST', `/commands/${told.items[0]?.id}/read`)).status).toBe(204);
  expect((await desk.window.get<{ items: unknown[] }>('/commands')).items).toEqual([]);
});

test('同一申请人同时登记六次，只成一件，其余说明已有在办；办结之后可以再登记', async () => {
  const form = desk.application();
  const all = await Promise.all(Array.from({ length: 6 }, () => openSample(desk.window, 'chengguan', form)));
  expect(all.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
  const opened = all.find(({ status }) => status === 201)?.body.caseNo ?? '';
  for (const { body } of all.filter(({ status }) => status === 409))
    expect(body).toMatchObject({ code: 'DUPLICATE_CASE', about: { caseNo: opened } });
  done(await desk.window.submit(opened, { type: 'withdraw', opinion: '材料不全，改日再来' }));
  expect((await openSample(desk.window, 'chengguan', form)).status).toBe(201);
});

test('同一编号用在另一件办件上的，拒绝并说明', async () => {
  const [one, other] = [await desk.opened(), await desk.opened()];
  done(await desk.window.submit(one, accept, 'the-same-key-for-two-cases'));
  expect(await desk.window.submit(other, accept, 'the-same-key-for-two-cases')).toMatchObject({
    status: 422,
    body: { code: 'COMMAND_ID_REUSED' },
  });
});

test('被拒绝的提交什么也没有改变，同一编号可以改正后再提交', async () => {
  const caseNo = await desk.opened();
  const key = 'pressed-again-after-refusal';
  const path = `/cases/${caseNo}/commands`;
  const stale = await desk.window.call('POST', path, accept, { 'idempotency-key': key, 'if-match': '"9"' });
  expect(stale).toMatchObject({ status: 412, body: { code: 'CASE_MOVED_ON' } });
  const wrong = await desk.window.submit(caseNo, { ...accept, outcome: '大概受理' }, key);
  expect(wrong).toMatchObject({ status: 422, body: { code: 'OUTCOME_UNKNOWN' } });
  const right = await desk.window.call<{ seq: number }>('POST', path, accept, {
    'idempotency-key': key,
    'if-match': '"1"',
  });
  expect(right).toMatchObject({ status: 200, body: { seq: 2 } });
  expect(done(await desk.window.submit(caseNo, accept, key)).seq).toBe(2);
});

test('环节转给别的单位的人办结之后，本人重发仍得到原来的答复，看得见自己办的', async () => {
  const caseNo = await desk.accepted();
  const to = { unit: 'yaofu', person: 'yaofu-diaocha' };
  done(await desk.inspector.submit(caseNo, { type: 'transfer', act: '提请信息核对', to, opinion: '请协办' }));
  const other = await stack.as('yaofu-diaocha');
  const decide = { type: 'decide', act: '提请信息核对', outcome: '已提请', opinion: '' };
  const first = done(await other.submit(caseNo, decide, 'decided-after-transfer'));
  expect(done(await other.submit(caseNo, decide, 'decided-after-transfer')).seq).toBe(first.seq);
  expect((await other.call('GET', `/cases/${caseNo}`)).status).toBe(200);
});

test('由台账重建的读模型逐字节相同', async () => {
  await desk.confirming();
  const before = await dumpReadModel(stack.context.sql);
  await stack.context.sql`update case_head set stage = '错'`;
  await stack.context.sql`delete from open_act`;
  const { cases } = await rebuild(stack.context.sql);
  expect(cases).toBeGreaterThan(4);
  expect(await dumpReadModel(stack.context.sql)).toBe(before);
});

test('重建的时候，正在读的照常读到原来的，正在办的照常办成', async () => {
  const { sql } = stack.context;
  const cases = await Promise.all([1, 2, 3, 4].map(() => desk.opened()));
  const heads = (query: Query) =>
    query`select case_no, seq from case_head where case_no = any(${cases}) order by 1`;
  await sql.begin('isolation level repeatable read', async (reading) => {
    const before = await heads(reading);
    await rebuild(sql);
    expect(await heads(reading)).toEqual(before);
  });
  const accepting = Promise.all(cases.map((caseNo) => desk.window.submit(caseNo, accept)));
  await Promise.all([rebuild(sql), rebuild(sql), rebuild(sql)]);
  expect((await accepting).map((answer) => done(answer).seq)).toEqual(cases.map(() => 2));
  const before = await dumpReadModel(sql);
  await rebuild(sql);
  expect(await dumpReadModel(sql)).toBe(before);
});

test('Temporal 丢失历史的办件由台账恢复，时限继续', async () => {
  const caseNo = await desk.noticed();
  await stack.runOf(caseNo).terminate('lost');
  expect(await reviveCase(stack.context.dispatcher, caseNo)).toBe('revived');
  expect(await reviveCase(stack.context.dispatcher, caseNo)).toBe('alive');
  await stack.advance('P12D');
  expect((await desk.opensAct(caseNo, '审核确认')).stage).toBe('审核确认');
  const sent = (await stack.taken('sms'))
    .filter(({ key }) => key.startsWith(`${caseNo}/`))
    .map(({ key }) => key);
  expect(new Set(sent).size).toBe(sent.length);
});

/** Presses what ends a case while its row is held: answers when its run has ended and nothing is recorded. */
async function endingHeld(caseNo: string) {
  const { sql } = stack.context;
  const held = await sql.reserve();
  await held`begin`;
  await held`select from case_head where case_no = ${caseNo} for update`;
  const pressed = desk.window.submit(caseNo, { type: 'withdraw', opinion: '申请人自愿撤回，已签字' });
  await stack.runOf(caseNo).result();
  expect((await desk.view(caseNo)).state).toBe('open');
  const letGo = async (): Promise<void> => {
    await held`commit`;
    held.release();
  };
  return { pressed, letGo };
}

test('办件的运行先结束，随后记下：其间别人按下的等到记下，得知已办结；拨时钟的不用再告诉它', async () => {
  const caseNo = await desk.accepted();
  const clock = async () => JSON.stringify(await stack.context.sql`select * from county_clock`);
  const { pressed, letGo } = await endingHeld(caseNo);
  const other = desk.visitor.decide(caseNo, '提请信息核对', '已提请');
  await until(
    () => stack.context.sql`select from command where case_no = ${caseNo} and state = 'waiting'`,
    (rows) => rows.length === 2,
  );
  const before = await clock();
  const moved = stack.advance('PT1M');
  await until(clock, (now) => now !== before);
  await letGo();
  await moved;
  done(await pressed);
  expect(await other).toMatchObject({ status: 409, body: { code: 'CASE_CLOSED' } });
});

test('运行结束以后，记的一方断了：补送问已经结束的运行，照样记下、送出', async () => {
  const { sql } = stack.context;
  const caseNo = await desk.accepted();
  const { pressed, letGo } = await endingHeld(caseNo);
  await until(
    () => sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
    (rows) => rows.length > 0,
  );
  await letGo();
  expect(await pressed).toMatchObject({ status: 503, body: { code: 'NOT_READY' } });
  const closed = await until(
    () => desk.view(caseNo),
    ({ state, effects }) => state === 'closed' && effects.every((effect) => effect.state === 'taken'),
  );
  expect(closed.outcome).toBe('申请人撤回');
  expect((await trail(caseNo)).filter(({ event }) => event.type === 'ended')).toHaveLength(1);
});

test('办结以后才重新确认的：运行已经结束，照样记下，督查清单上不再有', async () => {
  const caseNo = await desk.accepted();
  const place = samplePeople.findIndex(({ username }) => username === 'chengguan-chuangkou');
  const identity = sampleIdentity(500 + place, '19850607');
  const data = { member: 'members.0', official: '城关窗口员', identity };
  done(await desk.visitor.submit(caseNo, { type: 'supplement', fact: '近亲属披露', data }));
  const form = { remindedOn: stack.today(), finding: '书面提醒后仍拒绝授权' };
  const reason = '无正当理由拒不配合';
  done(await desk.head.submit(caseNo, { type: 'terminate', reason, opinion: '三次上门均拒绝', form }));
  await stack.runOf(caseNo).result();
  const listed = async () =>
    (await desk.inspector.get<{ items: { caseNo: string }[] }>('/cases?unaffirmed=true')).items;
  expect(await listed()).toMatchObject([{ caseNo }]);
  const affirm = { type: 'affirm', act: '材料审查', opinion: '材料齐全，受理属实' };
  done(await desk.head.submit(caseNo, affirm));
  expect(await listed()).toEqual([]);
});

test('台账无缺号，读模型与台账同一 seq', async () => {
  const gaps = await stack.context
    .sql`select case_no from entry group by case_no having max(seq) <> count(*) or min(seq) <> 1`;
  expect(gaps).toEqual([]);
  const behind = await stack.context
    .sql`select h.case_no from case_head h where h.seq <> (select max(seq) from entry e where e.case_no = h.case_no)`;
  expect(behind).toEqual([]);
});

test('迟到的旧结果不覆盖新的：两份记录不论先后，读模型取最新', async () => {
  const { sql } = stack.context;
  const caseNo = await desk.opened();
  const [before] = await sql<
    { stage: string; seq: number }[]
  >`select stage, seq from case_head where case_no = ${caseNo}`;
  const old = {
    head: { unaffirmed: [], ...(await headOf(caseNo)), stage: before?.stage },
    acts: [],
    clocks: [],
    effects: [],
    notices: [],
    records: [],
  };
  done(await desk.window.submit(caseNo, accept));
  await recordCase(sql, { entries: [], projection: old as never });
  const [after] = await sql<
    { stage: string; seq: number }[]
  >`select stage, seq from case_head where case_no = ${caseNo}`;
  expect(after).toEqual({ stage: '提请信息核对、入户调查', seq: 2 });
});

test('读模型的各部分变过去又变回来，写下的是最新的', async () => {
  const { sql } = stack.context;
  const caseNo = await desk.opened();
  const ledger = await readLedger(sql, caseNo);
  const now = project(fold(versionsOf('minimum-living'), ledger));
  const rows = async () =>
    await sql`select key, assignee from open_act where case_no = ${caseNo} order by key`;
  const before = await rows();
  const recorded = async (seq: number, acts: typeof now.acts): Promise<void> =>
    void (await recordCase(sql, { entries: [], projection: { ...now, acts, head: { ...now.head, seq } } }));
  await recorded(2, []);
  expect(await rows()).toEqual([]);
  await recorded(3, now.acts);
  expect(await rows()).toEqual(before);
  await recorded(2, []);
  expect(await rows()).toEqual(before);
});

async function headOf(caseNo: string) {
  const [row] = await stack.context
    .sql`select case_no as "caseNo", matter, version, seq, at, state, outcome, unit, opened_at as "openedAt", labels, troubles, applicant from case_head where case_no = ${caseNo}`;
  return row;
}

test('后一条先入台账：只读到断处为止，前一条一到就完整，不因读过而漏掉', async () => {
  const caseNo = await desk.opened();
  done(await desk.window.submit(caseNo, accept));
  done(await desk.visitor.submit(caseNo, { type: 'claim', act: '入户调查' }));
  const whole = (await trail(caseNo)).map(({ seq }) => seq);
  const { sql, cases } = stack.context;
  await sql`create table entry_on_its_way as select * from entry where case_no = ${caseNo} and seq = 2`;
  await sql`delete from entry where case_no = ${caseNo} and seq = 2`;
  cases.clear();
  expect((await trail(caseNo)).map(({ seq }) => seq)).toEqual([1]);
  await sql`insert into entry select * from entry_on_its_way`;
  await sql`drop table entry_on_its_way`;
  expect((await trail(caseNo)).map(({ seq }) => seq)).toEqual(whole);
});

test('身份证号码在操作记录里从不以原文出现，被拒绝的操作也一样', async () => {
  const caseNo = await desk.opened();
  const number = sampleIdentity(321);
  const mistyped = `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`;
  const told = (fact: string, identity: string) => ({
    type: 'supplement',
    fact,
    data: { member: 'members.0', official: '钱经办', identity },
  });
  const commands = [
    { command: told('近亲属披露', mistyped), code: 'FORM_INVALID' },
    { command: told('没有的情况', number), code: 'FACT_UNKNOWN' },
    {
      command: { ...accept, outcome: '没有的结果', form: { 家庭: [{ 号码: number }] } },
      code: 'OUTCOME_UNKNOWN',
    },
    { command: { ...accept, form: { 多出的一项: number } }, code: 'FORM_INVALID' },
    { command: told('近亲属披露', number), code: undefined },
  ];
  for (const { command, code } of commands) {
    const key = randomUUID();
    expect((await desk.window.submit(caseNo, command, key)).body.code).toBe(code);
    const [row] = await stack.context.sql<
      { body: string }[]
    >`select body::text from command where id = ${key}`;
    expect(row?.body).toContain('masked');
    expect(row?.body).not.toContain(number);
    expect(row?.body).not.toContain(mistyped);
  }
});
