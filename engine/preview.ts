/** What a button would do, before it is pressed: the same run over the same decisions plus one. */
import type { Command } from '../contract/command.ts';
import type { Refusal } from '../contract/refusal.ts';
import { handle } from './handle.ts';
import type { EffectRow } from './ledger/effects.ts';
import { type ActRow, type ClockRow, type NoticeRow, project } from './ledger/projection.ts';
import type { CaseState } from './ledger/state.ts';

export type Preview =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'accepted';
      readonly opens: readonly ActRow[];
      readonly closes: readonly ActRow[];
      readonly starts: readonly ClockRow[];
      readonly stops: readonly ClockRow[];
      /** Clocks that go on with another deadline. */
      readonly moves: readonly ClockRow[];
      readonly sends: readonly EffectRow[];
      /** What has left and would no longer stand; its undoing, if it has one, is among what would be sent. */
      readonly withdraws: readonly EffectRow[];
      readonly issues: readonly NoticeRow[];
      /** Decisions that would no longer stand. */
      readonly supersedes: readonly string[];
      readonly outcome: string | null;
    };

const fresh = <T extends { readonly key: string }>(after: readonly T[], before: readonly T[]): readonly T[] =>
  after.filter(({ key }) => !before.some((known) => known.key === key));

function compare(from: CaseState, to: CaseState): Preview {
  const [before, after] = [project(from), project(to)];
  const was = new Map(before.clocks.map((clock) => [clock.key, clock]));
  const running = (clock: ClockRow | undefined): boolean => clock !== undefined && clock.stoppedAt === null;
  const said = after.clocks.filter(({ key }) => was.has(key));
  return {
    kind: 'accepted',
    opens: after.acts.filter(
      (act) => !before.acts.some((known) => known.key === act.key && known.round === act.round),
    ),
    closes: before.acts.filter(
      (act) => !after.acts.some((next) => next.key === act.key && next.round === act.round),
    ),
    starts: fresh(after.clocks, before.clocks).filter(running),
    stops: before.clocks.filter(
      (clock) => running(clock) && !running(after.clocks.find(({ key }) => key === clock.key)),
    ),
    moves: said.filter((clock) => running(clock) && was.get(clock.key)?.dueAt !== clock.dueAt),
    sends: fresh(after.effects, before.effects),
    withdraws: after.effects.filter(
      ({ key, withdrawnBy }) =>
        withdrawnBy !== null &&
        before.effects.some((known) => known.key === key && known.withdrawnBy === null),
    ),
    issues: fresh(after.notices, before.notices),
    supersedes: [...from.decisions.values()]
      .filter(({ key, seq }) => to.decisions.get(key)?.seq !== seq)
      .map(({ key }) => key),
    outcome: after.head.outcome,
  };
}

/** Refuses exactly as the command would; changes nothing. */
export function preview(state: CaseState, command: Command): Preview {
  const handled = handle(state, command);
  if (handled.kind === 'refused') return handled;
  return compare(state, handled.kind === 'accepted' ? handled.state : state);
}
