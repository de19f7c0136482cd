/** 关联办件: a whistle has a joint enforcement opened, waits for it, and is told how it ended. The whole stack. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CaseView, done } from '../../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../../setup/test-stack.ts';
import { type WhistleDesk, whistleDeskOf } from '../whistle/desk.ts';
import { callForm, enforces } from './desk.ts';

let stack: TestStack;
let desk: WhistleDesk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await whistleDeskOf(stack);
});
afterAll(async () => await stack.close());

type Linking = CaseView & {
  readonly parent: string | null;
  readonly linked: readonly {
    readonly caseNo: string;
    readonly matter: string;
    readonly outcome: string | null;
  }[];
};
const view = async (caseNo: string): Promise<Linking> =>
  await desk.inspector.get<Linking>(`/cases/${caseNo}`);
const { reason: _own, ...call } = callForm('2026-03-05');

/** A whistle whose lead has called others together, and the number of what was opened for it. */
async function called(): Promise<{ whistle: string; enforcement: string }> {
  const whistle = await desk.dispatched();
  await desk.signs(whistle, 'housing');
  await desk.arrives(whistle, 'housing');
  done(await desk.of('housing').decide(whistle, '部门/housing/处置反馈', '召集联合执法', call));
  const { linked } = await until(
    () => view(whistle),
    (seen) => seen.linked.length > 0,
  );
  return { whistle, enforcement: linked[0]?.caseNo ?? '' };
}

test('召集联合执法：另立一件，互相指明；各单位立案后，结果和案号回到原哨，原哨接着办', async () => {
  const { whistle, enforcement } = await called();
  expect((await view(whistle)).acts.map(({ key }) => key)).toEqual(['部门/housing/联合执法']);
  const child = await view(enforcement);
  expect(child).toMatchObject({ parent: whistle, state: 'open' });
  const [opened] = (await desk.inspector.get<{ items: { actor: object }[] }>(`/cases/${enforcement}/ledger`))
    .items;
  expect(opened?.actor).toMatchObject({ kind: 'system', name: '关联办件' });
  await enforces(desk.of('police'), enforcement, 'police', stack.today(), '平公（治）行罚〔2026〕31号');
  await enforces(desk.of('housing'), enforcement, 'housing', stack.today(), '平住建罚〔2026〕8号');
  done(await desk.caller.decide(enforcement, '汇总结果', '已汇总', { result: '处罚两家' }));
  const seen = await until(
    async () => await desk.of('housing').get<CaseView>(`/cases/${whistle}`),
    ({ acts }) => acts.some(({ key }) => key === '部门/housing/处置反馈#2'),
  );
  expect(seen.acts[0]?.brief).toMatchObject({
    enforced: [
      {
        caseNo: enforcement,
        outcome: '联合执法完成',
        detail: {
          cases: [
            { unit: 'police', caseNumber: '平公（治）行罚〔2026〕31号' },
            { unit: 'housing', caseNumber: '平住建罚〔2026〕8号' },
          ],
        },
      },
    ],
  });
  expect((await view(whistle)).linked).toMatchObject([{ caseNo: enforcement, outcome: '联合执法完成' }]);
  await desk.answers(whistle, 'housing', '部门/housing/处置反馈#2');
});

test('取消的联合执法同样告诉原哨，可以再召集：又是一件', async () => {
  const { whistle, enforcement } = await called();
  done(await desk.caller.submit(enforcement, { type: 'terminate', reason: '取消召集', opinion: '改期' }));
  await until(
    () => desk.open(whistle),
    (open) => open.includes('部门/housing/处置反馈#2'),
  );
  done(await desk.of('housing').decide(whistle, '部门/housing/处置反馈#2', '召集联合执法', call));
  const { linked } = await until(
    () => view(whistle),
    (seen) => seen.linked.length === 2,
  );
  expect(linked.map(({ outcome }) => outcome)).toEqual(['取消联合执法', null]);
});

test('另立一件只一次：询问重复提出、工作进程重新启动都不多开', async () => {
  await stack.stopWorker();
  const { sql } = stack.context;
  const [before] = await sql<
    { n: number }[]
  >`select count(*)::int as n from case_head where matter = 'joint-enforcement'`;
  await stack.startWorker();
  const { whistle } = await called();
  await stack.stopWorker();
  await stack.startWorker();
  const urge = { type: 'urge', act: '部门/housing/联合执法', opinion: '请尽快' };
  // One press, asked after with its own key: a new one each time would only queue behind it.
  const key = crypto.randomUUID();
  await until(
    async () => await desk.inspector.submit(whistle, urge, key),
    ({ status }) => status === 200,
  );
  const [after] = await sql<
    { n: number }[]
  >`select count(*)::int as n from case_head where matter = 'joint-enforcement'`;
  expect((after?.n ?? 0) - (before?.n ?? 0)).toBe(1);
  expect((await view(whistle)).linked).toHaveLength(1);
});
