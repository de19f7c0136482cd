/** The engine alone: folding a long ledger, one command at the end of it, and its account of whose time it was. */

import { countyCalendar } from '../county/pingluo/calendar.ts';
import { responsibility } from '../engine/clock/responsibility.ts';
import { handle, open } from '../engine/handle.ts';
import type { Entry } from '../engine/ledger/entry.ts';
import { fold } from '../engine/ledger/fold.ts';
import { type CaseState, runOf } from '../engine/ledger/state.ts';
import { outcome } from '../engine/process/act.ts';
import {
  type CaseInput,
  type Context,
  defineProcess,
  type Result,
  type Step,
} from '../engine/process/definition.ts';
import { type Figure, figure, inTurn, median, ms, ratioFigure } from './measure.ts';

const desk = { unit: '镇', role: '经办' };
const basis = '测量';
const actor = {
  kind: 'officer',
  person: '张三',
  name: '张三',
  post: { id: '张三', ...desk, from: '2024-01-01' },
  identity: '张三',
} as const;
const opened = Date.parse('2024-01-02T09:00:00+08:00');
const hour = 3_600_000;

const outcomes = { 继续: outcome(), 办结: outcome() };
const within = { amount: 3, unit: 'workingDays', basis } as const;

/** One act after another, as many as are asked for. */
const process = defineProcess({
  code: 'long',
  version: 1,
  title: '很长的办件',
  basis,
  numbering: { prefix: 'CL', word: '测量' },
  application: {},
  applicantIdentity: () => ({ masked: '', hash: '', sealed: '', birthDate: '2000-01-01', sex: '女' }),
  owner: 'long',
  offices: {},
  headRole: '负责人',
  openedBy: 'window',
  rules: [],
  policy: () => ({ facts: {}, terminations: {}, suspensions: {}, supervisors: [] }),
  *body(c: Context<CaseInput>): Step<Result> {
    c.accept();
    for (;;) {
      const { outcome: said } = yield* c.decide('办理', {
        by: desk,
        outcomes,
        within,
        basis,
      });
      if (said === '办结') return c.close(said);
    }
  },
});

const keyOf = (n: number): string => (n === 0 ? '办理' : `办理#${n + 1}`);

/** How many acts a case has had. */
const lengths = [100, 1_000, 5_000];
/** Rounds, a multiple of the lengths. */
const turns = 9;

/** A ledger with so many decisions, as the engine would have written it. */
function ledgerOf(decisions: number): readonly Entry[] {
  const first = open(
    process,
    {
      caseNo: 'CL1',
      process: 'long',
      version: 1,
      input: { unit: '镇', applicant: '', parties: [], form: {} },
      calendar: countyCalendar,
      rules: [],
    },
    { id: 'open', hash: '', at: opened, wall: opened, actor },
  ).entries;
  const made = Array.from({ length: decisions }, (_, n): Entry => {
    const at = opened + (n + 1) * hour;
    const bearer = { party: { kind: 'office', ...desk }, act: keyOf(n) } as const;
    return {
      caseNo: 'CL1',
      seq: n + 2,
      at,
      wall: at,
      actor,
      commandId: `c${n}`,
      commandHash: '',
      processVersion: 1,
      calendarVersion: countyCalendar.version,
      ruleVersions: {},
      event: { type: 'decided', act: keyOf(n), outcome: '继续', form: {}, opinion: '', basis, position: [n] },
      derived: { bearer },
    };
  });
  return [...first, ...made];
}

/** A case as it is held by its workflow: what it asks now is known. */
function live(ledger: readonly Entry[]): CaseState {
  const state = fold([process], ledger);
  runOf(state);
  return state;
}

function timed<T>(work: () => T): { readonly took: number; readonly value: T } {
  const began = performance.now();
  const value = work();
  return { took: performance.now() - began, value };
}

/** The middle of `times` runs, in ms, each on something of its own. */
const typical = <T>(times: number, prepare: () => T, work: (on: T) => unknown): number =>
  median(
    Array.from({ length: times }, () => {
      const on = prepare();
      return timed(() => work(on)).took;
    }),
  );

const decideNext = (state: CaseState): unknown => {
  const act = runOf(state).open[0]?.key ?? '';
  const at = state.at + hour;
  const body = { type: 'decide', act, outcome: '继续' } as const;
  const handled = handle(state, { id: 'next', hash: '', at, wall: at, actor, body });
  if (handled.kind !== 'accepted') throw new Error(JSON.stringify(handled));
  return handled;
};

export function engineBench(): { readonly figures: readonly Figure[]; readonly raw: unknown } {
  const long = ledgerOf(5_000);
  fold([process], ledgerOf(500));
  const folding = typical(
    5,
    () => long,
    (ledger) => fold([process], ledger),
  );
  const handling = lengths.map((n) => ({ ledger: ledgerOf(n), took: [] as number[] }));
  for (let turn = 0; turn < turns; turn++)
    for (const { ledger, took } of inTurn(handling, turn))
      took.push(typical(9, () => live(ledger), decideNext));
  const accounting = typical(
    9,
    () => live(long),
    (state) => responsibility(state, state.at + hour),
  );
  const [short = [], middle = [], longest = []] = handling.map(({ took }) => took);
  const toShort = (took: readonly number[]): readonly number[] =>
    took.map((of, turn) => of / (short[turn] ?? Number.NaN));
  return {
    figures: [
      figure('由 5,000 条台账得出状态', ms(folding), '目标 300 ms', folding <= 300),
      figure(
        '一条命令，已有 100 个、1,000 个、5,000 个环节',
        [short, middle, longest].map((took) => ms(median(took))).join('、'),
      ),
      ratioFigure('一条命令，1,000 个环节与 100 个之比', toShort(middle), '≤ 3', (ratio) => ratio <= 3),
      ratioFigure('一条命令，5,000 个环节与 100 个之比', toShort(longest), '≤ 12', (ratio) => ratio <= 12),
      figure('5,000 条台账的责任账', ms(accounting), '目标 20 ms', accounting <= 20),
    ],
    raw: { folding, handling: { short, middle, longest }, accounting },
  };
}
