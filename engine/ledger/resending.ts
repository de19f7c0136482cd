/** 更正重发: what an outside system has refused for good is somebody's act, to put right and send again, or to give up. */
import type { Office } from '../../contract/actor.ts';
import { outcome } from '../process/act.ts';
import type { OpenAct } from '../replay/derived.ts';
import { cardActs } from './cards.ts';
import { type EffectRow, effectsOf } from './effects.ts';
import { actState, type CaseState, type Rejection, runOf } from './state.ts';

const resent = '重发';
export const forgone = '不再发送';

const prefix = '重发#';
/** No act of a process has such a key: what follows its `#` is a number. */
export const isResend = (key: string): boolean => key.startsWith(prefix);
export const resendKey = (subject: string): string => `${prefix}${subject}`;

/** What a question to an outside system is known by. */
export const questionKey = (act: string, round: number): string => `ask/${act}/${round}`;

/** The effect or question a rejection is about, if it still stands. */
type Subject =
  | { readonly kind: 'effect'; readonly effect: EffectRow }
  | { readonly kind: 'question'; readonly act: OpenAct };

function subjectOf(state: CaseState, { subject }: Rejection): Subject | undefined {
  const effect = effectsOf(state).find(({ key, withdrawnBy }) => key === subject && withdrawnBy === null);
  if (effect) return { kind: 'effect', effect };
  const act = runOf(state).open.find(
    ({ key, inquiry }) => inquiry && questionKey(key, actState(state, key).round) === subject,
  );
  return act && { kind: 'question', act };
}

/** Whose decision sent it; who opened the case if nobody's did. */
function senderOf(state: CaseState, { seq }: EffectRow): Office {
  const visit = runOf(state).trace.find(({ decision }) => decision.seq === seq);
  return (
    visit?.act.by ??
    state.input.offices?.[state.process.openedBy ?? ''] ?? { unit: state.input.unit, role: '' }
  );
}

function actFor(state: CaseState, rejection: Rejection): readonly OpenAct[] {
  const about = subjectOf(state, rejection);
  if (!about) return [];
  const { subject, system, reason, seq, at } = rejection;
  const name = about.kind === 'effect' ? about.effect.name : about.act.name;
  const form = about.kind === 'effect' ? (state.process.correctable?.[system] ?? {}) : {};
  const payload = about.kind === 'effect' ? about.effect.payload : {};
  const asSent = Object.fromEntries(Object.keys(form).map((field) => [field, payload[field] ?? null]));
  return [
    {
      key: resendKey(subject),
      name: `更正重发：${name}`,
      kind: 'resend',
      by: about.kind === 'effect' ? senderOf(state, about.effect) : about.act.by,
      outcomes: {
        [resent]: outcome({ form }),
        ...(about.kind === 'effect' ? { [forgone]: outcome({ opinion: 'required' }) } : {}),
      },
      basis: state.process.basis,
      separateFrom: [],
      returnable: false,
      brief: { reason, asSent },
      position: [],
      opened: { seq, at },
      shown: [],
    },
  ];
}

/** What waits for somebody, whether or not the case is closed. */
export const resendActs = (state: CaseState): readonly OpenAct[] =>
  state.rejections.size === 0
    ? []
    : [...state.rejections.values()]
        .filter(({ settled }) => settled === undefined)
        .flatMap((rejection) => actFor(state, rejection));

/** Everything that waits for somebody: what the process asks, and what could not leave. */
export const openWork = (state: CaseState): readonly OpenAct[] => [
  ...runOf(state).open.filter(({ kind }) => kind !== 'await'),
  ...resendActs(state),
  ...cardActs(state),
];
