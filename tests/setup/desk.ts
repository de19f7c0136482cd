/** The people of one township and the bureau, and how far a case is led for a test. */
import type { Answer, ApiClient, Submitted } from '../../client/client.ts';
import {
  openSample,
  type SampleOptions,
  sampleApplication,
  visitForm,
} from '../../stack/sample-application.ts';
import { withMaterials } from '../../stack/sample-material.ts';
import type { TestStack } from './test-stack.ts';
import { until } from './test-stack.ts';

export type ClockView = {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly lastDay: string;
  readonly dueAt: number;
  readonly stoppedAt: number | null;
  readonly provisional: boolean;
  readonly limit: { readonly amount: number };
  readonly days: readonly {
    readonly date: string;
    readonly counted: boolean;
    readonly count: number;
    readonly why: string;
    readonly basis: string;
  }[];
};
export type CaseView = {
  readonly seq: number;
  readonly state: string;
  readonly stage: string;
  readonly outcome: string | null;
  readonly labels: { readonly [name: string]: string };
  readonly acts: readonly {
    readonly key: string;
    readonly name: string;
    readonly kind: string;
    readonly round: number;
    readonly dueAt: number | null;
    readonly mine: boolean;
    readonly unit: string;
    readonly role: string;
    readonly brief: unknown;
    readonly outcomes: readonly { readonly name: string }[];
  }[];
  readonly waits: readonly { readonly key: string; readonly until: number | null }[];
  readonly notices: readonly {
    readonly name: string;
    readonly to: string;
    readonly at: number;
    readonly until: number | null;
    readonly text: {
      readonly title: string;
      readonly paragraphs: readonly string[];
      readonly remedies?: readonly string[];
    };
  }[];
  readonly effects: readonly {
    readonly key: string;
    readonly name: string;
    readonly state: string;
    readonly receipt: string | null;
    readonly reason: string | null;
    readonly attempt?: number;
  }[];
  readonly troubles: readonly { readonly system: string; readonly since: number }[];
  readonly path: readonly {
    readonly key: string;
    readonly outcome: string;
    readonly seq: number;
    readonly round: number;
  }[];
  readonly superseded: readonly { readonly key: string; readonly supersededBy: number }[];
  readonly responsibility: {
    readonly totalMinutes: number;
    readonly accounts: readonly { readonly minutes: number; readonly party: { readonly kind: string } }[];
  };
  readonly result: { readonly outcome: string; readonly detail?: Record<string, unknown> } | null;
};

export type Desk = Awaited<ReturnType<typeof deskOf>>;

let people = 100;

