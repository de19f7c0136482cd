/** What every handler has at hand. */

import type { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { County } from '../contract/county.ts';
import type { CountyClock } from '../contract/county-clock.ts';
import type { Supervision } from '../contract/responses/supervision.ts';
import type { Settings } from '../contract/settings.ts';
import type { Fragment, Sql } from '../db/connect.ts';
import type { Delivery } from '../db/effects.ts';
import type { Admitted, SignedIn } from '../db/people.ts';
import type { Dispatcher } from '../delivery/dispatch.ts';
import type { PeriodFigures } from '../delivery/periods.ts';
import type { Entry } from '../engine/ledger/entry.ts';
import type { CaseState } from '../engine/ledger/state.ts';
import type { IdentityVault } from '../security/identity-vault.ts';
import type { Metrics } from './metrics.ts';
import type { Seldom } from './seldom.ts';
import type { InTurn } from './turns.ts';

export type Stored = { readonly sha256: string; readonly bytes: number; readonly mediaType: string };
export type MaterialStore = {
  /** Streams a body in. Refuses an empty one, one over the limit, and a kind that is not a picture or a PDF. */
  put(body: ReadableStream<Uint8Array>): Promise<Stored>;
  get(sha256: string): Promise<ReadableStream<Uint8Array> | undefined>;
};

/** A case as its ledger tells it. */
export type LoadedCase = { readonly state: CaseState; readonly ledger: readonly Entry[] };

/** `id` grows by one with each change this process has seen. */
export type Change = { readonly id: number; readonly caseNo: string; readonly seq: number };
export type Listener = {
  readonly me: SignedIn;
  readonly onChange: (change: Change) => void;
  /** Some may have been missed: everything is to be read again. */
  readonly onGap: () => void;
  /** The system closes. */
  readonly onEnd: () => void;
};
export type Changes = {
  /** Told from now on, after what has changed since `after`, where that is still known. */
  readonly listen: (listener: Listener, after?: string) => () => void;
  /** The number of the last that was told to anybody. */
  readonly last: () => number;
  /** How far a case has come, as far as has been heard. */
  readonly newest: (caseNo: string) => number | undefined;
  readonly close: () => Promise<void>;
};

export type AppContext = {
  /** Cases read before: what was entered never changes, so only newer entries are read again. */
  readonly cases: LRUCache<string, LoadedCase>;
  /** What outside systems have taken of a case, as it was last read. */
  readonly taken: LRUCache<string, ReadonlyMap<string, Delivery>>;
  /** Who was let in last, by session. */
  readonly admitted: LRUCache<string, Admitted>;
  readonly supervised: Seldom<Supervision>;
  readonly assessed: Seldom<PeriodFigures>;
  readonly settings: Settings;
  readonly county: County;
  readonly sql: Sql;
  readonly dispatcher: Dispatcher;
  readonly inTurn: InTurn;
  /** Who listens to what changes; closed before the server is, whose open streams it ends. */
  readonly changes: Changes;
  readonly vault: IdentityVault;
  readonly materials: MaterialStore;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** County time now, epoch ms. */
  readonly now: () => number;
  readonly clock: () => CountyClock;
  /** Moves the county clock for everybody; refused in production. */
  readonly moveClock: (clock: CountyClock) => Promise<void>;
  /** The units as they have just been changed. */
  readonly followUnits: () => Promise<void>;
};

export type ApiEnv = {
  Variables: {
    context: AppContext;
    log: Logger;
    requestId: string;
    me: SignedIn;
    sessionHash: string;
    /** The newest seq of the case the request names, as it was when the person was let in. */
    newest?: number | undefined;
    /**
     * Who is let in, and the case as far as it is known, are supposed from before: that a case is still at this seq, and
     * they are who they were, must hold where what they do is journaled.
     */
    provided?: ((caseNo: string, seq: number) => Fragment) | undefined;
    /** The case of an applicant who has been let in to it. */
    own: CaseState;
  };
};
