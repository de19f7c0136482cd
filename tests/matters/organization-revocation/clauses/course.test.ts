/** 社会组织撤销登记，逐条：只有引擎。 */
import { beforeEach, expect, test } from 'vitest';
import { done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';
import { type RegistrationDesk, registrationDeskOf } from '../../organization-establishment/desk.ts';
import { revocationDeskOf } from '../desk.ts';

let town: MemoryTown;
let desk: RegistrationDesk;
let ending: ReturnType<typeof revocationDeskOf>;
let uscc: string;
beforeEach(async () => {
  town = await memoryTown();
  desk = await registrationDeskOf(town);
  ending = revocationDeskOf(desk);
  uscc = await desk.organization();
});

const documentOf = async (caseNo: string, name: string) =>
  (await desk.view(caseNo)).notices.find((notice) => notice.name === name)?.text;

test('条例第二十九条：一年未开展活动的，告知、陈述申辩之后撤销登记，写明救济', async () => {
  const caseNo = await ending.revoked(uscc);
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '撤销登记' });
  expect((await documentOf(caseNo, '拟撤销登记告知书'))?.paragraphs.join()).toContain('第二十九条');
  expect((await documentOf(caseNo, '撤销登记决定书'))?.remedies?.length).toBeGreaterThan(0);
  expect(await documentOf(caseNo, '撤销登记公告')).toBeDefined();
});

test('条例第二十九条、第三十条，民非第二十四条：情形须是条例所列的', async () => {
  const answer = (await ending.asked(uscc, { ground: '群众反映不好' })) as {
    body: { fields?: { field: string; text: string }[] };
  };
  expect(answer.body.fields).toMatchObject([{ field: 'ground', text: expect.stringContaining('骗取登记') }]);
});

test('处罚法第六十三条、第六十四条：要求听证的，由不是本案调查人员的主持，笔录随决定', async () => {
  const caseNo = await ending.heard(uscc, '要求听证', { statement: '活动在外县举办' });
  expect((await desk.reviewer.decide(caseNo, '组织听证', '已听证', { record: '笔录' })).body).toMatchObject({
    code: 'NOT_YOURS',
  });
  done(await desk.inspector.decide(caseNo, '组织听证', '已听证', { record: '出示了活动照片' }));
  expect(await desk.briefOf(desk.head, caseNo, '撤销决定')).toMatchObject({ statement: '出示了活动照片' });
  done(await desk.head.decide(caseNo, '撤销决定', '不予撤销', undefined, '已经开展活动'));
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '不予撤销' });
});

test('处罚法第六十四条：五个工作日内没有提出的，视为放弃', async () => {
  const { caseNo } = done(await ending.asked(uscc));
  await desk.served(caseNo, '送达拟撤销登记告知书');
  await town.advance('P8D');
  expect(await desk.open(caseNo)).toEqual(['撤销决定']);
  expect(await desk.briefOf(desk.head, caseNo, '撤销决定')).toMatchObject({ statement: '没有提出' });
});

test('条例第三十三条、民非第二十八条：收缴证书和印章；收缴不到的写明', async () => {
  const caseNo = await ending.heard(uscc, '陈述申辩', { statement: '没有' });
  const decision = { decision: '平民社撤〔2027〕2号' };
  done(await desk.head.decide(caseNo, '撤销决定', '撤销登记', decision, '事实清楚'));
  await desk.served(caseNo, '送达撤销登记决定书');
  done(await desk.window.decide(caseNo, '收缴登记证书和印章', '收缴不到', undefined, '下落不明，已公告作废'));
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '撤销登记' });
});

test('撤销以后不再办理：变更、换证、年检都指出它已经撤销', async () => {
  await ending.revoked(uscc);
  const certificate = { uscc, why: '破损', materials: [] };
  expect((await desk.apply('organization-certificate', certificate)).body).toMatchObject({
    code: 'SUBJECT_STATE',
  });
  expect((await ending.asked(uscc)).body).toMatchObject({ code: 'SUBJECT_STATE' });
});
