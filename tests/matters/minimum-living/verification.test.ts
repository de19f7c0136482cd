/** 最低生活保障审核确认, 家庭经济状况信息核对 with the outside system, well and ill. Real Temporal, real PostgreSQL, over HTTP. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleSha } from '../../../stack/sample-material.ts';
import { sampleIdentity } from '../../../stack/sample-people.ts';
import { type Desk, deskOf, done } from '../../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

const file = sampleSha('材料');

test('第十八条：核对不符的告知申请人，有异议并提供证明的复查，异议成立的继续', async () => {
  await stack.findings({ 核对不符: [{ kind: 'deposit', amountFen: 90_000_000, note: '定期存款90万元' }] });
  const caseNo = await desk.verified(desk.application({ name: '核对不符' }));
  const seen = await desk.verifier.get<{
    acts: { key: string; brief: { answers: Record<string, { findings: unknown[] }> } }[];
  }>(`/cases/${caseNo}`);
  expect(seen.acts.find(({ key }) => key === '核对报告')?.brief.answers['银行']?.findings).toHaveLength(1);
  done(
    await desk.verifier.decide(caseNo, '核对报告', '不符合条件', {
      findings: ['银行定期存款90万元，与申报不符'],
    }),
  );
  expect((await desk.view(caseNo)).notices.at(-1)).toMatchObject({ name: '核对结果告知书', to: 'applicant' });
  done(
    await desk.window.decide(caseNo, '核对结果异议', '提出异议', {
      statement: '该存款为代他人保管',
      evidence: [file],
    }),
  );
  done(await desk.visitor.decide(caseNo, '复查', '异议成立'));
  await desk.visit(caseNo);
  expect((await desk.view(caseNo)).stage).toBe('初审');
});

test('核对中心停摆数日：办件写明自何时起、期限照常计算，恢复后自行继续', async () => {
  const caseNo = await desk.accepted();
  await stack.faults('verification', { down: true });
  const before = (await desk.clocks(caseNo)).find(({ name }) => name === '审核确认')?.dueAt;
  done(await desk.visitor.decide(caseNo, '提请信息核对', '已提请'));
  const troubled = await until(
    () => desk.view(caseNo),
    ({ troubles }) => troubles.length > 0,
  );
  expect(troubled.troubles[0]).toMatchObject({ system: 'verification', since: expect.any(Number) });
  await stack.advance('P3D');
  expect((await desk.clocks(caseNo)).find(({ name }) => name === '审核确认')).toMatchObject({
    dueAt: before,
    stoppedAt: null,
  });
  await stack.faults('verification', { down: false });
  const recovered = await until(
    () => desk.view(caseNo),
    ({ acts, troubles }) => acts.some(({ key }) => key === '核对报告') && troubles.length === 0,
  );
  expect(recovered.path.find(({ key }) => key === '信息核对')?.outcome).toBe('全部答复');
});

test('核对答复迟到、重复、乱序都不改变两次', async () => {
  await stack.faults('verification', { apart: true, twice: true, reversed: true });
  const caseNo = await desk.verified();
  await stack.faults('verification', {});
  type Items = readonly { event: { type: string; source?: string; late?: boolean } }[];
  const sourcesOf = (of: Items): readonly (string | undefined)[] =>
    of.filter(({ event }) => event.type === 'answered' && !event.late).map(({ event }) => event.source);
  // Each answer is entered by the call that brought it: the last may stand a moment before the others.
  const { items } = await until(
    () => desk.inspector.get<{ items: Items }>(`/cases/${caseNo}/ledger`),
    (ledger) => sourcesOf(ledger.items).length >= 9,
  );
  expect(sourcesOf(items)).toHaveLength(9);
  expect(new Set(sourcesOf(items)).size).toBe(9);
  expect(items.filter(({ event }) => event.type === 'decided')).toHaveLength(3);
});

test('一并送来的答复一次记下：九个来源、一条命令', async () => {
  const caseNo = await desk.verified();
  const { items } = await desk.inspector.get<{
    items: readonly { commandId: string; event: { type: string } }[];
  }>(`/cases/${caseNo}/ledger`);
  const answers = items.filter(({ event }) => event.type === 'answered');
  expect(answers).toHaveLength(9);
  expect(new Set(answers.map(({ commandId }) => commandId)).size).toBe(1);
});

test('来源逾期未答复：不得当作没有财产，期满后由核对人员附理由继续，迟到的答复记入台账而不改变结果', async () => {
  const caseNo = await desk.accepted();
  await stack.faults('verification', { silent: ['银行'] });
  done(await desk.visitor.decide(caseNo, '提请信息核对', '已提请'));
  await until(
    () =>
      desk.inspector.get<{ acts: { key: string; answered: { have: string[] } | null }[] }>(
        `/cases/${caseNo}`,
      ),
    ({ acts }) => acts.find(({ key }) => key === '信息核对')?.answered?.have.length === 8,
  );
  expect(await desk.verifier.decide(caseNo, '信息核对', '按已有结果继续')).toMatchObject({
    status: 409,
    body: { code: 'OUTCOME_NOT_YET' },
  });
  await stack.advance('P20D');
  done(
    await desk.verifier.decide(
      caseNo,
      '信息核对',
      '按已有结果继续',
      undefined,
      '银行逾期未答复，已书面催办，另行核实存款。',
    ),
  );
  await stack.faults('verification', {});
  const late = async () =>
    (
      await desk.inspector.get<{ items: { event: { type: string; late?: boolean } }[] }>(
        `/cases/${caseNo}/ledger`,
      )
    ).items.filter(({ event }) => event.type === 'answered' && event.late);
  expect(await until(late, (found) => found.length === 1)).toHaveLength(1);
  expect((await desk.view(caseNo)).path.find(({ key }) => key === '信息核对')?.outcome).toBe(
    '按已有结果继续',
  );
});

test('第三十条：新添的人核对时也问，离开的人不再问', async () => {
  const found = (note: string) => [{ kind: 'deposit', amountFen: 1, note }];
  await stack.findings({ 新添的人: found('新添的有存款'), 离开的人: found('离开的有存款') });
  const caseNo = await desk.verified(
    desk.application({
      others: [{ name: '离开的人', identity: sampleIdentity(9, '19760101'), relation: '配偶' }],
    }),
  );
  const seen = async (act: string): Promise<string> => {
    const { acts } = await desk.verifier.get<{ acts: { key: string; brief: unknown }[] }>(`/cases/${caseNo}`);
    return JSON.stringify(acts.find(({ key }) => key === act)?.brief);
  };
  expect(await seen('核对报告')).toContain('离开的有存款');
  const tell = (fact: string, data: object) => desk.window.submit(caseNo, { type: 'supplement', fact, data });
  done(
    await tell('家庭人口增加', {
      name: '新添的人',
      identity: sampleIdentity(20, '20250101'),
      relation: '未成年子女',
      authorisation: file,
    }),
  );
  done(await tell('家庭人口减少', { member: 'members.1' }));
  done(await desk.visitor.decide(caseNo, '提请信息核对#3', '已提请'));
  await desk.opensAct(caseNo, '核对报告#2');
  const answers = await seen('核对报告#2');
  expect(answers).toContain('新添的有存款');
  expect(answers).not.toContain('离开的有存款');
});
