/** What the read model keeps of a case: everything derived from its state, replaced whole with each newer seq. */
import type { Json } from '../../contract/rule.ts';
import { actDeadline, clockOfWhole, clocksOf } from '../clock/case-clocks.ts';
import { isProvisional } from '../clock/deadline.ts';
import { minutesBorne } from '../clock/responsibility.ts';
import { officeOf, unaffirmed } from '../operations/authority.ts';
import type { ActKind } from '../process/act.ts';
import type { ClockKind, NoticeOptions, NoticeText } from '../process/said.ts';
import type { Run } from '../replay/derived.ts';
import { cardDocument } from './cards.ts';
import { cardKey, issuedDocuments } from './documents.ts';
import { type EffectRow, effectsOf } from './effects.ts';
import { openWork } from './resending.ts';
import { actState, type CaseState, isSuspended, runOf } from './state.ts';
import { nextWake } from './wake.ts';

export type ActRow = {
  readonly key: string;
  readonly name: string;
  readonly kind: ActKind;
  readonly unit: string;
  readonly role: string;
  readonly assignee: string | null;
  /** Who had it in hand when their post ended, until somebody takes it up. */
  readonly lapsedFrom?: string;
  readonly round: number;
  /** Working minutes its earlier rounds have borne: a fresh limit does not wipe them out. */
  readonly usedBefore: number;
  readonly openedAt: number;
  readonly dueAt: number | null;
  readonly riskAt: number | null;
  /** Its end leans on a year not yet announced or a festival not yet confirmed. */
  readonly provisional: boolean;
  /** How often it has been urged in this round, if at all. */
  readonly urged?: number;
};
export type ClockRow = {
  readonly key: string;
  readonly name: string;
  readonly kind: ClockKind;
  readonly startedAt: number;
  readonly stoppedAt: number | null;
  readonly dueAt: number | null;
  readonly riskAt: number | null;
  /** The deadline leans on a year not yet announced or a festival not yet confirmed. */
  readonly provisional: boolean;
};
export type NoticeRow = {
  readonly key: string;
  readonly name: string;
  readonly to: NoticeOptions['to'];
  readonly text: NoticeText;
  /** Which of the case's documents: from 1, without a gap. */
  readonly number: number;
  readonly seq: number;
  readonly at: number;
  readonly until: number | null;
};
/** A row of a register, as this case has written it. */
export type RecordRow = {
  readonly key: string;
  readonly register: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string | null;
  readonly data: { readonly [field: string]: Json };
  /** What it is searched by. */
  readonly words: string;
  readonly seq: number;
  readonly at: number;
};
export type CaseHead = {
  readonly caseNo: string;
  readonly matter: string;
  readonly version: number;
  readonly seq: number;
  readonly at: number;
  readonly state: 'open' | 'suspended' | 'closed';
  readonly stage: string;
  readonly outcome: string | null;
  readonly unit: string;
  readonly openedAt: number;
  readonly acceptedAt: number | null;
  readonly closedAt: number | null;
  /** The nearest running deadline of the whole case, by law or by promise. */
  readonly dueAt: number | null;
  readonly riskAt: number | null;
  readonly labels: { readonly [name: string]: string };
  readonly troubles: readonly { readonly system: string; readonly subject: string; readonly since: number }[];
  /** Decisions that another must affirm: their decider has turned out to be a relative. */
  readonly unaffirmed: readonly { readonly act: string; readonly name: string; readonly person: string }[];
  readonly wakeAt: number | null;
  readonly applicant: string;
  /** The number of the case it was opened for. */
  readonly parent?: string;
};
export type Projection = {
  readonly head: CaseHead;
  readonly acts: readonly ActRow[];
  readonly clocks: readonly ClockRow[];
  readonly effects: readonly EffectRow[];
  readonly notices: readonly NoticeRow[];
  readonly records: readonly RecordRow[];
};

/** What somebody is at; what time alone ends only where nobody is. */
function stageOf({ open }: Run): string {
  const asked = open.filter(({ kind }) => kind !== 'await');
  return (asked.length > 0 ? asked : open).map(({ name }) => name).join('、');
}

