/**
 * Journeys recorded on real Temporal, committed, and held against today's code: the history replays on today's
 * bundle, and at every step of the ledger the process still asks the same of the same people and says the same.
 * `YIMEN_RECORD=1 npx vitest run tests/matters/recorded.test.ts` records what is missing.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { describe, expect, inject, test } from 'vitest';
import { readLedger } from '../../db/ledger.ts';
import { openLinked } from '../../delivery/linked.ts';
import { dataConverter } from '../../delivery/temporal.ts';
import { dateOf } from '../../engine/clock/time.ts';
import { jsonSchema } from '../../engine/forms/schema.ts';
import type { Entry } from '../../engine/ledger/entry.ts';
import { begin, evolve } from '../../engine/ledger/fold.ts';
import { project } from '../../engine/ledger/projection.ts';
import { type CaseState, runOf } from '../../engine/ledger/state.ts';
import { processes, versionsOf } from '../../workflows/index.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';
import { callForm, enforces } from './joint-enforcement/desk.ts';
import { awardsOf } from './minimum-living-award/desk.ts';
import { inspected } from './organization-annual-inspection/desk.ts';
import { changeDeskOf, changeForm } from './organization-change/desk.ts';
import { charterForm, reviewed } from './organization-charter/desk.ts';
import { endingDeskOf } from './organization-deregistration/desk.ts';
import { registrationDeskOf, somebody } from './organization-establishment/desk.ts';
import { election, eventForm } from './organization-event/desk.ts';
import { revocationDeskOf } from './organization-revocation/desk.ts';
import { whistleDeskOf } from './whistle/desk.ts';

const { History } = proto.temporal.api.history.v1;
const folderOf = (matter: string): URL => new URL(`./${matter}/histories/`, import.meta.url);
const recordedKey = `recorded:${Buffer.alloc(32, 7).toString('base64')}`;
const keys = [{ id: 'recorded', key: new Uint8Array(Buffer.alloc(32, 7)) }];

type Recorded = {
  readonly journey: string;
  readonly process: string;
  readonly version: number;
  readonly ledger: readonly Entry[];
  /** One hash per ledger entry: everything the process asked and said at that point. */
  readonly meanings: readonly string[];
  /** The protobuf history, gzipped, in base64. */
  readonly history: string;
};

/** What the process means at a point: who is asked what, by when, with which forms, and what has been said. */
function meaning(state: CaseState): string {
  const asks = runOf(state).open.map(({ outcomes, position: _where, shown: _said, ...act }) => ({
    ...act,
    outcomes: Object.entries(outcomes).map(([name, { form, opinion, after, basis }]) => ({
      name,
      form: jsonSchema(form),
      opinion,
      after,
      basis,
    })),
  }));
  // Matters that write no register were recorded before there were any.
  const { records, head, acts, ...rest } = project(state);
  // How often somebody was urged is no meaning of the process.
  const said = { head, acts: acts.map(({ urged: _often, ...act }) => act), ...rest };
  return createHash('sha256')
    .update(JSON.stringify({ asks, said: records.length > 0 ? { ...said, records } : said }))
    .digest('hex')
    .slice(0, 16);
}

function meanings(code: string, [first, ...rest]: readonly Entry[]): readonly string[] {
  if (!first) return [];
  let state = begin(versionsOf(code), first);
  return [
    meaning(state),
    ...rest.map((entry) => {
      state = evolve(state, entry);
      return meaning(state);
    }),
  ];
}

/** Each answers the number of a case that has ended. */
type Journey = (stack: TestStack) => Promise<string>;

const minimumLiving =
  (lead: (desk: Desk, today: () => string) => Promise<string>): Journey =>
  async (stack) =>
    await lead(await deskOf(stack), stack.today);

