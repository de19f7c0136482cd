/** What was typed in answer to an act, in this round of it. */
import { type Draft, draft } from '../../forms/draft.ts';
import type { OpenAct } from '../../shared/wire.ts';

export type Answer = { readonly outcome?: string; readonly opinion: string };
export type AnswerDraft = {
  readonly read: () => Answer | undefined;
  readonly keep: (answer: Answer) => void;
  /** The form of one outcome. */
  readonly formName: (outcome: string | undefined) => string;
  readonly form: (outcome: string | undefined) => Draft;
  readonly drop: () => void;
};

export function answerDraft(caseNo: string, { key, round, outcomes }: OpenAct): AnswerDraft {
  const name = `${caseNo}/${key}/${round}`;
  const kept = draft(name);
  const formName = (outcome = ''): string => `${name}/${outcome}`;
  const form = (outcome?: string): Draft => draft(formName(outcome));
  return {
    read: () => kept.read() as Answer | undefined,
    keep: kept.keep,
    formName,
    form,
    drop() {
      kept.drop();
      for (const outcome of outcomes) form(outcome.name).drop();
    },
  };
}
