/** Every operation, joined by type: a command without its operation, or an event nobody applies, does not compile. */
import type { CommandBody } from '../../contract/command.ts';
import type { CaseState } from '../ledger/state.ts';
import { type AdoptedTables, adopt } from './adopt.ts';
import { type Affirmed, affirm } from './affirm.ts';
import { type Amended, amend } from './amend.ts';
import { type Answered, answer } from './answer.ts';
import { mayNoLongerAct } from './authority.ts';
import { type Claimed, claim } from './claim.ts';
import { type Decided, decideAct } from './decide.ts';
import type { Ended } from './ending.ts';
import { expire } from './expire.ts';
import { type Extended, extend } from './extend.ts';
import { type Recovered, recover, type Troubled, trouble } from './incident.ts';
import { type Lapsed, lapse } from './lapse.ts';
import { type Moved, move } from './move.ts';
import {
  type CommandOf,
  type Evolvers,
  isRefusal,
  type Recorded,
  type Ruling,
  type Situation,
} from './operation.ts';
import { type Released, release } from './release.ts';
import { type Forgone, type Rejected, type Resent, reject, resendEvolve } from './resend.ts';
import { type Resumed, resume } from './resume.ts';
import { type Returned, returnTo } from './return.ts';
import { type CardAnswered, type Carded, type CardRuled, cardEvolve, supervise } from './supervise.ts';
import { type Supplemented, supplement } from './supplement.ts';
import { type Suspended, suspend } from './suspend.ts';
import { type TakenBack, takeBack } from './take-back.ts';
import { terminate } from './terminate.ts';
import { type Transferred, transfer } from './transfer.ts';
import { type Urged, urge } from './urge.ts';
import { withdraw } from './withdraw.ts';

/** What an operation can enter in a ledger after its opening. */
export type OperationEvent =
  | Claimed
  | Released
  | Transferred
  | Decided
  | Answered
  | Returned
  | TakenBack
  | Affirmed
  | Urged
  | Suspended
  | Resumed
  | Extended
  | Ended
  | Supplemented
  | Amended
  | AdoptedTables
  | Moved
  | Troubled
  | Recovered
  | Lapsed
  | Rejected
  | Resent
  | Forgone
  | Carded
  | CardAnswered
  | CardRuled;

const operations: {
  readonly [T in CommandBody['type']]: {
    readonly decide: (situation: Situation, command: CommandOf<T>) => Ruling<OperationEvent>;
  };
} = {
  claim,
  release,
  decide: decideAct,
  transfer,
  return: returnTo,
  takeBack,
  affirm,
  urge,
  supervise,
  suspend,
  resume,
  extend,
  withdraw,
  terminate,
  supplement,
  amend,
  answer,
  trouble,
  recover,
  adopt,
  move,
  reject,
  expire,
  lapse,
};

const evolvers: Evolvers<OperationEvent> = {
  ...claim.evolve,
  ...release.evolve,
  ...decideAct.evolve,
  ...transfer.evolve,
  ...returnTo.evolve,
  ...takeBack.evolve,
  ...affirm.evolve,
  ...urge.evolve,
  ...supervise.evolve,
  ...cardEvolve,
  ...suspend.evolve,
  ...resume.evolve,
  ...extend.evolve,
  ...withdraw.evolve,
  ...supplement.evolve,
  ...amend.evolve,
  ...answer.evolve,
  ...trouble.evolve,
  ...recover.evolve,
  ...adopt.evolve,
  ...move.evolve,
  ...lapse.evolve,
  ...reject.evolve,
  ...resendEvolve,
};

/** What even somebody whose post has ended, or who should withdraw from the case, may do: let go of it. */
const neverBarred: readonly CommandBody['type'][] = ['release'];

/** What a case rules when a command is put to it; the state is settled, the command is new. */
export function judge(situation: Situation, body: CommandBody): Ruling<OperationEvent> {
  // The table pairs each type with its own operation; looked up by a union, the pairing is lost to the compiler.
  const { decide } = operations[body.type] as (typeof operations)['expire'];
  const ruling = decide(situation, body as CommandOf<'expire'>);
  const { state, actor, at } = situation;
  if (isRefusal(ruling) || actor.kind !== 'officer' || neverBarred.includes(body.type)) return ruling;
  return mayNoLongerAct(state, actor, at) ?? ruling;
}

/** What an event changes. */
export function changeBy(state: CaseState, event: OperationEvent, recorded: Recorded): Partial<CaseState> {
  const evolve = evolvers[event.type] as Evolvers<OperationEvent>['claimed'];
  return evolve(state, event as Claimed, recorded);
}