const journeys: Record<string, Record<string, Journey>> = {
  'minimum-living': {
    确认同意: minimumLiving(async (desk, today) => {
      const caseNo = await desk.confirming();
      done(await desk.head.decide(caseNo, '审核确认', '同意'));
      done(
        await desk.window.decide(caseNo, '送达确认通知书', '已送达', {
          method: '直接送达',
          deliveredOn: today(),
        }),
      );
      done(await desk.reviewer.decide(caseNo, '公布', '已公布', { place: '公示栏' }));
      return caseNo;
    }),
    退回后不予确认同意: minimumLiving(async (desk, today) => {
      const caseNo = await desk.confirming();
      done(
        await desk.head.submit(caseNo, {
          type: 'return',
          act: '审核确认',
          target: '入户调查',
          mode: 'redo',
          opinion: '情况不明',
        }),
      );
      await desk.visit(caseNo);
      done(await desk.reviewer.decide(caseNo, '初审', '拟不同意', { reasons: ['隐瞒收入'] }));
      await desk.posted(caseNo);
      await desk.objected(caseNo, { content: '确有困难' });
      done(await desk.reviewer.decide(caseNo, '异议处理', '重新调查'));
      await desk.visit(caseNo, {}, '重新调查');
      await desk.answered(caseNo);
      done(await desk.reviewer.decide(caseNo, '初审#2', '拟不同意', { reasons: ['隐瞒收入'] }));
      done(await desk.head.decide(caseNo, '审核确认', '不同意', { reasons: ['隐瞒收入'] }));
      done(
        await desk.window.decide(caseNo, '送达不予确认同意告知书', '已送达', {
          method: '直接送达',
          deliveredOn: today(),
        }),
      );
      return caseNo;
    }),
    短信停摆中撤回: async (stack) => {
      const desk = await deskOf(stack);
      await stack.faults('sms', { down: true });
      const caseNo = await desk.accepted();
      await until(
        () => desk.view(caseNo),
        ({ troubles }) => troubles.length > 0,
      );
      done(await desk.visitor.decide(caseNo, '提请信息核对', '已提请'));
      done(await desk.window.submit(caseNo, { type: 'withdraw', opinion: '申请人自愿撤回' }));
      await stack.faults('sms', {});
      await until(
        () => desk.view(caseNo),
        ({ troubles }) => troubles.length === 0,
      );
      return caseNo;
    },
    投诉后撤回: minimumLiving(async (desk) => {
      const caseNo = await desk.confirming();
      done(
        await desk.inspector.submit(caseNo, {
          type: 'supplement',
          fact: '投诉举报',
          data: { content: '有车', named: '匿名' },
        }),
      );
      done(await desk.inspector.submit(caseNo, { type: 'urge', act: '县级入户调查', opinion: '请尽快' }));
      done(await desk.window.submit(caseNo, { type: 'withdraw', opinion: '申请人自愿撤回' }));
      return caseNo;
    }),
  },
  whistle: {
    退单改派后增派: async (stack) => {
      const desk = await whistleDeskOf(stack);
      const caseNo = await desk.dispatched({}, { lead: 'housing', helpers: ['police'] });
      await desk.objects(caseNo, 'housing', 'education');
      await desk.arrives(caseNo, 'housing');
      const ruling = { to: 'education', item: '上级部门收回事项第5项' };
      done(await desk.dispatcher.decide(caseNo, '部门/housing/退单审核', '退单成立', ruling, '属教育'));
      const joins = { type: 'supplement', fact: '增派', data: { unit: 'housing', what: '协助清运' } };
      expect((await desk.dispatcher.submit(caseNo, joins)).status).toBe(200);
      await desk.works(caseNo, 'police');
      const scope = '部门/housing/改派/education';
      await desk.signs(caseNo, 'education', scope);
      await desk.arrives(caseNo, 'education', scope);
      await desk.answers(caseNo, 'education', `${scope}/处置反馈`);
      done(await desk.caller.decide(caseNo, '乡镇确认', '通过'));
      await stack.advance('P14D');
      return caseNo;
    },
    召集联合执法后办结: async (stack) => {
      const desk = await whistleDeskOf(stack);
      const caseNo = await desk.dispatched();
      await desk.signs(caseNo, 'housing');
      await desk.arrives(caseNo, 'housing');
      const { reason: _own, ...call } = callForm(stack.today());
      done(await desk.of('housing').decide(caseNo, '部门/housing/处置反馈', '召集联合执法', call));
      type Linking = { readonly linked: readonly { readonly caseNo: string }[] };
      const { linked } = await until(
        async () => await desk.inspector.get<Linking>(`/cases/${caseNo}`),
        (seen) => seen.linked.length > 0,
      );
      const child = linked[0]?.caseNo ?? '';
      done(await desk.caller.submit(child, { type: 'terminate', reason: '取消召集', opinion: '改期' }));
      await until(
        () => desk.open(caseNo),
        (open) => open.includes('部门/housing/处置反馈#2'),
      );
      await desk.answers(caseNo, 'housing', '部门/housing/处置反馈#2');
      done(await desk.caller.decide(caseNo, '乡镇确认', '通过'));
      await stack.advance('P14D');
      return caseNo;
    },
    应急未经追认: async (stack) => {
      const desk = await whistleDeskOf(stack);
      const caseNo = await desk.dispatched({ type: '应急哨' });
      await stack.advance('P2D');
      return caseNo;
    },
  },
  'joint-enforcement': {
    各自立案: async (stack) => {
      const desk = await whistleDeskOf(stack);
      const on = stack.today();
      const asked = { matter: 'joint-enforcement', unit: 'chengguan', form: callForm(on) };
      const { caseNo } = done(await desk.caller.open(asked, crypto.randomUUID()));
      await enforces(desk.of('police'), caseNo, 'police', on, '平公（治）行罚〔2026〕31号');
      await enforces(desk.of('housing'), caseNo, 'housing', on);
      done(await desk.caller.decide(caseNo, '汇总结果', '已汇总', { result: '处罚一家' }));
      return caseNo;
    },
  },
  'organization-establishment': {
    准予登记: async (stack) => await (await registrationDeskOf(stack)).registered(),
    逾期视为受理后撤回: async (stack) => {
      const desk = await registrationDeskOf(stack);
      const caseNo = await desk.agreed();
      await stack.advance('P10D');
      done(await desk.reviewer.decide(caseNo, '审查/人员/提出审查意见', '符合', {}));
      done(await desk.reviewer.decide(caseNo, '审查/资金/提出审查意见', '不符合', { reason: '没有验资' }));
      done(await desk.window.submit(caseNo, { type: 'withdraw', opinion: '另行筹备' }));
      return caseNo;
    },
  },
  'minimum-living-award': {
    核查后停发: async (stack) => {
      const desk = await deskOf(stack);
      const confirmed = await desk.confirming();
      done(await desk.head.decide(confirmed, '审核确认', '同意'));
      const caseNo = (await awardsOf(stack, 1)).at(-1) ?? '';
      const data = { what: '找到工作' };
      done(await desk.window.submit(caseNo, { type: 'supplement', fact: '家庭收入变化', data }));
      done(await desk.visitor.submit(caseNo, { type: 'claim', act: '核查' }));
      const form = { visitedOn: stack.today(), findings: '已经就业' };
      done(await desk.visitor.decide(caseNo, '核查', '情况有变化', form));
      done(await desk.head.decide(caseNo, '核定', '停发', { reasons: ['收入超过标准'] }));
      const served = { method: '直接送达', deliveredOn: stack.today() };
      done(await desk.window.decide(caseNo, '送达停发告知书', '已送达', served));
      return caseNo;
    },
  },
  organization: {
    备案变更换届注销: async (stack) => {
      const desk = await registrationDeskOf(stack);
      const uscc = await desk.organization();
      const caseNo = await organizationFile(stack, uscc);
      const seal = { seal: '圆形，直径四厘米', account: '农商行' };
      done(await desk.window.decide(caseNo, '印章和银行账户备案', '已备案', seal));
      const change = changeDeskOf(desk);
      for (const residence of ['平罗县城关镇甲路1号', '平罗县城关镇乙路2号'])
        await change.changed(changeForm(uscc, '住所', stack.today(), { residence }));
      const elected = { type: 'supplement', fact: '换届', data: { on: stack.today() } } as const;
      done(await desk.reviewer.submit(caseNo, elected));
      await endingDeskOf(desk, stack).ended(uscc);
      return caseNo;
    },
  },
  'organization-change': {
    变更法定代表人: async (stack) => {
      const desk = await registrationDeskOf(stack);
      const uscc = await desk.organization();
      const legalRepresentative = { ...somebody('李文华'), phone: '13800000002' };
      const form = changeForm(uscc, '法定代表人', stack.today(), { legalRepresentative });
      const change = changeDeskOf(desk);
      const caseNo = await change.reviewed(form);
      done(await desk.head.submit(caseNo, { type: 'claim', act: '决定' }));
      done(await desk.head.decide(caseNo, '决定', '准予'));
      await desk.served(caseNo, '收回旧证换发新证');
      return caseNo;
    },
  },
  'organization-annual-inspection': {
    整改后合格: async (stack) => {
      const desk = await registrationDeskOf(stack);
      const uscc = await desk.organization();
      const year = Number(stack.today().slice(0, 4));
      const key = crypto.randomUUID();
      const caseNo = await openLinked(stack.context.dispatcher, stack.context.sql, {
        key,
        parent: { caseNo: await organizationFile(stack, uscc) },
        matter: 'organization-annual-inspection',
        unit: 'civil-affairs',
        form: { uscc, year },
      });
      await until(
        () => desk.open(caseNo).catch(() => []),
        ({ length }) => length > 0,
      );
      await inspected(desk, caseNo);
      return caseNo;
    },
  },
  'organization-charter': {
    核准: async (stack) => {
      const desk = await registrationDeskOf(stack);
      const caseNo = await reviewed(desk, charterForm(await desk.organization(), stack.today()));
      done(await desk.head.submit(caseNo, { type: 'claim', act: '决定' }));
      done(await desk.head.decide(caseNo, '决定', '准予'));
      await desk.served(caseNo, '送达章程核准批复');
      return caseNo;
    },
  },
  'organization-listing': {
    列入后移出: async (stack) => {
      const desk = await registrationDeskOf(stack);
      const uscc = await desk.organization();
      const form = {
        uscc,
        list: '活动异常名录',
        ground: '未按照有关规定设立党组织的',
        facts: '登记满一年没有设立',
      };
      const asked = { matter: 'organization-listing', unit: 'civil-affairs', form };
      const { caseNo } = done(await desk.reviewer.open(asked, crypto.randomUUID()));
      await desk.served(caseNo, '送达拟列入告知书');
      done(await desk.window.decide(caseNo, '陈述申辩', '已提出', { statement: '正在筹建' }));
      done(await desk.head.decide(caseNo, '列入决定', '列入', { decision: '平民社名〔2026〕2号' }));
      const data = { statement: '已设立党支部' };
      done(await desk.window.submit(caseNo, { type: 'supplement', fact: '申请移出', data }));
      done(await desk.reviewer.decide(caseNo, '核实移出申请', '移出'));
      return caseNo;
    },
  },
  'organization-event': {
    换届: async (stack) => {
      const desk = await registrationDeskOf(stack);
      const uscc = await desk.organization();
      const on = dateOf(Date.parse(stack.today()) + 70 * 86_400_000);
      const form = eventForm(uscc, stack.today(), on, election);
      const { caseNo } = done(await desk.apply('organization-event', form));
      done(await desk.education.decide(caseNo, '业务主管单位意见', '同意'));
      done(await desk.reviewer.submit(caseNo, { type: 'claim', act: '备案审核' }));
      done(await desk.reviewer.decide(caseNo, '备案审核', '已备案'));
      await stack.advance('P72D');
      await until(
        () => desk.open(caseNo),
        (acts) => acts.includes('报告活动情况'),
      );
      done(await desk.window.decide(caseNo, '报告活动情况', '已举办', { summary: '如期举办。' }));
      return caseNo;
    },
  },
  'organization-certificate': {
    补发: async (stack) => {
      const desk = await registrationDeskOf(stack);
      const uscc = await desk.organization();
      const declared = { declaredIn: '石嘴山日报', declaredOn: stack.today() };
      const form = { uscc, why: '遗失', ...declared, materials: [] };
      const { caseNo } = done(await desk.apply('organization-certificate', form));
      done(await desk.inspector.submit(caseNo, { type: 'urge', act: '换发审核', opinion: '请抓紧' }));
      done(await desk.reviewer.submit(caseNo, { type: 'claim', act: '换发审核' }));
      done(await desk.reviewer.decide(caseNo, '换发审核', '同意'));
      done(await desk.window.submit(caseNo, { type: 'claim', act: '发给补发的证书' }));
      await desk.served(caseNo, '发给补发的证书');
      return caseNo;
    },
  },
  'organization-revocation': {
    一年未开展活动: async (stack) => {
      const desk = await registrationDeskOf(stack);
      return await revocationDeskOf(desk).revoked(await desk.organization());
    },
  },
  'organization-deregistration': {
    注销: async (stack) => {
      const desk = await registrationDeskOf(stack);
      return await endingDeskOf(desk, stack).ended(await desk.organization());
    },
  },
};