/** Fails the test with the whole refusal when a submit that should have gone through did not. */
export function done<T>(answer: Answer<T>): T {
  if (answer.status >= 400) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** What the desks need of where they stand: the whole stack, or the engine alone. */
export type Town = Pick<TestStack, 'as' | 'advance' | 'today'> & Partial<Pick<TestStack, 'context'>>;

export async function deskOf(stack: Town) {
  const [window, visitor, reviewer, head, verifier, countyVisitor, confirmer, countyHead, inspector] =
    (await Promise.all(
      [
        'chengguan-chuangkou',
        'chengguan-diaocha',
        'chengguan-chushen',
        'chengguan-fuze',
        'hedui',
        'xianfang',
        'xianren',
        'juzhang',
        'ducha',
      ].map(stack.as),
    )) as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];

  await Promise.all([window, visitor, countyVisitor].map(withMaterials));

  const view = async (caseNo: string): Promise<CaseView> => await inspector.get<CaseView>(`/cases/${caseNo}`);
  const clocks = async (caseNo: string): Promise<readonly ClockView[]> =>
    (await inspector.get<{ items: readonly ClockView[] }>(`/cases/${caseNo}/clocks`)).items;
  const opensAct = async (caseNo: string, key: string): Promise<CaseView> =>
    await until(
      () => view(caseNo),
      ({ acts }) => acts.some((act) => act.key === key),
    );
  const application = (over: Partial<SampleOptions> = {}) =>
    sampleApplication({ n: people++, name: '赵小兰', appliedOn: stack.today(), ...over });

  const opened = async (form: unknown = application()): Promise<string> =>
    done(await openSample(window, 'chengguan', form)).caseNo;
  const accepted = async (form?: unknown): Promise<string> => {
    const caseNo = await opened(form);
    done(await window.decide(caseNo, '材料审查', '受理'));
    return caseNo;
  };
  /** 核对 asked and answered; its report is open. */
  const verified = async (form?: unknown): Promise<string> => {
    const caseNo = await accepted(form);
    done(await visitor.decide(caseNo, '提请信息核对', '已提请'));
    await opensAct(caseNo, '核对报告');
    return caseNo;
  };
  const visit = async (
    caseNo: string,
    over: Record<string, unknown> = {},
    act = '入户调查',
  ): Promise<Submitted> => done(await visitor.decide(caseNo, act, '已调查', visitForm(stack.today(), over)));
  const investigated = async (form?: unknown): Promise<string> => {
    const caseNo = await verified(form);
    done(await verifier.decide(caseNo, '核对报告', '相符'));
    await visit(caseNo);
    return caseNo;
  };
  /** 初审公示 goes up, by a village's board. */
  const posted = async (caseNo: string, act = '张贴公示'): Promise<Submitted> =>
    done(
      await reviewer.decide(caseNo, act, '已张贴', {
        place: '村务公开栏',
        photo: visitForm(stack.today()).familySignature,
        postedOn: stack.today(),
      }),
    );
  const noticed = async (form?: unknown): Promise<string> => {
    const caseNo = await investigated(form);
    done(await reviewer.decide(caseNo, '初审', '拟同意'));
    await posted(caseNo);
    return caseNo;
  };
  /** Somebody objects while the notice is up; its days then run out. Moves the county clock on. */
  const objected = async (caseNo: string, over: object = {}): Promise<void> => {
    const data = { objector: '邻居', phone: '13900000001', content: '有房出租', ...over };
    done(await reviewer.submit(caseNo, { type: 'supplement', fact: '公示异议', data }));
    await stack.advance('P12D');
    await opensAct(caseNo, '异议处理');
  };
  /** Everybody who objected has their answer. */
  const answered = async (caseNo: string, of = 1): Promise<void> => {
    for (let n = 1; n <= of; n++)
      done(
        await reviewer.decide(caseNo, `异议人/第${n}人/答复异议人`, '已答复', {
          reply: '已重新调查，情况属实的已经计入',
          way: '电话',
        }),
      );
  };
  /** 公示 over; 审核确认 is open. Moves the county clock twelve days on (seven, and whatever rest days follow), for every case. */
  const confirming = async (form?: unknown, confirmKey = '审核确认'): Promise<string> => {
    const caseNo = await noticed(form);
    await stack.advance('P12D');
    await opensAct(caseNo, confirmKey);
    return caseNo;
  };
  /** 规则发布: told to every live case, and heard by all of them. */
  const publish = async (key: string): Promise<void> => {
    done(await countyHead.call('POST', '/tables/publish', {}, { 'idempotency-key': key }));
    const { context } = stack;
    if (!context) throw new Error('tables are published on the whole stack');
    await until(
      async () =>
        await context.sql<{ n: number }[]>`select count(*)::int as n from command where state = 'waiting'`,
      ([row]) => row?.n === 0,
    );
  };
  return {
    publish,
    window,
    visitor,
    reviewer,
    head,
    verifier,
    countyVisitor,
    confirmer,
    countyHead,
    inspector,
    view,
    clocks,
    opensAct,
    application,
    opened,
    accepted,
    verified,
    visit,
    investigated,
    posted,
    noticed,
    objected,
    answered,
    confirming,
  };
}
