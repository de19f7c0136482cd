/** What a process says besides its acts: documents, messages, clocks, rows of registers, other cases. */
import type { Office } from '../../contract/actor.ts';
import type { Period } from '../../contract/in-force.ts';
import type { Limit } from '../../contract/limit.ts';
import type { Json } from '../../contract/rule.ts';
import type { CheckContext, Fact } from './act.ts';

type Payload = { readonly [key: string]: Json };

export type ClockKind = '法定' | '承诺' | '环节' | '公示';

/** How a clock may be extended: to what in all, for which listed reasons, approved by whom. */
export type Extension = {
  readonly to: Limit;
  readonly reasons: readonly string[];
  /** Why a reason does not hold of this case; undefined if its facts are there. */
  stands?(reason: string, context: CheckContext): string | undefined;
  readonly approver: Office;
  /** What the applicant is told of it; the new last day is not known of a clock that stands still. */
  readonly notice: (reason: string, lastDay: string | undefined) => NoticeText;
};

export type ClockOptions = {
  readonly kind: ClockKind;
  readonly extension?: Extension;
  /** A 法定 clock is not started twice: nothing before its start is returnable, unless it says that it starts anew. */
  readonly onReturn?: 'restart';
};

/** A document the case issues; `to` says who gets it. */
export type NoticeText = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** In whose name, by the id of the unit; in the name of the unit that opened the case, where it does not say. */
  readonly authority?: string;
  /** Whom to ask about it. */
  readonly contact?: string;
} & (
  | { readonly effect: 'informs'; readonly remedies?: readonly string[] }
  /** It takes something away from somebody: then it says how to have it reviewed. */
  | { readonly effect: 'adverse'; readonly remedies: readonly string[] }
);

export type NoticeOptions = {
  readonly to: 'applicant' | 'public' | 'file';
  readonly text: NoticeText;
  /** The name of the clock at whose end a public notice comes down. */
  readonly untilClock?: string;
};

/** Something that leaves Yimen, once by its key, and what becomes of it if its decision no longer stands. */
export type EffectOptions = { readonly system: string; readonly payload: Payload } & (
  | {
      /** A message: said is said. */
      readonly kind: 'harmless';
    }
  | {
      /** The system is told to undo it, once, before anything is sent anew. */
      readonly kind: 'undoable';
      readonly undoing: Payload;
    }
  | {
      /** It cannot be called back: no decision before it can be superseded any more, by whatever means. */
      readonly kind: 'final';
    }
);

/** What holds about a subject from a day on, until another row about it begins, or until its own last day. */
export type RecordOptions = Period & {
  /** What the row is about, the same in every case that says something of it. */
  readonly subject: string;
  readonly data: { readonly [field: string]: Json };
};

/** A register a process writes into. */
export type RegisterKind = {
  /** Fields that anybody may see, each with what people call it; the others are the officers'. */
  readonly open: { readonly [field: string]: string };
  /** Fields for the officers of its cases, each with what people call it. */
  readonly officers?: { readonly [field: string]: string };
  /** Fields of these that it is searched by. */
  readonly soughtBy: readonly string[];
  /** What its field `state` can say, for whoever looks for one of these. */
  readonly states?: readonly string[];
};

export type LinkedOptions = {
  /** The desk that sees to it. */
  readonly by: Office;
  readonly matter: string;
  /** The unit for which it is opened. */
  readonly unit: string;
  /** Its application, as its own matter asks for it; identity numbers as this case keeps them. */
  readonly form: { readonly [name: string]: Json };
  readonly basis: string;
};

/** How the other case ended, and its number. */
export type LinkedOutcome = {
  readonly caseNo: string;
  readonly outcome: string;
  readonly detail: { readonly [key: string]: Json };
};

/** A case that lives on by itself: an organisation, an award, an entry of a list. */
export type FoundedOptions = Omit<LinkedOptions, 'by' | 'basis'> & {
  /** Told to the case that has already what this one would claim. */
  readonly instead?: Pick<TellOptions, 'fact' | 'data'>;
};

/** A fact for another case: the live one that has claimed this value of a pool. */
export type TellOptions = {
  readonly pool: string;
  readonly value: string;
  readonly fact: string;
  readonly data: { readonly [name: string]: Json };
};

export type WaitOptions = {
  /** The desk that sees to it. */
  readonly by: Office;
  readonly within: Limit;
  readonly basis: string;
};

/**
 * Who comes to an `each` while it is under way: named by facts told before it closed, that is before everyone in it had
 * ended. One named again, or after, is not asked.
 */
export type LateJoiners<T> = {
  /** Whom a fact of this name brings; `nth` is which of its name it is, from 1. */
  readonly [fact: string]: (data: Fact['data'], nth: number) => readonly T[];
};