/** The number of an organisation's own case. */
async function organizationFile({ context: { sql } }: TestStack, uscc: string): Promise<string> {
  const [file] = await until(
    async () =>
      await sql<{ caseNo: string }[]>`
        select case_no as "caseNo" from case_head where matter = 'organization' and labels ->> '代码' = ${uscc}`,
    ({ length }) => length > 0,
  );
  return file?.caseNo ?? '';
}

const fileOf = (matter: string, version: number, journey: string): URL =>
  new URL(`${matter}-${version}-${journey}.json`, folderOf(matter));
const all = Object.entries(journeys).flatMap(([matter, own]) =>
  Object.entries(own).map(([journey, lead]) => ({ matter, journey, lead })),
);

describe.runIf(process.env['YIMEN_RECORD'])('记录', () => {
  test.each(all)('$matter：$journey', { timeout: 120_000 }, async ({ matter, journey, lead }) => {
    const version = processes[matter]?.at(-1)?.version ?? 0;
    if (existsSync(fileOf(matter, version, journey))) return;
    const stack = await startTestStack({ settings: { YIMEN_PAYLOAD_KEYS: recordedKey } });
    try {
      const caseNo = await lead(stack);
      const { dispatcher } = stack.context;
      const handle = stack.runOf(caseNo, matter);
      await handle.result();
      const ledger = await until(
        () => readLedger(dispatcher.sql, caseNo),
        (entries) => entries.length > 5,
      );
      const recorded: Recorded = {
        journey,
        process: matter,
        version,
        ledger,
        meanings: meanings(matter, ledger),
        history: gzipSync(History.encode(await handle.fetchHistory()).finish()).toString('base64'),
      };
      await mkdir(folderOf(matter), { recursive: true });
      writeFileSync(fileOf(matter, version, journey), `${JSON.stringify(recorded)}\n`);
    } finally {
      await stack.close();
    }
  });
});

