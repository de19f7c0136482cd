/** Work handed over, left behind or pointing nowhere: it is always on somebody's list. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../../client/client.ts';
import { samplePeople } from '../../stack/sample-people.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
let colleague: ApiClient;
beforeAll(async () => {
  const second = {
    username: 'chengguan-chuangkou-2',
    name: '城关窗口员乙',
    unit: 'chengguan',
    roles: ['受理'],
  };
  stack = await startTestStack({ people: [...samplePeople, second] });
  desk = await deskOf(stack);
  colleague = await stack.as(second.username);
});
afterAll(async () => await stack.close());

type Task = { caseNo: string; key: string; assignee: string | null; lapsedFrom: string | null };
const listed = async (client: ApiClient, path: string, caseNo: string): Promise<readonly Task[]> =>
  (await client.get<{ items: Task[] }>(path)).items.filter((item) => item.caseNo === caseNo);
const handOver = (client: ApiClient, caseNo: string, to: object) =>
  client.submit(caseNo, { type: 'transfer', act: '材料审查', to, opinion: '请办' });

test('转办只能转给办得了的：没有的单位、没有这一岗位的单位、不在岗的人都指出', async () => {
  const caseNo = await desk.opened();
  const refused = async (to: object) => (await handOver(desk.inspector, caseNo, to)).body.code;
  expect(await refused({ unit: 'nowhere' })).toBe('TARGET_UNKNOWN');
  expect(await refused({ unit: 'police' })).toBe('TARGET_UNKNOWN');
  expect(await refused({ unit: 'chengguan', person: 'police' })).toBe('TARGET_UNKNOWN');
  expect((await handOver(desk.inspector, caseNo, { unit: 'police' })).body.detail).toContain(
    '没有“受理”岗位的人员',
  );
  done(await handOver(desk.inspector, caseNo, { unit: 'yaofu' }));
  const neighbour = await stack.as('yaofu-chuangkou');
  expect(await listed(neighbour, '/inbox', caseNo)).toMatchObject([{ key: '材料审查' }]);
  done(await neighbour.decide(caseNo, '材料审查', '受理'));
});

test('转给本单位其他岗位的人：在他的待办里，看得见、办得了；别人的待办里没有', async () => {
  const caseNo = await desk.opened();
  done(await handOver(desk.head, caseNo, { unit: 'chengguan', person: 'chengguan-chushen' }));
  expect(await listed(desk.reviewer, '/inbox', caseNo)).toMatchObject([
    { key: '材料审查', assignee: 'chengguan-chushen' },
  ]);
  expect(await listed(desk.window, '/inbox', caseNo)).toEqual([]);
  const elsewhere = await desk.opened();
  done(await handOver(desk.inspector, elsewhere, { unit: 'yaofu', person: 'yaofu-chushen' }));
  const neighbour = await stack.as('yaofu-chushen');
  expect(await listed(neighbour, '/inbox', elsewhere)).toHaveLength(1);
  expect((await neighbour.call('GET', `/cases/${elsewhere}`)).status).toBe(200);
  done(await neighbour.decide(elsewhere, '材料审查', '受理'));
});

test('离任的人认领的环节回到岗位，在负责人的清单上，写明原由谁认领；由别人认领办结', async () => {
  const { sql } = stack.context;
  const caseNo = await desk.opened();
  done(await colleague.submit(caseNo, { type: 'claim', act: '材料审查' }));
  expect(await listed(desk.window, '/inbox', caseNo)).toEqual([]);
  await sql`update post set valid_to = '2026-03-01' where person = 'chengguan-chuangkou-2'`;
  await until(
    () => listed(desk.window, '/inbox', caseNo),
    ([task]) => task?.lapsedFrom === 'chengguan-chuangkou-2',
  );
  for (const answers of [desk.head, desk.inspector])
    expect(await listed(answers, '/acts?only=lapsed', caseNo)).toMatchObject([
      { key: '材料审查', assignee: null },
    ]);
  expect(await listed(desk.reviewer, '/acts', caseNo)).toHaveLength(1);
  const neighbour = await stack.as('yaofu-fuze');
  expect(await listed(neighbour, '/acts', caseNo)).toEqual([]);
  done(await desk.window.submit(caseNo, { type: 'claim', act: '材料审查' }));
  expect(await listed(desk.head, '/acts?only=lapsed', caseNo)).toEqual([]);
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
});

test('岗位无人任职的环节在督查的清单上，督查转给有人的单位', async () => {
  const { sql } = stack.context;
  const caseNo = await desk.opened();
  await sql`update post set valid_to = '2026-03-01' where unit = 'chengguan' and role = '受理'`;
  try {
    expect(await listed(desk.inspector, '/acts?only=unheld', caseNo)).toMatchObject([{ key: '材料审查' }]);
    done(await handOver(desk.inspector, caseNo, { unit: 'yaofu' }));
    expect(await listed(desk.inspector, '/acts?only=unheld', caseNo)).toEqual([]);
  } finally {
    await sql`update post set valid_to = null where person = 'chengguan-chuangkou'`;
  }
});

test('部门负责人在待办之外看得见本单位的环节，并可转给本单位的人', async () => {
  const caseNo = await desk.opened();
  done(await handOver(desk.inspector, caseNo, { unit: 'yaofu' }));
  const head = await stack.as('yaofu-fuze');
  expect(await listed(head, '/acts', caseNo)).toMatchObject([{ key: '材料审查' }]);
  done(await handOver(head, caseNo, { unit: 'yaofu', person: 'yaofu-diaocha' }));
  expect(await listed(await stack.as('yaofu-diaocha'), '/inbox', caseNo)).toHaveLength(1);
});