/** A state is asked for it by whoever records it and by whoever shows it. */
const known = new WeakMap<CaseState, Projection>();

export function project(state: CaseState): Projection {
  const before = known.get(state);
  if (before) return before;
  const projection = projected(state);
  known.set(state, projection);
  return projection;
}

function projected(state: CaseState): Projection {
  const run = runOf(state);
  const clocks = clocksOf(state);
  const numbers = new Map(issuedDocuments(state).map((key, index) => [key, index + 1]));
  const numberOf = (key: string): number => numbers.get(key) ?? 0;
  const ofTheWhole = clockOfWhole(clocks)?.deadline;
  return {
    head: {
      caseNo: state.caseNo,
      matter: state.process.code,
      version: state.version,
      seq: state.seq,
      at: state.at,
      state: run.result ? 'closed' : isSuspended(state) ? 'suspended' : 'open',
      stage: run.result?.outcome ?? stageOf(run),
      outcome: run.result?.outcome ?? null,
      unit: state.input.unit,
      openedAt: state.opened.at,
      acceptedAt: run.accepted?.at ?? null,
      closedAt: run.result?.at ?? null,
      dueAt: ofTheWhole?.dueAt ?? null,
      riskAt: ofTheWhole?.riskAt ?? null,
      labels: run.labels,
      troubles: state.troubles,
      unaffirmed: unaffirmed(state).map(({ act: { key, name }, decision: { by } }) => ({
        act: key,
        name,
        person: by.kind === 'officer' ? by.name : '',
      })),
      wakeAt: nextWake(state) ?? null,
      applicant: state.input.applicant,
      ...(state.input.parent ? { parent: state.input.parent.caseNo } : {}),
    },
    acts: openWork(state).map((act) => {
      const { assignee, lapsedFrom, round, urged } = actState(state, act.key);
      const due = actDeadline(state, act);
      return {
        key: act.key,
        name: act.name,
        kind: act.kind,
        ...officeOf(state, act),
        assignee: assignee ?? null,
        ...(lapsedFrom && !assignee ? { lapsedFrom } : {}),
        round,
        usedBefore: round > 1 ? minutesBorne(state, act) : 0,
        openedAt: act.opened.at,
        dueAt: due?.dueAt ?? null,
        riskAt: due?.riskAt ?? null,
        provisional: due !== undefined && isProvisional(due),
        ...(urged.length > 0 ? { urged: urged.length } : {}),
      };
    }),
    clocks: clocks.map((clock) => ({
      key: clock.key,
      name: clock.name,
      kind: clock.kind,
      startedAt: clock.started.at,
      stoppedAt: clock.stopped?.at ?? null,
      dueAt: clock.deadline?.dueAt ?? null,
      riskAt: clock.deadline?.riskAt ?? null,
      provisional: clock.deadline !== undefined && isProvisional(clock.deadline),
    })),
    effects: effectsOf(state),
    notices: [
      ...run.notices.map(({ key, name, to, text, moment, untilClock }) => {
        const clock = untilClock ? clocks.find((candidate) => candidate.key === untilClock) : undefined;
        const until = clock?.stopped?.at ?? clock?.deadline?.dueAt ?? null;
        return { key, name, to, text, number: numberOf(key), seq: moment.seq, at: moment.at, until };
      }),
      ...state.cards.map((card) => ({
        key: cardKey(card),
        name: card.name,
        to: 'file' as const,
        text: cardDocument(card),
        number: numberOf(cardKey(card)),
        seq: card.seq,
        at: card.at,
        until: null,
      })),
    ],
    records: run.records.map(({ moment, to, ...row }) => ({
      ...row,
      to: to ?? null,
      words: (state.process.registers?.[row.register]?.soughtBy ?? [])
        .map((field) => row.data[field] ?? '')
        .join(' '),
      seq: moment.seq,
      at: moment.at,
    })),
  };
}