const recorded = Object.keys(journeys).flatMap((matter) =>
  existsSync(folderOf(matter))
    ? readdirSync(folderOf(matter)).map(
        (name) => JSON.parse(readFileSync(new URL(name, folderOf(matter)), 'utf8')) as Recorded,
      )
    : [],
);

test('每个现行流程版本都有记录的办件', () => {
  const has = new Set(recorded.map(({ process, version }) => `${process}@${version}`));
  for (const version of Object.values(processes).flat())
    expect([...has]).toContain(`${version.code}@${version.version}`);
});

const nameOf = ({ process, version, journey }: Recorded): string => `${process}@${version}/${journey}`;

/** What went wrong with each history, by its name: all of them in one worker, which takes longer to start than to replay. */
let replays: Promise<ReadonlyMap<string, Error | undefined>> | undefined;
async function replay(): Promise<ReadonlyMap<string, Error | undefined>> {
  const wrong = new Map<string, Error | undefined>();
  const results = Worker.runReplayHistories(
    { workflowBundle: { codePath: inject('bundlePath') }, dataConverter: dataConverter(keys) },
    recorded.map((one) => ({
      workflowId: nameOf(one),
      history: History.decode(gunzipSync(Buffer.from(one.history, 'base64'))),
    })),
  );
  for await (const { workflowId, error } of results) wrong.set(workflowId, error);
  return wrong;
}

describe.each(recorded)('$process 第 $version 版：$journey', (one) => {
  const { process, version, ledger, meanings: before } = one;
  test('含义未变：每一步请谁办什么、期限、表单、文书都与受理时的版本一致', () => {
    const now = meanings(process, ledger);
    const changed = now.findIndex((hash, i) => hash !== before[i]);
    const event = ledger[changed]?.event;
    const at = event && 'act' in event ? `${event.type} ${event.act}` : event?.type;
    expect(
      changed,
      `流程 ${process} 第 ${version} 版在第 ${changed + 1} 条（${at}）之后的含义变了：在办件受理在先，请新增第 ${version + 1} 版并保留旧版`,
    ).toBe(-1);
  });
  test('历史在今天的工作流包上重放一致', async () => {
    replays ??= replay();
    const wrong = await replays;
    expect([...wrong.keys()]).toContain(nameOf(one));
    expect(wrong.get(nameOf(one))).toBeUndefined();
  });
});
