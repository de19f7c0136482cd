/** The commands of a case: what anybody can ask of it. One union, exhaustive by type. */
import type { Actor } from './actor.ts';
import type { Calendar } from './calendar.ts';
import type { Json, Rule } from './rule.ts';

export type FormInput = { readonly [name: string]: Json };

/** 重走: everything after the act is done again. 直达: later decisions wait and stand again. */
export type ReturnMode = 'redo' | 'direct';

/** What a person may ask, at a desk or on a phone. */
export type PersonCommand =
  | { readonly type: 'claim'; readonly act: string }
  | { readonly type: 'release'; readonly act: string }
  | {
      readonly type: 'decide';
      readonly act: string;
      readonly outcome: string;
      readonly form?: FormInput | undefined;
      readonly opinion?: string | undefined;
      /** The officer has the name of a relative known by name alone, and says that they are not that person. */
      readonly notRelated?: true | undefined;
    }
  | {
      readonly type: 'transfer';
      readonly act: string;
      readonly to: {
        readonly unit: string;
        readonly person?: string | undefined;
        /** Of the person: added at the edge, so that nobody is handed what they may not act on. */
        readonly identity?: string | undefined;
      };
      readonly opinion: string;
    }
  | {
      readonly type: 'return';
      readonly act: string;
      readonly target: string;
      readonly mode: ReturnMode;
      readonly opinion: string;
    }
  | { readonly type: 'takeBack'; readonly act: string; readonly opinion: string }
  | { readonly type: 'affirm'; readonly act: string; readonly opinion: string }
  | { readonly type: 'urge'; readonly act: string; readonly opinion: string }
  /** 督办: with the time there is to answer. */
  | {
      readonly type: 'supervise';
      readonly act: string;
      readonly demand: string;
      readonly reply: { readonly amount: number; readonly unit: 'workingDays' | 'workingHours' };
    }
  | { readonly type: 'suspend'; readonly reason: string; readonly opinion: string }
  | { readonly type: 'resume'; readonly opinion: string }
  | { readonly type: 'extend'; readonly clock: string; readonly reason: string; readonly opinion: string }
  | { readonly type: 'withdraw'; readonly form?: FormInput | undefined; readonly opinion: string }
  | {
      readonly type: 'terminate';
      readonly reason: string;
      readonly form?: FormInput | undefined;
      readonly opinion: string;
    }
  | { readonly type: 'supplement'; readonly fact: string; readonly data: FormInput }
  /** 更正: fields of the application by path, like `members.0.name`; null takes an item or an optional field away. */
  | { readonly type: 'amend'; readonly changes: FormInput; readonly opinion: string };

/** That an outside system would not take what the case said: for good, or as long as it is away. */
export type UnsentCommand = Extract<SystemCommand, { readonly type: 'reject' | 'trouble' }>;

/** What Yimen itself tells the case. */
export type SystemCommand =
  | {
      readonly type: 'answer';
      readonly act: string;
      readonly round: number;
      /** By source: whatever the outside system had to say at once. */
      readonly answers: { readonly [source: string]: FormInput };
    }
  /** For good: it is not tried again until somebody has put it right. */
  | { readonly type: 'reject'; readonly subject: string; readonly system: string; readonly reason: string }
  | { readonly type: 'trouble'; readonly system: string; readonly subject: string }
  | { readonly type: 'recover'; readonly system: string; readonly subject: string }
  /** What is new: a calendar, rules whose version changed. */
  | { readonly type: 'adopt'; readonly calendar?: Calendar | undefined; readonly rules: readonly Rule[] }
  /** To another version of the process, with the tables that version needs. */
  | {
      readonly type: 'move';
      readonly version: number;
      readonly calendar: Calendar;
      readonly rules: readonly Rule[];
      readonly reason: string;
    }
  | { readonly type: 'expire' }
  /** Of whoever has the act in hand and no longer holds a post in its unit. */
  | { readonly type: 'lapse'; readonly act: string; readonly person: string };

export type CommandBody = PersonCommand | SystemCommand;

/** A command on its way: `id` is the Idempotency-Key, `at` county time and `wall` wall time of its arrival. */
export type Command = {
  readonly id: string;
  /** SHA-256 over actor and body. */
  readonly hash: string;
  readonly at: number;
  readonly wall: number;
  readonly actor: Actor;
  readonly body: CommandBody;
  /** The case's seq the sender had seen; a case that has moved on refuses. */
  readonly seenSeq?: number;
};
